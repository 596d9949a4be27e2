// What the check says about zones, time plans and their window: errors, then warnings.
#include <fmt/format.h>

#include <chrono>

#include "acd/config/compiled_plan.hpp"
#include "acd/time_plan/everyday_plan.hpp"
#include "support/catch.hpp"
#include "unit/broken_blueprint.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;
using std::chrono::Friday;
using std::chrono::local_days;
using std::chrono::Monday;
using std::chrono::sys_days;
using std::chrono::Wednesday;

constexpr Date some_day{2011y / 11 / 30};
constexpr Date skipped_day{2011y / 12 / 30};

/// A sound blueprint with the zone apia, which lacks 2011-12-30 and skips the hour from 03:00
/// on 2011-09-24, and the plan office there, of one layer.
Blueprint with_office(TimeExpression when) {
  Blueprint b = sound_blueprint();
  const ZoneId apia = b.add(ZoneRules{.name = "apia",
                                      .first_offset = -11h,
                                      .transitions = {{sys_days{2011y / 9 / 24} + 14h, -10h},
                                                      {sys_days{2011y / 12 / 30} + 10h, 14h}}});
  b.add(TimePlan{.name = "office", .zone = apia, .layers = {opens("week", std::move(when))}});
  b.timetables_from = sys_days{2011y / 1 / 1};
  b.timetables_until = sys_days{2013y / 1 / 1};
  return b;
}

Blueprint with_office() { return with_office(shifts(weekdays(Monday, Friday), {{9h, 18h}})); }

using Lines = std::vector<std::string>;

Lines problems_of(const Blueprint& blueprint) {
  return lines_of(check(blueprint, sound_registry()));
}

/// The problem of the office's first rule.
Lines problem_of(const TimeExpression& when) { return problems_of(with_office(when)); }
Lines problem_of(const DayRule& rule) { return problem_of(shifts(rule, {{9h, 18h}})); }

const std::string rule_path = "time_plans.office.layers[0].when[0]";

TEST_CASE("a sound time plan has no problem") { CHECK(problems_of(with_office()) == Lines{}); }

TEST_CASE("hours begin within the day, end after their start and by 48:00") {
  const auto problem = [](Hours hours) { return problem_of(shifts(DaySet{}, {{6h, 7h}, hours})); };
  const std::string path = rule_path + ".hours[1]";
  CHECK(problem({25h, 26h}) ==
        Lines{path + ".start: 25:00 is not a time of day, 00:00 to before 24:00"});
  CHECK(problem({-1h, 2h}) ==
        Lines{path + ".start: -01:00 is not a time of day, 00:00 to before 24:00"});
  CHECK(problem({18h, 9h}) == Lines{path + ".end: 09:00 is not after the start, 18:00"});
  CHECK(problem({9h, 9h}) == Lines{path + ".end: 09:00 is not after the start, 09:00"});
  CHECK(problem({9h, 48h + 1s}) == Lines{path + ".end: 48:00:01 is after 48:00"});
  CHECK(problem({23h, 48h}) == Lines{});
}

TEST_CASE("shifts without hours cover nothing") {
  CHECK(problem_of(shifts(DaySet{}, {})) == Lines{rule_path + ".hours: there are no hours"});
}

TEST_CASE("weekdays are some of seven") {
  const std::string path = rule_path + ".days[0].weekdays";
  CHECK(problem_of(DayRule{}) == Lines{path + ": there is no weekday"});
  CHECK(problem_of(DayRule{.weekdays = 0x81}) == Lines{path + ": there are seven weekdays"});
}

TEST_CASE("dates are given, increase and lie within three centuries") {
  const std::string path = rule_path + ".days[0].dates";
  DayRule rule{.kind = DayRuleKind::dates};
  CHECK(problem_of(rule) == Lines{path + ": there is no date"});
  rule.dates = {some_day, some_day};
  CHECK(problem_of(rule) == Lines{path + "[1]: 2011-11-30 is not after the date before it"});
  rule.dates = {some_day, last_date + std::chrono::days{1}};
  CHECK(problem_of(rule) == Lines{path + "[1]: a date outside 1900-01-01 to 2199-12-31"});
}

