// What callers will do, and who may serve them.
#include "call_plan.hpp"

#include <algorithm>

#include "staff.hpp"
#include "support/catch.hpp"

using namespace acdsim;
using acd::CallLog;
using acd::LoggedCall;
using acd::LoggedOutcome;
using std::chrono::seconds;

namespace {

LoggedCall served(std::uint64_t id, int wait_s, int service_s) {
  return {.id = id,
          .outcome = LoggedOutcome::served,
          .wait = seconds{wait_s},
          .service = seconds{service_s}};
}

LoggedCall abandoned(std::uint64_t id, int patience_s, std::uint32_t queue = 0) {
  return {.id = id,
          .queue = queue,
          .outcome = LoggedOutcome::abandoned,
          .wait = seconds{patience_s},
          .patience = seconds{patience_s}};
}

/// Queue 0 with 30 abandonments at 10, 20 ... 300 s and 30 served; queue 1 with one of each.
CallLog two_queues() {
  CallLog log;
  log.queues = {"big", "small"};
  for (std::uint64_t i = 1; i <= 30; ++i) {
    log.calls.push_back(abandoned(i, static_cast<int>(10 * i)));
    log.calls.push_back(served(100 + i, 5, static_cast<int>(60 + i)));
  }
  log.calls.push_back(abandoned(1000, 7, 1));
  log.calls.push_back(served(1001, 0, 999));
  log.calls.back().queue = 1;
  return log;
}

}  // namespace

TEST_CASE("what the log tells of a call is kept") {
  const CallPlanner planner{two_queues()};
  CHECK(planner.plan(abandoned(3, 30), 1).patience == seconds{30});
  CHECK(planner.plan(served(104, 5, 64), 1).service == seconds{64});
}

TEST_CASE("a served caller's patience exceeds the wait he had") {
  const CallPlanner planner{two_queues()};
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    CHECK(planner.plan(served(104, 95, 64), seed).patience >= seconds{100});
  }
}

TEST_CASE("an abandoner's service is one of those of his queue") {
  const CallLog log = two_queues();
  const CallPlanner planner{log};
  for (std::uint64_t id = 1; id <= 30; ++id) {
    const auto drawn = planner.plan(abandoned(id, 10), 7).service;
    const auto is_it = [&](const LoggedCall& call) { return call.service == drawn; };
    CHECK(std::count_if(log.calls.begin(), log.calls.end(), is_it) == 1);
  }
}

TEST_CASE("a call's draws depend on the seed and its id only") {
  const CallLog log = two_queues();
  const CallPlanner planner{log};
  const LoggedCall call = served(104, 5, 64);
  CHECK(planner.plan(call, 3).patience == planner.plan(call, 3).patience);
  int differing = 0;
  for (std::uint64_t id = 200; id < 220; ++id) {
    LoggedCall other = call;
    other.id = id;
    if (planner.plan(other, 3).patience != planner.plan(call, 3).patience) ++differing;
  }
  CHECK(differing > 10);
}

TEST_CASE("agents are members of what they have served often enough, by experience") {
  acd::Blueprint blueprint;
  blueprint.add(acd::SkillGroup{.name = "PS"});
  blueprint.add(acd::SkillGroup{.name = "NE"});
  blueprint.add(acd::Agent{.name = "listed", .memberships = {{.group = acd::GroupId{0}}}});
  Names names;
  SkillMatrix matrix{.queues = {"NE", "XX", "PS"}, .rows = {}};
  const auto add = [&](const char* name, std::uint64_t ne, std::uint64_t ps) {
    matrix.rows.push_back({names.intern(name), {ne, 500, ps}});
  };
  add("ann", 30, 900);
  add("bob", 700, 20);
  add("cid", 19, 19);
  add("dan", 0, 400);
  add("listed", 900, 900);
  const auto left_out =
      add_staff(blueprint, matrix, names, {.calls_min = 20, .help_after = seconds{45}});
  CHECK(left_out == std::vector<std::string>{"cid"});
  REQUIRE(blueprint.agents.size() == 4);  // listed, ann, bob, dan
  CHECK(blueprint.agents[0].memberships.size() == 1);
  const acd::Agent& ann = blueprint.agents[1];
  REQUIRE(ann.memberships.size() == 2);
  // PS, his main one: members by calls are ann and listed with 900, dan 400, bob 20.
  CHECK(ann.memberships[0] == acd::Membership{.group = acd::GroupId{0}, .level = 3});
  // NE: listed 900, bob 700, ann 30.
  CHECK(
      ann.memberships[1] ==
      acd::Membership{.group = acd::GroupId{1}, .level = 1, .preference = 1, .delay = seconds{45}});
  CHECK(blueprint.agents[2].memberships[0].group == acd::GroupId{1});
  CHECK(blueprint.agents[2].memberships[0].level == 2);
  CHECK(blueprint.agents[3].name == "dan");
}
