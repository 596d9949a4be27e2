// Puts settings into the tree of a file before it is read.
#pragma once

#include <toml++/toml.h>

#include <span>
#include <string_view>
#include <vector>

#include "acd/toml/setting.hpp"
#include "toml/form.hpp"
#include "toml/reading.hpp"

namespace acd {
inline namespace v1 {

/// True if the path leads into a place of that form, as far as its first step tells.
[[nodiscard]] bool begins_within(std::string_view path, const Form& form);

/// Those whose paths do.
[[nodiscard]] std::vector<Setting> settings_within(const Form& form,
                                                   std::span<const Setting> settings);

/// What is put in has no position. Reports paths that lead nowhere, without one too.
void put_settings(toml::table& file, const Form& form, std::span<const Setting> settings,
                  Reading& reading);

}  // namespace v1
}  // namespace acd
