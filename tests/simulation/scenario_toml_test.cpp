// Scenarios as TOML: what is understood, and what is said about the rest.
#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "acd/toml/scenario_toml.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;

const Instant eight{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}};  // in Shanghai

const std::string blueprint = R"toml(
channels = ["voice"]
[[attribute]]
name = "tier"
type = "symbol"
symbols = ["silver", "gold"]
[[group]]
name = "sales"
[[surge]]
name = "storm"
[[agent]]
name = "ann"
memberships = [{group = "sales"}]
)toml";

const std::string window = R"toml(begin = 2026-11-23T08:00:00+08:00
end = "12:00"
)toml";

ScenarioRead read(const std::string& text) { return read_scenario_toml(text, "day.toml"); }

/// A day with everything in it.
const std::string whole_day_text =
    window + "count_from = \"08:30\"\ninterval = \"15m\"\n" + blueprint + R"toml(
[[demand]]
name = "orders"
group = "sales"
priority = 2
attributes = {tier = "gold"}
rates = [{from = "08:00", per_hour = 12}, {from = 2026-11-23T10:00:00+08:00, per_hour = 4.5}]
busyness_cv = 0.1
service = "lognormal(4m, 0.9)"
service_of = [{agents = ["ann", "sales-1"], service = "constant(2m)"}]
wrap_up = "exponential(30s)"
patience = "exponential(2m)"
balking = "5%"
redial = {probability = 0.3, after = "exponential(10m)", times_max = 2}
customers = 5000
[[staff]]
agents = ["ann"]
begin = "08:00"
end = "10:00"
[[staff]]
group = "sales"
count = 2
begin = "09:00"
end = "26:00"
[habits]
answer_after = "uniform(1s..3s)"
no_answer = "1%"
back_after = "1m"
absence = "3%"
[[happening]]
at = "10:00"
do = "sign_out ann"
[[target]]
group = "sales"
service_level = "80% in 20s"
abandonment = "5%"
[[target]]
speed_of_answer = "30s"
)toml";

ScenarioRead whole_day() {
  ScenarioRead day = read(whole_day_text);
  INFO(problems_text(day));
  REQUIRE(!any_error(day.problems));
  return day;
}

struct Case {
  std::string lines, problem;
};
const std::string sound =
    "[[demand]]\ngroup = \"sales\"\nrates = [{from = \"08:00\", per_hour = "
    "1}]\nservice = \"constant(1m)\"\n";
const std::vector<Case> broken_lines = {
    {"[[demnd]]\n", "1:3: demnd: unknown key \"demnd\", did you mean \"demand\"?"},
    {"[[demand]]\nservice = \"constant(1m)\"\nrates = [{from = \"08:00\", per_hour = 1}]\n",
     "1:1: demands[0].group: neither a group nor an entry says where they arrive"},
    {"[[demand]]\ngroup = \"sale\"\nservice = \"constant(1m)\"\nrates = [{from = \"08:00\", "
     "per_hour = 1}]\n",
     "2:9: demands[0].group: unknown group \"sale\", did you mean \"sales\"?"},
    {sound + "patience = \"constant(1)\"\n",
     "5:22: demands[0].patience: expected a duration such as 1m30s, found \"1\""},
    {sound + "patience = \"gamma(1m, 0)\"\n",
     "5:12: demands[0].patience.cv: 0 is not in 0.01 to 100"},
    {sound + "balking = \"105%\"\n", "5:11: demands[0].balking: 105% is not in 0% to 100%"},
    {sound + "balking = true\n",
     "5:11: demands[0].balking: expected a share such as \"5%\", found true or false"},
    {sound + "attributes = {tier = \"gould\"}\n",
     "5:22: demands[0].attributes.tier: unknown symbol \"gould\", did you mean \"gold\"?"},
    {sound + "attributes = {teir = 1}\n",
     "5:15: demands[0].attributes.teir: unknown attribute \"teir\", did you mean \"tier\"?"},
    {sound + "profile = {per_day = 1, shares = [1]}\n",
     "5:11: demands[0].profile: either rates or a profile say how many arrive"},
    {sound + "service_of = [{agents = [\"anna\"], service = \"constant(1m)\"}]\n",
     "5:26: demands[0].service_of[0].agents[0]: unknown agent \"anna\", did you mean \"ann\"?"},
    {"[[staff]]\nagents = [\"ann\"]\nbegin = \"25:61\"\nend = \"12:00\"\n",
     "3:9: staff[0].begin: expected a time such as \"08:30\", or an instant with its offset, "
     "found \"25:61\""},
    {"[[staff]]\nagents = [\"ann\"]\nbegin = \"12:00\"\nend = \"11:00\"\n",
     "4:7: staff[0].end: it ends before it begins"},
    {"[[staff]]\ngroup = \"sales\"\ncount = 9\nbegin = \"12:00\"\nend = \"11:00\"\n",
     "5:7: staff[0].end: it ends before it begins"},
    {"[[staff]]\ngroup = \"sales\"\nbegin = \"08:00\"\nend = \"11:00\"\n",
     "1:1: staff[0]: no \"count\" is given: how many they are"},
    {"[[happening]]\nat = \"09:00\"\ndo = \"enter_surge strom\"\n",
     "3:19: happenings[0].do: unknown surge \"strom\", did you mean \"storm\"?"},
    {"[[target]]\ngroup = \"sales\"\nservice_level = \"80% in 30s\"\n",
     "3:17: targets[0].service_level: the target_wait of group \"sales\" is 20s, by which it is "
     "counted"},
    {"[[target]]\ngroup = \"sales\"\n",
     "1:1: targets[0]: it asks for no figure: service_level, abandonment or speed_of_answer"},
    {"[habits]\nabsense = 1\n",
     "2:1: habits.absense: unknown key \"absense\", did you mean "
     "\"absence\"?"},
    {"[[demand]\n", ""},
};

}  // namespace

