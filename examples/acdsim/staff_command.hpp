// acdsim staff: how few agents reach the targets, interval by interval.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "experiment_result.hpp"
#include "simulation_options.hpp"
#include "text_table.hpp"

namespace acdsim {

struct StaffRequest : SimulationOptions {
  std::filesystem::path file{};    ///< scenario
  std::filesystem::path toml{};    ///< where to write staff lines; "-" is stdout, empty nowhere
  std::vector<std::string> out{};  ///< "KIND:FILE", each
};

/// Missed: no number of agents reaches the targets, or what was found missed one with other seeds.
/// Throws Failure(no_input, usage or cannot_create).
[[nodiscard]] ExperimentResult staff(const StaffRequest& request, const TextStyle& style);

}  // namespace acdsim
