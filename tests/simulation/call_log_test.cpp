// A log's customers come again: what it tells of them holds, the rest is drawn.
#include "acd/simulation/call_log.hpp"

#include <algorithm>
#include <chrono>
#include <set>
#include <string>
#include <vector>

#include "acd/config/compiled_plan.hpp"
#include "acd/simulation/simulation.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;

const Instant start{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + 8h};

LoggedCall served(Duration after, Duration wait, Duration service) {
  return {
      .arrival = start + after, .outcome = LoggedOutcome::served, .wait = wait, .service = service};
}
LoggedCall abandoned(Duration after, Duration patience) {
  return {.arrival = start + after,
          .outcome = LoggedOutcome::abandoned,
          .wait = patience,
          .patience = patience};
}

/// Two queues: in "desk" 30 give up after 10, 20 ... 300 s and 30 are served, each after 5 s, for
/// 61, 62 ... 90 s; in "small" one of each.
CallLog two_queues() {
  CallLog log{.queues = {"desk", "small"}};
  for (int i = 1; i <= 30; ++i) {
    log.calls.push_back(abandoned(i * 1min, i * 10s));
    log.calls.push_back(served(i * 1min + 30s, 5s, 60s + i * 1s));
  }
  log.calls.push_back(abandoned(40min, 7s));
  log.calls.push_back(served(41min, 0s, 999s));
  for (std::size_t i = log.calls.size() - 2; i < log.calls.size(); ++i) log.calls[i].queue = 1;
  return log;
}

/// A desk of one group, where so many agents are; those of the log call it.
Scenario desk(const CallLog& log, std::uint32_t agents) {
  Scenario scenario{.begin = start, .end = start + 8h};
  scenario.blueprint.add(Channel{.name = "voice"});
  const GroupId group = scenario.blueprint.add(SkillGroup{.name = "desk"});
  for (std::uint32_t i = 0; i < agents; ++i) {
    scenario.blueprint.add(Agent{.name = std::to_string(i), .memberships = {{.group = group}}});
    scenario.staff.push_back({i, start, start + 10h});
  }
  RecordedCalls calls = recorded_calls(log, 0, scenario.begin, scenario.end);
  scenario.demands.push_back({.name = "calls",
                              .arrive = {.kind = CommandKind::arrive, .group = group},
                              .recorded = std::move(calls.arrivals),
                              .service = std::move(calls.habits.service),
                              .patience = std::move(calls.habits.patience)});
  return scenario;
}

Statistics play(const Scenario& scenario, std::uint64_t replication = 0) {
  const CompiledPlan::Result compiled = CompiledPlan::compile(scenario.blueprint);
  REQUIRE(compiled.plan);
  REQUIRE(!any_error(check(scenario)));
  return Simulation{scenario, *compiled.plan}.run(1, replication).statistics;
}

}  // namespace

TEST_CASE("what the log tells of a call is kept, and what it does not tell is left to be drawn") {
  const RecordedCalls calls = recorded_calls(two_queues(), 0, start, start + 8h);
  REQUIRE(calls.arrivals.size() == 60);
  const RecordedArrival& gave_up = calls.arrivals[0];
  CHECK(gave_up.at == start + 1min);
  CHECK(gave_up.patience == Duration{10s});
  CHECK(!gave_up.service);
  const RecordedArrival& answered = calls.arrivals[1];
  CHECK(answered.service == Duration{61s});
  CHECK(!answered.patience);
  CHECK(answered.waited == 5s);
}

TEST_CASE("the window cuts the arrivals, and the habits are of the whole log") {
  const CallLog log = two_queues();
  const RecordedCalls calls = recorded_calls(log, 0, start + 2min, start + 3min);
  CHECK(calls.arrivals.size() == 2);
  CHECK(calls.habits.service.parts.size() == 30);
  CHECK(calls.habits.patience.parts.size() == 30);
  CHECK(recorded_calls(log, std::nullopt, start, start + 8h).arrivals.size() == 62);
}

