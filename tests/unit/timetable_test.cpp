// A timetable's answers, by example: a night shift around the days when New York's clocks change.
#include "acd/time_plan/timetable.hpp"

#include <chrono>

#include "support/catch.hpp"

namespace acd {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;

const std::vector<ZoneRules> zones{
    {.name = "America/New_York",
     .first_offset = -5h,
     .transitions = {{sys_days{2024y / 3 / 10} + 7h, -4h}, {sys_days{2024y / 11 / 3} + 6h, -5h}}}};

Timetable compiled(const TimeExpression& open, LocalReading reading = LocalReading::wall_clock) {
  const TimePlan plan{.zone = ZoneId{0}, .reading = reading, .layers = {opens("", open)}};
  return Timetable::compile(plan, {.plans = {}, .zones = zones}, sys_days{2024y / 3 / 1},
                            sys_days{2025y / 1 / 1});
}

TEST_CASE("a shift across midnight is open until it ends, seven hours when an hour is skipped") {
  const Timetable table = compiled(shifts(DaySet{}, {{22h, 30h}}));
  const Instant start = sys_days{2024y / 3 / 10} + 3h;
  CHECK_FALSE(table.is_open(start - 1us));
  CHECK(table.is_open(start));
  CHECK(table.next_closing(start) == start + 7h);
  CHECK(table.next_opening(start) == start + 23h);
  CHECK(table.open_time(start - 24h, start) == 8h);
  CHECK(table.open_time(start, start + 23h) == 7h);
}

TEST_CASE("the same shift is nine hours long when an hour is repeated") {
  const Timetable table = compiled(shifts(DaySet{}, {{22h, 30h}}));
  const Instant start = sys_days{2024y / 11 / 3} + 2h;
  CHECK(table.next_closing(start) == start + 9h);
  CHECK(table.after_open_time(start, 10h) == start + 25h + 1h);
}

TEST_CASE("hours inside a repeated hour open twice, and by their ends once") {
  const TimeExpression half_past = shifts(DaySet{}, {{1h + 15min, 1h + 45min}});
  const Instant midnight = sys_days{2024y / 11 / 3} + 4h;
  const Timetable twice = compiled(half_past);
  CHECK(twice.next_opening(midnight) == midnight + 1h + 15min);
  CHECK(twice.next_opening(midnight + 2h) == midnight + 2h + 15min);
  CHECK(twice.open_time(midnight, midnight + 6h) == 1h);
  const Timetable once = compiled(half_past, LocalReading::end_points);
  CHECK(once.next_opening(midnight) == midnight + 1h + 15min);
  CHECK(once.open_time(midnight, midnight + 6h) == 30min);
}

TEST_CASE("hours inside a skipped hour do not open, and by their ends they move on") {
  const TimeExpression half_past = shifts(DaySet{}, {{2h + 15min, 2h + 45min}});
  const Instant midnight = sys_days{2024y / 3 / 10} + 5h;
  CHECK(compiled(half_past).open_time(midnight, midnight + 6h) == 0h);
  const Timetable moved = compiled(half_past, LocalReading::end_points);
  CHECK(moved.next_opening(midnight) == midnight + 2h + 15min);
  CHECK(moved.open_time(midnight, midnight + 6h) == 30min);
}

TEST_CASE("a shift that started before the window is open at its beginning") {
  const Timetable table = compiled(shifts(DaySet{}, {{20h, 48h}}));
  CHECK(table.is_open(table.from()));
  CHECK(table.first_open(table.from()) == table.from());
}

TEST_CASE("a shift of two days reaches into the window, in zones at the end of the world too") {
  for (const auto offset : {-26h, 0h, 26h}) {
    const std::vector<ZoneRules> far{{.name = "far", .first_offset = offset}};
    const Date day{2024y / 3 / 1};
    const TimePlan plan{.zone = ZoneId{0},
                        .layers = {opens("", shifts(on_dates({day}), {{0h, 48h}}))}};
    const Instant last = far[0].resolve(day + 47h);
    const auto table =
        Timetable::compile(plan, {.plans = {}, .zones = far}, last, last + std::chrono::days{9});
    CHECK(table.open() == TimeSet::between(last, last + 1h));
    const Instant first = far[0].resolve(day);
    const auto before =
        Timetable::compile(plan, {.plans = {}, .zones = far}, first - 1h, first + 1h);
    CHECK(before.open() == TimeSet::between(first, first + 1h));
  }
}

TEST_CASE("an end at 24:00 and a start at 00:00 merge") {
  const Timetable table = compiled(on_days(DaySet{}));
  CHECK(table.open() == TimeSet::between(table.from(), table.until()));
  CHECK(table.next_change(table.from()) == never);
  CHECK(table.first_closed(table.from()) == never);
  CHECK(table.after_open_time(table.from(), 24h) == table.from() + 24h);
}

TEST_CASE("the default timetable has an empty window and is closed") {
  const Timetable none;
  CHECK_FALSE(none.is_open(Instant{}));
  CHECK(none.next_change(earliest - 1s) == never);
  CHECK(none.next_opening(Instant{}) == never);
  CHECK(none.next_closing(Instant{}) == never);
  CHECK(none.open_time(earliest, latest) == 0h);
  CHECK(none.after_open_time(Instant{}, 1s) == never);
  CHECK(none.why(Instant{}) == Timetable::no_layer);
}

TEST_CASE("a window is cut to the accepted instants, and dates far outside are harmless") {
  TimePlan plan{.zone = ZoneId{0}};
  plan.layers = {closes("", on_days(on_dates({first_date, last_date}))),
                 opens("", between(LocalTime::min(), LocalTime::max()))};
  const auto table = Timetable::compile(plan, {.plans = {}, .zones = zones}, Instant::min(), never);
  CHECK(table.from() == earliest);
  CHECK(table.until() == latest);
  CHECK(table.open() == TimeSet::between(earliest, latest));
  const auto empty = Timetable::compile(plan, {.plans = {}, .zones = zones}, latest, earliest);
  CHECK(empty.from() == empty.until());
  CHECK_FALSE(empty.is_open(latest));
}

TEST_CASE("toggles may crowd") {
  std::vector<Hours> crowd{{20h, 21h}};
  for (int i = 0; i < 100; ++i) crowd.push_back({9h + 2s * i, 9h + 2s * i + 1s});
  const TimeExpression once = shifts(on_dates({Date{2024y / 6 / 3}}), crowd);
  const Timetable table = compiled(once || shifts(yearly(12, 30), {{9h, 10h}}));
  const Instant nine = sys_days{2024y / 6 / 3} + 13h;
  for (int i = 0; i < 100; ++i) {
    CHECK(table.is_open(nine + 2s * i));
    CHECK_FALSE(table.is_open(nine + 2s * i + 1s));
    CHECK(table.next_change(nine + 2s * i) == nine + 2s * i + 1s);
  }
  CHECK(table.open_time(nine, nine + 2h) == 100s);
}

}  // namespace
}  // namespace acd
