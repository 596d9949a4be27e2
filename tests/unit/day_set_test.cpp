// Rules of the calendar: which days they hold for.
#include "acd/time_plan/day_set.hpp"

#include <chrono>

#include "support/catch.hpp"

namespace acd {
namespace {

using namespace std::chrono_literals;
using std::chrono::Friday;
using std::chrono::Monday;
using std::chrono::Saturday;
using std::chrono::Sunday;

constexpr Date day(int year, unsigned month, unsigned number) {
  return Date{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(number)};
}

/// The days of a year that the set contains.
std::vector<Date> days_of(const DaySet& days, int year) {
  std::vector<Date> found;
  for (Date one = day(year, 1, 1); one < day(year + 1, 1, 1); one += std::chrono::days{1}) {
    if (contains(days, one)) found.push_back(one);
  }
  return found;
}

TEST_CASE("weekdays run from the first to the last, also across the weekend") {
  const DaySet working = weekdays(Monday, Friday);
  CHECK(contains(working, day(2024, 3, 8)));
  CHECK_FALSE(contains(working, day(2024, 3, 9)));
  CHECK_FALSE(contains(working, day(2024, 3, 10)));
  CHECK(contains(working, day(2024, 3, 11)));
  const DaySet long_weekend = weekdays(Friday, Monday);
  CHECK(days_of(long_weekend, 2023).size() == 52 * 4 + 1);
  CHECK(contains(long_weekend, day(2024, 3, 10)));
  CHECK(contains(weekdays(Sunday, Sunday), day(2024, 3, 10)));
  CHECK_FALSE(contains(weekdays(Sunday, Sunday), day(2024, 3, 11)));
  CHECK(days_of(weekdays(Monday, Sunday), 2024).size() == 366);
}

TEST_CASE("weekdays hold before 1970 too") {
  CHECK(contains(weekdays(Saturday, Saturday), day(1969, 7, 19)));
  CHECK_FALSE(contains(weekdays(Saturday, Saturday), day(1969, 7, 20)));
}

TEST_CASE("dates may be given in any order, and twice") {
  const DaySet dates = on_dates({day(2024, 10, 2), day(2024, 10, 1), day(2024, 10, 2)});
  CHECK(days_of(dates, 2024) == std::vector{day(2024, 10, 1), day(2024, 10, 2)});
  CHECK(dates == on_dates({day(2024, 10, 1), day(2024, 10, 2)}));
}

TEST_CASE("a range includes its first and its last day") {
  const DaySet week = between_dates(day(2024, 12, 30), day(2025, 1, 2));
  CHECK(days_of(week, 2024) == std::vector{day(2024, 12, 30), day(2024, 12, 31)});
  CHECK(days_of(week, 2025) == std::vector{day(2025, 1, 1), day(2025, 1, 2)});
}

TEST_CASE("29 February is a day of leap years only") {
  CHECK(days_of(yearly(2, 29), 2024) == std::vector{day(2024, 2, 29)});
  CHECK(days_of(yearly(2, 29), 2023).empty());
  CHECK(days_of(yearly(2, 29), 2100).empty());
  CHECK(days_of(yearly(2, 29), 2000) == std::vector{day(2000, 2, 29)});
}

TEST_CASE("the nth weekday counts from the beginning of the month, or from its end") {
  CHECK(days_of(nth_weekday(5, -1, Monday), 2024) == std::vector{day(2024, 5, 27)});
  CHECK(days_of(nth_weekday(5, 4, Monday), 2024) == std::vector{day(2024, 5, 27)});
  CHECK(days_of(nth_weekday(9, 1, Monday), 2025) == std::vector{day(2025, 9, 1)});
  CHECK(days_of(nth_weekday(2, -5, std::chrono::Thursday), 2024) == std::vector{day(2024, 2, 1)});
}

TEST_CASE("a fifth weekday is only in months that have it") {
  CHECK(days_of(nth_weekday(2, 5, Monday), 2024).empty());
  CHECK(days_of(nth_weekday(0, 5, Friday), 2024) ==
        std::vector{day(2024, 3, 29), day(2024, 5, 31), day(2024, 8, 30), day(2024, 11, 29)});
}

TEST_CASE("the nth weekday of month 0 is that of every month") {
  CHECK(days_of(nth_weekday(0, 1, Sunday), 2024).size() == 12);
}

TEST_CASE("days combine by and, or, not, and anything is every day") {
  const DaySet working = weekdays(Monday, Friday) && !on_dates({day(2024, 10, 1)});
  CHECK(contains(working, day(2024, 9, 30)));
  CHECK_FALSE(contains(working, day(2024, 10, 1)));
  CHECK(contains(working || yearly(10, 1), day(2024, 10, 1)));
  CHECK(contains(DaySet::anything(), day(2024, 10, 1)));
  CHECK_FALSE(contains(DaySet::nothing(), day(2024, 10, 1)));
}

}  // namespace
}  // namespace acd
