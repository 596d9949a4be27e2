// Signed out, not ready, ready, draining: one state, and what each lets through.
#include "small_plan.hpp"
#include "support/catch.hpp"

namespace acd::test {

using namespace std::chrono_literals;

TEST_CASE("Only a ready agent is given sessions") {
  Desk desk{small_plan(SkillGroup{}, {"ann"})};
  const SessionHandle session = desk.arrive({.group = first_group});
  const AgentHandle ann = desk.agent("ann");
  CHECK(desk.router().why_not(session, ann) == WhyNot::signed_out);
  desk.give({.kind = CommandKind::sign_in, .agent = ann});
  CHECK(desk.view("ann").state == AgentState::not_ready);
  CHECK(desk.router().why_not(session, ann) == WhyNot::not_ready);
  desk.give({.kind = CommandKind::ready, .agent = ann});
  CHECK(desk.server(session) == "ann");
}

TEST_CASE("A reason for being not ready is kept and may change") {
  Blueprint blueprint = small_plan(SkillGroup{}, {"ann"});
  const ReasonId lunch = blueprint.add(Reason{.name = "lunch"});
  Desk desk{blueprint};
  desk.ready("ann");
  Command command{.kind = CommandKind::not_ready, .agent = desk.agent("ann")};
  desk.give(command);
  CHECK(desk.view("ann").reason.is_none());
  command.reason = lunch;
  desk.give(command);
  CHECK(desk.view("ann").reason == lunch);
  CHECK(desk.last(EventKind::agent_state).reason == lunch);
}

TEST_CASE("Services go on while their agent is not ready, offers are withdrawn") {
  Blueprint blueprint = small_plan(SkillGroup{}, {"ann", "bob"});
  with_offers(blueprint).withdrawal_lease = 0s;
  Desk desk{blueprint};
  desk.ready({"ann", "bob"});
  const SessionHandle served = desk.arrive({.group = first_group});
  desk.accept(desk.offer(served));
  const SessionHandle offered = desk.arrive({.group = first_group});
  desk.not_ready("ann");
  CHECK(desk.server(served) == "ann");
  desk.not_ready("bob");
  CHECK(desk.last(EventKind::offer_withdrawn).cause == Cause::agent_not_ready);
  CHECK(desk.view(offered).offers == 0);
}

TEST_CASE("A draining agent finishes his work, gets no more, and is signed out by it") {
  Blueprint blueprint = small_plan(SkillGroup{.wrap_up = {.any_channel = 10s}}, {"ann"});
  Desk desk{blueprint};
  desk.ready("ann");
  const SessionHandle session = desk.arrive({.group = first_group});
  desk.give({.kind = CommandKind::drain, .agent = desk.agent("ann")});
  const SessionHandle next = desk.arrive({.group = first_group});
  CHECK(desk.router().why_not(next, desk.agent("ann")) == WhyNot::draining);
  desk.complete(session);
  CHECK(desk.view("ann").state == AgentState::draining);
  desk.pass(10s);
  CHECK(desk.view("ann").state == AgentState::signed_out);
  CHECK(desk.last(EventKind::agent_state).cause == Cause::drained);
  CHECK(desk.server(next).empty());
}

TEST_CASE("An idle agent who drains is signed out at once") {
  Desk desk{small_plan(SkillGroup{}, {"ann"})};
  desk.ready("ann");
  desk.give({.kind = CommandKind::drain, .agent = desk.agent("ann")});
  CHECK(desk.view("ann").state == AgentState::signed_out);
}

TEST_CASE("A draining agent may become ready again") {
  Desk desk{small_plan(SkillGroup{}, {"ann"})};
  desk.ready("ann");
  const SessionHandle session = desk.arrive({.group = first_group});
  desk.give({.kind = CommandKind::drain, .agent = desk.agent("ann")});
  desk.give({.kind = CommandKind::ready, .agent = desk.agent("ann")});
  desk.complete(session);
  CHECK(desk.view("ann").state == AgentState::ready);
}

TEST_CASE("The sessions of a lost agent return to waiting with their seniority") {
  Desk desk{small_plan(SkillGroup{}, {"ann", "bob"})};
  desk.ready("ann");
  const SessionHandle session = desk.arrive({.group = first_group});
  const Instant start = desk.now();
  desk.pass(60s);
  desk.arrive({.group = first_group, .start = start + 1s});
  desk.give({.kind = CommandKind::lose_agent, .agent = desk.agent("ann")});
  CHECK(desk.last(EventKind::requeued).cause == Cause::agent_lost);
  CHECK(desk.view("ann").state == AgentState::signed_out);
  CHECK(desk.view("ann").charged_units == 0);
  CHECK(desk.view(session).start == start);
  desk.ready("bob");
  CHECK(desk.server(session) == "bob");
}

TEST_CASE("What is lost at the host ends at a reconcile, and its agent is free") {
  Desk desk{small_plan(SkillGroup{}, {"ann", "bob"})};
  desk.ready({"ann", "bob"});
  const SessionHandle lost = desk.arrive({.group = first_group});
  const SessionHandle alive = desk.arrive({.group = first_group});
  desk.pass(60s);
  desk.give({.kind = CommandKind::confirm, .session = alive});
  desk.give({.kind = CommandKind::reconcile, .start = desk.now()});
  CHECK(desk.cause_of_end(lost) == Cause::lost);
  CHECK(desk.view("ann").charged_units == 0);
  CHECK(desk.server(alive) == "bob");
}

}  // namespace acd::test
