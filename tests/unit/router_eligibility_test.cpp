// Who may serve whom: requirements, exclusions, delays, picking by hand.
#include "small_plan.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;

/// english: ann 5, bob 2; french: bob 4.
Blueprint skilled_plan() {
  Blueprint blueprint = small_plan(SkillGroup{}, {"ann", "bob"});
  const SkillId english = blueprint.add(Skill{.name = "english"});
  const SkillId french = blueprint.add(Skill{.name = "french"});
  blueprint.agents[0].skills = {{english, 5}};
  blueprint.agents[1].skills = {{english, 2}, {french, 4}};
  return blueprint;
}

constexpr SkillId english{0};
constexpr SkillId french{1};

/// Who gets a session that asks for this, with both ready; "" if nobody can.
std::string server_of(const Requirement& requirement) {
  Desk desk{skilled_plan()};
  desk.ready({"ann", "bob"});
  desk.give({.kind = CommandKind::define_requirement, .expression = requirement});
  const RequirementId id{desk.last(EventKind::requirement_defined).value};
  return desk.server(desk.arrive({.group = first_group, .requirement = id}));
}

}  // namespace

TEST_CASE("A requirement is an expression over skills and levels") {
  CHECK(server_of(Requirement::anything()) == "ann");
  CHECK(server_of(has_skill(french)) == "bob");
  CHECK(server_of(skill_at_least(english, 3)) == "ann");
  CHECK(server_of(skill_at_most(english, 3)) == "bob");
  CHECK(server_of(has_skill(english) && has_skill(french)) == "bob");
  CHECK(server_of(skill_at_least(english, 9) || has_skill(french)) == "bob");
  CHECK(server_of(!has_skill(french)) == "ann");
  CHECK(server_of(!skill_at_least(french, 5) && has_skill(french)) == "bob");
  CHECK(server_of(has_skill(french) && skill_at_least(english, 3)).empty());
}

TEST_CASE("The group's requirement is asked beside the session's own") {
  Blueprint blueprint = skilled_plan();
  blueprint.groups[0].requirement = has_skill(french);
  Desk desk{blueprint};
  desk.ready({"ann", "bob"});
  CHECK(servers_in_turn(desk, 2) == std::vector<std::string>{"bob", "bob"});
}

TEST_CASE("The same expression is defined once") {
  Desk desk{skilled_plan()};
  const Command define{.kind = CommandKind::define_requirement, .expression = has_skill(french)};
  desk.give(define);
  const std::int64_t id = desk.last(EventKind::requirement_defined).value;
  desk.give(define);
  CHECK(desk.last(EventKind::requirement_defined).value == id);
  CHECK(*desk.router().requirement(RequirementId{id}) == has_skill(french));
}

TEST_CASE("A changed requirement is matched at once") {
  Blueprint blueprint = skilled_plan();
  blueprint.add(NamedRequirement{.name = "nobody", .requirement = Requirement::nothing()});
  Desk desk{blueprint};
  desk.ready("ann");
  const SessionHandle session =
      desk.arrive({.group = first_group, .requirement = RequirementId{0}});
  CHECK(desk.router().why_not(session, desk.agent("ann")) == WhyNot::lacks_requirement);
  desk.give({.kind = CommandKind::require, .session = session});
  CHECK(desk.server(session) == "ann");
}

TEST_CASE("An excluded agent is passed over for this session only") {
  Desk desk{skilled_plan()};
  desk.ready({"ann", "bob"});
  Command command{.group = first_group};
  command.excluded.push_back(desk.agent("ann"));
  CHECK(desk.server(desk.arrive(command)) == "bob");
  CHECK(desk.server(desk.arrive({.group = first_group})) == "ann");
}

TEST_CASE("An exclusion is for ever") {
  Desk desk{small_plan(SkillGroup{}, {"ann"})};
  const SessionHandle session = desk.arrive({.group = first_group});
  desk.exclude(session, "ann");
  desk.ready("ann");
  desk.pass(24h);
  CHECK(desk.server(session).empty());
  CHECK(desk.router().why_not(session, desk.agent("ann")) == WhyNot::excluded);
}

TEST_CASE("A membership with a delay joins in when the session has waited so long") {
  Blueprint blueprint = small_plan(SkillGroup{}, {"ann", "bob"});
  blueprint.agents[0].memberships[0].delay = 10s;
  blueprint.agents[1].memberships[0].delay = 20s;
  Desk desk{blueprint};
  desk.ready("bob");
  const SessionHandle session = desk.arrive({.group = first_group});
  CHECK(desk.router().next_deadline() == desk.now() + 10s);
  desk.pass(10s);
  CHECK(desk.router().why_not(session, desk.agent("bob")) == WhyNot::delayed);
  SECTION("the reserve of 20 seconds") {
    desk.pass(10s - Duration{1});
    CHECK(desk.server(session).empty());
    desk.pass(Duration{1});
    CHECK(desk.server(session) == "bob");
  }
  SECTION("the reserve of 10 seconds, who comes in between") {
    desk.pass(5s);
    desk.ready("ann");
    CHECK(desk.server(session) == "ann");
  }
}

TEST_CASE("Nobody is pushed a session of a pull group, a member picks it by hand") {
  Desk desk{small_plan(SkillGroup{.distribution = Distribution::pull}, {"ann"})};
  desk.ready("ann");
  const SessionHandle first = desk.arrive({.group = first_group});
  const SessionHandle second = desk.arrive({.priority = 9, .group = first_group});
  CHECK(desk.router().why_not(second, desk.agent("ann")) == WhyNot::pull_only);
  desk.give({.kind = CommandKind::pick, .session = first, .agent = desk.agent("ann")});
  CHECK(desk.server(first) == "ann");
  CHECK(desk.last(EventKind::assigned).cause == Cause::picked);
  CHECK(desk.server(second).empty());
}

TEST_CASE("A supervisor picks from any group, whatever it requires, ready or not") {
  Blueprint blueprint = skilled_plan();
  blueprint.groups[0].requirement = has_skill(french);
  blueprint.add(Agent{.name = "sue", .pick_right = PickRight::all_groups});
  Desk desk{blueprint};
  const SessionHandle session = desk.arrive({.group = first_group});
  desk.give({.kind = CommandKind::sign_in, .agent = desk.agent("sue")});
  desk.give({.kind = CommandKind::pick, .session = session, .agent = desk.agent("sue")});
  CHECK(desk.server(session) == "sue");
}

TEST_CASE("A picked session that was offered elsewhere is withdrawn there") {
  Blueprint blueprint = small_plan(SkillGroup{}, {"ann", "bob"});
  with_offers(blueprint);
  Desk desk{blueprint};
  desk.ready("ann");
  const SessionHandle session = desk.arrive({.group = first_group});
  desk.give({.kind = CommandKind::sign_in, .agent = desk.agent("bob")});
  desk.give({.kind = CommandKind::pick, .session = session, .agent = desk.agent("bob")});
  CHECK(desk.server(session) == "bob");
  CHECK(desk.last(EventKind::offer_withdrawn).cause == Cause::answered_elsewhere);
}

TEST_CASE("An agent works for several groups, and freed by one serves another") {
  Desk desk{small_plan({{.name = "front"}, {.name = "back"}}, {"ann"})};
  desk.ready("ann");
  const SessionHandle first = desk.arrive({.group = first_group});
  const SessionHandle second = desk.arrive({.group = second_group});
  CHECK(desk.server(first) == "ann");
  desk.complete(first);
  CHECK(desk.server(second) == "ann");
}

}  // namespace acd::test
