// Which ready agent gets the session: each criterion by a case that it alone decides.
#include "small_plan.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;
using Names = std::vector<std::string>;

Blueprint plan_with(const AgentOrder& order) {
  return small_plan(SkillGroup{.agent_order = order}, {"ann", "bob", "kit"});
}

/// The same with agents who can do two sessions at once.
Blueprint wide_plan_with(const AgentOrder& order) {
  Blueprint blueprint = plan_with(order);
  blueprint.add(CapacityRule{
      .name = "two", .units = 2, .channels = {{.channel = first_channel, .sessions_max = 2}}});
  return blueprint;
}

void set_levels(Blueprint& blueprint, std::initializer_list<Level> levels) {
  std::size_t line = 0;
  for (const Level level : levels) blueprint.agents[line++].memberships[0].level = level;
}

std::string next_server(Desk& desk) { return desk.server(desk.arrive({.group = first_group})); }

}  // namespace

TEST_CASE("The agent ready longest is chosen, since he was freed or became ready") {
  Desk desk{plan_with(longest_ready())};
  desk.ready({"kit", "ann", "bob"});
  const SessionHandle first = desk.arrive({.group = first_group});
  CHECK(desk.server(first) == "kit");
  CHECK(next_server(desk) == "ann");
  desk.complete(first);
  CHECK(next_server(desk) == "bob");
  CHECK(next_server(desk) == "kit");
}

TEST_CASE("Longest unhandled keeps its clock while an agent is away") {
  Desk desk{plan_with(longest_unhandled())};
  desk.ready({"ann", "bob"});
  CHECK(servers_in_turn(desk, 2) == Names{"ann", "bob"});
  desk.not_ready("ann");
  desk.ready("ann");
  CHECK(servers_in_turn(desk, 2) == Names{"ann", "bob"});
}

TEST_CASE("Longest ready starts its clock anew when an agent comes back") {
  Desk desk{plan_with(longest_ready())};
  desk.ready({"ann", "bob"});
  CHECK(servers_in_turn(desk, 2) == Names{"ann", "bob"});
  desk.not_ready("ann");
  desk.ready("ann");
  CHECK(servers_in_turn(desk, 2) == Names{"bob", "ann"});
}

TEST_CASE("Round robin goes around by the last offer, not by who was freed first") {
  Desk desk{plan_with(longest_unoffered())};
  desk.ready({"ann", "bob", "kit"});
  const SessionHandle by_ann = desk.arrive({.group = first_group});
  const SessionHandle by_bob = desk.arrive({.group = first_group});
  const SessionHandle by_kit = desk.arrive({.group = first_group});
  desk.complete(by_kit);
  desk.complete(by_bob);
  desk.complete(by_ann);
  CHECK(servers_in_turn(desk, 6) == Names{"ann", "bob", "kit", "ann", "bob", "kit"});
}

TEST_CASE("Round robin passes over who is not eligible, and he keeps his turn") {
  Desk desk{plan_with(longest_unoffered())};
  desk.ready({"ann", "bob", "kit"});
  CHECK(servers_in_turn(desk, 3) == Names{"ann", "bob", "kit"});
  desk.not_ready("ann");
  CHECK(servers_in_turn(desk, 3) == Names{"bob", "kit", "bob"});
  desk.ready("ann");
  CHECK(servers_in_turn(desk, 3) == Names{"ann", "kit", "bob"});
}

TEST_CASE("The lowest load is a ratio of what each agent can do") {
  Blueprint blueprint = wide_plan_with(lowest_load());
  blueprint.add(CapacityRule{
      .name = "four", .units = 4, .channels = {{.channel = first_channel, .sessions_max = 4}}});
  blueprint.agents[1].capacity = CapacityRuleId{1};
  Desk desk{blueprint};
  desk.ready({"ann", "bob"});
  Names servers;
  for (int i = 0; i < 6; ++i) servers.push_back(next_server(desk));
  // Loads of ann and bob: 0 0, 1/2 0, 1/2 1/4, 1/2 2/4 (ann is ready longer), 2/2 2/4, 2/2 3/4.
  CHECK(servers == Names{"ann", "bob", "bob", "ann", "bob", "bob"});
}

