// Circular: a group's turn goes round the blueprint, wherever its agents came by their sessions.
#include "small_plan.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

using Names = std::vector<std::string>;

Blueprint circle() {
  return small_plan(SkillGroup{.agent_order = circular()}, {"ann", "bob", "kit"});
}

std::string next_server(Desk& desk) { return desk.server(desk.arrive({.group = first_group})); }

}  // namespace

TEST_CASE("The turn goes round the blueprint, whoever became ready or was freed first") {
  Desk desk{circle()};
  desk.ready({"kit", "bob", "ann"});
  const SessionHandle by_ann = desk.arrive({.group = first_group});
  const SessionHandle by_bob = desk.arrive({.group = first_group});
  CHECK(desk.server(by_ann) == "ann");
  CHECK(desk.server(by_bob) == "bob");
  desk.complete(by_bob);
  desk.complete(by_ann);
  CHECK(servers_in_turn(desk, 5) == Names{"kit", "ann", "bob", "kit", "ann"});
}

TEST_CASE("The turn passes over who is not ready, and he does not get it back") {
  Desk desk{circle()};
  desk.ready({"ann", "bob", "kit"});
  desk.not_ready("bob");
  CHECK(servers_in_turn(desk, 2) == Names{"ann", "kit"});
  CHECK(servers_in_turn(desk, 1) == Names{"ann"});
  desk.not_ready("kit");
  desk.ready("bob");
  CHECK(servers_in_turn(desk, 3) == Names{"bob", "ann", "bob"});
}

TEST_CASE("Who is freed and takes a waiting session has had the turn") {
  Desk desk{circle()};
  desk.ready({"ann", "bob", "kit"});
  const SessionHandle by_ann = desk.arrive({.group = first_group});
  const SessionHandle by_bob = desk.arrive({.group = first_group});
  const SessionHandle by_kit = desk.arrive({.group = first_group});
  const SessionHandle waited = desk.arrive({.group = first_group});
  desk.complete(by_ann);
  CHECK(desk.server(waited) == "ann");
  desk.complete(by_kit);
  desk.complete(by_bob);
  desk.complete(waited);
  CHECK(next_server(desk) == "bob");
}

TEST_CASE("An offer moves the turn, answered or not") {
  Blueprint blueprint = circle();
  with_offers(blueprint);
  Desk desk{blueprint};
  desk.ready({"ann", "bob", "kit"});
  const SessionHandle first = desk.arrive({.group = first_group});
  CHECK(desk.offered(first) == "ann");
  desk.decline(desk.offer(first));
  CHECK(desk.offered(first) == "bob");
  desk.cancel(first);
  CHECK(desk.offered(desk.arrive({.group = first_group})) == "kit");
}

TEST_CASE("Accepting late does not turn back the turn") {
  Blueprint blueprint = circle();
  with_offers(blueprint);
  Desk desk{blueprint};
  desk.ready({"ann", "bob", "kit"});
  const SessionHandle first = desk.arrive({.group = first_group});
  const SessionHandle second = desk.arrive({.group = first_group});
  CHECK(desk.offered(second) == "bob");
  desk.accept(desk.offer(second));
  desk.accept(desk.offer(first));
  desk.complete(first);
  desk.complete(second);
  CHECK(desk.offered(desk.arrive({.group = first_group})) == "kit");
}

TEST_CASE("Who picks has had the turn, a member or not") {
  Blueprint blueprint = circle();
  blueprint.agents[1].memberships.clear();
  blueprint.agents[1].pick_right = PickRight::all_groups;
  Desk desk{blueprint};
  desk.ready({"ann", "bob"});
  const SessionHandle by_ann = desk.arrive({.group = first_group});
  const SessionHandle picked = desk.arrive({.group = first_group});
  desk.give({.kind = CommandKind::pick, .session = picked, .agent = desk.agent("bob")});
  desk.complete(by_ann);
  desk.ready("kit");
  CHECK(next_server(desk) == "kit");
  CHECK(next_server(desk) == "ann");
}

TEST_CASE("Each group has a turn of its own, though they share their agents") {
  Desk desk{
      small_plan({SkillGroup{.agent_order = circular()}, SkillGroup{.agent_order = circular()}},
                 {"ann", "bob", "kit"})};
  desk.ready({"ann", "bob", "kit"});
  CHECK(servers_in_turn(desk, 2, first_group) == Names{"ann", "bob"});
  CHECK(servers_in_turn(desk, 1, second_group) == Names{"ann"});
  CHECK(servers_in_turn(desk, 2, first_group) == Names{"kit", "ann"});
  CHECK(servers_in_turn(desk, 1, second_group) == Names{"bob"});
}

TEST_CASE("The turn goes round among those whom the criteria before it leave equal") {
  Blueprint blueprint = circle();
  blueprint.groups[0].agent_order = AgentOrder{preferred()}.then(circular());
  blueprint.agents[0].memberships[0].preference = 1;
  Desk desk{blueprint};
  desk.ready({"ann", "bob", "kit"});
  CHECK(servers_in_turn(desk, 3) == Names{"bob", "kit", "bob"});
  CHECK(Names{next_server(desk), next_server(desk)} == Names{"kit", "bob"});
  CHECK(next_server(desk) == "ann");
}

}  // namespace acd::test
