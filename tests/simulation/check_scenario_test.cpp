// What is wrong with a scenario: all of it, each with its path.
#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "acd/simulation/scenario.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;

const Instant start{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + 8h};

/// One group, one agent, one demand; sound.
Scenario desk() {
  Scenario scenario;
  scenario.blueprint.add(Channel{"voice"});
  const GroupId sales = scenario.blueprint.add(SkillGroup{.name = "sales"});
  scenario.blueprint.add(Agent{.name = "ann", .memberships = {{.group = sales}}});
  scenario.begin = start;
  scenario.end = start + 8h;
  scenario.demands.push_back({.name = "orders",
                              .arrive = {.kind = CommandKind::arrive, .group = sales},
                              .rates = {{start, 12}},
                              .service = exponential_time(4min)});
  scenario.staff.push_back({0, start, start + 8h});
  return scenario;
}

/// "path: message" of each.
std::vector<std::string> problems_of(const Scenario& scenario) {
  std::vector<std::string> lines;
  for (const Problem& problem : check(scenario)) {
    lines.push_back(problem.path + ": " + problem.message);
  }
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a sound scenario has no problem") { CHECK(problems_of(desk()).empty()); }

TEST_CASE("the window has a length, and what is counted lies in it") {
  Scenario scenario = desk();
  scenario.demands.clear();
  scenario.staff.clear();
  scenario.end = scenario.begin;
  CHECK(problems_of(scenario) == Lines{"end: the scenario ends before it begins"});
  scenario.end = start + 8h;
  scenario.count_from = start + 8h;
  CHECK(problems_of(scenario) ==
        Lines{"count_from: it lies outside the scenario: begin <= count_from < end"});
  scenario.count_from = start + 1h;
  CHECK(problems_of(scenario).empty());
  scenario.end = latest + 1us;
  scenario.interval = 24h;
  CHECK(problems_of(scenario) == Lines{"end: the router takes instants from 1970 to 2112"});
}

TEST_CASE("intervals are above zero, and at most 65,535") {
  Scenario scenario = desk();
  scenario.interval = 0us;
  CHECK(problems_of(scenario) == Lines{"interval: it must be above zero"});
  scenario.interval = 100ms;
  CHECK(problems_of(scenario) ==
        Lines{"interval: it cuts the scenario into more than 65535 parts"});
  scenario.interval = 1s;
  CHECK(problems_of(scenario).empty());
}

TEST_CASE("rates come in order, within the scenario, and are not negative") {
  Scenario scenario = desk();
  scenario.demands[0].rates = {{start - 1h, 1}, {start + 2h, -1}, {start + 2h, 1}, {start + 9h, 1}};
  scenario.demands[0].busyness_cv = -0.5;
  CHECK(problems_of(scenario) ==
        Lines{"demands.orders.rates[0].from: this is before the scenario begins",
              "demands.orders.rates[1].per_hour: -1 is not in 0 to 1000000000",
              "demands.orders.rates[2].from: this is not later than the rate before it",
              "demands.orders.rates[3].from: the scenario has ended by then",
              "demands.orders.busyness_cv: -0.5 is not in 0 to 10"});
}

TEST_CASE("a demand says where it arrives, by lines that there are") {
  Scenario scenario = desk();
  Command& arrive = scenario.demands[0].arrive;
  arrive.group = GroupId::none();
  CHECK(problems_of(scenario) ==
        Lines{"demands.orders.group: neither a group nor an entry says where they arrive"});
  arrive.group = GroupId{7};
  arrive.entry = EntryId{1};
  arrive.channel = ChannelId{3};
  arrive.requirement = RequirementId{2};
  arrive.attributes.push_back({AttributeId{4}, 1});
  arrive.priority = 255;
  const Lines found = problems_of(scenario);
  REQUIRE(found.size() == 6);
  CHECK(found[0] == "demands.orders.group: there is no group #7");
  CHECK(found[1] == "demands.orders.entry: there is no entry #1");
  CHECK(found[2] == "demands.orders.channel: there is no channel #3");
  CHECK(found[3] == "demands.orders.requirement: there is no requirement #2");
  CHECK(found[5] == "demands.orders.attributes: there is no attribute #4");
}

TEST_CASE("somebody arrives") {
  Scenario scenario = desk();
  scenario.demands[0].rates.clear();
  CHECK(
      problems_of(scenario) ==
      Lines{"demands.orders.rates: nobody arrives: there are neither rates nor recorded arrivals"});
  scenario.demands[0].recorded = {{.at = start, .service = 1min}};
  scenario.demands[0].service = {};
  CHECK(problems_of(scenario).empty());
}

TEST_CASE("recorded arrivals come in order, within the scenario") {
  Scenario scenario = desk();
  scenario.demands[0].recorded = {{.at = start + 2h, .service = -1us},
                                  {.at = start + 1h, .patience = longest + 1us},
                                  {.at = start + 9h}};
  CHECK(
      problems_of(scenario) ==
      Lines{"demands.orders.recorded[0].service: a duration is not negative, and at most 71 years",
            "demands.orders.recorded[1].at: this is before the arrival before it",
            "demands.orders.recorded[1].patience: a duration is not negative, and at most 71 years",
            "demands.orders.recorded[2].at: this is outside the scenario"});
}

TEST_CASE("a service takes some time, and ends") {
  using Kind = TimeDistributionKind;
  const std::string path = "demands.orders.service";
  const auto check_service = [](const TimeDistribution& service, const Lines& problems) {
    Scenario scenario = desk();
    scenario.demands[0].service = service;
    CHECK(problems_of(scenario) == problems);
  };
  check_service(constant_time(0s), {path + ".mean: it must be above zero"});
  check_service(exponential_time(-1s), {path + ".mean: it must be above zero"});
  check_service(exponential_time(longest + 1us),
                {path + ".mean: a duration is at most 2^51 microseconds, 71 years"});
  check_service(gamma_time(4min, 0), {path + ".cv: 0 is not in 0.01 to 100"});
  check_service(lognormal_time(0s, -1),
                {path + ".mean: it must be above zero", path + ".cv: -1 is not in 0.01 to 100"});
  check_service({.kind = Kind::uniform, .mean = 1min, .cv = 1.5},
                {path + ".cv: 1.5 is not in 0 to 1"});
  check_service({.kind = Kind::hyperexponential}, {path + ".parts: the list is empty"});
  check_service({.kind = Kind::hyperexponential, .parts = {{1min, 0.5}, {0min, 0.4}}},
                {path + ".parts[1].time: it must be above zero",
                 path + ".parts: the shares add up to 90%, not to 100%"});
  check_service({.kind = Kind::empirical}, {path + ".parts: the list is empty"});
  check_service({.kind = Kind::empirical, .parts = {{-1s}}},
                {path + ".parts[0].time: a duration is not negative"});
  check_service({.kind = Kind::survival, .parts = {{10s, 0.8}, {20s, 0.9}}},
                {path + ".parts[1].share: more would be left than at the step before it"});
  check_service({.kind = Kind::survival, .parts = {{20s, 0.8}, {10s, 0.7}}},
                {path + ".parts[1].time: this is not later than the step before it"});
  check_service({.kind = Kind::survival, .parts = {{20s, 1}}}, {path + ".parts: it never ends"});
  check_service(infinite_patience(), {path + ": it never ends"});
  check_service({.kind = static_cast<Kind>(99)}, {path + ".kind: there is no enumerator 99"});
}

TEST_CASE("patience may have no end, and be nothing at all") {
  Scenario scenario = desk();
  scenario.demands[0].patience = infinite_patience();
  CHECK(problems_of(scenario).empty());
  scenario.demands[0].patience = constant_time(0s);
  CHECK(problems_of(scenario).empty());
}

TEST_CASE("shares lie between nothing and all") {
  Scenario scenario = desk();
  scenario.demands[0].balking = 1.5;
  scenario.demands[0].redial = {.probability = -0.1, .after = infinite_patience()};
  scenario.habits.no_answer = 2;
  scenario.habits.absence = -1;
  scenario.habits.back_after = -1s;
  CHECK(problems_of(scenario) ==
        Lines{"demands.orders.balking: 150% is not in 0% to 100%",
              "demands.orders.redial.probability: -10% is not in 0% to 100%",
              "demands.orders.redial.after: it never ends",
              "habits.no_answer: 200% is not in 0% to 100%",
              "habits.absence: -100% is not in 0% to 100%",
              "habits.back_after: a duration is not negative, and at most 71 years"});
}

TEST_CASE("agents of the staff exist, and none is there twice at a time") {
  Scenario scenario = desk();
  scenario.staff = {{0, start + 4h, start + 6h},
                    {0, start, start + 5h},
                    {1, start, start + 8h},
                    {0, start + 6h, start + 6h},
                    {0, start - 1h, start}};
  scenario.demands[0].service_of = {{9, exponential_time(1min)}};
  CHECK(problems_of(scenario) ==
        Lines{"demands.orders.service_of[0].agent: there is no agent #9",
              "staff[2].agent: there is no agent #1", "staff[3].end: it ends before it begins",
              "staff[4].begin: this is before the scenario begins",
              "staff[0]: agent \"ann\" is at work already when this begins"});
}

TEST_CASE("it is a warning that nobody serves those who come") {
  Scenario scenario = desk();
  scenario.staff.clear();
  const std::vector<Problem> problems = check(scenario);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].severity == Severity::warning);
  CHECK(problems_of(scenario) ==
        Lines{"demands.orders.group: nobody of group \"sales\" comes to work"});
  scenario.happenings = {{start, {.kind = CommandKind::sign_in}}};
  CHECK(check(scenario).empty());
}

