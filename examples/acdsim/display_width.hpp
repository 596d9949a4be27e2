// How many terminal columns a text takes: Chinese and other wide characters take two.
#pragma once

#include <cstddef>
#include <string_view>

#include "acd/config/problem.hpp"

namespace acdsim {

/// Of UTF-8; combining marks and escape sequences (ESC [ ... letter) take none, a broken
/// byte takes one.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// Code points, as editors count columns.
[[nodiscard]] std::size_t code_points(std::string_view text);

/// Line and column, in code points, of a byte of the text; of its end if it is shorter.
[[nodiscard]] acd::Position position_in(std::string_view text, std::size_t byte);

}  // namespace acdsim
