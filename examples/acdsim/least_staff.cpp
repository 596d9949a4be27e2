// The least number that was seen to do, and the largest that was seen to miss.
#include "least_staff.hpp"

#include <algorithm>

#include "experiment_figures.hpp"
#include "simulate.hpp"

namespace acdsim {

std::optional<std::uint64_t> least_staff(const LoadedScenario& loaded,
                                         const std::vector<StaffLine>& lines,
                                         const SimulationOptions& options, std::uint64_t guess,
                                         const std::function<void()>& seen) {
  const std::uint64_t most = 10 * agents_of(lines) + 100;
  const auto does = [&](std::uint64_t agents) {
    const LoadedScenario changed = with_staff(loaded, scaled(lines, agents));
    const Seen each = [&](const Replications& /*so_far*/, std::uint64_t /*expected*/) { seen(); };
    const Replications replications = simulate(changed, options, each);
    return targets_missed(experiment_figures(changed), replications) == 0;
  };
  std::uint64_t at = std::min(guess, most);
  std::uint64_t step = 1;
  std::optional<std::uint64_t> low;   // misses
  std::optional<std::uint64_t> high;  // does
  while (!low || !high) {
    if (does(at)) {
      high = at;
      if (at == 0) return 0;
      at -= std::min(step, at);
    } else {
      low = at;
      if (at == most) return std::nullopt;
      at = std::min(at + step, most);
    }
    step *= 2;
  }
  while (*low + 1 < *high) {
    at = (*low + *high) / 2;
    (does(at) ? high : low) = at;
  }
  return high;
}

}  // namespace acdsim
