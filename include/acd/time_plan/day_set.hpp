// Sets of civil days: and, or, not over rules of the calendar.
//
//   weekdays(Monday, Friday) && !on_dates({2026y / 10 / 1})
//   yearly(12, 25) || nth_weekday(5, -1, Monday)      // Christmas, last Monday of May
#pragma once

#include <chrono>
#include <cstdint>
#include <vector>

#include "acd/export.hpp"
#include "acd/policy/boolean.hpp"
#include "acd/time_plan/civil.hpp"

namespace acd {
inline namespace v1 {

enum class DayRuleKind : std::uint8_t {
  weekdays,     ///< `weekdays`
  dates,        ///< `dates`
  range,        ///< `first` to `last`, both included
  yearly,       ///< `month` and `day` of every year that has it
  nth_weekday,  ///< the `nth` `weekday` of `month`
};
inline constexpr DayRuleKind last_day_rule_kind = DayRuleKind::nth_weekday;

struct DayRule {
  DayRuleKind kind = DayRuleKind::weekdays;
  std::uint8_t weekdays = 0;  ///< bit 0 Sunday to bit 6 Saturday
  std::uint8_t month = 0;     ///< 1 to 12; nth_weekday: 0 is every month
  std::uint8_t day = 0;       ///< 1 to 31
  std::int8_t nth = 0;        ///< 1 to 5, or -1 (last) to -5
  std::vector<Date> dates{};  ///< strictly increasing
  Date first{};
  Date last{};
  friend bool operator==(const DayRule&, const DayRule&) = default;
};

using DaySet = Boolean<DayRule>;

[[nodiscard]] ACD_EXPORT DaySet weekdays(std::chrono::weekday first, std::chrono::weekday last);
[[nodiscard]] ACD_EXPORT DaySet on_dates(std::vector<Date> dates);  ///< in any order
[[nodiscard]] ACD_EXPORT DaySet between_dates(Date first, Date last);
[[nodiscard]] ACD_EXPORT DaySet yearly(unsigned month, unsigned day);
[[nodiscard]] ACD_EXPORT DaySet nth_weekday(unsigned month, int nth, std::chrono::weekday weekday);

/// Linear in the set's rules, logarithmic in its dates.
[[nodiscard]] ACD_EXPORT bool contains(const DaySet& days, Date day);

}  // namespace v1
}  // namespace acd
