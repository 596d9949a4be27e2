// `acdsim run`: a scenario, many times, and what came of it.
#pragma once

#include <string>

#include "exit_status.hpp"
#include "run_request.hpp"
#include "text_table.hpp"

namespace acdsim {

struct RunResult {
  std::string report{};
  std::string problems{};  ///< of the scenario; for stderr
  std::string closing{};   ///< what was done; for stderr
  ExitStatus status = ExitStatus::done;
};

/// Throws Failure(no_input or usage).
[[nodiscard]] RunResult run_scenario(const RunRequest& request, const TextStyle& style);

}  // namespace acdsim
