// Time plans as text: every form as it is written, and what is refused, where and why.
#include "acd/companion/time_plan_text.hpp"

#include <chrono>
#include <string>
#include <vector>

#include "support/catch.hpp"

namespace acd {
namespace {

using namespace std::chrono_literals;
using std::chrono::Friday;
using std::chrono::local_days;
using std::chrono::Monday;
using std::chrono::Saturday;
using std::chrono::Sunday;

constexpr Date national_day{2026y / 10 / 1};
constexpr Date day_7{2026y / 10 / 7};
constexpr Date day_9{2026y / 10 / 9};

std::vector<Date> dates(Date first, Date last) {
  std::vector<Date> all;
  for (Date date = first; date <= last; date += std::chrono::days{1}) all.push_back(date);
  return all;
}

Blueprint with_plans() {
  Blueprint b;
  for (const char* name : {"office", "night shift", "not"}) b.add(TimePlan{.name = name});
  return b;
}

void check_days(const DaySet& days, const std::string& text) {
  INFO(text);
  CHECK(to_text(days) == text);
  const Parsed<DaySet> parsed = parse_day_set(text);
  CHECK(parsed.message.empty());
  CHECK(parsed.value == days);
}

TEST_CASE("sets of days print as they read") {
  check_days(weekdays(Monday, Friday), "mon-fri");
  check_days(weekdays(Saturday, Sunday), "sat sun");
  check_days(weekdays(Saturday, Monday), "mon sat sun");
  check_days(weekdays(Monday, Sunday), "mon-sun");
  check_days(on_dates({national_day}), "2026-10-01");
  check_days(on_dates({national_day, day_7}), "2026-10-01 2026-10-07");
  check_days(between_dates(national_day, day_7), "2026-10-01..2026-10-07");
  check_days(between_dates(national_day, national_day), "2026-10-01..2026-10-01");
  check_days(on_dates(dates(national_day, day_7)), "dates 2026-10-01..2026-10-07");
  std::vector<Date> week_and_day = dates(national_day, day_7);
  week_and_day.push_back(day_9);
  check_days(on_dates(week_and_day), "2026-10-01..2026-10-07 2026-10-09");
  check_days(yearly(12, 25), "yearly 12-25");
  check_days(yearly(2, 29), "yearly 02-29");
  check_days(nth_weekday(5, -1, Monday), "last mon of may");
  check_days(nth_weekday(0, 2, Sunday), "2nd sun of every month");
  check_days(nth_weekday(6, -2, Friday), "2nd-last fri of jun");
  check_days(DaySet::anything(), "daily");
  check_days(DaySet::nothing(), "no_day");
  check_days(weekdays(Monday, Friday) && !(yearly(12, 25) || on_dates({day_7})),
             "mon-fri and not (yearly 12-25 or 2026-10-07)");
}

TEST_CASE("days are read in any order, weekdays around the week") {
  CHECK(parse_day_set("2026-10-07 2026-10-01").value == on_dates({national_day, day_7}));
  CHECK(parse_day_set("sat-mon").value == weekdays(Saturday, Monday));
  CHECK(parse_day_set("fri mon-wed thu").value == weekdays(Monday, Friday));
}

void check_time(const TimeExpression& when, const std::string& text) {
  INFO(text);
  const Blueprint names = with_plans();
  CHECK(to_text(when, names) == text);
  const Parsed<TimeExpression> parsed = parse_time_expression(text, names);
  CHECK(parsed.message.empty());
  CHECK(parsed.value == when);
}

TEST_CASE("time expressions print as they read") {
  const DaySet week = weekdays(Monday, Friday);
  const std::vector<Hours> lunch_break{{9h, 12h}, {13h + 30min, 18h}};
  check_time(shifts(week, lunch_break), "mon-fri at 09:00-12:00 13:30-18:00");
  check_time(shifts(week && !between_dates(national_day, day_7), {{22h, 30h}}),
             "(mon-fri and not 2026-10-01..2026-10-07) at 22:00-30:00");
  check_time(shifts(DaySet::anything(), {{9h, 9h + 1s}}), "daily at 09:00-09:00:01");
  check_time(on_days(week), "mon-fri");
  check_time(on_days(week || yearly(12, 25)), "(mon-fri or yearly 12-25) at 00:00-24:00");
  check_time(on_days(week) || on_days(yearly(12, 25)), "mon-fri or yearly 12-25");
  check_time(between(LocalTime{local_days{2026y / 1 / 1}},
                     LocalTime{local_days{2026y / 2 / 1} + 9h + 30min + 5s + 250ms}),
             "from 2026-01-01T00:00 to 2026-02-01T09:30:05.25");
  check_time(while_open(TimePlanId{0}) && !while_open(TimePlanId{1}),
             "plan office and not plan \"night shift\"");
  check_time(while_open(TimePlanId{2}) || while_open(TimePlanId{9}), "plan \"not\" or plan #9");
  check_time(TimeExpression::anything(), "always");
  check_time(TimeExpression::nothing(), "never");
  check_time((on_days(week) || while_open(TimePlanId{0})) && shifts(week, {{9h, 48h}}),
             "(mon-fri or plan office) and mon-fri at 09:00-48:00");
}

TEST_CASE("a layer is its effect, its name and its expression") {
  const Blueprint names = with_plans();
  const PlanLayer festival = closes("spring festival", on_days(between_dates(national_day, day_7)));
  CHECK(to_text(festival, names) == "closes \"spring festival\" when 2026-10-01..2026-10-07");
  CHECK(parse_plan_layer(to_text(festival, names), names).value == festival);
  const PlanLayer unnamed = opens("", while_open(TimePlanId{0}));
  CHECK(to_text(unnamed, names) == "opens \"\" when plan office");
  CHECK(parse_plan_layer(to_text(unnamed, names), names).value == unnamed);
  const PlanLayer odd = opens("when", TimeExpression::anything());
  CHECK(parse_plan_layer(to_text(odd, names), names).value == odd);
}

struct Refused {
  std::string text;
  int column;
  std::string message;
};

TEST_CASE("what is no time is refused at its column") {
  const Blueprint names = with_plans();
  for (const auto& [text, column, message] : std::vector<Refused>{
           {"", 1, "expected days such as mon-fri, 2026-10-01 or yearly 12-25, found the end"},
           {"mon-fry", 1,
            "expected days such as mon-fri, 2026-10-01 or yearly 12-25, found \"mon-fry\""},
           {"mon at 25:00-26:00", 8,
            "25:00-26:00 starts on the next day: hours start before 24:00"},
           {"mon at 18:00-09:00", 8,
            "18:00-09:00 ends before it starts; an end on the next day is written 18:00-33:00"},
           {"mon at 09:00-09:00", 8, "09:00-09:00 is empty"},
           {"mon at 09:00-48:01", 8, "09:00-48:01 ends after 48:00"},
           {"mon at 09:60-10:00", 8, "expected hours such as 09:00-18:00, found \"09:60-10:00\""},
           {"mon at noon", 8, "expected hours such as 09:00-18:00, found \"noon\""},
           {"not 2023-02-30", 5, "there is no date 2023-02-30"},
           {"2026-10-07..2026-10-01", 1, "2026-10-07..2026-10-01 ends before it starts"},
           {"dates 0001-01-01..9999-12-31", 7,
            "more than 36600 dates; a range alone may be longer"},
           {"yearly 02-30", 8, "no year has a 02-30"},
           {"yearly", 7, "expected month and day such as 12-25, found the end"},
           {"6th mon of may", 1,
            "expected days such as mon-fri, 2026-10-01 or yearly 12-25, found \"6th\""},
           {"last day of may", 6, "expected a weekday such as mon, found \"day\""},
           {"last mon of mai", 13,
            "expected a month such as may, or \"every month\", found \"mai\""},
           {"from 2026-02-01T00:00 to 2026-01-01T00:00", 6,
            "2026-02-01T00:00 to 2026-01-01T00:00 ends before it starts"},
           {"from 2026-02-01 to 2026-03-01", 6,
            "expected a local time such as 2026-10-01T09:30, found \"2026-02-01\""},
           {"plan offise", 6, "unknown plan \"offise\", did you mean \"office\"?"},
           {"mon-fri on 2026-10-01", 9,
            "expected \"at\", \"and\", \"or\" or the end, found \"on\""},
       }) {
    INFO(text);
    const Parsed<TimeExpression> parsed = parse_time_expression(text, names);
    CHECK_FALSE(parsed.value.has_value());
    CHECK(parsed.message == message);
    CHECK(parsed.column == column);
  }
}

}  // namespace
}  // namespace acd