TEST_CASE("a scenario's file says when it is") {
  const ScenarioRead day = whole_day();
  CHECK(day.utc_offset == 8h);
  const Scenario& scenario = day.scenario;
  CHECK(scenario.begin == eight);
  CHECK(scenario.end == eight + 4h);
  CHECK(scenario.count_from == eight + 30min);
  CHECK(scenario.interval == 15min);
}

TEST_CASE("a scenario's file says who calls") {
  const ScenarioRead day = whole_day();
  const Scenario& scenario = day.scenario;
  REQUIRE(scenario.demands.size() == 1);
  const Demand& orders = scenario.demands[0];
  CHECK(orders.name == "orders");
  CHECK(orders.arrive.kind == CommandKind::arrive);
  CHECK(orders.arrive.group == GroupId{0});
  CHECK(orders.arrive.priority == 2);
  CHECK(orders.arrive.attributes == AttributeValues{{AttributeId{0}, 1}});
  CHECK(orders.rates == std::vector<RatePiece>{{eight, 12}, {eight + 2h, 4.5}});
  CHECK(orders.busyness_cv == 0.1);
  CHECK(orders.service == lognormal_time(4min, 0.9));
  CHECK(orders.service_of ==
        std::vector<ServiceOf>{{0, constant_time(2min)}, {1, constant_time(2min)}});
  CHECK(orders.wrap_up == exponential_time(30s));
  CHECK(orders.patience == exponential_time(2min));
  CHECK(orders.balking == 0.05);
  CHECK(orders.redial == Redial{0.3, exponential_time(10min), 2});
  CHECK(orders.customers == 5000);
}

TEST_CASE("a scenario's file says who works, what happens, and what is asked for") {
  const ScenarioRead day = whole_day();
  const Scenario& scenario = day.scenario;
  CHECK(scenario.staff == std::vector<Stretch>{{0, eight, eight + 2h},
                                               {1, eight + 1h, eight + 18h},
                                               {2, eight + 1h, eight + 18h}});
  REQUIRE(scenario.blueprint.agents.size() == 3);
  CHECK(scenario.blueprint.agents[2].name == "sales-2");
  CHECK(scenario.blueprint.agents[2].memberships == std::vector<Membership>{{.group = GroupId{0}}});
  CHECK(scenario.habits.absence == 0.03);
  REQUIRE(scenario.happenings.size() == 1);
  CHECK(scenario.happenings[0].at == eight + 2h);
  CHECK(scenario.happenings[0].command.kind == CommandKind::sign_out);
  CHECK(day.targets ==
        std::vector<ServiceTarget>{{GroupId{0}, ServiceFigure::service_level, 0.8},
                                   {GroupId{0}, ServiceFigure::abandonment, 0.05},
                                   {GroupId::none(), ServiceFigure::speed_of_answer, 30}});
}

TEST_CASE("a profile is spread over its day, and over every day of the scenario") {
  const ScenarioRead days = read(R"toml(
begin = 2026-11-23T08:00:00+08:00
end = 2026-11-25T00:00:00+08:00
)toml" + blueprint + R"toml(
[[demand]]
group = "sales"
profile = {per_day = 300, from = "07:00", shares = [1, 1, 2], interval = "2h"}
service = "constant(1m)"
)toml");
  INFO(problems_text(days));
  REQUIRE(!any_error(days.problems));
  CHECK(days.scenario.demands[0].rates == std::vector<RatePiece>{{eight, 37.5},
                                                                 {eight + 1h, 37.5},
                                                                 {eight + 3h, 75},
                                                                 {eight + 5h, 0},
                                                                 {eight + 23h, 37.5},
                                                                 {eight + 25h, 37.5},
                                                                 {eight + 27h, 75},
                                                                 {eight + 29h, 0}});
}

