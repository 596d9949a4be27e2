// Overflow as laws: limits that are exact, thresholds at their instant, questions that agree with
// a count by hand.
#include <string>

#include "desk.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;

constexpr GroupId desk_group{0};
constexpr GroupId reserve{1};

/// A desk that sends whom it cannot take to a reserve; ann in the first, rob in the second.
Blueprint overflowing_desk(std::vector<OverflowRule> rules) {
  Blueprint blueprint;
  blueprint.limits.sessions = 2000;
  blueprint.add(Channel{.name = "voice"});
  blueprint.add(
      SkillGroup{.name = "desk", .forecast = Forecast::counted, .overflow = std::move(rules)});
  blueprint.add(SkillGroup{.name = "reserve"});
  blueprint.add(Agent{.name = "ann", .memberships = {{.group = desk_group}}});
  blueprint.add(Agent{.name = "rob", .memberships = {{.group = reserve}}});
  return blueprint;
}

OverflowRule when_longer_than(std::int64_t length) {
  return {.name = "too many",
          .stage = OverflowStage::arriving,
          .cause = OverflowCause::too_long,
          .when = at_least(TestKind::length, length) && !holds(TestKind::eligible),
          .targets = {to_group(reserve)}};
}

}  // namespace

TEST_CASE("Of a burst at one instant exactly as many stay as the limit says") {
  for (const std::uint32_t limit : {0U, 1U, 7U, 100U}) {
    for (const std::uint32_t burst : {1U, 8U, 101U, 1000U}) {
      INFO("limit " << limit << ", burst " << burst);
      Desk desk{overflowing_desk({when_longer_than(limit)})};
      for (std::uint32_t i = 0; i < burst; ++i) desk.arrive({.group = desk_group});
      CHECK(desk.router().waiting(desk_group) == std::min(limit, burst));
      CHECK(desk.router().waiting(reserve) == burst - std::min(limit, burst));
      CHECK(desk.events(EventKind::overflowed).size() == burst - std::min(limit, burst));
    }
  }
}

TEST_CASE("One whom somebody can serve at once does not overflow, however long the line") {
  Desk desk{overflowing_desk({when_longer_than(0)})};
  desk.arrive({.group = desk_group});
  desk.ready("ann");
  CHECK(desk.server(desk.arrive({.group = desk_group})) == "ann");
  CHECK(desk.router().waiting(reserve) == 1);
}

TEST_CASE("Every session reaches a threshold at its own instant, in one jump of time too") {
  Desk desk{
      overflowing_desk({{.name = "slow", .when = waited(30s), .targets = {to_group(reserve)}}})};
  std::vector<Instant> joined;
  for (int i = 0; i < 50; ++i) {
    desk.arrive({.group = desk_group});
    joined.push_back(desk.now());
    desk.pass(std::chrono::milliseconds{(i * 7919) % 1000});
  }
  desk.pass(1h);
  const std::vector<Event> moved = desk.events(EventKind::overflowed);
  REQUIRE(moved.size() == joined.size());
  for (std::size_t i = 0; i < moved.size(); ++i) CHECK(moved[i].at == joined[i] + 30s);
}

TEST_CASE("Rules that repeat a hundred times each do not hide what comes after them") {
  std::vector<OverflowRule> rules;
  for (const auto every : {7s, 11s, 13s}) {
    rules.push_back({.name = "louder",
                     .cause = OverflowCause::pressure,
                     .repeat = Repeat{.every = every, .times = 100},
                     .raise_priority = 1});
    rules.back().name += std::to_string(every.count());
  }
  rules.push_back({.name = "slow", .when = waited(2000s), .targets = {to_group(reserve)}});
  Desk desk{overflowing_desk(std::move(rules))};
  desk.arrive({.group = desk_group});
  const Instant joined = desk.now();
  desk.pass(1h);
  CHECK(desk.last(EventKind::overflowed).at == joined + 2000s);
  CHECK(desk.router().waiting(reserve) == 1);
}

TEST_CASE("A session that left before the threshold is not moved by it") {
  Desk desk{
      overflowing_desk({{.name = "slow", .when = waited(30s), .targets = {to_group(reserve)}}})};
  const SessionHandle first = desk.arrive({.group = desk_group});
  desk.pass(10s);
  const SessionHandle second = desk.arrive({.group = desk_group});
  desk.pass(10s);
  desk.cancel(first);
  CHECK(desk.router().next_deadline() == desk.now() + 20s);
  desk.pass(1min);
  REQUIRE(desk.events(EventKind::overflowed).size() == 1);
  CHECK(desk.last(EventKind::overflowed).session == second);
}

