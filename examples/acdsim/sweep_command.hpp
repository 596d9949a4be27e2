// acdsim sweep: one scenario at many points, with the same customers at each.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "estimate.hpp"
#include "experiment_result.hpp"
#include "simulation_options.hpp"
#include "text_table.hpp"

namespace acdsim {

struct SweepRequest : SimulationOptions {
  std::filesystem::path file{};     ///< scenario
  std::vector<std::string> vary{};  ///< "path=from:to:step", "path=a,b,c"
  std::vector<std::string> out{};   ///< "KIND:FILE", each
  bool dry_run = false;             ///< lists the runs, and checks them
};

/// Every point is checked before the first is simulated. Missed: no point meets its targets.
/// Throws Failure(no_input or usage).
[[nodiscard]] ExperimentResult sweep(const SweepRequest& request, const TextStyle& style);

}  // namespace acdsim
