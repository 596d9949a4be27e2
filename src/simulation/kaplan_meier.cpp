// The product-limit estimate.
#include "acd/simulation/kaplan_meier.hpp"

#include <algorithm>

namespace acd {
inline namespace v1 {

TimeDistribution kaplan_meier(std::vector<PatienceObservation> observations) {
  std::ranges::sort(observations, {}, &PatienceObservation::time);
  std::vector<TimePart> steps;
  double lasting = 1;
  for (std::size_t i = 0; i < observations.size();) {
    const Duration time = observations[i].time;
    const auto at_risk = static_cast<double>(observations.size() - i);
    std::size_t abandoned = 0;
    for (; i < observations.size() && observations[i].time == time; ++i) {
      if (observations[i].kind == PatienceObservation::Kind::abandoned) ++abandoned;
    }
    if (abandoned == 0) continue;
    lasting *= 1 - static_cast<double>(abandoned) / at_risk;
    steps.push_back({.time = time, .share = lasting});
  }
  if (steps.empty()) return infinite_patience();
  return {.kind = TimeDistributionKind::survival, .parts = std::move(steps)};
}

}  // namespace v1
}  // namespace acd
