// Sums over replications, by interval.
#include "staffing_trial.hpp"

#include <algorithm>

#include "run_measures.hpp"
#include "simulate.hpp"

namespace acdsim {
namespace {

acd::ServiceCounts counts_of(const acd::Statistics& sum, acd::GroupId group, std::size_t interval) {
  if (!group.is_none()) return sum.by_interval[group.index()][interval];
  acd::ServiceCounts all;
  for (const std::vector<acd::ServiceCounts>& own : sum.by_interval) all.add(own[interval]);
  return all;
}

}  // namespace

void StaffingTrial::run(std::uint64_t seed, std::uint32_t replications, const GoOn& each) {
  const LoadedScenario changed = with_staff(loaded_, lines_of(staffing_, &StaffKind::needed));
  const GoOn counted = [&](const Replications& so_far) {
    ++effort_.replications;
    if (seen_) seen_(effort_, so_far);
    return each(so_far);
  };
  replications_ =
      run_replications(changed.scenario, *changed.plan,
                       {.seed = seed, .count = replications, .jobs = jobs_of(options_)}, counted);
  figures_ = figures_of(replications_.sum);
  effort_.events += replications_.events;
  ++effort_.staffings;
}

void StaffingTrial::simulate(std::uint64_t seed, std::uint32_t replications) {
  run(seed, replications, [](const Replications& /*so_far*/) { return true; });
}

void StaffingTrial::simulate_base(std::uint64_t seed, std::uint32_t replications,
                                  std::uint32_t paired) {
  run(seed, replications, [&](const Replications& so_far) {
    if (so_far.each.size() == paired) of_paired_ = figures_of(so_far.sum);
    return true;
  });
  of_base_ = figures_;
}

void StaffingTrial::simulate_beside_base(std::uint64_t seed, std::uint32_t paired) {
  simulate(seed, paired);
  for (std::size_t target = 0; target < figures_.size(); ++target) {
    for (std::size_t i = 0; i < figures_[target].size(); ++i) {
      const bool is_known = of_paired_[target][i] && of_base_[target][i];
      if (!is_known || !figures_[target][i]) continue;
      *figures_[target][i] += *of_base_[target][i] - *of_paired_[target][i];
    }
  }
}

acd::ServiceCounts StaffingTrial::counts(acd::GroupId group, std::size_t interval) const {
  return counts_of(replications_.sum, group, interval);
}

StaffingTrial::Figures StaffingTrial::figures_of(const acd::Statistics& sum) const {
  Figures figures;
  for (const acd::ServiceTarget& target : loaded_.targets) {
    figures.emplace_back();
    for (std::size_t i = 0; i < staffing_.interval_count(); ++i) {
      figures.back().push_back(
          value_of(ratio_of(counts_of(sum, target.group, i), target.figure, loaded_.formula)));
    }
  }
  return figures;
}

bool StaffingTrial::meets(std::size_t target, std::size_t interval) const {
  const std::optional<double>& value = figures_[target][interval];
  return !value || is_met(loaded_.targets[target], *value);
}

bool StaffingTrial::meets_all(std::size_t interval) const {
  for (std::size_t target = 0; target < figures_.size(); ++target) {
    if (!meets(target, interval)) return false;
  }
  return true;
}

std::vector<std::size_t> StaffingTrial::missed() const {
  std::vector<std::size_t> missed;
  for (std::size_t i = staffing_.first_counted; i < staffing_.interval_count(); ++i) {
    if (!meets_all(i)) missed.push_back(i);
  }
  return missed;
}

}  // namespace acdsim
