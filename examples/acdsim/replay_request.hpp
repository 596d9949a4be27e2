// A request's settings: those of its replay file, then those of the command line over them.
#pragma once

#include "command_line.hpp"
#include "replay_settings.hpp"

namespace acdsim {

/// Throws BadInput for problems of the file, Failure(usage) for those of the options and for
/// files that nobody named.
[[nodiscard]] ReplaySettings settings_of(const ReplayRequest& request);

}  // namespace acdsim