TEST_CASE("a range is not upside down") {
  const DaySet range = between_dates(some_day, some_day - std::chrono::days{1});
  CHECK(problem_of(on_days(range)) ==
        Lines{rule_path + ".days[0]: 2011-11-30 to 2011-11-29 is upside down"});
}

TEST_CASE("a day of every year exists in some year") {
  const std::string path = rule_path + ".days[0]";
  CHECK(problem_of(on_days(yearly(13, 1))) == Lines{path + ".month: 13 is not in 1 to 12"});
  CHECK(problem_of(on_days(yearly(2, 31))) == Lines{path + ".day: month 2 has no day 31"});
  CHECK(problem_of(on_days(yearly(2, 29))) == Lines{});
}

TEST_CASE("an nth weekday is the first to fifth, or the last to fifth last, of one weekday") {
  const std::string path = rule_path + ".days[0]";
  const std::string wrong = " is not in 1 to 5, or -1 to -5";
  CHECK(problem_of(on_days(nth_weekday(5, 0, Monday))) == Lines{path + ".nth: 0" + wrong});
  CHECK(problem_of(on_days(nth_weekday(5, 6, Monday))) == Lines{path + ".nth: 6" + wrong});
  CHECK(problem_of(on_days(nth_weekday(13, -6, Monday))) ==
        Lines{path + ".month: 13 is not in 0 to 12", path + ".nth: -6" + wrong});
  CHECK(problem_of(DayRule{.kind = DayRuleKind::nth_weekday, .weekdays = 3, .nth = 1}) ==
        Lines{path + ".weekdays: more than one weekday"});
}

TEST_CASE("a stretch of local time ends after its beginning") {
  CHECK(problem_of(between(some_day + 9h, some_day + 9h)) ==
        Lines{rule_path + ".to: the end is not after the beginning"});
  CHECK(problem_of(between(LocalTime::min(), some_day + 9h)) ==
        Lines{rule_path + ".from: a date outside 1900-01-01 to 2199-12-31"});
}

TEST_CASE("a plan names its zone, and the plans that it refers to") {
  Blueprint b = with_office(while_open(TimePlanId{7}));
  b.time_plans[0].zone = ZoneId{3};
  CHECK(problems_of(b) == Lines{"time_plans.office.zone: there is no zone #3",
                                rule_path + ".plan: there is no time plan #7"});
  b.time_plans[0].zone = ZoneId{};
  b.time_plans[0].layers.clear();
  CHECK(problems_of(b) == Lines{"time_plans.office.zone: no zone is given"});
}

TEST_CASE("enumerators that the vocabulary does not have are refused") {
  Blueprint b = with_office();
  b.time_plans[0].reading = static_cast<LocalReading>(2);
  b.time_plans[0].layers[0].effect = static_cast<LayerEffect>(2);
  b.time_plans[0].layers.push_back(opens("", TimeRule{.kind = static_cast<TimeRuleKind>(3)}));
  b.time_plans[0].layers.push_back(
      opens("", on_days(DayRule{.kind = static_cast<DayRuleKind>(5)})));
  const std::string path = "time_plans.office.";
  CHECK(problems_of(b) == Lines{path + "reading: there is no enumerator 2",
                                path + "layers[0].effect: there is no enumerator 2",
                                path + "layers[1].when[0].kind: there is no enumerator 3",
                                path + "layers[2].when[0].days[0].kind: there is no enumerator 5"});
}

TEST_CASE("ill-formed expressions are refused") {
  const TimeExpression::Node operation{BooleanOp::both, {}};
  const DaySet::Node day_operation{BooleanOp::both, {}};
  CHECK(problem_of(TimeExpression::from_postfix({&operation, 1})) ==
        Lines{"time_plans.office.layers[0].when: ill-formed"});
  CHECK(problem_of(on_days(DaySet::from_postfix({&day_operation, 1}))) ==
        Lines{rule_path + ".days: ill-formed"});
}

