// The shape of a load: how many agents in how many groups, how busy.
#pragma once

#include <cstdint>

namespace acd::bench {

inline constexpr std::uint32_t priorities = 4;

/// Poisson arrivals to random groups with random priorities; exponential service; patience
/// exponential with the same mean; every agent in `memberships` different random groups.
struct Workload {
  std::uint32_t agents = 1000;
  std::uint32_t groups = 100;
  std::uint32_t memberships = 4;
  std::uint32_t utilisation_percent = 95;  ///< arrival rate times service over agents
  std::uint32_t lives = 200'000;           ///< sessions after the first ones, which fill it
  std::uint64_t seed = 1;
};

}  // namespace acd::bench
