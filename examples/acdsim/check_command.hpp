// acdsim check: what is wrong with scenarios or blueprints, and what they probably do not mean.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "exit_status.hpp"
#include "text_table.hpp"

namespace acdsim {

struct CheckRequest {
  std::vector<std::filesystem::path> files{};  ///< blueprints
};

struct CheckResult {
  std::string report{};
  ExitStatus status = ExitStatus::done;  ///< bad_data if a file has an error
};

/// Every problem of every file, with its line and a mark below its column. A host's own ranks are
/// taken to be bound. Throws Failure(no_input).
[[nodiscard]] CheckResult check_report(const CheckRequest& request, const TextStyle& style);

}  // namespace acdsim