TEST_CASE("plans that refer to each other in a cycle are told once, with the chain") {
  Blueprint b = with_office();
  const auto refer = [&](std::string name, int plan) {
    b.add(TimePlan{.name = std::move(name),
                   .zone = ZoneId{0},
                   .layers = {opens("", while_open(TimePlanId{plan}))}});
  };
  refer("own", 1);
  refer("before", 3);
  refer("a", 4);
  refer("b", 5);
  refer("c", 3);
  CHECK(problems_of(b) ==
        Lines{R"(time_plans.own.layers: a cycle of references: "own", "own")",
              R"(time_plans.a.layers: a cycle of references: "a", "b", "c", "a")"});
}

TEST_CASE("chains of references have a bound") {
  Blueprint b = with_office();
  for (int i = 0; i < 64; ++i) {
    b.add(TimePlan{.name = fmt::format("plan{}", i),
                   .zone = ZoneId{0},
                   .layers = {opens("", while_open(TimePlanId{i}))}});
  }
  CHECK(problems_of(b) == Lines{"time_plans.plan63.layers: a chain of 65 plans that refer to each "
                                "other, at most 64"});
}

TEST_CASE("names of zones and time plans are given once") {
  Blueprint b = with_office();
  b.add(TimePlan{b.time_plans[0]});
  b.add(ZoneRules{});
  CHECK(problems_of(b) ==
        Lines{"zones[1].name: the name is empty",
              R"(time_plans[1].name: the name "office" is taken by time_plans[0])"});
}

TEST_CASE("a zone's transitions increase, and offsets are at most 26 hours") {
  Blueprint b = with_office();
  b.zones[0].first_offset = -27h;
  b.zones[0].transitions[1] = {b.zones[0].transitions[0].at, 26h + 1s};
  CHECK(problems_of(b) ==
        Lines{"zones.apia.first_offset: an offset of -27:00 is more than 26 hours",
              "zones.apia.transitions[1].at: the transition is not after the one before it",
              "zones.apia.transitions[1].offset: an offset of 26:00:01 is more than 26 hours"});
}

TEST_CASE("time plans need a window, of accepted instants") {
  Blueprint b = with_office();
  b.timetables_until = b.timetables_from;
  CHECK(problems_of(b) == Lines{"timetables_until: the window is empty, and there are time plans"});
  b.timetables_until = latest + 1us;
  CHECK(problems_of(b) ==
        Lines{"timetables_until: an instant outside the accepted range, 1970 to 2112"});
  Blueprint none = sound_blueprint();
  CHECK(problems_of(none) == Lines{});
}

// ---- warnings -------------------------------------------------------------------------------

TEST_CASE("a warning refuses nothing, an error does") {
  Blueprint b = with_office();
  b.time_plans[0].layers.clear();
  const auto made = CompiledPlan::compile(b, sound_registry());
  REQUIRE(made.problems.size() == 1);
  CHECK(made.problems[0].severity == Severity::warning);
  CHECK_FALSE(any_error(made.problems));
  CHECK(made.plan.has_value());
  b.time_plans[0].zone = ZoneId{};
  const auto refused = CompiledPlan::compile(b, sound_registry());
  CHECK(any_error(refused.problems));
  CHECK_FALSE(refused.plan.has_value());
}

TEST_CASE("a plan that never opens in the window") {
  const std::string text =
      "warning: time_plans.office: it never opens from timetables_from to timetables_until";
  CHECK(problem_of(shifts(on_dates({Date{2014y / 1 / 1}}), {{9h, 18h}})) == Lines{text});
  Blueprint b = with_office();
  b.time_plans[0].layers.clear();
  CHECK(problems_of(b) == Lines{text});
}

