// Which waiting session of a group is served first: each criterion by a case it decides.
#include "small_plan.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;
using References = std::vector<std::uint64_t>;

Desk desk_with(const SessionOrder& order) {
  Blueprint blueprint = small_plan(SkillGroup{.session_order = order}, {"ann"});
  blueprint.add(Attribute{.name = "value"});
  return Desk{blueprint};
}

/// An arrival whose attribute has the value.
Command valued(std::uint64_t reference, std::int64_t value) {
  Command command{.group = first_group, .reference = reference};
  command.attributes = {{AttributeId{0}, value}};
  return command;
}

}  // namespace

TEST_CASE("The most urgent session is served first, equal ones as they came") {
  Desk desk = desk_with(most_urgent());
  desk.arrive({.priority = 1, .group = first_group, .reference = 1});
  desk.arrive({.priority = 3, .group = first_group, .reference = 2});
  desk.arrive({.priority = 1, .group = first_group, .reference = 3});
  desk.arrive({.priority = 3, .group = first_group, .reference = 4});
  CHECK(references_served(desk, "ann") == References{2, 4, 1, 3});
}

TEST_CASE("The oldest session is served first, by its virtual start") {
  Desk desk = desk_with(oldest());
  desk.arrive({.group = first_group, .reference = 1});
  desk.arrive({.group = first_group, .reference = 2, .start = desk.now() - 10s});
  desk.arrive({.group = first_group, .reference = 3, .start = desk.now() - 5s});
  CHECK(references_served(desk, "ann") == References{2, 3, 1});
}

TEST_CASE("The newest session is served first, last in first out") {
  Desk desk = desk_with(newest());
  for (std::uint64_t reference = 1; reference <= 3; ++reference) {
    desk.arrive({.group = first_group, .reference = reference});
    desk.pass(1s);
  }
  CHECK(references_served(desk, "ann") == References{3, 2, 1});
}

TEST_CASE("The session due first is served first, those without a due instant last") {
  Desk desk = desk_with(earliest_due());
  desk.arrive({.group = first_group, .reference = 1});
  desk.arrive({.group = first_group, .reference = 2, .due = desk.now() + 20s});
  desk.arrive({.group = first_group, .reference = 3, .due = desk.now() + 10s});
  CHECK(references_served(desk, "ann") == References{3, 2, 1});
}

TEST_CASE("The lowest attribute is served first, a session without it last") {
  Desk desk = desk_with(lowest_attribute(AttributeId{0}));
  desk.arrive({.group = first_group, .reference = 1});
  desk.arrive(valued(2, 7));
  desk.arrive(valued(3, -7));
  CHECK(references_served(desk, "ann") == References{3, 2, 1});
}

TEST_CASE("The highest attribute is served first, a session without it last") {
  Desk desk = desk_with(highest_attribute(AttributeId{0}));
  desk.arrive({.group = first_group, .reference = 1});
  desk.arrive(valued(2, -7));
  desk.arrive(valued(3, 7));
  CHECK(references_served(desk, "ann") == References{3, 2, 1});
}

TEST_CASE("Attribute values beyond 16 bits rank as the nearest of them") {
  Desk desk = desk_with(SessionOrder{highest_attribute(AttributeId{0})}.then(newest()));
  desk.arrive(valued(1, 1'000'000));
  desk.pass(1s);
  desk.arrive(valued(2, 32'767));
  CHECK(references_served(desk, "ann") == References{2, 1});
}

TEST_CASE("A host's own rank decides, lower first") {
  Blueprint blueprint =
      small_plan(SkillGroup{.session_order = session_host_rank(HostRankId{0})}, {"ann"});
  blueprint.add(HostRank{.name = "by last digit", .version = 2});
  Registry registry;
  registry.bind_session_rank("by last digit", 2, 8,
                             [](const SessionFacts& session) { return session.reference % 10; });
  Desk desk{blueprint, registry};
  for (const std::uint64_t reference : {19U, 21U, 14U}) {
    desk.arrive({.group = first_group, .reference = reference});
  }
  CHECK(references_served(desk, "ann") == References{21, 14, 19});
}

TEST_CASE("The next criterion decides only where the first does not") {
  Desk desk = desk_with(SessionOrder{most_urgent()}.then(earliest_due()));
  desk.arrive({.priority = 1, .group = first_group, .reference = 1});
  desk.arrive({.priority = 1, .group = first_group, .reference = 2});
  desk.arrive({.priority = 1, .group = first_group, .reference = 3, .due = desk.now() + 60s});
  desk.arrive({.priority = 2, .group = first_group, .reference = 4});
  CHECK(references_served(desk, "ann") == References{4, 3, 1, 2});
}

TEST_CASE("An indifferent order serves first come, first served") {
  Desk desk = desk_with(SessionOrder{});
  desk.arrive({.group = first_group, .reference = 1});
  desk.arrive({.priority = 9, .group = first_group, .reference = 2});
  desk.arrive({.group = first_group, .reference = 3, .start = desk.now() - 1h});
  CHECK(references_served(desk, "ann") == References{1, 2, 3});
}

TEST_CASE("A changed priority or attribute counts at once") {
  Desk desk = desk_with(SessionOrder{most_urgent()}.then(lowest_attribute(AttributeId{0})));
  const SessionHandle first = desk.arrive(valued(1, 5));
  const SessionHandle second = desk.arrive(valued(2, 4));
  const SessionHandle third = desk.arrive(valued(3, 3));
  desk.give({.kind = CommandKind::reprioritise, .priority = 1, .session = first});
  desk.give({.kind = CommandKind::set_attribute,
             .attribute = AttributeId{0},
             .session = second,
             .value = 1});
  CHECK(desk.last(EventKind::changed).cause == Cause::attribute);
  CHECK(desk.view(third).priority == 0);
  CHECK(references_served(desk, "ann") == References{1, 2, 3});
}

}  // namespace acd::test
