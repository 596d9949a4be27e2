// A scenario from its TOML file, and its blueprint, which may stand in a file beside it.
#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "acd/toml/scenario_toml.hpp"
#include "exit_status.hpp"
#include "text_table.hpp"

namespace acdsim {

struct ScenarioFile {
  acd::ScenarioRead read{};
  std::string problems{};  ///< of all files, as compilers print them, and of the settings
  /// Done if it is sound; usage if only settings have errors.
  ExitStatus status = ExitStatus::done;
};

/// Throws Failure(no_input). Zones without offsets have those of the system.
[[nodiscard]] ScenarioFile read_scenario_file(const std::filesystem::path& path,
                                              const TextStyle& style,
                                              std::span<const acd::Setting> settings = {});

}  // namespace acdsim
