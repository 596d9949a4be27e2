// The same seed and number give the same day, whatever ran before; and intervals hold what they
// promise.
#include <cmath>
#include <string>
#include <vector>

#include "acd/companion/journal.hpp"
#include "acd/engine/router.hpp"
#include "acd/simulation/erlang.hpp"
#include "acd/simulation/simulation.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;

/// Two groups, offers, misses, patience, redials, a busy day, overflow, a shift's end.
Scenario a_mixed_day() {
  Scenario scenario;
  Blueprint& blueprint = scenario.blueprint;
  blueprint.add(Channel{.name = "voice"});
  const OfferRuleId asks = blueprint.add(
      OfferRule{.name = "asks", .mode = OfferMode::offer, .time_limit = 12s, .misses_max = 2});
  const GroupId reserve =
      blueprint.add(SkillGroup{.name = "reserve", .wrap_up = {.any_channel = 20s}});
  const GroupId first = blueprint.add(SkillGroup{
      .name = "first",
      .offer_rule = asks,
      .overflow = {{.name = "wider", .when = waited(60s), .targets = {to_group(reserve)}}}});
  scenario.end = scenario.begin + 8h;
  for (std::uint32_t i = 0; i < 12; ++i) {
    blueprint.add(Agent{.name = std::to_string(i), .memberships = {{i < 8 ? first : reserve}}});
    scenario.staff.push_back({i, scenario.begin, scenario.begin + (i % 2 == 0 ? 8h : 6h)});
  }
  Demand demand{.name = "calls",
                .rates = {{scenario.begin, 90}, {scenario.begin + 4h, 140}},
                .busyness_cv = 0.2,
                .service = lognormal_time(4min, 0.9),
                .patience = exponential_time(2min),
                .redial = Redial{.probability = 0.5, .after = gamma_time(10min, 0.7)},
                .customers = 500};
  demand.arrive = {.kind = CommandKind::arrive, .group = first};
  scenario.demands.push_back(demand);
  scenario.habits = {.no_answer = 0.1, .absence = 0.05};
  return scenario;
}

TEST_CASE("a replication is the same whatever ran before") {
  const Scenario scenario = a_mixed_day();
  const CompiledPlan::Result compiled = CompiledPlan::compile(scenario.blueprint);
  REQUIRE(compiled.plan);
  Simulation one{scenario, *compiled.plan};
  std::vector<ReplicationResult> forwards;
  for (std::uint64_t i = 0; i < 4; ++i) forwards.push_back(one.run(5, i));
  Simulation another{scenario, *compiled.plan};
  for (std::uint64_t i = 4; i-- > 0;) {
    const ReplicationResult again = another.run(5, i);
    CHECK(again.statistics == forwards[i].statistics);
    CHECK(again.state_hash == forwards[i].state_hash);
    CHECK(again.events == forwards[i].events);
  }
  CHECK_FALSE(forwards[0].statistics == forwards[1].statistics);
  CHECK_FALSE(one.run(6, 0).statistics == forwards[0].statistics);
}

TEST_CASE("a replication is the same with a journal, which replays to the same state") {
  const Scenario scenario = a_mixed_day();
  const CompiledPlan::Result compiled = CompiledPlan::compile(scenario.blueprint);
  REQUIRE(compiled.plan);
  Simulation simulation{scenario, *compiled.plan};
  const ReplicationResult plain = simulation.run(5, 0);
  JournalWriter journal{compiled.plan->blueprint()};
  CHECK(simulation.run(5, 0, &journal).statistics == plain.statistics);
  Router router{*compiled.plan};
  CHECK(replay(journal.bytes(), router).fault == JournalFault::none);
  CHECK(router.state_hash() == plain.state_hash);
}

TEST_CASE("a day is the same from every compiler") {
  const Scenario scenario = a_mixed_day();
  const CompiledPlan::Result compiled = CompiledPlan::compile(scenario.blueprint);
  REQUIRE(compiled.plan);
  const ReplicationResult day = Simulation{scenario, *compiled.plan}.run(5, 0);
  CHECK(day.state_hash == 5028708222545320398U);
  CHECK(day.events == 4251);
  CHECK(day.statistics.total.wait_served.sum_us == 19912396115);
  CHECK(day.statistics.total.talk_us == 163934816526);
}

/// M/M/10 at 80 %, from empty: batches of a short run, a Student interval over them.
TEST_CASE("of four hundred 95 % intervals about 95 % hold the truth") {
  Scenario scenario;
  scenario.blueprint.add(Channel{.name = "voice"});
  scenario.blueprint.limits.sessions = 2000;
  const GroupId group = scenario.blueprint.add(SkillGroup{.name = "all"});
  scenario.end = scenario.begin + 200min;
  scenario.count_from = scenario.begin + 50min;
  for (std::uint32_t i = 0; i < 10; ++i) {
    scenario.blueprint.add(Agent{.name = std::to_string(i), .memberships = {{group}}});
    scenario.staff.push_back({i, scenario.begin, scenario.end + 100min});
  }
  Demand demand{
      .name = "calls", .rates = {{scenario.begin, 480}}, .service = exponential_time(1min)};
  demand.arrive = {.kind = CommandKind::arrive, .group = group};
  scenario.demands.push_back(demand);
  const CompiledPlan::Result compiled = CompiledPlan::compile(scenario.blueprint);
  REQUIRE(compiled.plan);
  Simulation simulation{scenario, *compiled.plan};
  const double truth = erlang_c(8, 10);
  constexpr std::size_t runs = 400;
  constexpr std::size_t replications = 20;
  constexpr double student = 2.093;  // 97.5 % point, 19 degrees of freedom
  int held = 0;
  for (std::size_t run = 0; run < runs; ++run) {
    std::vector<double> shares;
    double sum = 0;
    for (std::size_t i = 0; i < replications; ++i) {
      const ServiceCounts counts = simulation.run(11, run * replications + i).statistics.total;
      const double served_at_once = static_cast<double>(counts.served_at_once);
      shares.push_back(1 - served_at_once / static_cast<double>(counts.offered));
      sum += shares.back();
    }
    const double mean = sum / replications;
    double squares = 0;
    for (const double share : shares) squares += (share - mean) * (share - mean);
    const double error = std::sqrt(squares / (replications - 1) / replications);
    if (std::abs(mean - truth) <= student * error) ++held;
  }
  CHECK(held >= 0.92 * runs);
  CHECK(held <= 0.975 * runs);
}

}  // namespace
}  // namespace acd::test
