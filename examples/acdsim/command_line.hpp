// What the command line asks for.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace acdsim {

struct ReplayRequest {
  std::filesystem::path file{};            ///< replay file; empty: all by options
  std::filesystem::path data_directory{};  ///< empty: as the replay file says
  std::vector<std::pair<std::string, std::string>> settings{};  ///< name and text
  bool quiet = false;                                           ///< no progress
};

struct CommandLine {
  enum class Kind { replay, make_surge_day, finished };
  Kind kind = Kind::finished;
  int exit_code = 0;  ///< finished: help was shown, or usage was wrong
  ReplayRequest replay{};
  std::filesystem::path directory{};  ///< make_surge_day
};

/// Prints help to stdout and what is wrong with the usage to stderr.
[[nodiscard]] CommandLine parse_command_line(int count, const char* const* arguments);

}  // namespace acdsim
