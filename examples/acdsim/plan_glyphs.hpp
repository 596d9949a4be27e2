// What pictures of plans are drawn with.
#pragma once

#include <array>
#include <string_view>

namespace acdsim {

/// Shades from closed to open all the time, one column each.
struct Glyphs {
  static constexpr std::size_t shades = 5;
  std::array<std::string_view, shades> shade{};
  [[nodiscard]] std::string_view closed() const { return shade.front(); }
  [[nodiscard]] std::string_view open() const { return shade.back(); }
  [[nodiscard]] std::string_view partly() const { return shade[2]; }
};

inline constexpr Glyphs block_glyphs{{"·", "░", "▒", "▓", "█"}};
inline constexpr Glyphs ascii_glyphs{{".", "-", "=", "#", "@"}};

/// Blocks on a terminal with a UTF-8 locale, else ASCII.
[[nodiscard]] Glyphs glyphs_of_stdout();

}  // namespace acdsim
