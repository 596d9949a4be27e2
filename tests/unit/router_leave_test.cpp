// Leaving and coming back: abandoning, cancelling an offered session, handing back, moving.
#include "small_plan.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;

Blueprint ringing_plan() {
  Blueprint blueprint = small_plan(SkillGroup{}, {"ann"});
  with_offers(blueprint);
  return blueprint;
}

}  // namespace

TEST_CASE("Who leaves before the threshold abandons shortly, from then on not") {
  Desk desk{small_plan(SkillGroup{.short_abandon = 5s}, {"ann"})};
  const SessionHandle early = desk.arrive({.group = first_group});
  const SessionHandle late = desk.arrive({.group = first_group});
  desk.pass(5s - Duration{1});
  desk.cancel(early);
  desk.pass(Duration{1});
  desk.cancel(late);
  CHECK(desk.cause_of_end(early) == Cause::short_abandoned);
  CHECK(desk.cause_of_end(late) == Cause::abandoned);
}

TEST_CASE("A session cancelled while offered is leaving until its offer is resolved") {
  Desk desk{ringing_plan()};
  desk.ready("ann");
  const SessionHandle session = desk.arrive({.group = first_group});
  const SessionHandle next = desk.arrive({.group = first_group});
  desk.cancel(session);
  CHECK(desk.view(session).state == SessionState::leaving);
  CHECK(desk.last(EventKind::offer_withdrawn).cause == Cause::cancelled);
  CHECK(desk.view(next).offers == 0);
  SECTION("the host confirms") {
    desk.give({.kind = CommandKind::withdrawn, .offer = desk.offer(session)});
    CHECK(desk.cause_of_end(session) == Cause::abandoned);
    CHECK(desk.offered(next) == "ann");
  }
  SECTION("the lease expires") {
    desk.pass(5s);
    CHECK(desk.cause_of_end(session) == Cause::abandoned);
    CHECK(desk.offered(next) == "ann");
  }
  SECTION("the agent's answer crossed the cancellation, and wins") {
    desk.accept(desk.offer(session));
    CHECK(desk.server(session) == "ann");
  }
}

TEST_CASE("A session handed back keeps its seniority unless asked otherwise") {
  for (const auto seniority : {Seniority::kept, Seniority::fresh}) {
    Desk desk{small_plan(SkillGroup{}, {"ann", "bob"})};
    desk.ready("ann");
    const SessionHandle session = desk.arrive({.group = first_group});
    const Instant start = desk.now();
    desk.pass(60s);
    const SessionHandle younger = desk.arrive({.group = first_group});
    desk.not_ready("ann");
    desk.give({.kind = CommandKind::requeue, .seniority = seniority, .session = session});
    CHECK(desk.last(EventKind::requeued).cause == Cause::handed_back);
    const bool kept = seniority == Seniority::kept;
    CHECK(desk.view(session).start == (kept ? start : desk.now()));
    CHECK(desk.view(session).queued_at == desk.now());
    desk.ready("bob");
    CHECK(desk.server(kept ? session : younger) == "bob");
  }
}

TEST_CASE("A session transferred to a group waits there, after the agent's wrap-up rule here") {
  Desk desk{small_plan({{.name = "front", .wrap_up = {.any_channel = 10s}}, {.name = "back"}},
                       {"ann", "bob"})};
  desk.ready("ann");
  const SessionHandle session = desk.arrive({.group = first_group});
  desk.give({.kind = CommandKind::requeue, .group = second_group, .session = session});
  CHECK(desk.view(session).group == second_group);
  CHECK(desk.view(session).state == SessionState::waiting);
  CHECK(desk.view("ann").wrapping_up == 1);
  desk.ready("bob");
  CHECK(desk.server(session) == "bob");
}

TEST_CASE("A transfer is never refused for a full group") {
  Desk desk{small_plan({{.name = "front"}, {.name = "back", .max_length = 0}}, {"ann"})};
  desk.ready("ann");
  const SessionHandle session = desk.arrive({.group = first_group});
  desk.give({.kind = CommandKind::not_ready, .agent = desk.agent("ann")});
  desk.give({.kind = CommandKind::requeue, .group = second_group, .session = session});
  CHECK(desk.router().waiting(second_group) == 1);
}

TEST_CASE("A moved session keeps its start and is matched in the new group at once") {
  Blueprint blueprint = small_plan({{.name = "front"}, {.name = "back"}}, {"ann"});
  blueprint.agents[0].memberships.erase(blueprint.agents[0].memberships.begin());
  Desk desk{blueprint};
  desk.ready("ann");
  const SessionHandle session = desk.arrive({.group = first_group});
  const Instant start = desk.now();
  CHECK(desk.router().why_not(session, desk.agent("ann")) == WhyNot::not_in_group);
  desk.pass(30s);
  desk.give({.kind = CommandKind::move, .group = second_group, .session = session});
  CHECK(desk.server(session) == "ann");
  CHECK(desk.view(session).start == start);
}

}  // namespace acd::test
