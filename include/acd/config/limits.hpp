// Bounds, fixed when a router is made: memory is sized from them, exceeding one is a refusal.
#pragma once

#include <cstddef>
#include <cstdint>

#include "acd/vocabulary/level.hpp"

namespace acd {
inline namespace v1 {

/// Bound on `Limits::hops`.
inline constexpr std::size_t hops_max = 15;

struct Limits {
  std::uint32_t sessions = 10'000;    ///< live at once; 1 to 2^24
  std::uint16_t requirements = 1024;  ///< distinct expressions, the blueprint's included
  /// Eligibility classes: distinct (group, channel, requirement, delay) in use;
  /// 1 to 2^24.
  std::uint32_t classes = 65'536;
  /// Of both kinds: never again, and not before. 4 to 64.
  std::uint8_t exclusions_per_session = 16;
  std::uint8_t hops = 8;      ///< moves of one session by overflow rules; at most 15
  Priority priority_max = 9;  ///< at most 63
  Level level_max = 10;       ///< at most 63
  friend bool operator==(const Limits&, const Limits&) = default;
};

}  // namespace v1
}  // namespace acd
