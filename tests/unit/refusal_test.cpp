// A refused command changes nothing: every refusal of every command, provoked and compared.
#include "refusal.hpp"

#include <set>

#include "acd/companion/session_directory.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

Refusals all_refusals() {
  Refusals all;
  for (const Refusals& some :
       {arrival_refusals(), waiting_refusals(), service_refusals(), offer_refusals(),
        pick_refusals(), agent_state_refusals(), agent_fact_refusals(), name_refusals(),
        whole_refusals(), door_refusals(), later_refusals(), memory_refusals()}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

Blueprint plan_of(const Refusal& refusal) {
  Blueprint blueprint = refusal_plan();
  blueprint.limits = refusal.limits;
  blueprint.memory = refusal.memory;
  if (refusal.memory.contacts == 0) blueprint.groups[plan::sales.index()].affinity = {};
  return blueprint;
}

/// What must be the same after a refusal as before it.
struct Picture {
  explicit Picture(const Router& router)
      : hash{router.state_hash()},
        next_deadline{router.next_deadline()},
        now{router.now()},
        events{router.counts().events},
        live{router.counts().live} {}
  std::uint64_t hash;
  Instant next_deadline;
  Instant now;
  std::uint64_t events;
  std::uint64_t live;
  friend bool operator==(const Picture&, const Picture&) = default;
};

Status refused_at(Router& router, const Command& command, Instant now) {
  const Picture before{router};
  const Status status = router.apply(command, now);
  CHECK(Picture{router} == before);
  CHECK(router.drain_events().empty());
  CHECK(router.broken_invariant().empty());
  return status;
}

}  // namespace

TEST_CASE("A refused command is answered with its reason and changes nothing") {
  for (const Refusal& refusal : all_refusals()) {
    DYNAMIC_SECTION(refusal.story << ": " << to_text(refusal.status)) {
      Desk desk{plan_of(refusal)};
      const Command command = refusal.provoke(desk);
      CHECK(to_text(refused_at(desk.router(), command, desk.now())) == to_text(refusal.status));
    }
  }
}

TEST_CASE("Every refusal in the vocabulary is provoked by a test") {
  std::set<Status> provoked{
      Status::time_went_back,     // below, it is about the instant
      Status::duplicate_session,  // below, it is the directory's
  };
  for (const Refusal& refusal : all_refusals()) provoked.insert(refusal.status);
  for (int i = 1; i <= static_cast<int>(last_status); ++i) {
    const auto status = static_cast<Status>(i);
    INFO(to_text(status));
    CHECK(provoked.contains(status));
  }
  CHECK_FALSE(provoked.contains(Status::applied));
}

TEST_CASE("Time that goes back is refused, whatever the command") {
  Desk desk{refusal_plan()};
  const SessionHandle session = serving(desk);
  const Instant before = desk.now() - Duration{1};
  Router& router = desk.router();
  for (int i = 0; i <= static_cast<int>(last_command_kind); ++i) {
    Command command{.kind = static_cast<CommandKind>(i), .group = plan::sales};
    command.session = session;
    command.agent = desk.agent("bob");
    CHECK(refused_at(router, command, before) == Status::time_went_back);
  }
  const Picture picture{router};
  CHECK(router.advance(before) == Status::time_went_back);
  CHECK(Picture{router} == picture);
}

TEST_CASE("An instant before the earliest or after the latest is refused") {
  Desk desk{refusal_plan()};
  const Command command{.kind = CommandKind::arrive, .group = plan::sales};
  for (const Instant now : {earliest - Duration{1}, latest + Duration{1}, never}) {
    CHECK(refused_at(desk.router(), command, now) == Status::time_out_of_range);
    CHECK(desk.router().advance(now) == Status::time_out_of_range);
  }
}

TEST_CASE("A reference that names a live session is refused by the directory") {
  Desk desk{refusal_plan()};
  SessionDirectory directory;
  const Command command{.kind = CommandKind::arrive, .group = plan::sales, .reference = 17};
  REQUIRE(arrive(desk.router(), directory, command, desk.now()).status == Status::applied);
  REQUIRE(desk.router().drain_events().size() == 1);
  const Picture before{desk.router()};
  const Router::Arrival again = arrive(desk.router(), directory, command, desk.now());
  CHECK(again.status == Status::duplicate_session);
  CHECK(again.session.is_none());
  CHECK(Picture{desk.router()} == before);
  CHECK(desk.router().drain_events().empty());
}

TEST_CASE("What falls due before a refused command happens all the same") {
  Desk desk{refusal_plan()};
  const OfferToken offer = wrapping_up(desk);
  Router& router = desk.router();
  const Status status = router.apply({.kind = CommandKind::accept, .offer = OfferToken{99, 1}},
                                     desk.now() + std::chrono::seconds{61});
  CHECK(status == Status::unknown_offer);
  const std::span<const Event> events = router.drain_events();
  REQUIRE(events.size() == 1);
  CHECK(events[0].kind == EventKind::wrap_up_ended);
  CHECK(events[0].offer == offer);
  CHECK(events[0].at == desk.now() + std::chrono::seconds{60});
}

}  // namespace acd::test