TEST_CASE("staff of one group are numbered through, line after line") {
  const ScenarioRead day = read(window + blueprint + R"toml(
[[demand]]
group = "sales"
rates = [{from = "08:00", per_hour = 1}]
service = "constant(1m)"
[[staff]]
group = "sales"
count = 1
begin = "08:00"
end = "10:00"
[[staff]]
group = "sales"
count = 1
begin = "10:00"
end = "12:00"
)toml");
  INFO(problems_text(day));
  REQUIRE(!any_error(day.problems));
  CHECK(day.scenario.blueprint.agents[1].name == "sales-1");
  CHECK(day.scenario.blueprint.agents[2].name == "sales-2");
  CHECK(day.scenario.staff[1] == Stretch{2, eight + 2h, eight + 4h});
}

TEST_CASE("staff like an agent have all that he has, day after day, or come by their shift") {
  std::string agents;
  std::string lines;
  for (const char* name : {"cat", "dan", "fay", "gus", "hal"}) {
    agents += std::string{"[[agent]]\nname = \""} + name +
              "\"\nmemberships = [{group = \"sales\", level = 3}]\n";
    lines += std::string{"[[staff]]\nlike = \""} + name +
             "\"\ncount = 2\nbegin = \"09:00\"\nend = \"10:00\"\ndays = 3\n";
  }
  const std::string shifts =
      "[[zone]]\nname = \"UTC\"\n[[time_plan]]\nname = \"day\"\nzone = \"UTC\"\n"
      "weekly = {mon-fri = [\"01:00-09:00\"]}\n[[agent]]\nname = \"ivy\"\nshift = \"day\"\n"
      "memberships = [{group = \"sales\"}]\n[[staff]]\nlike = \"ivy\"\ncount = 4\n";
  const ScenarioRead day = read(
      "begin = 2026-11-23T08:00:00+08:00\nend = 2026-11-27T08:00:00+08:00\n"
      "timetables_from = 2026-01-01\ntimetables_until = 2027-01-01\n" +
      blueprint + sound + agents + lines + shifts);
  INFO(problems_text(day));
  REQUIRE(!any_error(day.problems));
  const std::vector<Agent>& all = day.scenario.blueprint.agents;
  REQUIRE(all.size() == 1 + 5 + 1 + 10 + 4);
  CHECK(all[7].name == "cat-1");
  CHECK(all[16].name == "hal-2");
  CHECK(all[16].memberships == all[5].memberships);
  CHECK(all[20].name == "ivy-4");
  CHECK(all[20].shift == all[6].shift);
  REQUIRE(day.scenario.staff.size() == 30);
  CHECK(day.scenario.staff[2] == Stretch{7, eight + 49h, eight + 50h});
}

TEST_CASE("a command's instants may be times of the clock") {
  const ScenarioRead day = read(window + blueprint + sound +
                                "[[happening]]\nat = \"09:00\"\n"
                                "do = \"enter_surge storm until=10:30\"\n");
  INFO(problems_text(day));
  REQUIRE(!any_error(day.problems));
  CHECK(day.scenario.happenings.at(0).command.until == eight + 2h + 30min);
}

TEST_CASE("the blueprint may stand in a file of its own, whose names count") {
  const std::string text = "blueprint = \"desk.toml\"\n" + window + R"toml(
[[demand]]
group = "sales"
rates = [{from = "08:00", per_hour = 1}]
service = "constant(1m)"
)toml";
  std::string asked;
  const auto source = [&](const std::string& name) {
    asked = name;
    return std::optional{read_blueprint_toml(blueprint, name).blueprint};
  };
  const ScenarioRead day = read_scenario_toml(text, "day.toml", {}, {}, source);
  INFO(problems_text(day));
  CHECK(!any_error(day.problems));
  CHECK(asked == "desk.toml");
  CHECK(day.scenario.blueprint.groups.at(0).name == "sales");
  CHECK(problems_text(read(text))
            .starts_with("day.toml:1:13: blueprint: there is no sound blueprint \"desk.toml\"\n"));
}

