// Draws per call, from what is known of its queue.
#include "call_plan.hpp"

namespace acdsim {
namespace {

acd::Duration drawn_service(const acd::CallerHabits& habits, Random& random) {
  const std::vector<acd::TimePart>& recorded = habits.service.parts;
  return recorded.empty() ? acd::Duration{0} : recorded[random.below(recorded.size())].time;
}

}  // namespace

CallPlanner::CallPlanner(const acd::CallLog& log) {
  for (std::uint32_t queue = 0; queue < log.queues.size(); ++queue) {
    queues_.push_back(acd::caller_habits(log, queue));
  }
}

CallPlan CallPlanner::plan(const acd::LoggedCall& call, std::uint64_t seed) const {
  CallPlan plan{.patience = call.patience, .service = call.service};
  const acd::CallerHabits& habits = queues_[call.queue];
  switch (call.outcome) {
    case acd::LoggedOutcome::served: {
      Random random = random_for(seed, Purpose::patience, call.id);
      plan.patience = habits.patience.sample_beyond(call.wait, random.engine());
      break;
    }
    case acd::LoggedOutcome::abandoned: {
      Random random = random_for(seed, Purpose::service, call.id);
      plan.service = drawn_service(habits, random);
      break;
    }
  }
  return plan;
}

CallPlan CallPlanner::draw(std::uint32_t queue, Random& random) const {
  const acd::CallerHabits& habits = queues_[queue];
  const acd::Duration patient = habits.patience.sample_beyond(acd::Duration{0}, random.engine());
  return {.patience = patient, .service = drawn_service(habits, random)};
}

}  // namespace acdsim
