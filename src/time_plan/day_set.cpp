// Rules of the calendar, and the days for which they hold.
#include "acd/time_plan/day_set.hpp"

#include <algorithm>
#include <utility>

namespace acd {
inline namespace v1 {
namespace {

using std::chrono::year_month_day;

std::uint8_t bit_of(std::chrono::weekday day) {
  return static_cast<std::uint8_t>(1U << day.c_encoding());
}

unsigned days_of_month(const year_month_day& date) {
  return static_cast<unsigned>((date.year() / date.month() / std::chrono::last).day());
}

/// `day` is the nth of its own weekday in its month, from the front or from the end.
bool is_nth(const year_month_day& date, int nth) {
  const auto day = static_cast<unsigned>(date.day());
  if (nth < 0) return static_cast<int>((days_of_month(date) - day) / 7) + 1 == -nth;
  return static_cast<int>((day - 1) / 7) + 1 == nth;
}

bool is_in_month(const year_month_day& date, unsigned month) {
  return static_cast<unsigned>(date.month()) == month;
}

bool holds(const DayRule& rule, Date day) {
  switch (rule.kind) {
    case DayRuleKind::weekdays: return (rule.weekdays & bit_of(std::chrono::weekday{day})) != 0;
    case DayRuleKind::dates: return std::ranges::binary_search(rule.dates, day);
    case DayRuleKind::range: return rule.first <= day && day <= rule.last;
    case DayRuleKind::yearly: {
      const year_month_day date{day};
      return is_in_month(date, rule.month) && static_cast<unsigned>(date.day()) == rule.day;
    }
    case DayRuleKind::nth_weekday: {
      const year_month_day date{day};
      return (rule.weekdays & bit_of(std::chrono::weekday{day})) != 0 &&
             (rule.month == 0 || is_in_month(date, rule.month)) && is_nth(date, rule.nth);
    }
  }
  return false;
}

/// Truth of one day; int, for a vector of bool hands out no references.
struct OneDay {
  Date day;
  [[nodiscard]] int leaf(const DayRule& rule) const { return holds(rule, day) ? 1 : 0; }
  [[nodiscard]] int both(int a, int b) const { return a & b; }
  [[nodiscard]] int either(int a, int b) const { return a | b; }
  [[nodiscard]] int negation(int a) const { return 1 - a; }
  [[nodiscard]] int anything() const { return 1; }
  [[nodiscard]] int nothing() const { return 0; }
};

}  // namespace

DaySet weekdays(std::chrono::weekday first, std::chrono::weekday last) {
  DayRule rule{.kind = DayRuleKind::weekdays};
  for (std::chrono::weekday day = first;; ++day) {
    rule.weekdays = static_cast<std::uint8_t>(rule.weekdays | bit_of(day));
    if (day == last) return rule;
  }
}

DaySet on_dates(std::vector<Date> dates) {
  std::ranges::sort(dates);
  dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
  return DayRule{.kind = DayRuleKind::dates, .dates = std::move(dates)};
}

DaySet between_dates(Date first, Date last) {
  return DayRule{.kind = DayRuleKind::range, .first = first, .last = last};
}

DaySet yearly(unsigned month, unsigned day) {
  return DayRule{.kind = DayRuleKind::yearly,
                 .month = static_cast<std::uint8_t>(std::min(month, 255U)),
                 .day = static_cast<std::uint8_t>(std::min(day, 255U))};
}

DaySet nth_weekday(unsigned month, int nth, std::chrono::weekday weekday) {
  return DayRule{.kind = DayRuleKind::nth_weekday,
                 .weekdays = bit_of(weekday),
                 .month = static_cast<std::uint8_t>(std::min(month, 255U)),
                 .nth = static_cast<std::int8_t>(std::clamp(nth, -128, 127))};
}

bool contains(const DaySet& days, Date day) { return days.fold(OneDay{day}) != 0; }

}  // namespace v1
}  // namespace acd
