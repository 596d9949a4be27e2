// acdsim init: a scenario to begin with.
#pragma once

#include <filesystem>

#include "exit_status.hpp"

namespace acdsim {

/// Writes the template into a new file, or to stdout if no name is given. Throws
/// Failure(cannot_create), and leaves a file that is there alone.
ExitStatus write_template(const std::filesystem::path& file);

}  // namespace acdsim
