// What the user sets instead of what the file says, and what is wrong with it.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "acd/config/problem.hpp"
#include "acd/toml/setting.hpp"

namespace acdsim {

/// Of "groups.sales.target_wait=30s". Throws Failure(usage) for a text without "=" or without a
/// path.
[[nodiscard]] std::vector<acd::Setting> settings_of(std::span<const std::string> texts);

/// Takes from the problems those of settings (line 0), and shows them:
/// "--set groups.sales.weight=300: 300 is not in 0 to 255".
[[nodiscard]] std::string take_setting_problems(std::vector<acd::Problem>& problems,
                                                std::span<const acd::Setting> settings);

}  // namespace acdsim
