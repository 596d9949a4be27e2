// How many terminal columns a text takes: Chinese and other wide characters take two.
#pragma once

#include <cstddef>
#include <string_view>

namespace acdsim {

/// Of UTF-8; combining marks and escape sequences (ESC [ ... letter) take none, a broken
/// byte takes one.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// Code points, as editors count columns.
[[nodiscard]] std::size_t code_points(std::string_view text);

}  // namespace acdsim
