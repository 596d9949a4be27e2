// Days that are simulated one after another or at once, and added up in their order.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "acd/config/compiled_plan.hpp"
#include "acd/simulation/scenario.hpp"
#include "acd/simulation/statistics.hpp"

namespace acdsim {

/// What estimates need of one replication.
struct ReplicationFigures {
  acd::ServiceCounts total{};
  std::vector<acd::ServiceCounts> by_group{};
  acd::AgentTimes agents{};  ///< of all of them
};

struct Replications {
  acd::Statistics sum{};
  std::vector<ReplicationFigures> each{};
  std::uint64_t state_hash = 0;  ///< of the hashes of all, in their order
  std::uint64_t events = 0;
};

/// How many at most, of which seed, on how many threads: the result does not depend on the last.
struct ReplicationOrder {
  std::uint64_t seed = 1;
  std::uint32_t count = 30;
  std::uint32_t jobs = 1;  ///< at least 1
};

/// Asked on the calling thread after every replication, in their order; false ends.
using GoOn = std::function<bool(const Replications&)>;

/// The scenario is sound, and the plan is that of its blueprint.
[[nodiscard]] Replications run_replications(const acd::Scenario& scenario,
                                            const acd::CompiledPlan& plan,
                                            const ReplicationOrder& order, const GoOn& go_on);

}  // namespace acdsim
