// Instants for people: dates, weekdays, clocks, at an offset from UTC.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "acd/vocabulary/time.hpp"

namespace acdsim {

/// "+03:00", "-05:00", "Z": what to add to UTC.
[[nodiscard]] std::optional<acd::Duration> read_utc_offset(std::string_view text);
/// "+03:00"; "-00:44:30" where there are seconds.
[[nodiscard]] std::string utc_offset_text(acd::Duration offset);

// Of the instant as it is; add the offset before.
/// "06:30"
[[nodiscard]] std::string clock_text(acd::Instant instant);
/// "1999-08-01"
[[nodiscard]] std::string date_text(acd::Instant instant);
/// "1999-08-01 Sun"
[[nodiscard]] std::string day_text(acd::Instant instant);

}  // namespace acdsim
