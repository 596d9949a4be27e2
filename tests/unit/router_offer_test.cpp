// Offers: accepted, declined, not answered, several at once, withdrawn.
#include "small_plan.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;

Blueprint ringing_plan(const std::vector<std::string>& agents = {"ann", "bob"}) {
  Blueprint blueprint = small_plan(SkillGroup{}, agents);
  with_offers(blueprint);
  return blueprint;
}

OfferRule& rule(Blueprint& blueprint) { return blueprint.offer_rules[0]; }

}  // namespace

TEST_CASE("An offer waits for the agent's answer and then becomes the service") {
  Desk desk{ringing_plan()};
  desk.ready("ann");
  const SessionHandle session = desk.arrive({.group = first_group});
  CHECK(desk.offered(session) == "ann");
  CHECK(desk.last(EventKind::offered).until == desk.now() + 20s);
  CHECK(desk.view(session).state == SessionState::waiting);
  CHECK(desk.view("ann").charged_units == 1);
  desk.accept(desk.offer(session));
  CHECK(desk.server(session) == "ann");
  CHECK(desk.last(EventKind::assigned).cause == Cause::accepted);
  CHECK(desk.router().next_deadline() == never);
}

TEST_CASE("A declined session goes to the next agent, and not back before its time") {
  Desk desk{ringing_plan()};
  desk.ready({"ann", "bob"});
  const SessionHandle session = desk.arrive({.group = first_group});
  desk.decline(desk.offer(session));
  CHECK(desk.offered(session) == "bob");
  CHECK(desk.view("ann").charged_units == 0);
  CHECK(desk.router().why_not(session, desk.agent("ann")) == WhyNot::declined_before);
}

TEST_CASE("With a single agent a declined session is offered again when the penalty ends") {
  Desk desk{ringing_plan({"ann"})};
  desk.ready("ann");
  const SessionHandle session = desk.arrive({.group = first_group});
  desk.decline(desk.offer(session));
  CHECK(desk.view(session).offers == 0);
  desk.pass(30s - Duration{1});
  CHECK(desk.view(session).offers == 0);
  desk.pass(Duration{1});
  CHECK(desk.view(session).offers == 1);
  CHECK(desk.events(EventKind::offered).size() == 2);
}

TEST_CASE("A decliner is offered other sessions at once") {
  Desk desk{ringing_plan({"ann"})};
  desk.ready("ann");
  const SessionHandle first = desk.arrive({.group = first_group});
  const SessionHandle second = desk.arrive({.group = first_group});
  desk.decline(desk.offer(first));
  CHECK(desk.offered(second) == "ann");
}

TEST_CASE("An offer that nobody answers is withdrawn at its limit and offered to another") {
  Desk desk{ringing_plan()};
  desk.ready({"ann", "bob"});
  const SessionHandle session = desk.arrive({.group = first_group});
  desk.pass(20s);
  const Event withdrawn = desk.last(EventKind::offer_withdrawn);
  CHECK(withdrawn.cause == Cause::no_answer);
  CHECK(withdrawn.until == desk.now() + 5s);
  CHECK(desk.offered(session) == "bob");
  CHECK(desk.view("ann").charged_units == 1);
  desk.pass(5s);
  CHECK(desk.last(EventKind::offer_ended).cause == Cause::lease_expired);
  CHECK(desk.view("ann").charged_units == 0);
}

TEST_CASE("So many unanswered offers in a row make an agent not ready") {
  Blueprint blueprint = ringing_plan({"ann"});
  rule(blueprint).misses_max = 2;
  rule(blueprint).withdrawal_lease = 0s;
  Desk desk{blueprint};
  desk.ready("ann");
  desk.arrive({.group = first_group});
  desk.pass(20s);
  CHECK(desk.view("ann").state == AgentState::ready);
  desk.pass(30s + 20s);
  CHECK(desk.view("ann").state == AgentState::not_ready);
  CHECK(desk.last(EventKind::agent_state).cause == Cause::misses);
}

TEST_CASE("A decline between two misses starts their count anew") {
  Blueprint blueprint = ringing_plan({"ann"});
  rule(blueprint).misses_max = 2;
  rule(blueprint).withdrawal_lease = 0s;
  Desk desk{blueprint};
  desk.ready("ann");
  const SessionHandle session = desk.arrive({.group = first_group});
  desk.pass(20s + 30s);
  desk.decline(desk.offer(session));
  desk.pass(30s + 20s);
  CHECK(desk.view("ann").state == AgentState::ready);
}

TEST_CASE("A session is handed back to the host after so many offers") {
  Blueprint blueprint = ringing_plan({"ann", "bob", "kit"});
  rule(blueprint).offers_max = 2;
  Desk desk{blueprint};
  desk.ready({"ann", "bob", "kit"});
  const SessionHandle session = desk.arrive({.group = first_group});
  desk.decline(desk.offer(session));
  CHECK(desk.offered(session) == "bob");
  desk.decline(desk.offer(session));
  CHECK(desk.cause_of_end(session) == Cause::refused);
  CHECK(desk.events(EventKind::offered).size() == 2);
}

TEST_CASE("Offered to several at once, the first to accept has it") {
  Blueprint blueprint = ringing_plan({"ann", "bob", "kit"});
  rule(blueprint).fan_out = 2;
  Desk desk{blueprint};
  desk.ready({"ann", "bob", "kit"});
  const SessionHandle session = desk.arrive({.group = first_group});
  const std::vector<Event> offers = desk.events(EventKind::offered);
  REQUIRE(offers.size() == 2);
  CHECK(desk.view(session).offers == 2);
  CHECK(desk.router().why_not(session, desk.agent("kit")) == WhyNot::fan_out_reached);
  desk.accept(offers[1].offer);
  CHECK(desk.server(session) == "bob");
  const Event withdrawn = desk.last(EventKind::offer_withdrawn);
  CHECK(withdrawn.offer == offers[0].offer);
  CHECK(withdrawn.cause == Cause::answered_elsewhere);
  CHECK(desk.attempt({.kind = CommandKind::accept, .offer = offers[0].offer}) ==
        Status::offer_withdrawn);
}

TEST_CASE("A withdrawn offer keeps its agent until the host confirms") {
  Blueprint blueprint = ringing_plan();
  rule(blueprint).fan_out = 2;
  Desk desk{blueprint};
  desk.ready({"ann", "bob"});
  desk.arrive({.group = first_group});
  const std::vector<Event> offers = desk.events(EventKind::offered);
  desk.accept(offers[1].offer);
  const SessionHandle next = desk.arrive({.group = first_group});
  CHECK(desk.view(next).offers == 0);
  desk.give({.kind = CommandKind::withdrawn, .offer = offers[0].offer});
  CHECK(desk.last(EventKind::offer_ended).cause == Cause::withdrawal_confirmed);
  CHECK(desk.offered(next) == "ann");
}

TEST_CASE("Without a lease a withdrawal frees the agent at once") {
  Blueprint blueprint = ringing_plan();
  rule(blueprint).fan_out = 2;
  rule(blueprint).withdrawal_lease = 0s;
  Desk desk{blueprint};
  desk.ready({"ann", "bob"});
  const SessionHandle session = desk.arrive({.group = first_group});
  desk.accept(desk.offer(session));
  CHECK(desk.last(EventKind::offer_ended).cause == Cause::answered_elsewhere);
  CHECK(desk.view("ann").charged_units == 0);
}

}  // namespace acd::test
