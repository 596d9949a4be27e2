// A steady state allocates nothing, whatever the plan makes the router do.
#include <string>

#include "acd/config/compiled_plan.hpp"
#include "busy_router.hpp"
#include "counting_new.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;

constexpr std::uint64_t warm_up_lives = 50'000;
constexpr std::uint64_t lives = 1'000'000;

/// 200 agents in 4 of 20 groups each, all groups alike.
Blueprint plan_of(const SkillGroup& like, const OfferRule& offer_rule) {
  Blueprint blueprint;
  blueprint.limits.sessions = 300;
  blueprint.add(Channel{.name = "voice"});
  blueprint.add(OfferRule{offer_rule});
  for (int i = 0; i < 20; ++i) {
    SkillGroup group = like;
    group.name = std::to_string(i);
    blueprint.add(group);
  }
  for (int i = 0; i < 200; ++i) {
    Agent agent{.name = std::to_string(i)};
    for (int j = 0; j < 4; ++j) {
      agent.memberships.push_back(
          {.group = GroupId{(i + j * 3) % 20}, .level = static_cast<Level>((i + j) % 10)});
    }
    blueprint.add(agent);
  }
  return blueprint;
}

CompiledPlan compiled(const Blueprint& blueprint) {
  const CompiledPlan::Result result = CompiledPlan::compile(blueprint);
  for (const Problem& problem : result.problems) {
    if (problem.severity == Severity::error) FAIL(problem.path << ": " << problem.message);
  }
  return result.plan.value();
}

/// Allocations of so many lives after a warm-up, in which each group once holds all sessions.
std::size_t steady_allocations(const Blueprint& blueprint) {
  BusyRouter busy{compiled(blueprint)};
  busy.everybody_ready();
  for (std::size_t i = 0; i < blueprint.groups.size(); ++i) {
    busy.fill(GroupId{i});
    busy.empty();
  }
  while (busy.ended() < warm_up_lives) busy.step();
  const std::size_t before = allocations();
  while (busy.ended() < warm_up_lives + lives) busy.step();
  const std::size_t more = allocations() - before;
  CHECK(busy.refusals() == 0);
  CHECK(busy.router().broken_invariant().empty());
  const bool has_affinity = !blueprint.groups[0].affinity.is_indifferent();
  CHECK((busy.held() > 100'000) == has_affinity);
  CHECK((busy.preferred() > 100) == has_affinity);
  return more;
}

/// Each group sends who comes to a long line to the next one, widens by two steps, is counted, and
/// has a reserve that a surge calls in; in the surge everybody takes two at a time.
Blueprint overflowing_plan() {
  Blueprint blueprint = plan_of({.forecast = Forecast::counted}, {.name = "auto"});
  const CapacityRuleId one = blueprint.add(CapacityRule{.name = "one"});
  const CapacityRuleId two = blueprint.add(CapacityRule{
      .name = "two", .units = 2, .channels = {{.channel = ChannelId{0}, .sessions_max = 2}}});
  blueprint.capacities[one.index()].channels = {{.channel = ChannelId{0}}};
  const SurgeId rush = blueprint.add(Surge{.name = "rush",
                                           .enter = at_least(TestKind::length, 3, GroupId{0}),
                                           .leave = at_most(TestKind::length, 0, GroupId{0}),
                                           .dwell = 1s,
                                           .capacities = {{.from = one, .to = two}}});
  for (std::size_t i = 0; i < blueprint.groups.size(); ++i) {
    const GroupId next{(i + 1) % blueprint.groups.size()};
    const GroupId other{(i + 7) % blueprint.groups.size()};
    blueprint.groups[i].overflow = {
        {.name = "long",
         .stage = OverflowStage::arriving,
         .cause = OverflowCause::too_long,
         .when = at_least(TestKind::length, 4) && !holds(TestKind::eligible),
         .targets = {to_group(next)}},
        {.name = "wider", .when = waited(2ms), .also_in = {other}},
        {.name = "on",
         .when = waited(20ms) && at_least(TestKind::expected_wait, 1),
         .raise_priority = 1,
         .targets = {to_group(next), to_group(other)}}};
  }
  for (std::size_t i = 0; i < blueprint.agents.size(); ++i) {
    blueprint.agents[i].capacity = one;
    blueprint.agents[i].memberships.push_back(
        {.group = GroupId{(i + 13) % blueprint.groups.size()}, .when = rush});
  }
  return blueprint;
}

/// Everybody comes again, prefers somebody, and is held for him.
Blueprint plan_with_affinity(SkillGroup group, const OfferRule& offer_rule) {
  group.affinity = Affinity{owner().held(20ms)}
                       .then(most_frequent().within(1min).held(30ms, HoldPlace::at_head))
                       .then(last_agent(AffinityScope::own_group).held(10ms))
                       .then(given().held(5ms));
  Blueprint blueprint = plan_of(group, offer_rule);
  blueprint.memory = {.contacts = 5000, .keep = 5min};
  return blueprint;
}

}  // namespace

TEST_CASE("The counter counts") {
  const std::size_t before = allocations();
  const std::string text(1000, 'x');
  CHECK(allocations() > before);
  CHECK(bytes_allocated() > 1000);
}

TEST_CASE("A million lives with immediate assignment allocate nothing") {
  CHECK(steady_allocations(plan_of({}, {.name = "auto"})) == 0);
}

TEST_CASE("A million lives with offers, declines, timers and wrap-up allocate nothing") {
  const SkillGroup group{.wrap_up = {.any_channel = 1s}, .max_wait = 60s};
  const OfferRule offers{.name = "offers",
                         .mode = OfferMode::offer,
                         .time_limit = 2s,
                         .fan_out = 2,
                         .retry_after = 3s,
                         .withdrawal_lease = 500ms};
  CHECK(steady_allocations(plan_of(group, offers)) == 0);
}

// A heap grows to the most it ever held, which the limits bound: the warm-up fills every group.
TEST_CASE("A million lives in heaps, aged and by level, allocate nothing") {
  const SkillGroup group{.session_order = aged(45s),
                         .agent_order = AgentOrder{highest_level()}.then(fewest_handled())};
  CHECK(steady_allocations(plan_of(group, {.name = "auto"})) == 0);
}

TEST_CASE("A million lives through overflow rules, surges and several groups allocate nothing") {
  CHECK(steady_allocations(overflowing_plan()) == 0);
}

TEST_CASE("A million lives of customers who meet the agents who know them allocate nothing") {
  CHECK(steady_allocations(plan_with_affinity({}, {.name = "auto"})) == 0);
}

TEST_CASE("A million lives of known customers with offers, timers and wrap-up allocate nothing") {
  const SkillGroup group{.wrap_up = {.any_channel = 1s}, .max_wait = 60s};
  const OfferRule offers{.name = "offers",
                         .mode = OfferMode::offer,
                         .time_limit = 2s,
                         .fan_out = 2,
                         .retry_after = 3s,
                         .withdrawal_lease = 500ms};
  CHECK(steady_allocations(plan_with_affinity(group, offers)) == 0);
}

TEST_CASE("The first session and the last that the limits allow allocate alike: nothing") {
  BusyRouter busy{compiled(plan_of({}, {.name = "auto"}))};
  busy.everybody_ready();
  for (int i = 0; i < 1000; ++i) busy.step();
  const std::size_t before = allocations();
  busy.fill();
  CHECK(busy.router().counts().live == 300);
  CHECK(busy.refusals() == 0);
  CHECK(allocations() == before);
}

}  // namespace acd::test
