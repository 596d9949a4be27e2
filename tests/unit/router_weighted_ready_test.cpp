// Longest weighted ready: the time since an agent became ready or was freed, times level + 1.
#include "small_plan.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;
using Names = std::vector<std::string>;

/// ann's time counts twice, bob's once.
Blueprint weighted() {
  Blueprint blueprint =
      small_plan(SkillGroup{.agent_order = longest_weighted_ready()}, {"ann", "bob"});
  blueprint.agents[0].memberships[0].level = 1;
  return blueprint;
}

std::string next_server(Desk& desk) { return desk.server(desk.arrive({.group = first_group})); }

/// Bob is ready ten seconds before ann, and a session comes so long after her.
std::string server_after(Duration since_ann) {
  Desk desk{weighted()};
  desk.ready("bob");
  desk.pass(10s);
  desk.ready("ann");
  desk.pass(since_ann);
  return next_server(desk);
}

}  // namespace

TEST_CASE("At twice the weight half the time is as long") {
  CHECK(server_after(0s) == "bob");
  CHECK(server_after(10s - 1us) == "bob");
  CHECK(server_after(10s) == "bob");  // as long: he became ready first
  CHECK(server_after(10s + 1us) == "ann");
}

TEST_CASE("Of those whose time is as long the first is who became ready first") {
  Desk desk{weighted()};
  desk.ready({"bob", "ann"});
  CHECK(next_server(desk) == "bob");
}

TEST_CASE("With equal weights it is who is ready longest") {
  Blueprint blueprint = weighted();
  blueprint.agents[0].memberships[0].level = 0;
  Desk desk{blueprint};
  desk.ready("bob");
  desk.pass(1s);
  desk.ready("ann");
  desk.pass(3s);
  CHECK(servers_in_turn(desk, 3) == Names{"bob", "ann", "bob"});
}

TEST_CASE("The time begins anew when a service or the work after it ends") {
  Blueprint blueprint = weighted();
  blueprint.groups[0].wrap_up.any_channel = 5s;
  Desk desk{blueprint};
  desk.ready("ann");
  desk.complete(desk.arrive({.group = first_group}));
  desk.pass(1s);
  desk.ready("bob");
  desk.pass(8s);  // bob's eight seconds; ann's four, twice
  CHECK(next_server(desk) == "bob");
  desk.pass(1us);
  CHECK(next_server(desk) == "ann");
}

TEST_CASE("It begins anew for one who had room all the time") {
  Blueprint blueprint = weighted();
  blueprint.add(CapacityRule{
      .name = "two", .units = 2, .channels = {{.channel = first_channel, .sessions_max = 2}}});
  Desk desk{blueprint};
  desk.ready("ann");
  const SessionHandle first = desk.arrive({.group = first_group});
  desk.pass(10s);
  desk.ready("bob");
  desk.pass(1s);
  desk.complete(first);
  desk.pass(1s - 1us);
  CHECK(next_server(desk) == "bob");
}

TEST_CASE("A level that is changed counts for all of the time") {
  Desk desk{weighted()};
  desk.ready("ann");
  desk.pass(5s);
  desk.ready("bob");
  desk.pass(3s);
  desk.give({.kind = CommandKind::set_level,
             .level = 5,
             .group = first_group,
             .agent = desk.agent("bob")});
  CHECK(next_server(desk) == "bob");  // 6 times 3 seconds against 2 times 8
}

TEST_CASE("The weight is that of the group in which the session waits") {
  Blueprint blueprint = small_plan({SkillGroup{.agent_order = longest_weighted_ready()},
                                    SkillGroup{.agent_order = longest_weighted_ready()}},
                                   {"ann", "bob"});
  blueprint.agents[0].memberships[0].level = 1;
  blueprint.agents[1].memberships[1].level = 1;
  const auto server_in = [&](GroupId group) {
    Desk desk{blueprint};
    desk.ready({"ann", "bob"});
    desk.pass(1s);
    return desk.server(desk.arrive({.group = group}));
  };
  CHECK(server_in(first_group) == "ann");
  CHECK(server_in(second_group) == "bob");
}

TEST_CASE("It weighs those whom the criteria before it leave equal") {
  Blueprint blueprint = weighted();
  blueprint.groups[0].agent_order = AgentOrder{preferred()}.then(longest_weighted_ready());
  blueprint.agents[0].memberships[0].preference = 1;
  Desk desk{blueprint};
  desk.ready("ann");
  desk.pass(1h);
  desk.ready("bob");
  CHECK(Names{next_server(desk), next_server(desk)} == Names{"bob", "ann"});
}

}  // namespace acd::test
