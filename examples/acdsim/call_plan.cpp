// Estimates per queue, and draws per call.
#include "call_plan.hpp"

#include <utility>

namespace acdsim {
namespace {

using Kind = PatienceObservation::Kind;

struct Observations {
  std::vector<PatienceObservation> waits{};
  std::vector<acd::Duration> services{};

  void add(const LoggedCall& call) {
    if (call.outcome == LoggedOutcome::abandoned) {
      waits.push_back({call.patience, Kind::abandoned});
      return;
    }
    waits.push_back({call.wait, Kind::censored});
    services.push_back(call.service);
  }
};

}  // namespace

CallPlanner::CallPlanner(const CallLog& log) {
  std::vector<Observations> queues(log.queues.size());
  Observations all;
  for (const LoggedCall& call : log.calls) {
    queues[call.queue].add(call);
    all.add(call);
  }
  for (Observations& queue : queues) {
    queues_.push_back({KaplanMeier::estimate(std::move(queue.waits)), std::move(queue.services)});
  }
  all_ = {KaplanMeier::estimate(std::move(all.waits)), std::move(all.services)};
}

const KaplanMeier& CallPlanner::patience(std::uint32_t queue) const {
  const KaplanMeier& own = queues_[queue].patience;
  return own.abandoned() < observations_min ? all_.patience : own;
}

const std::vector<acd::Duration>& CallPlanner::services(std::uint32_t queue) const {
  const std::vector<acd::Duration>& own = queues_[queue].services;
  return own.size() < observations_min ? all_.services : own;
}

CallPlan CallPlanner::plan(const LoggedCall& call, std::uint64_t seed) const {
  CallPlan plan{.patience = call.patience, .service = call.service};
  if (call.outcome == LoggedOutcome::served) {
    const double uniform = random_for(seed, Purpose::patience, call.id).uniform();
    plan.patience = patience(call.queue).draw_beyond(call.wait, uniform);
  } else if (const auto& recorded = services(call.queue); !recorded.empty()) {
    plan.service = recorded[random_for(seed, Purpose::service, call.id).below(recorded.size())];
  }
  return plan;
}

CallPlan CallPlanner::draw(std::uint32_t queue, Random& random) const {
  const acd::Duration patient = patience(queue).draw_beyond(acd::Duration{0}, random.uniform());
  const auto& recorded = services(queue);
  if (recorded.empty()) return {.patience = patient};
  return {.patience = patient, .service = recorded[random.below(recorded.size())]};
}

}  // namespace acdsim
