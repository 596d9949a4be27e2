// acdsim plan: pictures of years and weeks, answers, and what it says when asked for nonsense.
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "display_width.hpp"
#include "plan_command.hpp"
#include "program.hpp"
#include "support/catch.hpp"

using namespace acdsim_test;

namespace {

const std::string plans = examples_directory() + "/plans/plans.toml";

std::string printed(const std::string& options) {
  const Run run = run_acdsim("plan " + plans + " " + options);
  CHECK(run.exit_code == 0);
  CHECK(run.err.empty());
  return run.out;
}

std::string written(const std::string& name, const std::string& text) {
  const std::string path = scratch_directory() + "/" + name;
  std::ofstream{path, std::ios::binary} << text;
  return path;
}

}  // namespace

TEST_CASE("the year of an office, and answers about the national holiday") {
  const std::string out = printed(
      "--plan 北京办公室 --at 2026-10-01T09:30 --after 8h "
      "--between 2026-10-01T00:00 2026-10-31T00:00");
  CHECK(golden("plan_office.out", out) == out);
}

TEST_CASE("the year of a plan that is a union of plans, and one of its weeks") {
  const std::string out =
      printed("--plan 'follow the sun'") + printed("--plan 'follow the sun' --week 2026-10-25");
  CHECK(golden("plan_follow_the_sun.out", out) == out);
}

TEST_CASE("a night shift in the nights when clocks change") {
  const std::string out = printed("--plan 'night shift' --at 2026-03-29T01:30 --after 8h") +
                          printed("--plan 'night shift' --week 2026-10-25") +
                          printed("--plan 'night shift' --week 2026-03-29");
  CHECK(golden("plan_night_shift.out", out) == out);
}

TEST_CASE("a picture for terminals has no line wider than 80 columns, in any year of any plan") {
  for (const int year : {2026, 2027}) {
    const std::string out = acdsim::plan_report({.file = plans, .year = year}, acdsim::block_glyphs,
                                                {acdsim::TextStyle::Kind::terminal});
    CHECK(out.find("█") != std::string::npos);
    CHECK(out.find("\x1b[31m") != std::string::npos);
    std::istringstream lines{out};
    for (std::string line; std::getline(lines, line);) {
      INFO(line);
      CHECK(acdsim::display_width(line) <= 80);
    }
  }
}

TEST_CASE("what is not a terminal gets ASCII beside the names, and no colour") {
  const std::string out = printed("--plan berlin");
  for (const char c : out) CHECK((c == '\n' || (c >= ' ' && c <= '~')));
}

TEST_CASE("a day that a zone skips, and clocks that change at midnight") {
  const std::string path = written("apia.toml",
                                   "channels = ['voice']\n"
                                   "timetables_from = 2011-01-01\n"
                                   "timetables_until = 2012-01-01\n"
                                   "[[zone]]\nname = 'Pacific/Apia'\n"
                                   "[[time_plan]]\nname = 'shop'\nzone = 'Pacific/Apia'\n"
                                   "weekly = {mon-sun = ['00:00-24:00']}\n");
  const Run run = run_acdsim("plan " + path);
  CHECK(run.exit_code == 0);
  CHECK(run.out.find("@ @ x @  720.0 h\n") != std::string::npos);
  CHECK(run.out.find("+ clocks change at 2011-12-30T00:00 -10:00 to 2011-12-31T00:00 +14:00\n") !=
        std::string::npos);
  CHECK(run.out.find("x no such day") != std::string::npos);
}

TEST_CASE("what cannot be answered is named, and nothing is printed") {
  struct Case {
    std::string options, expected;
  };
  for (const auto& [options, expected] : std::vector<Case>{
           {"--plan offise",
            "--plan offise: there is no such plan; there are 北京办公室, berlin, new york, "
            "follow the sun, night shift"},
           {"--year 2029", "--year 2029: the blueprint's window has the years 2026 to 2027"},
           {"--plan berlin --at noon",
            "--at noon: expected a local time such as 2026-10-01T09:30, found \"noon\", or an "
            "instant such as 2026-10-01T01:30:00Z"},
           {"--plan berlin --at 2026-02-30T09:00",
            "--at 2026-02-30T09:00: there is no date 2026-02-30, or an instant such as "
            "2026-10-01T01:30:00Z"},
           {"--plan berlin --at 2030-01-01T00:00:00Z",
            "--at 2030-01-01T00:00:00Z: is not in the blueprint's window, 2026-01-01T00:00:00Z to "
            "2028-01-01T00:00:00Z"},
           {"--plan berlin --after 8h", "--after: says how much open time after --at"},
           {"--plan berlin --at 2026-05-05T09:00 --after soon",
            "--after soon: expected a duration such as 8h or 1h30m"},
           {"--plan berlin --between 2026-05-05T09:00 2026-05-04T09:00",
            "--between: the second instant lies before the first"},
           {"--plan berlin --week 2026-13-01", "--week 2026-13-01: there is no date 2026-13-01"},
       }) {
    INFO(options);
    const Run run = run_acdsim("plan " + plans + " " + options);
    CHECK(run.exit_code == 64);
    CHECK(run.err == "acdsim: " + expected + "\n");
    CHECK(run.out.empty());
  }
  CHECK(run_acdsim("plan no/such.toml").exit_code == 66);
  CHECK(run_acdsim("plan " + examples_directory() + "/surge_day/blueprint.toml")
            .err.find("there is no time plan in it") != std::string::npos);
}

TEST_CASE("a blueprint with bad hours is bad data, a plan that never opens a warning") {
  const std::string head =
      "channels = ['voice']\ntimetables_from = 2026-01-01\ntimetables_until = 2027-01-01\n"
      "[[zone]]\nname = 'Asia/Shanghai'\n[[time_plan]]\nname = 'a'\nzone = 'Asia/Shanghai'\n";
  const std::string bad = written("bad.toml", head + "weekly = {mon = ['25:00-26:00']}\n");
  const Run refused = run_acdsim("plan " + bad);
  CHECK(refused.exit_code == 65);
  CHECK(refused.err == bad +
                           ":9:19: time_plans.a.weekly.mon[0]: 25:00-26:00 starts on the next "
                           "day: hours start before 24:00\n");
  CHECK(refused.out.empty());
  const std::string empty = written("empty.toml", head);
  const Run warned = run_acdsim("plan " + empty);
  CHECK(warned.exit_code == 0);
  CHECK(warned.err.starts_with(empty + ":6:1: warning: time_plans.a: it never opens"));
}
