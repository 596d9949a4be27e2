// A scenario from its TOML file, and its blueprint, which may stand in a file beside it.
#pragma once

#include <filesystem>
#include <string>

#include "acd/toml/scenario_toml.hpp"
#include "text_table.hpp"

namespace acdsim {

struct ScenarioFile {
  acd::ScenarioRead read{};
  std::string problems{};  ///< of all files, as compilers print them
};

/// Throws Failure(no_input). Zones without offsets have those of the system.
[[nodiscard]] ScenarioFile read_scenario_file(const std::filesystem::path& path,
                                              const TextStyle& style);

}  // namespace acdsim
