// Around changes of clocks, timetables agree with the naive reference minute by minute.
#include "plan/cases.hpp"
#include "plan/naive_plan.hpp"
#include "plan/records.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

using std::chrono::days;
using std::chrono::minutes;
using std::chrono::seconds;
using namespace std::chrono_literals;

/// A zone that changes its offset once.
struct Change {
  ZoneRules zone;
  Instant at;
  [[nodiscard]] Date date() const {
    return std::chrono::floor<days>(LocalTime{at.time_since_epoch() + zone.first_offset});
  }
};

std::vector<Change> changes_of(const std::string& csv) {
  std::vector<Change> changes;
  for (const auto& row : rows_of(csv, 5)) {
    const Instant at = instant_of(row[1]);
    const ZoneRules zone{.name = row[0],
                         .first_offset = seconds{std::stoi(row[2])},
                         .transitions = {{at, seconds{std::stoi(row[3])}}}};
    changes.push_back({zone, at});
  }
  return changes;
}

constexpr ZoneId here{0};
constexpr ZoneId utc{1};

/// Spans across midnight, to 48:00 and inside the hours that clocks skip or repeat; a holiday on
/// the date; another plan, in another zone.
std::vector<TimePlan> plans_around(Date date, LocalReading reading) {
  const DaySet any;
  const DaySet on_date = on_dates({date});
  std::vector<TimePlan> plans(4);
  for (TimePlan& plan : plans) plan = {.zone = here, .reading = reading};
  plans[0].layers = {closes("break", between(date + 2h + 10min, date + 3h + 20min)),
                     opens("early", shifts(any, {{15min, 45min}, {1h + 30min, 2h + 40min}})),
                     opens("inside", shifts(on_date, {{2h + 15min, 2h + 45min}, {23h, 24h}})),
                     opens("late", shifts(any, {{23h + 30min, 24h + 20min}, {3h, 3h + 30min}}))};
  plans[1].layers = {closes("holiday", on_days(on_date)),
                     opens("night", shifts(any, {{22h, 30h}, {12h, 13h}}))};
  plans[2].layers = {opens("two days", shifts(on_dates({date - days{2}, date}), {{20h, 48h}}))};
  plans[2].zone = utc;
  plans[3].layers = {
      opens("both", while_open(TimePlanId{0}) && !on_days(on_dates({date + days{1}}))),
      opens("or", while_open(TimePlanId{2}) && !while_open(TimePlanId{1}))};
  return plans;
}

/// The number of minutes, a day either side, at which a timetable and the reference differ, and
/// of toggles at which the reference does not change.
int differences(const Change& change, LocalReading reading) {
  const std::vector<ZoneRules> zones{change.zone, {.name = "UTC"}};
  const std::vector<TimePlan> plans = plans_around(change.date(), reading);
  const NaivePlan naive{plans, zones};
  const Instant from = change.at - days{1};
  const Instant until = change.at + days{1};
  int count = 0;
  for (std::size_t i = 0; i < plans.size(); ++i) {
    const auto table = Timetable::compile(plans[i], {.plans = plans, .zones = zones}, from, until);
    for (Instant at = from; at < until; at += 1min) {
      count += table.is_open(at) != naive.is_open(i, at) ? 1 : 0;
    }
    for (Instant at = table.next_change(from); at < until; at = table.next_change(at)) {
      count += naive.is_open(i, at) == naive.is_open(i, at - Duration{1}) ? 1 : 0;
    }
  }
  return count;
}

void check_all(const std::vector<Change>& changes, LocalReading reading) {
  for (const Change& change : changes) {
    INFO(change.zone.name << ' ' << text_of(change.at));
    CHECK(differences(change, reading) == 0);
  }
}

TEST_CASE("around well-known transitions timetables agree with the naive reference") {
  const std::vector<Change> changes = changes_of(kept_record("transitions.csv"));
  CHECK(changes.size() == 12);
  check_all(changes, LocalReading::wall_clock);
  check_all(changes, LocalReading::end_points);
}

TEST_CASE("around every recorded transition wall-clock timetables agree with the reference") {
  const auto csv = record("tz_transitions.csv");
  if (csv) check_all(changes_of(*csv), LocalReading::wall_clock);
}

TEST_CASE("around every recorded transition end-point timetables agree with the reference") {
  const auto csv = record("tz_transitions.csv");
  if (csv) check_all(changes_of(*csv), LocalReading::end_points);
}

TEST_CASE("the system's zones change their offsets as the list of transitions says") {
  for (const Change& change : changes_of(kept_record("transitions.csv"))) {
    INFO(change.zone.name << ' ' << text_of(change.at));
    const ZoneRules rules = known_zone(change.zone.name);
    CHECK(rules.offset_at(change.at - Duration{1}) == change.zone.first_offset);
    CHECK(rules.offset_at(change.at) == change.zone.transitions[0].offset);
  }
}

}  // namespace
}  // namespace acd::test
