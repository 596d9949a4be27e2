// A scenario that is ready to be simulated as the options say.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "acd/config/compiled_plan.hpp"
#include "acd/simulation/scenario.hpp"
#include "acd/simulation/service_target.hpp"
#include "exit_status.hpp"
#include "simulation_options.hpp"
#include "text_table.hpp"

namespace acdsim {

struct LoadedScenario {
  acd::Scenario scenario{};
  std::vector<acd::ServiceTarget> targets{};
  /// Line of the first agent that a staff line makes; those before stand in the blueprint.
  std::uint32_t first_made_agent = 0;
  std::optional<acd::CompiledPlan> plan{};  ///< none: the scenario has errors
  acd::ServiceLevel formula = acd::ServiceLevel::of_offered;
  std::chrono::seconds utc_offset{0};    ///< of the clocks that the file goes by
  std::uint64_t fingerprint = 0;         ///< of what is simulated, whatever the tables' interval
  std::string problems{};                ///< warnings too; for stderr, as compilers print them
  ExitStatus status = ExitStatus::done;  ///< with which to end if there is no plan
};

/// Throws Failure(no_input), and Failure(usage) for an option that does not fit the scenario.
[[nodiscard]] LoadedScenario load_scenario(const std::filesystem::path& file,
                                           const SimulationOptions& options,
                                           const TextStyle& style);

}  // namespace acdsim
