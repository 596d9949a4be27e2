// The calls of a recorded day as they would be if, in each hour, so many times as many had called.
//
// Each call of an hour comes as often as the hour's multiplier says: its whole part, and once more
// with the probability of the rest; below 1 some calls do not come. The first is the recorded call
// itself. The others are other callers of the same queue and priority: at an instant of the
// same hour, all equally likely; who they are is not known; patience and service are drawn. All
// draws depend on the seed and the recorded call's id only.
#pragma once

#include <cstdint>
#include <vector>

#include "acd/vocabulary/time.hpp"
#include "call_plan.hpp"
#include "replay.hpp"
#include "surge_multipliers.hpp"

namespace acdsim {

class SurgeCalls {
 public:
  /// The hours are those of clocks at the offset; ids of other callers begin after `id_max`.
  SurgeCalls(SurgeMultipliers multipliers, acd::Duration utc_offset, std::uint64_t seed,
             std::uint64_t id_max)
      : multipliers_{std::move(multipliers)},
        utc_offset_{utc_offset},
        seed_{seed},
        next_id_{id_max + 1} {}

  /// Appends whoever comes for one recorded call of this queue of the log.
  void add(const ReplayCall& recorded, std::uint32_t queue, const CallPlanner& planner,
           std::vector<ReplayCall>& calls);

  [[nodiscard]] const SurgeMultipliers& multipliers() const { return multipliers_; }

 private:
  SurgeMultipliers multipliers_;
  acd::Duration utc_offset_;
  std::uint64_t seed_;
  std::uint64_t next_id_;
};

/// 0 to 23, as clocks at the offset show it.
[[nodiscard]] std::size_t hour_of_day(acd::Instant instant, acd::Duration utc_offset);

}  // namespace acdsim