TEST_CASE("two demands of one name are told apart by their places, and refused") {
  Scenario scenario = desk();
  scenario.demands.push_back(scenario.demands[0]);
  scenario.demands[1].balking = 2;
  CHECK(problems_of(scenario) == Lines{"demands[1].balking: 200% is not in 0% to 100%",
                                       "demands[1].name: the name \"orders\" is taken by "
                                       "demands[0]"});
}

TEST_CASE("happenings come in order") {
  Scenario scenario = desk();
  scenario.happenings = {{start + 2h, {}}, {start + 1h, {}}, {start - 1h, {}}};
  CHECK(problems_of(scenario) == Lines{"happenings[1].at: this is before the happening before it",
                                       "happenings[2].at: this is before the scenario begins",
                                       "happenings[2].at: this is before the happening before it"});
}

TEST_CASE("a scenario's fingerprint tells each of its members apart") {
  const Scenario scenario = desk();
  CHECK(fingerprint(scenario) == fingerprint(desk()));
  std::vector<Scenario> others(8, scenario);
  others[0].blueprint.name = "another";
  others[1].count_from = start;
  others[2].demands[0].rates[0].per_hour = 13;
  others[3].demands[0].service.cv = 2;
  others[4].staff[0].end -= 1us;
  others[5].habits.absence = 0.1;
  others[6].happenings.push_back({start, {}});
  others[7].demands[0].arrive.priority = 1;
  for (const Scenario& other : others) CHECK(fingerprint(other) != fingerprint(scenario));
}

}  // namespace acd::test