TEST_CASE("hours of one rule that overlap") {
  CHECK(problem_of(shifts(DaySet{}, {{9h, 12h}, {12h, 13h}, {11h + 30min, 18h}})) ==
        Lines{"warning: " + rule_path + ".hours[2]: 11:30 to 18:00 overlaps 09:00 to 12:00"});
}

TEST_CASE("a date that does not exist in its zone, told once") {
  EverydayPlan everyday{.name = "office", .zone = ZoneId{0}};
  everyday.weekly.fill({{9h, 18h}});
  everyday.special_days = {{some_day, {{9h, 12h}}, ""}, {skipped_day, {{9h, 12h}}, ""}};
  Blueprint b = with_office();
  b.time_plans[0] = time_plan(everyday);
  CHECK(problems_of(b) ==
        Lines{"warning: " + rule_path + R"(.days[0].dates[1]: there is no 2011-12-30 in "apia")"});
}

TEST_CASE("a shift that lies wholly in a time that clocks skip, told of the first day") {
  const TimeExpression inside = shifts(DaySet{}, {{3h, 4h + 1min}, {3h + 15min, 3h + 45min}});
  const std::string path = "warning: " + rule_path + ".hours[1]: ";
  CHECK(problem_of(inside) ==
        Lines{path + "03:15 to 03:45 overlaps 03:00 to 04:01",
              path + R"(03:15 to 03:45 never happens on 2011-09-24: "apia" skips it)"});
  Blueprint b = with_office(inside);
  b.time_plans[0].reading = LocalReading::end_points;  // it moves on, and happens
  CHECK(problems_of(b).size() == 1);
}

TEST_CASE("a layer that other effects hide wholly") {
  Blueprint b = with_office();
  auto& layers = b.time_plans[0].layers;
  layers.push_back(closes("lunch", shifts(weekdays(Monday, Friday), {{12h, 13h}})));
  layers.push_back(opens("night", shifts(DaySet{}, {{22h, 30h}})));
  const std::string text = ": it never decides: layers above cover all that it covers";
  CHECK(problems_of(b) == Lines{"warning: time_plans.office.layers[1]" + text});
  std::swap(layers[0], layers[1]);
  CHECK(problems_of(b) == Lines{});
}

TEST_CASE("a layer is hidden by hours that begin and end with its own, too") {
  const TimeExpression hours = shifts(weekdays(Monday, Friday), {{9h, 18h}});
  Blueprint b = with_office(hours);
  auto& layers = b.time_plans[0].layers;
  layers.insert(layers.begin(), closes("strike", hours));
  layers.push_back(opens("night", shifts(DaySet{}, {{22h, 30h}})));
  CHECK(problems_of(b) == Lines{"warning: time_plans.office.layers[1]: it never decides: layers "
                                "above cover all that it covers"});
}

TEST_CASE("a layer that says the same as those above it, or only explains, is no surprise") {
  Blueprint b = with_office();
  auto& layers = b.time_plans[0].layers;
  layers.push_back(opens("also", shifts(weekdays(Monday, Friday), {{10h, 11h}})));
  layers.push_back(closes("why", shifts(weekdays(Monday, Friday), {{10h, 11h}})));
  CHECK(problems_of(b) == Lines{});
}

TEST_CASE("a layer without a date that covers nothing") {
  Blueprint b = with_office();
  auto& layers = b.time_plans[0].layers;
  layers.push_back(
      opens("never", on_days(weekdays(Monday, Monday) && nth_weekday(2, 1, Wednesday))));
  layers.push_back(closes("past", on_days(on_dates({Date{2001y / 1 / 1}}))));
  CHECK(problems_of(b) == Lines{"warning: time_plans.office.layers[1]: it covers nothing"});
}

TEST_CASE("there are no warnings while there are errors") {
  Blueprint b = with_office(TimeExpression::nothing());
  b.zones[0].first_offset = 27h;
  CHECK(problems_of(b).size() == 1);
}

}  // namespace
}  // namespace acd::test