/// Somebody was served at nine, somebody gave up at ten, in queues of their own; far too few.
CallLog small_log() {
  return {.queues = {"old", "new"},
          .calls = {{.arrival = eight + 1h,
                     .customer = 7,
                     .priority = 2,
                     .outcome = LoggedOutcome::served,
                     .wait = 5s,
                     .service = 100s},
                    {.arrival = eight + 2h,
                     .queue = 1,
                     .outcome = LoggedOutcome::abandoned,
                     .wait = 30s,
                     .patience = 30s}}};
}

ScenarioRead read_with_log(const std::string& demand) {
  const auto source = [](const std::string& name) {
    return name == "calls.csv" ? std::optional{small_log()} : std::nullopt;
  };
  return read_scenario_toml(window + blueprint + "[[demand]]\ngroup = \"sales\"\n" + demand,
                            "day.toml", {}, {}, {}, source);
}

TEST_CASE("a demand may come as a log recorded it, of one queue or of all") {
  const ScenarioRead day = read_with_log("log = {file = \"calls.csv\"}\n");
  INFO(problems_text(day));
  REQUIRE(!any_error(day.problems));
  const Demand& demand = day.scenario.demands.at(0);
  REQUIRE(demand.recorded.size() == 2);
  CHECK(demand.recorded[0] == RecordedArrival{.at = eight + 1h,
                                              .customer = 7,
                                              .priority = Priority{2},
                                              .service = Duration{100s},
                                              .waited = 5s});
  CHECK(demand.recorded[1] ==
        RecordedArrival{.at = eight + 2h, .priority = Priority{0}, .patience = Duration{30s}});
  CHECK(demand.service.kind == TimeDistributionKind::empirical);
  CHECK(demand.patience.kind == TimeDistributionKind::survival);
  const ScenarioRead one = read_with_log("log = {file = \"calls.csv\", queue = \"new\"}\n");
  CHECK(!any_error(one.problems));
  CHECK(one.scenario.demands.at(0).recorded.size() == 1);
}

TEST_CASE("what a demand gives itself is so for everybody, whatever the log has of it") {
  const ScenarioRead day = read_with_log(
      "log = {file = \"calls.csv\"}\npriority = 1\nservice = \"constant(4m)\"\n"
      "patience = \"lognormal(2m, 1)\"\n");
  INFO(problems_text(day));
  REQUIRE(!any_error(day.problems));
  const Demand& demand = day.scenario.demands.at(0);
  CHECK(demand.arrive.priority == 1);
  CHECK(demand.service == constant_time(4min));
  CHECK(demand.patience == lognormal_time(2min, 1));
  REQUIRE(demand.recorded.size() == 2);
  for (const RecordedArrival& one : demand.recorded) {
    CHECK(one == RecordedArrival{.at = one.at, .customer = one.customer});
  }
}

TEST_CASE("a host without logs has none, and each is asked for once") {
  const std::string text = window + blueprint +
                           "[[demand]]\ngroup = \"sales\"\nlog = {file = \"calls.csv\"}\n"
                           "[[demand]]\ngroup = \"sales\"\nlog = {file = \"calls.csv\"}\n";
  const ScenarioRead without = read(text);
  REQUIRE(without.problems.size() == 2);
  CHECK(without.problems[0].message == "there is no sound call log \"calls.csv\"");
  CHECK(without.problems[0].path == "demands[0].log");
  int asked = 0;
  const auto source = [&](const std::string& /*name*/) {
    ++asked;
    return std::optional{small_log()};
  };
  CHECK(!any_error(read_scenario_toml(text, "day.toml", {}, {}, {}, source).problems));
  CHECK(asked == 1);
}

TEST_CASE("every problem of a scenario's file has its line and column, all in one run") {
  for (const Case& each : broken_lines) {
    // What is under test comes first in the file but for the keys of its top level.
    const ScenarioRead day = read(window + blueprint + each.lines);
    const auto lines_before = std::count(blueprint.begin(), blueprint.end(), '\n') + 2;
    INFO(each.lines << problems_text(day));
    std::vector<std::string> errors;
    for (const Problem& problem : day.problems) {
      if (problem.severity == Severity::warning) continue;
      errors.push_back(std::to_string(problem.position.line - lines_before) + ":" +
                       std::to_string(problem.position.column) + ": " + problem.path + ": " +
                       problem.message);
    }
    REQUIRE(errors.size() == 1);
    if (!each.problem.empty()) CHECK(errors[0] == each.problem);
  }
}

TEST_CASE("a scenario without a window says so") {
  CHECK(problems_text(read(blueprint))
            .starts_with("day.toml:1:1: begin: no \"begin\" is given\n"
                         "day.toml:1:1: end: no \"end\" is given\n"));
}

}  // namespace acd::test
