// A place of a scenario and the values that it takes one after another.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace acdsim {

struct Variation {
  std::string path{};  ///< as of --set
  std::vector<std::string> values{};
};

/// "path=from:to:step" of numbers, shares (5%) or durations, the last one included if a step meets
/// it; or "path=a,b,c". Throws Failure(usage).
[[nodiscard]] Variation parse_variation(std::string_view text);

/// Every combination of values, the last variation's changing first. Throws Failure(usage) if there
/// are more than 10,000, or two variations of one place.
[[nodiscard]] std::vector<std::vector<std::string>> grid_of(std::span<const Variation> variations);

}  // namespace acdsim
