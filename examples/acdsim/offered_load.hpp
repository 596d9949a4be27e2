// What the demands of a scenario bring to each group, interval by interval, before anybody waits.
#pragma once

#include <cstddef>
#include <vector>

#include "load_scenario.hpp"

namespace acdsim {

/// What comes to one group in one interval, added up over demands.
struct OfferedLoad {
  double arrivals = 0;
  double service_s = 0;   ///< sum over arrivals, with wrap-up
  double patience_s = 0;  ///< sum over the impatient
  double impatient = 0;   ///< arrivals

  [[nodiscard]] double mean_service_s() const { return arrivals > 0 ? service_s / arrivals : 0; }
};

/// By group and interval. A demand that names its group is what its rates say. Where a demand
/// that comes by an entry, as recorded, or is followed by others ends up is counted in a few
/// replications in which it comes alone, to more agents than it needs. `intervals` are begins, and
/// the end of the last.
[[nodiscard]] std::vector<std::vector<OfferedLoad>> offered_loads(
    const LoadedScenario& loaded, const std::vector<acd::Instant>& intervals);

}  // namespace acdsim
