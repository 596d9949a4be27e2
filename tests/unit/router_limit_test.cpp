// Limits of a group: how many may wait, how long; exact at once.
#include "small_plan.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;

const Command arrival{.kind = CommandKind::arrive, .group = first_group};

int admitted_of(Desk& desk, int burst) {
  int admitted = 0;
  for (int i = 0; i < burst; ++i) {
    const Status status = desk.attempt(arrival);
    REQUIRE((status == Status::applied || status == Status::group_full));
    admitted += status == Status::applied ? 1 : 0;
  }
  return admitted;
}

}  // namespace

TEST_CASE("A burst fills a group to exactly its length") {
  Desk desk{small_plan(SkillGroup{.max_length = 3}, {"ann", "bob"})};
  CHECK(admitted_of(desk, 10) == 3);
  CHECK(desk.router().waiting(first_group) == 3);
  desk.ready({"ann", "bob"});
  CHECK(admitted_of(desk, 10) == 2);
}

TEST_CASE("A burst is served first, and only what is left over counts") {
  Desk desk{small_plan(SkillGroup{.max_length = 3}, {"ann", "bob"})};
  desk.ready({"ann", "bob"});
  CHECK(admitted_of(desk, 10) == 5);
}

TEST_CASE("A group of length zero admits who can be served at once") {
  Desk desk{small_plan(SkillGroup{.max_length = 0}, {"ann"})};
  CHECK(admitted_of(desk, 2) == 0);
  desk.ready("ann");
  CHECK(admitted_of(desk, 2) == 1);
}

TEST_CASE("An offered session does not count as waiting until its offer fails") {
  Blueprint blueprint = small_plan(SkillGroup{.max_length = 1}, {"ann"});
  with_offers(blueprint);
  Desk desk{blueprint};
  desk.ready("ann");
  CHECK(admitted_of(desk, 5) == 2);
  CHECK(desk.view("ann").offered == 1);
}

TEST_CASE("A full group is full to a move, and open again when one leaves") {
  Desk desk{small_plan({{.name = "open"}, {.name = "narrow", .max_length = 1}}, {"ann"})};
  const SessionHandle inside = desk.arrive({.group = second_group});
  const SessionHandle outside = desk.arrive({.group = first_group});
  const Command move{.kind = CommandKind::move, .group = second_group, .session = outside};
  CHECK(desk.attempt(move) == Status::group_full);
  desk.cancel(inside);
  desk.give(move);
  CHECK(desk.view(outside).group == second_group);
}

TEST_CASE("A session that has waited its maximum ends, at exactly that instant") {
  Desk desk{small_plan(SkillGroup{.max_wait = 30s}, {"ann"})};
  const SessionHandle session = desk.arrive({.group = first_group});
  const Instant due = desk.now() + 30s;
  CHECK(desk.router().next_deadline() == due);
  desk.pass(29s);
  CHECK(desk.is_live(session));
  desk.pass(10s);
  CHECK(desk.cause_of_end(session) == Cause::timed_out);
  CHECK(desk.last(EventKind::ended).at == due);
}

TEST_CASE("The maximum wait is off once the session is served") {
  Desk desk{small_plan(SkillGroup{.max_wait = 30s}, {"ann"})};
  desk.ready("ann");
  const SessionHandle session = desk.arrive({.group = first_group});
  CHECK(desk.router().next_deadline() == never);
  desk.pass(1h);
  CHECK(desk.server(session) == "ann");
}

TEST_CASE("An overdue session that is offered ends only when the offer fails") {
  Blueprint blueprint = small_plan(SkillGroup{.max_wait = 30s}, {"ann"});
  with_offers(blueprint);
  Desk desk{blueprint};
  const SessionHandle session = desk.arrive({.group = first_group});
  desk.pass(25s);
  desk.ready("ann");
  const Instant offered_at = desk.now();
  desk.pass(15s);
  CHECK(desk.is_live(session));
  SECTION("and is served if the agent takes it") {
    desk.accept(desk.offer(session));
    CHECK(desk.server(session) == "ann");
  }
  SECTION("at a decline") {
    desk.decline(desk.offer(session));
    CHECK(desk.cause_of_end(session) == Cause::timed_out);
  }
  SECTION("at the offer's limit") {
    desk.pass(1h);
    CHECK(desk.cause_of_end(session) == Cause::timed_out);
    CHECK(desk.last(EventKind::ended).at == offered_at + 20s);
  }
}

TEST_CASE("A move into a group of a shorter wait that has passed ends the session") {
  Desk desk{small_plan({{.name = "open"}, {.name = "brief", .max_wait = 10s}}, {"ann"})};
  const SessionHandle session = desk.arrive({.group = first_group});
  desk.pass(11s);
  desk.give({.kind = CommandKind::move, .group = second_group, .session = session});
  CHECK(desk.cause_of_end(session) == Cause::timed_out);
}

}  // namespace acd::test
