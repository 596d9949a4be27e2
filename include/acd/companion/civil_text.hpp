// Dates, local times and hours of a day as text.
//
//   to_text(Date{...})              // "2026-10-01"
//   to_text(LocalTime{...})         // "2026-10-01T09:30", with seconds only if there are some
//   to_text(Hours{22h, 30h})        // "22:00-30:00"
//
// Law: parse(to_text(x)) == x for dates and local times of the years 0 to 9999, and for the
// hours that civil.hpp allows. Pure functions, linear in the length of the text; any thread.
#pragma once

#include <string>
#include <string_view>

#include "acd/companion/policy_text.hpp"
#include "acd/export.hpp"
#include "acd/time_plan/civil.hpp"

namespace acd {
inline namespace v1 {

[[nodiscard]] ACD_EXPORT std::string to_text(Date date);
[[nodiscard]] ACD_EXPORT std::string to_text(LocalTime local);
[[nodiscard]] ACD_EXPORT std::string to_text(const Hours& hours);

// A date that no calendar has and hours out of their bounds are refused, with the reason.
[[nodiscard]] ACD_EXPORT Parsed<Date> parse_date(std::string_view text);
[[nodiscard]] ACD_EXPORT Parsed<LocalTime> parse_local_time(std::string_view text);
[[nodiscard]] ACD_EXPORT Parsed<Hours> parse_hours(std::string_view text);

}  // namespace v1
}  // namespace acd
