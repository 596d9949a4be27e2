// A replay file: the settings of a replay in TOML, so that it can be repeated by its name.
//
//   title = "Freezing rain"
//   calls = "calls.csv"            # looked up in the data directory
//   shifts = "agent_sessions.csv"
//   skills = "agent_skills.csv"
//   blueprint = "blueprint.toml"   # beside this file
//   service_level = "20s"
//
// Keys are those of the setting table, and two for where calls, shifts and skills are: `data`,
// a directory beside this file, and `data_variable`, an environment variable which, if set,
// names the directory instead. Without either they are beside this file.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "problem_list.hpp"

namespace acdsim {

struct FileSetting {
  std::string name{};
  std::optional<std::string> text{};  ///< none: neither a text nor a whole number
  acd::Position position{};
};

struct ReplayFile {
  std::string file{};
  std::filesystem::path data_directory{};
  std::vector<FileSetting> settings{};  ///< in the order of the file, paths resolved
};

/// `data_directory`, unless empty, replaces what the file says about it. Throws
/// Failure(no_input) if it cannot be read; all else goes to the problems.
[[nodiscard]] ReplayFile read_replay_file(const std::filesystem::path& path,
                                          const std::filesystem::path& data_directory,
                                          ProblemList& problems);

}  // namespace acdsim
