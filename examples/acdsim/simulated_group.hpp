// One group in a simulated time, the textbook's queue M/M/n+M: callers at random, handling times
// and patience exponential, n agents.
#pragma once

#include <cstdint>

#include "acd/config/blueprint.hpp"
#include "replay.hpp"

namespace acdsim {

struct SimulatedGroup {
  std::uint32_t agents = 10;
  std::uint32_t load_percent = 100;  ///< work that arrives / work that the agents can do
  std::uint32_t hours = 250;
  acd::Duration handle_time{std::chrono::minutes{3}};  ///< mean
  acd::Duration patience{std::chrono::minutes{6}};     ///< mean
  /// Of the agents: not there in the fourth and fifth of every eight hours.
  std::uint32_t away = 0;
  std::uint64_t seed = 1;
};

/// The group is counted.
[[nodiscard]] acd::Blueprint blueprint_of(const SimulatedGroup& group);
/// The same group, the same day, everywhere.
[[nodiscard]] ReplayDay day_of(const SimulatedGroup& group);

}  // namespace acdsim
