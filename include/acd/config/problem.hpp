// What is wrong with a configuration: every problem at once, each with its path.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace acd {
inline namespace v1 {

/// Where in a text; line and column count from 1 and are 0 where there is no text.
/// Columns count code points.
struct Position {
  int line = 0;
  int column = 0;
  friend bool operator==(const Position&, const Position&) = default;
};

enum class Severity : std::uint8_t {
  error,    ///< the blueprint is refused
  warning,  ///< it is accepted, and probably not what was meant
};

/// `path` follows the blueprint's members, lines by name or index:
/// "groups.sales.offer_rule", "agents[3].memberships[0].level".
struct Problem {
  std::string path{};
  std::string message{};
  Position position{};
  Severity severity = Severity::error;
  friend bool operator==(const Problem&, const Problem&) = default;
};

/// True if one of them is an error, so that the blueprint is refused.
[[nodiscard]] inline bool any_error(std::span<const Problem> problems) {
  for (const Problem& problem : problems) {
    if (problem.severity == Severity::error) return true;
  }
  return false;
}

}  // namespace v1
}  // namespace acd
