// A journal replayed: the same events, the same state; and the directory beside a router.
#include <vector>

#include "acd/companion/journal.hpp"
#include "acd/companion/session_directory.hpp"
#include "small_plan.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;

constexpr Instant opening = earliest + 1h;

/// A router and the journal of what it was given.
struct Recorded {
  Router router;
  JournalWriter journal{router.blueprint()};
  std::vector<Event> events{};

  explicit Recorded(const Blueprint& blueprint) : router{compiled(blueprint)} {}

  Status give(const Command& command, Instant now) {
    REQUIRE(journal.append(command, now) == Status::applied);
    const Status status = router.apply(command, now);
    for (const Event& event : router.drain_events()) events.push_back(event);
    return status;
  }
};

Recorded a_short_day() {
  Recorded day{small_plan(SkillGroup{.max_wait = 30s}, {"ann"})};
  const AgentHandle ann = day.router.agent("ann");
  day.give({.kind = CommandKind::sign_in, .agent = ann}, opening);
  day.give({.kind = CommandKind::ready, .agent = ann}, opening);
  const Command arrival{.kind = CommandKind::arrive, .group = first_group};
  for (int i = 0; i < 3; ++i) day.give(arrival, opening + i * 10s);
  day.give({.kind = CommandKind::complete, .session = {0, 1}}, opening + 45s);
  day.give({.kind = CommandKind::ready, .agent = ann}, opening + 46s);  // refused
  day.give({.kind = CommandKind::advance}, opening + 2min);
  return day;
}

TEST_CASE("a replayed journal gives the same events, statuses and state hash") {
  const Recorded day = a_short_day();
  Router again{compiled(day.router.blueprint())};
  std::vector<Event> events;
  const ReplayResult result = replay(day.journal.bytes(), again,
                                     [&](const TimedCommand&, Status, std::span<const Event> more) {
                                       events.insert(events.end(), more.begin(), more.end());
                                     });
  CHECK(result == ReplayResult{.applied = 7,
                               .refused = 1,
                               .fault = JournalFault::none,
                               .offset = day.journal.bytes().size()});
  CHECK(events == day.events);
  CHECK(again.state_hash() == day.router.state_hash());
}

TEST_CASE("a torn journal is replayed up to its last whole record") {
  const Recorded day = a_short_day();
  const auto bytes = day.journal.bytes();
  Router again{compiled(day.router.blueprint())};
  const ReplayResult result = replay(bytes.first(bytes.size() - 1), again);
  CHECK(result.fault == JournalFault::torn);
  CHECK(result.applied == 6);
  CHECK(result.refused == 1);
  CHECK(result.offset < bytes.size() - 1);
}

TEST_CASE("a journal of another blueprint is not replayed") {
  const Recorded day = a_short_day();
  Router other{compiled(small_plan(SkillGroup{}, {"ann"}))};
  const std::uint64_t before = other.state_hash();
  const ReplayResult result = replay(day.journal.bytes(), other);
  CHECK(result.fault == JournalFault::wrong_blueprint);
  CHECK(result.applied == 0);
  CHECK(other.state_hash() == before);
}

TEST_CASE("an arrival told twice is refused, and the router is not asked") {
  Router router{compiled(small_plan(SkillGroup{}, {"ann"}))};
  SessionDirectory directory;
  const Command call{.group = first_group, .reference = 17};
  const Router::Arrival first = arrive(router, directory, call, opening);
  REQUIRE(first.status == Status::applied);
  CHECK(directory.find(17) == first.session);
  const std::uint64_t before = router.state_hash();

  const Router::Arrival again = arrive(router, directory, call, opening);
  CHECK(again.status == Status::duplicate_session);
  CHECK(again.session.is_none());
  CHECK(router.state_hash() == before);

  // Once it has ended, the reference is free.
  REQUIRE(router.cancel(first.session, opening) == Status::applied);
  directory.release_ended(router.drain_events());
  CHECK(arrive(router, directory, call, opening).status == Status::applied);
}

TEST_CASE("a refused arrival is not bound") {
  Router router{compiled(small_plan(SkillGroup{}, {"ann"}))};
  SessionDirectory directory;
  const Command nowhere{.group = GroupId{9}, .reference = 17};
  CHECK(arrive(router, directory, nowhere, opening).status == Status::unknown_group);
  CHECK(directory.find(17).is_none());
}

}  // namespace
}  // namespace acd::test
