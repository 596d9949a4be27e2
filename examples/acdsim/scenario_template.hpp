// A scenario to begin with, with comments.
#pragma once

#include <string_view>

namespace acdsim {

/// TOML. Lines "# key = ..." and "# [table]" are examples: a scenario with all of them is sound,
/// too.
[[nodiscard]] std::string_view scenario_template();

}  // namespace acdsim
