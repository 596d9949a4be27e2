// What each caller of the log will do in a replay: how long he waits, how long he talks.
//
// The log tells the patience of those who abandoned and the service of those who were
// served; the other half is drawn:
//   - patience of a served caller: from the Kaplan-Meier estimate of his queue, given that it
//     exceeds the wait he had;
//   - service of an abandoner: one of the recorded services of his queue, all equally likely.
// A call's draws depend on the seed and its call_id only.
#pragma once

#include <cstdint>
#include <vector>

#include "acd/simulation/call_log.hpp"
#include "random.hpp"

namespace acdsim {

struct CallPlan {
  acd::Duration patience{0};
  acd::Duration service{0};
};

class CallPlanner {
 public:
  explicit CallPlanner(const acd::CallLog& log);

  [[nodiscard]] CallPlan plan(const acd::LoggedCall& call, std::uint64_t seed) const;
  /// Of somebody of whom nothing is known but his queue.
  [[nodiscard]] CallPlan draw(std::uint32_t queue, Random& random) const;

 private:
  std::vector<acd::CallerHabits> queues_{};
};

}  // namespace acdsim
