// Figures of one replication each, as experiments estimate and compare them.
#pragma once

#include <vector>

#include "acd/simulation/service_target.hpp"
#include "acd/simulation/statistics.hpp"
#include "replications.hpp"

namespace acdsim {

/// What the target is about: its group's counts, or those of all.
[[nodiscard]] const acd::ServiceCounts& counts_of(const ReplicationFigures& each,
                                                  const acd::ServiceTarget& target);

/// One for each replication.
[[nodiscard]] std::vector<acd::Ratio> ratios_of(const Replications& replications,
                                                const acd::ServiceTarget& target,
                                                acd::ServiceLevel formula);

}  // namespace acdsim
