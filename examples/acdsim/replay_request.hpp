// A request's settings: those of its replay file, then those of the command line over them.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "replay_settings.hpp"

namespace acdsim {

struct ReplayRequest {
  std::filesystem::path file{};            ///< replay file; empty: all by options
  std::filesystem::path data_directory{};  ///< empty: as the replay file says
  std::vector<std::pair<std::string, std::string>> settings{};  ///< name and text
  bool quiet = false;                                           ///< no progress
  bool forecast = false;                                        ///< puts expected wait to the test
};

/// Throws BadInput for problems of the file, Failure(usage) for those of the options and for
/// files that nobody named.
[[nodiscard]] ReplaySettings settings_of(const ReplayRequest& request);

}  // namespace acdsim
