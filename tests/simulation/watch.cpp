// A journal replayed, and its events added up.
#include "simulation/watch.hpp"

#include <algorithm>

#include "acd/engine/router.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

/// How many wait and are served, over time.
class Watch {
 public:
  Watch(const Scenario& scenario, GroupId group) : scenario_{&scenario}, group_{group} {
    const auto periods = (scenario.end - scenario.begin) / scenario.interval;
    watched_.periods.resize(static_cast<std::size_t>(periods));
    is_served_.resize(scenario.blueprint.limits.sessions);
    counts_.resize(scenario.blueprint.limits.sessions);
    since_ = scenario.begin;
  }

  void hear(const Event& event) {
    pass(event.at);
    const std::uint32_t slot = event.session.slot;
    const bool joins = event.kind == EventKind::arrived || event.kind == EventKind::queued ||
                       event.kind == EventKind::assigned;
    const bool ends = event.kind == EventKind::ended;
    if (ends && counts_[slot] && event.cause == Cause::abandoned && event.at < scenario_->end) {
      watched_.periods[period_of(event.at)].abandoned += 1;
    }
    if (joins || ends) leave(slot);
    is_served_[slot] = event.kind == EventKind::assigned || (!joins && is_served_[slot]);
    if (joins) join(slot, event.group);
  }

  [[nodiscard]] Watched finish() {
    pass(scenario_->end);
    return watched_;
  }

 private:
  [[nodiscard]] std::size_t period_of(Instant at) const {
    return static_cast<std::size_t>((at - scenario_->begin) / scenario_->interval);
  }
  void join(std::uint32_t slot, GroupId group) {
    counts_[slot] = group_.is_none() || group == group_;
    if (counts_[slot]) ++(is_served_[slot] ? busy_ : queue_);
  }
  void leave(std::uint32_t slot) {
    if (counts_[slot]) --(is_served_[slot] ? busy_ : queue_);
    counts_[slot] = false;
  }
  void pass(Instant at) {
    while (since_ < std::min(at, scenario_->end)) {
      const std::size_t period = period_of(since_);
      const Instant period_end =
          scenario_->begin + scenario_->interval * static_cast<std::int64_t>(period + 1);
      const Instant until = std::min({at, scenario_->end, period_end});
      const auto time_us = static_cast<double>((until - since_).count());
      if (since_ >= scenario_->count_from.value_or(scenario_->begin)) {
        watched_.periods[period].busy_us += busy_ * time_us;
        watched_.periods[period].busy_squared_us += busy_ * busy_ * time_us;
        watched_.periods[period].queue_us += queue_ * time_us;
      }
      since_ = until;
      if (since_ == scenario_->end) {
        watched_.busy_at_end = busy_;
        watched_.queue_at_end = queue_;
      }
    }
  }

  const Scenario* scenario_;
  GroupId group_;
  Watched watched_{};
  std::vector<bool> is_served_{};
  std::vector<bool> counts_{};
  Instant since_{};
  double busy_ = 0;
  double queue_ = 0;
};

template <class Observe>
void replay_all(const CompiledPlan& plan, const JournalWriter& journal, const Observe& observe) {
  Router router{plan};
  const ReplayResult result = replay(journal.bytes(), router, observe);
  REQUIRE(result.fault == JournalFault::none);
}

}  // namespace

void Watched::add(const Watched& other) {
  periods.resize(std::max(periods.size(), other.periods.size()));
  for (std::size_t i = 0; i < other.periods.size(); ++i) {
    periods[i].busy_us += other.periods[i].busy_us;
    periods[i].busy_squared_us += other.periods[i].busy_squared_us;
    periods[i].queue_us += other.periods[i].queue_us;
    periods[i].abandoned += other.periods[i].abandoned;
  }
  busy_at_end += other.busy_at_end;
  queue_at_end += other.queue_at_end;
}

JournalWriter recorded(const Scenario& scenario, const CompiledPlan& plan,
                       std::uint64_t replication) {
  JournalWriter journal{plan.blueprint()};
  Simulation simulation{scenario, plan};
  static_cast<void>(simulation.run(1, replication, &journal));
  return journal;
}

Watched watch(const Scenario& scenario, const CompiledPlan& plan, const JournalWriter& journal,
              GroupId group) {
  Watch watching{scenario, group};
  replay_all(plan, journal, [&](const TimedCommand&, Status, std::span<const Event> events) {
    for (const Event& event : events) watching.hear(event);
  });
  return watching.finish();
}

std::map<std::uint64_t, Service> services(const CompiledPlan& plan, const JournalWriter& journal) {
  std::map<std::uint32_t, std::uint64_t> customer_of;  // by session slot
  std::map<std::uint64_t, Service> served;
  replay_all(plan, journal, [&](const TimedCommand& given, Status, std::span<const Event> events) {
    for (const Event& event : events) {
      if (event.kind == EventKind::arrived) {
        customer_of[event.session.slot] = given.command.customer;
      }
      if (event.kind == EventKind::assigned) {
        served[customer_of[event.session.slot]] = {event.agent.slot, event.at};
      }
    }
  });
  return served;
}

}  // namespace acd::test
