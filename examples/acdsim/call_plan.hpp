// What each caller of the log will do in a replay: how long he waits, how long he talks.
//
// The log tells the patience of those who abandoned and the service of those who were
// served; the other half is drawn:
//   - patience of a served caller: from the Kaplan-Meier estimate of his queue, given that it
//     exceeds the wait he had;
//   - service of an abandoner: one of the recorded services of his queue, all equally likely.
// A queue with few observations (see `observations_min`) borrows those of all queues.
// A call's draws depend on the seed and its call_id only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "acd/vocabulary/time.hpp"
#include "call_log.hpp"
#include "kaplan_meier.hpp"
#include "random.hpp"

namespace acdsim {

struct CallPlan {
  acd::Duration patience{0};
  acd::Duration service{0};
};

class CallPlanner {
 public:
  static constexpr std::size_t observations_min = 20;

  explicit CallPlanner(const CallLog& log);

  [[nodiscard]] CallPlan plan(const LoggedCall& call, std::uint64_t seed) const;
  /// Of somebody of whom nothing is known but his queue.
  [[nodiscard]] CallPlan draw(std::uint32_t queue, Random& random) const;
  /// The estimate that the queue's callers are drawn from.
  [[nodiscard]] const KaplanMeier& patience(std::uint32_t queue) const;
  [[nodiscard]] const std::vector<acd::Duration>& services(std::uint32_t queue) const;

 private:
  struct Model {
    KaplanMeier patience{};
    std::vector<acd::Duration> services{};
  };
  std::vector<Model> queues_{};
  Model all_{};
};

}  // namespace acdsim
