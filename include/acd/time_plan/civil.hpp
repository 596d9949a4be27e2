// Civil time: what a calendar and a clock on the wall say, before a zone makes it an instant.
#pragma once

#include <chrono>

#include "acd/vocabulary/time.hpp"

namespace acd {
inline namespace v1 {

/// A civil day, in no zone.
using Date = std::chrono::local_days;
/// What a clock on the wall says, in no zone.
using LocalTime = std::chrono::local_time<Duration>;

/// One shift of a day, half-open, counted from midnight at the beginning of the day on which
/// it starts: 22:00 to 30:00 ends at six the next morning. It belongs to the day on which it
/// starts. 00:00 <= start < 24:00; start < end <= 48:00; whole minutes or seconds.
struct Hours {
  std::chrono::seconds start{0};
  std::chrono::seconds end{0};
  friend constexpr bool operator==(const Hours&, const Hours&) = default;
};

inline constexpr Hours whole_day{std::chrono::hours{0}, std::chrono::hours{24}};

/// The dates that rules may name, far wider than the instants that are accepted.
inline constexpr Date first_date{std::chrono::year{1900} / 1 / 1};
inline constexpr Date last_date{std::chrono::year{2199} / 12 / 31};

}  // namespace v1
}  // namespace acd
