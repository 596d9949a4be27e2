// How few agents reach the targets, if the proportions of the staff stay as they are.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "load_scenario.hpp"
#include "made_staff.hpp"
#include "simulation_options.hpp"

namespace acdsim {

/// Searches up and down from `guess`, in growing steps and then by halves: more agents are taken to
/// be no worse. The same customers come to every number. Nothing if even ten times the scenario's
/// agents, and a hundred, miss a target. `seen` is told after every replication.
[[nodiscard]] std::optional<std::uint64_t> least_staff(const LoadedScenario& loaded,
                                                       const std::vector<StaffLine>& lines,
                                                       const SimulationOptions& options,
                                                       std::uint64_t guess,
                                                       const std::function<void()>& seen);

}  // namespace acdsim