TEST_CASE("The position counts those who come before by the group's order") {
  Desk desk{overflowing_desk({})};
  const SessionHandle low = desk.arrive({.group = desk_group});
  const SessionHandle high = desk.arrive({.priority = 5, .group = desk_group});
  const SessionHandle later = desk.arrive({.priority = 5, .group = desk_group});
  CHECK(desk.router().position(high) == 1U);
  CHECK(desk.router().position(later) == 2U);
  CHECK(desk.router().position(low) == 3U);
  desk.ready("ann");
  CHECK_FALSE(desk.router().position(high).has_value());
  CHECK(desk.router().position(low) == 2U);
}

TEST_CASE("The staff of a group is counted by what each could do now") {
  Blueprint blueprint = overflowing_desk({});
  const SurgeId rush = blueprint.add(Surge{.name = "rush"});
  blueprint.agents[1].memberships.push_back({.group = desk_group, .when = rush});
  Desk desk{blueprint};
  const auto counts = [&desk] {
    const StaffView staff = desk.router().staff(desk_group);
    return std::vector<std::uint32_t>{staff.signed_in, staff.ready, staff.free};
  };
  CHECK(counts() == std::vector<std::uint32_t>{0, 0, 0});
  desk.ready({"ann", "rob"});
  CHECK(counts() == std::vector<std::uint32_t>{1, 1, 1});
  desk.arrive({.group = desk_group});
  CHECK(counts() == std::vector<std::uint32_t>{1, 1, 0});
  Command enter{.kind = CommandKind::enter_surge};
  enter.surge = rush;
  desk.give(enter);
  CHECK(desk.router().view(rush)->is_on);
  CHECK(counts() == std::vector<std::uint32_t>{2, 2, 1});
  CHECK(desk.server(desk.arrive({.group = desk_group})) == "rob");
  desk.not_ready("ann");
  CHECK(counts() == std::vector<std::uint32_t>{2, 1, 0});
}

TEST_CASE("The service level is the share answered in time within the window") {
  Desk desk{overflowing_desk({})};
  CHECK(desk.router().service_level(desk_group) == 100U);
  const SessionHandle slow = desk.arrive({.group = desk_group});
  desk.pass(21s);  // target_wait is 20 s
  desk.ready("ann");
  CHECK(desk.router().service_level(desk_group) == 0U);
  desk.complete(slow);
  desk.complete(desk.arrive({.group = desk_group}));
  desk.complete(desk.arrive({.group = desk_group}));
  CHECK(desk.router().service_level(desk_group) == 66U);
  desk.not_ready("ann");
  desk.cancel(desk.arrive({.group = desk_group}));
  CHECK(desk.router().service_level(desk_group) == 50U);
  desk.pass(61min);  // the window is an hour
  CHECK(desk.router().service_level(desk_group) == 100U);
  CHECK_FALSE(desk.router().service_level(reserve).has_value());
}

TEST_CASE("Since when the first of those who wait has been there") {
  Desk desk{overflowing_desk({when_longer_than(1)})};
  CHECK(desk.router().oldest_joined(desk_group) == never);
  const Instant first = desk.now();
  const SessionHandle session = desk.arrive({.group = desk_group});
  desk.pass(5s);
  desk.arrive({.group = desk_group});
  CHECK(desk.router().oldest_joined(desk_group) == first);
  CHECK(desk.router().oldest_joined(reserve) == first + 5s);
  desk.cancel(session);
  CHECK(desk.router().oldest_joined(desk_group) == never);
}

TEST_CASE("A surge is entered at the instant at which the oldest has waited so long") {
  Blueprint blueprint = overflowing_desk({});
  const SurgeId late = blueprint.add(
      Surge{.name = "late",
            .enter = at_least(TestKind::oldest_wait, Duration{90s}.count(), desk_group),
            .leave = at_most(TestKind::oldest_wait, Duration{10s}.count(), desk_group),
            .dwell = 30s});
  Desk desk{blueprint};
  const SessionHandle session = desk.arrive({.group = desk_group});
  const Instant arrived = desk.now();
  CHECK(desk.router().next_deadline() == arrived + 90s);
  desk.pass(10min);
  CHECK(desk.last(EventKind::surge_entered).at == arrived + 90s);
  desk.cancel(session);
  CHECK(desk.last(EventKind::surge_left).at == desk.now());
  CHECK_FALSE(desk.router().view(late)->is_on);
  desk.arrive({.group = desk_group});
  CHECK(desk.router().next_deadline() == desk.now() + 30s);  // its dwell, then the wait
}

}  // namespace acd::test
