// Instants and durations as people write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "acd/vocabulary/time.hpp"

namespace acdsim {

/// "1999-08-01T06:30:00Z", the only accepted form; a date that does not exist is none.
[[nodiscard]] std::optional<acd::Instant> read_instant(std::string_view text);

/// "90s", "30m", "1h30m", "1d"; whole numbers with a unit of d, h, m, s, in that order.
[[nodiscard]] std::optional<acd::Duration> read_duration(std::string_view text);

/// "+03:00", "-05:00", "Z": what to add to UTC.
[[nodiscard]] std::optional<acd::Duration> read_utc_offset(std::string_view text);

/// "1999-08-01T06:30:00Z"
[[nodiscard]] std::string instant_text(acd::Instant instant);
/// "1999-08-01 06:30" of the instant as given: add the offset before.
[[nodiscard]] std::string minute_text(acd::Instant instant);
/// "06:30"
[[nodiscard]] std::string clock_text(acd::Instant instant);
/// "1999-08-01"
[[nodiscard]] std::string date_text(acd::Instant instant);
/// "1999-08-01 Sun"
[[nodiscard]] std::string day_text(acd::Instant instant);
/// "1h 30m", "45s"; nothing below a second.
[[nodiscard]] std::string duration_text(acd::Duration duration);
/// "+03:00"
[[nodiscard]] std::string utc_offset_text(acd::Duration offset);

}  // namespace acdsim
