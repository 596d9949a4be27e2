// Instants and durations as text.
//
//   to_text(90s)                    // "1m30s"
//   parse_duration("2h")            // 2 h
//   to_text(Instant{...})           // "1999-08-01T06:00:00.5Z"
//
// Law: parse(to_text(x)) == x for every value of either type. Pure functions, linear in
// the length of the text; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "acd/export.hpp"
#include "acd/vocabulary/time.hpp"

namespace acd {
inline namespace v1 {

/// Whole numbers of h, m, s, ms, us, largest first, without those that are 0; "0s" for
/// nothing; a leading "-" if negative.
[[nodiscard]] ACD_EXPORT std::string to_text(Duration duration);

/// ISO 8601 in UTC, as many decimals as it takes; "never" for `never`. Outside the years
/// 0 to 9999: "@" and the microseconds since 1970.
[[nodiscard]] ACD_EXPORT std::string to_text(Instant instant);

/// Units d, h, m, s, ms, us, each at most once, largest first, without spaces: "1h30m".
/// Nothing if malformed, without a unit, or beyond 64 bits of microseconds.
[[nodiscard]] ACD_EXPORT std::optional<Duration> parse_duration(std::string_view text);

/// What `to_text` prints; decimals may be left out or be up to six. Nothing if malformed
/// or not a date of the calendar.
[[nodiscard]] ACD_EXPORT std::optional<Instant> parse_instant(std::string_view text);

}  // namespace v1
}  // namespace acd
