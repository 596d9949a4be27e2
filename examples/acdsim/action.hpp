// What a command line asks for, ready to be done.
#pragma once

#include <functional>

#include "exit_status.hpp"

namespace acdsim {

/// Writes its result to stdout, and the rest to stderr. Throws Failure or BadInput.
using Action = std::function<ExitStatus()>;

}  // namespace acdsim
