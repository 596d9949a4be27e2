// A blueprint from its TOML file, its problems among those of the other files.
#pragma once

#include <filesystem>

#include "acd/config/blueprint.hpp"
#include "problem_list.hpp"

namespace acdsim {

/// An empty blueprint if there are errors. Warnings of a sound one go to stderr. Zones without
/// offsets have those of the system. Throws Failure(no_input).
[[nodiscard]] acd::Blueprint read_blueprint(const std::filesystem::path& path,
                                            ProblemList& problems);

}  // namespace acdsim
