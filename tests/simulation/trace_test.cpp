// Recorded calls, played one by one: who serves each, from when on.
#include <fmt/format.h>

#include <string>

#include "simulation/theory.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

using nlohmann::json;
using namespace std::chrono_literals;

const Played played_trace_overflow_timer{"trace_overflow_timer"};
const Played played_trace_longest_idle{"trace_longest_idle"};
const Played played_trace_fewest_calls{"trace_fewest_calls"};
const Played played_trace_round_robin{"trace_round_robin"};

Demand& add_calls(TheoryCase& one, GroupId group, int of_class) {
  Demand& demand = add_demand(one, fmt::format("{}", of_class), group, 0, constant_time(1s), {});
  demand.patience = infinite_patience();
  for (const json& call : one.published.parameters["calls"]) {  // number, arrival, class, service
    if (call[2] != of_class) continue;
    demand.recorded.push_back({.at = Instant{} + std::chrono::seconds{call[1]},
                               .customer = call[0],
                               .service = std::chrono::seconds{call[3]}});
  }
  return demand;
}

/// In words what is not as published.
std::string differences(TheoryCase& one) {
  set_horizon(one, 60);
  const CompiledPlan::Result compiled = CompiledPlan::compile(one.scenario.blueprint);
  REQUIRE(compiled.plan);
  const auto served = services(*compiled.plan, recorded(one.scenario, *compiled.plan, 0));
  std::string text;
  for (const auto& [number, expected] : one.published.rows.front()["expected"].items()) {
    const Service& found = served.at(std::stoull(number));
    const std::uint32_t agent = found.agent + 1;
    const auto start = (found.at - Instant{}) / 1s;
    if (agent == expected["agent"] && start == expected["start"]) continue;
    text += fmt::format("call {}: agent {} at {} s, published {}\n", number, agent, start,
                        expected.dump());
  }
  return text;
}

TEST_CASE("each call of a trace meets the agent whom the order says, at its second") {
  for (const auto& [played_case, order] :
       {std::pair{&played_trace_longest_idle, AgentOrder{longest_ready()}},
        std::pair{&played_trace_fewest_calls, AgentOrder{fewest_handled()}.then(fixed())},
        std::pair{&played_trace_round_robin, AgentOrder{circular()}}}) {
    TheoryCase one{.published = played_case->only(), .scenario = empty_scenario()};
    const GroupId group =
        one.scenario.blueprint.add(SkillGroup{.name = "all", .agent_order = order});
    for (int i = 0; i < 4; ++i) add_pool(one, 1, {{.group = group}});
    add_calls(one, group, 0);
    INFO(one.published.name);
    CHECK(differences(one) == "");
  }
}

TEST_CASE("a call that has waited long enough is served by a group beside its own") {
  const Published& published = played_trace_overflow_timer.only();
  TheoryCase one{.published = published, .scenario = empty_scenario()};
  one.scenario.blueprint.work_order = WorkOrder{oldest_first()};
  const GroupId first = one.scenario.blueprint.add(SkillGroup{.name = "first"});
  const GroupId second = one.scenario.blueprint.add(SkillGroup{.name = "second"});
  const std::chrono::seconds delay{published.parameters["class1_overflow_after"]};
  add_pool(one, 2, {{.group = first}});
  add_pool(one, 1, {{.group = second}, {.group = first, .delay = delay}});
  add_calls(one, first, 1);
  add_calls(one, second, 2);
  CHECK(differences(one) == "");
}

}  // namespace
}  // namespace acd::test
