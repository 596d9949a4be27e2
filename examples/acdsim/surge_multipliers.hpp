// How many times as many call in each hour of a day on which something happens.
//
// A file holds several such days, as JSON:
//
//   [{"name": "storm", "date": "2012-10-29", "note": "a hurricane comes in the evening",
//     "hours": [{"hour_local": 0, "multiplier": 1.2}, ...]}, ...]
//
// Further members are ignored; a multiplier may be null where nobody knows what is usual.
#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

#include "problem_list.hpp"

namespace acdsim {

struct SurgeMultipliers {
  std::string name{};
  std::string date{};  ///< as the file says it; may be empty, as the note
  std::string note{};
  std::array<double, 24> by_hour{};  ///< of the local day; 1 where the file says nothing
};

/// Throws Failure(no_input) for a file that cannot be read. None, and a problem, if it is malformed
/// or has no day of that name. Linear in the file.
[[nodiscard]] std::optional<SurgeMultipliers> read_surge_multipliers(
    const std::filesystem::path& file, const std::string& name, ProblemList& problems);

}  // namespace acdsim