TEST_CASE("a queue with few observations borrows those of all") {
  const CallLog log = two_queues();
  CHECK(caller_habits(log, 1).service.parts.size() == 31);
  CHECK(caller_habits(log, 1).patience == caller_habits(log, std::nullopt).patience);
  CHECK(caller_habits(log, 0).service.parts.size() == 30);
}

TEST_CASE("where nobody is at work, who gave up gives up as he did, and the others later") {
  CallLog log = two_queues();
  for (LoggedCall& call : log.calls) {
    if (call.outcome == LoggedOutcome::served) call.wait = 200s;
  }
  Scenario scenario = desk(log, 0);
  scenario.thresholds = {200s};
  const Statistics day = play(scenario);
  CHECK(day.total.offered == 60);
  CHECK(day.total.abandoned == 60);
  // Of the 30 who gave up, 20 did within 200 s; each of the others waited longer in the log.
  CHECK(day.within[0][0].abandoned == 20);
}

TEST_CASE("where everybody is taken at once, who was served takes as long as he did") {
  const CallLog log = two_queues();
  const Scenario scenario = desk(log, 40);
  std::set<std::int64_t> talks;
  for (std::uint64_t i = 0; i < 5; ++i) {
    const Statistics day = play(scenario, i);
    CHECK(day.total.served == 60);
    // Those who gave up in the log draw one of the 30 services each, 61 to 90 s.
    const std::int64_t drawn_us = day.total.talk_us - (30 * 60 + 465) * std::int64_t{1'000'000};
    CHECK(drawn_us >= 30 * std::int64_t{61'000'000});
    CHECK(drawn_us <= 30 * std::int64_t{90'000'000});
    talks.insert(drawn_us);
  }
  CHECK(talks.size() > 1);
}

TEST_CASE("a recorded service of no time is none, and not one that is drawn") {
  CallLog log = two_queues();
  for (LoggedCall& call : log.calls) call.service = Duration{0};
  Scenario scenario = desk(log, 40);
  scenario.demands[0].service = constant_time(1min);
  CHECK(play(scenario).total.talk_us == 30 * std::int64_t{60'000'000});
}

TEST_CASE("a recorded arrival has the group and the priority that the log gives him") {
  Scenario scenario = desk(two_queues(), 0);
  const GroupId other = scenario.blueprint.add(SkillGroup{.name = "other"});
  Demand& demand = scenario.demands[0];
  demand.arrive.group = GroupId::none();
  for (RecordedArrival& one : demand.recorded) one.group = other;
  const Statistics day = play(scenario);
  CHECK(day.by_group[other.index()].offered == 60);
  CHECK(day.by_group[0].offered == 0);
  demand.recorded[7].group = GroupId::none();
  CHECK(check(scenario).front().path == "demands.calls.group");
}

TEST_CASE("what is wrong with recorded arrivals of one kind is said once") {
  Scenario scenario = desk(two_queues(), 1);
  Demand& demand = scenario.demands[0];
  for (RecordedArrival& one : demand.recorded) one.priority = Priority{12};
  demand.patience = lognormal_time(1min, 1);
  const std::vector<Problem> problems = check(scenario);
  REQUIRE(problems.size() == 2);
  CHECK(problems[0].path == "demands.calls.recorded");
  CHECK(problems[0].message == "priority 12 is above priority_max, 9");
  CHECK(problems[1].path == "demands.calls.patience");
}

TEST_CASE("all that is recorded counts in the fingerprint") {
  const Scenario scenario = desk(two_queues(), 1);
  std::set<std::uint64_t> prints{fingerprint(scenario)};
  for (int i = 0; i < 5; ++i) {
    Scenario other = scenario;
    RecordedArrival& one = other.demands[0].recorded[1];
    if (i == 0) one.group = GroupId{0};
    if (i == 1) one.priority = Priority{1};
    if (i == 2) one.service.reset();
    if (i == 3) one.patience = 1min;
    if (i == 4) one.waited = 6s;
    prints.insert(fingerprint(other));
  }
  CHECK(prints.size() == 6);
}

}  // namespace acd::test