TEST_CASE("Fewest handled counts since sign-in") {
  Desk desk{plan_with(fewest_handled())};
  desk.ready({"ann", "bob"});
  CHECK(servers_in_turn(desk, 2) == Names{"ann", "bob"});
  desk.ready("kit");
  CHECK(servers_in_turn(desk, 1) == Names{"kit"});
  CHECK(desk.view("kit").handled == 1);
  desk.give({.kind = CommandKind::sign_out, .agent = desk.agent("kit")});
  desk.ready("kit");
  CHECK(desk.view("kit").handled == 0);
  CHECK(servers_in_turn(desk, 1) == Names{"kit"});
}

TEST_CASE("The highest level is chosen first, the lowest where experts are kept free") {
  Blueprint blueprint = plan_with(highest_level());
  set_levels(blueprint, {2, 9, 5});
  Desk desk{blueprint};
  desk.ready({"ann", "bob", "kit"});
  CHECK(Names{next_server(desk), next_server(desk), next_server(desk)} ==
        Names{"bob", "kit", "ann"});

  blueprint.groups[0].agent_order = lowest_level();
  Desk other{blueprint};
  other.ready({"ann", "bob", "kit"});
  CHECK(Names{next_server(other), next_server(other), next_server(other)} ==
        Names{"ann", "kit", "bob"});
}

TEST_CASE("A level changed on the fly decides the next choice") {
  Blueprint blueprint = plan_with(highest_level());
  set_levels(blueprint, {2, 9, 5});
  Desk desk{blueprint};
  desk.ready({"ann", "bob", "kit"});
  desk.give({.kind = CommandKind::set_level,
             .level = 10,
             .group = first_group,
             .agent = desk.agent("ann")});
  CHECK(next_server(desk) == "ann");
}

TEST_CASE("Those with the skill at the level come first, then the others") {
  const SkillId french{0};
  Blueprint blueprint = plan_with(skilled_first(french, 3));
  blueprint.add(Skill{.name = "french"});
  blueprint.agents[0].skills = {{french, 2}};
  blueprint.agents[2].skills = {{french, 3}};
  Desk desk{blueprint};
  desk.ready({"ann", "bob", "kit"});
  CHECK(Names{next_server(desk), next_server(desk), next_server(desk)} ==
        Names{"kit", "ann", "bob"});
}

TEST_CASE("The preferred agents come first: lower preference") {
  Blueprint blueprint = plan_with(preferred());
  for (std::size_t i = 0; i < 3; ++i) {
    blueprint.agents[i].memberships[0].preference = static_cast<Preference>(2 - i);
  }
  Desk desk{blueprint};
  desk.ready({"ann", "bob", "kit"});
  CHECK(Names{next_server(desk), next_server(desk)} == Names{"kit", "bob"});
  desk.give({.kind = CommandKind::set_preference, .preference = 5, .agent = desk.agent("kit")});
  CHECK(desk.last(EventKind::agent_changed).value == 5);
}

TEST_CASE("A fixed order is that of the plan, whoever became ready first") {
  Desk desk{plan_with(fixed())};
  desk.ready({"kit", "bob", "ann"});
  CHECK(Names{next_server(desk), next_server(desk), next_server(desk)} ==
        Names{"ann", "bob", "kit"});
}

TEST_CASE("A host's own rank of agents decides, lower first, and follows the facts") {
  Blueprint blueprint = plan_with(agent_host_rank(HostRankId{0}));
  blueprint.add(HostRank{.name = "every second time"});
  Registry registry;
  registry.bind_agent_rank("every second time", 1, 8, [](const AgentFacts& agent) {
    return (agent.agent.slot + agent.handled) % 2;
  });
  Desk desk{blueprint, registry};
  desk.ready({"bob", "ann"});
  CHECK(servers_in_turn(desk, 3) == Names{"ann", "bob", "bob"});
}

TEST_CASE("An agent order composes: level first, then who is ready longest") {
  Blueprint blueprint = plan_with(AgentOrder{highest_level()}.then(longest_ready()));
  set_levels(blueprint, {5, 9, 5});
  Desk desk{blueprint};
  desk.ready({"kit", "ann", "bob"});
  CHECK(Names{next_server(desk), next_server(desk), next_server(desk)} ==
        Names{"bob", "kit", "ann"});
}

}  // namespace acd::test
