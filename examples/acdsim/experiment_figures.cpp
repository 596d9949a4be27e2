// Looks them up.
#include "experiment_figures.hpp"

namespace acdsim {

const acd::ServiceCounts& counts_of(const ReplicationFigures& each,
                                    const acd::ServiceTarget& target) {
  return target.group.is_none() ? each.total : each.by_group[target.group.index()];
}

std::vector<acd::Ratio> ratios_of(const Replications& replications,
                                  const acd::ServiceTarget& target, acd::ServiceLevel formula) {
  std::vector<acd::Ratio> ratios;
  ratios.reserve(replications.each.size());
  for (const ReplicationFigures& each : replications.each) {
    ratios.push_back(ratio_of(counts_of(each, target), target.figure, formula));
  }
  return ratios;
}

}  // namespace acdsim
