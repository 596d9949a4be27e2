// From the words of the command line to what they ask for.
#pragma once

#include "action.hpp"

namespace acdsim {

/// Help and what is wrong with the usage are printed at once, to stdout and to stderr; the action
/// is then only to end with their status.
[[nodiscard]] Action parse_command_line(int count, const char* const* arguments);

}  // namespace acdsim
