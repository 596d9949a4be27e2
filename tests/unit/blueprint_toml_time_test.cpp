// Zones and time plans in a blueprint's file: what they mean, and what is said of mistakes.
#include <chrono>
#include <string>
#include <vector>

#include "acd/companion/time_plan_text.hpp"
#include "acd/companion/zones.hpp"
#include "acd/toml/blueprint_toml.hpp"
#include "support/catch.hpp"

namespace acd {
namespace {

using namespace std::chrono_literals;
using std::chrono::Friday;
using std::chrono::Monday;
using std::chrono::sys_days;

// The first lines of every file here, so that nothing else is wrong with them.
const std::string head =
    "channels = ['voice']\n"
    "timetables_from = 2026-01-01\n"
    "timetables_until = 2027-01-01\n"
    "[[zone]]\n"
    "name = 'Asia/Shanghai'\n"
    "first_offset = '+08:00'\n";

BlueprintRead read(const std::string& text) { return read_blueprint_toml(text, "a.toml"); }

/// The layers of the only plan, as text.
std::vector<std::string> layers_of(const std::string& text) {
  const BlueprintRead result = read(head + text);
  CHECK(problems_text(result) == "");
  std::vector<std::string> layers;
  for (const PlanLayer& layer : result.blueprint.time_plans.at(0).layers) {
    layers.push_back(to_text(layer, result.blueprint));
  }
  return layers;
}

TEST_CASE("a window is given by dates in UTC, or by instants") {
  const Blueprint dates = read(head).blueprint;
  CHECK(dates.timetables_from == Instant{sys_days{2026y / 1 / 1}});
  CHECK(dates.timetables_until == Instant{sys_days{2027y / 1 / 1}});
  const Blueprint instants = read("timetables_from = 2026-01-01T00:00:00+08:00\n").blueprint;
  CHECK(instants.timetables_from == Instant{sys_days{2025y / 12 / 31} + 16h});
}

TEST_CASE("a zone gives its offsets, or its name to whoever knows zones") {
  const std::string by_name =
      "channels = ['voice']\ntimetables_from = 2026-01-01\ntimetables_until = 2027-01-01\n"
      "[[zone]]\nname = 'Europe/Berlin'\n[[zone]]\nname = 'UTC'\n";
  const BlueprintRead known = read_blueprint_toml(by_name, "a.toml", {}, zone_rules);
  CHECK(problems_text(known).empty());
  const ZoneRules& berlin = known.blueprint.zones.at(0);
  CHECK(berlin.offset_at(Instant{sys_days{2026y / 1 / 1}}) == 1h);
  CHECK(berlin.offset_at(Instant{sys_days{2026y / 7 / 1}}) == 2h);
  CHECK(berlin.offset_at(Instant{sys_days{2040y / 7 / 1}}) == 2h);
  CHECK(problems_text(read(by_name)) ==
        "a.toml:4:1: zones.\"Europe/Berlin\": its offset is not given, and no rules of zones are "
        "known "
        "here\n");
  const BlueprintRead again = read(write_blueprint_toml(known.blueprint));
  CHECK(problems_text(again).empty());
  CHECK(again.blueprint == known.blueprint);
}

TEST_CASE("offsets have hours, minutes and seconds") {
  const Blueprint b = read(
                          "[[zone]]\nname = 'old'\nfirst_offset = '-00:44:30'\n"
                          "transitions = [{at = 1972-01-07T00:44:30Z, offset = '+00:00'}]\n")
                          .blueprint;
  CHECK(b.zones.at(0).first_offset == -(44min + 30s));
  CHECK(b.zones.at(0).transitions ==
        std::vector<ZoneTransition>{{Instant{sys_days{1972y / 1 / 7} + 44min + 30s}, 0s}});
}

TEST_CASE("the everyday form becomes layers") {
  const std::vector<std::string> layers = layers_of(R"toml(
[[holiday_list]]
name = "china"
holidays = [{name = "国庆节", dates = "2026-10-01..2026-10-07"}]
workdays = [{name = "国庆节", dates = [2026-09-20, "2026-10-10"], like = "mon"}]

[[time_plan]]
name = "office"
zone = "Asia/Shanghai"
weekly = {mon-fri = ["09:00-12:00", "13:30-18:00"], sat = ["10:00-16:00"]}
holiday_lists = ["china"]
holidays = [{name = "day of the firm", dates = 2026-05-20}]
workdays = [{name = "inventory", dates = "2026-12-27", hours = ["08:00-20:00"]}]
special_days = [{name = "new year's eve", dates = "2026-12-31", hours = ["09:00-12:00"]}]
effective_until = 2027-01-01
layers = ["closes drill when from 2026-03-02T10:00 to 2026-03-02T10:30"]
)toml");
  CHECK(layers == std::vector<std::string>{
                      "closes drill when from 2026-03-02T10:00 to 2026-03-02T10:30",
                      "closes \"not in effect\" when (not 1900-01-01..2026-12-31) at 00:00-24:00",
                      "opens \"new year's eve\" when 2026-12-31 at 09:00-12:00",
                      "closes \"day of the firm\" when 2026-05-20",
                      "closes 国庆节 when dates 2026-10-01..2026-10-07",
                      "opens inventory when 2026-12-27 at 08:00-20:00",
                      "opens 国庆节 when 2026-09-20 2026-10-10 at 09:00-12:00 13:30-18:00",
                      "opens week when (mon-fri and not 2026-12-31) at 09:00-12:00 13:30-18:00 or "
                      "(sat and not 2026-12-31) at 10:00-16:00",
                      "closes \"new year's eve\" when 2026-12-31",
                  });
}

TEST_CASE("hours like those of a weekday may be none") {
  const std::vector<std::string> layers = layers_of(
      "[[time_plan]]\nname = 'a'\nzone = 'Asia/Shanghai'\nweekly = {mon = ['09:00-10:00']}\n"
      "special_days = [{dates = 2026-05-04, like = 'sun'}, {dates = '2026-05-05', hours = []}]\n");
  CHECK(layers == std::vector<std::string>{
                      "opens week when (mon and not dates 2026-05-04..2026-05-05) at 09:00-10:00",
                      "closes \"special day\" when dates 2026-05-04..2026-05-05"});
}

TEST_CASE("plans name plans in any order") {
  const BlueprintRead result = read(head + R"toml(
[[time_plan]]
name = "hotline"
zone = "Asia/Shanghai"
layers = ["closes vip when plan vip", "opens office when plan office"]

[[time_plan]]
name = "office"
zone = "Asia/Shanghai"
weekly = {mon-fri = ["09:00-18:00"]}

[[time_plan]]
name = "vip"
zone = "Asia/Shanghai"
reading = "end_points"
weekly = {sun = ["09:00-18:00"]}
)toml");
  CHECK(problems_text(result).empty());
  CHECK(result.blueprint.time_plans.at(0).layers ==
        std::vector{closes("vip", while_open(TimePlanId{2})),
                    opens("office", while_open(TimePlanId{1}))});
  CHECK(result.blueprint.time_plans.at(2).reading == LocalReading::end_points);
}

struct BadPlan {
  std::string text;      // after the head and the plan's first three lines; line 10
  std::string problems;  // without the file's name
};

TEST_CASE("what is wrong with a plan is said at its line and column") {
  for (const auto& [text, problems] : std::vector<BadPlan>{
           {"weekly = {mon = ['25:00-26:00']}",
            "10:19: time_plans.office.weekly.mon[0]: "
            "25:00-26:00 starts on the next day: hours start before 24:00\n"},
           {"weekly = {mon = ['09:00-12:00', '18:00-09:00']}",
            "10:34: time_plans.office.weekly.mon[1]: 18:00-09:00 ends before it starts; "
            "an end on the next day is written 18:00-33:00\n"},
           {"weekly = {monday = ['09:00-12:00']}",
            "10:11: time_plans.office.weekly.monday: "
            "expected weekdays such as mon-fri, found \"monday\"\n"},
           {"weekly = {mon-fri = ['09:00-12:00'], wed = []}",
            "10:38: time_plans.office.weekly.wed: wed lists a weekday for the second time\n"},
           {"holidays = [{name = 'x', dates = '2023-02-30'}]",
            "10:35: time_plans.office.holidays[0].dates: there is no date 2023-02-30\n"},
           {"holidays = [{name = 'x', dates = 'mon'}]",
            "10:35: time_plans.office.holidays[0].dates: "
            "expected a date such as 2026-10-01, found \"mon\"\n"},
           {"holidays = [{name = 'x'}]",
            "10:13: time_plans.office.holidays[0]: no dates are given\n"},
           {"workdays = [{dates = '2026-02-14'}]",
            "10:13: time_plans.office.workdays[0]: "
            "either its hours are given, or the weekday that it is like\n"},
           {"workdays = [{dates = '2026-02-14', like = 'mon-fri'}]",
            "10:43: time_plans.office.workdays[0].like: "
            "expected a weekday such as \"mon\", found \"mon-fri\"\n"},
           {"holiday_lists = ['chian']",
            "10:18: time_plans.office.holiday_lists[0]: unknown holiday list \"chian\"\n"},
           {"holiday_scope = 'day'",
            "10:17: time_plans.office.holiday_scope: "
            "expected \"civil_day\" or \"starting_shifts\", found \"day\"\n"},
           {"effective_from = 'soon'",
            "10:18: time_plans.office.effective_from: "
            "expected a date such as 2026-10-01, found \"soon\"\n"},
           {"layers = ['opens week when mon at 09:00-08:00']",
            "10:35: time_plans.office.layers[0]: 09:00-08:00 ends before it starts; "
            "an end on the next day is written 09:00-32:00\n"},
           {"layers = ['opens x when plan offise']",
            "10:30: time_plans.office.layers[0]: "
            "unknown plan \"offise\", did you mean \"office\"?\n"},
       }) {
    INFO(text);
    const std::string plan = "[[time_plan]]\nname = 'office'\nzone = 'Asia/Shanghai'\n";
    std::string expected;
    for (const char c : problems) {
      if (expected.empty() || expected.back() == '\n') expected += "a.toml:";
      expected += c;
    }
    CHECK(problems_text(read(head + plan + text + '\n')) == expected);
  }
}

TEST_CASE("a plan in an unknown zone, and an unknown zone") {
  CHECK(problems_text(read(head + "[[time_plan]]\nname = 'a'\nzone = 'Asia/Shanghia'\n"
                                  "weekly = {mon = ['09:00-18:00']}\n")) ==
        "a.toml:9:8: time_plans.a.zone: unknown zone \"Asia/Shanghia\", "
        "did you mean \"Asia/Shanghai\"?\n");
  const BlueprintRead mars = read_blueprint_toml(
      "channels = ['voice']\n[[zone]]\nname = 'Mars/Olympus'\n", "a.toml", {}, zone_rules);
  CHECK(problems_text(mars) ==
        "a.toml:2:1: zones.\"Mars/Olympus\": unknown zone \"Mars/Olympus\"\n");
}

TEST_CASE("dates that TOML writes itself are checked by it") {
  const BlueprintRead result = read("timetables_from = 2023-02-30\n");
  REQUIRE(result.problems.size() == 1);
  CHECK(result.problems[0].position.line == 1);
}

TEST_CASE("a plan that never opens is a warning, and the blueprint is read") {
  const BlueprintRead result = read(head + "[[time_plan]]\nname = 'a'\nzone = 'Asia/Shanghai'\n");
  CHECK_FALSE(any_error(result.problems));
  CHECK(problems_text(result).starts_with("a.toml:7:1: warning: time_plans.a: "));
  CHECK(result.blueprint.time_plans.size() == 1);
}

}  // namespace
}  // namespace acd
