// Runs acdsim as a user does.
#pragma once

#include <string>

namespace acdsim_test {

struct Run {
  int exit_code = -1;
  std::string out{};
  std::string err{};
};

/// Through the shell; `arguments` are words for it.
[[nodiscard]] Run run_acdsim(const std::string& arguments);

/// Of the project.
[[nodiscard]] std::string examples_directory();
[[nodiscard]] std::string read_whole(const std::string& path);
void write_text(const std::string& path, const std::string& text);

/// Makes a directory of this process for files of tests; emptied at each call.
[[nodiscard]] std::string scratch_directory();

/// The text of tests/acdsim/golden/<name>; with ACD_REWRITE_GOLDEN set it is `out` from now on.
[[nodiscard]] std::string golden(const std::string& name, const std::string& out);

}  // namespace acdsim_test
