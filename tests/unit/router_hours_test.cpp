// Questions about hours: is a group open, what does a plan do, why is a session where it is.
#include "desk.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;

constexpr GroupId office{0};
constexpr GroupId always{1};
constexpr TimePlanId hours{0};
constexpr EntryId door{0};

/// The office is open in the second minute after the desk begins, and a door leads there.
Blueprint plan_from(Instant start) {
  Blueprint b;
  b.add(Channel{"voice"});
  const ZoneId utc = b.add(ZoneRules{.name = "UTC"});
  const LocalTime opening{start.time_since_epoch() + 1min};
  b.add(TimePlan{
      .name = "hours", .zone = utc, .layers = {opens("open", between(opening, opening + 1min))}});
  b.timetables_from = start - 1h;
  b.timetables_until = start + 1h;
  b.add(SkillGroup{.name = "office", .hours = hours});
  b.add(SkillGroup{.name = "always"});
  Entry entry{.name = "door"};
  entry.rules = {{.name = "office", .on_duty = {.target = to_group(office)}},
                 {.name = "rest", .on_duty = {.target = to_group(always)}}};
  b.add(entry);
  return b;
}

Instant desk_start() {
  Blueprint any;
  any.add(Channel{"voice"});
  return Desk{any}.now();
}

SessionHandle enter(Desk& desk) { return desk.arrive({.channel = ChannelId{0}, .entry = door}); }

}  // namespace

TEST_CASE("A router says whether a group is open and when its plan changes") {
  const Instant start = desk_start();
  Desk desk{plan_from(start)};
  Router& router = desk.router();
  CHECK_FALSE(router.is_open(office));
  CHECK(router.is_open(always));
  CHECK_FALSE(router.is_open(GroupId{2}));
  REQUIRE(router.view(hours).has_value());
  CHECK(router.view(hours)->next_change == start + 1min);
  CHECK_FALSE(router.view(TimePlanId{1}).has_value());
  CHECK(router.timetable(hours).next_closing(start) == start + 2min);

  desk.pass(1min);
  CHECK(router.is_open(office));
  CHECK(router.view(hours)->next_change == start + 2min);
  desk.give({.kind = CommandKind::switch_plans, .until = start + 90s});
  CHECK_FALSE(router.is_open(office));
  CHECK(router.view(hours)->is_switched);
  CHECK(router.view(hours)->switched_until == start + 90s);
  desk.pass(30s);
  CHECK(router.is_open(office));
  CHECK_FALSE(router.view(hours)->is_switched);
  desk.pass(30s);
  CHECK_FALSE(router.is_open(office));
}

TEST_CASE("A router says why a session is where it is, as long as it lives") {
  Desk desk{plan_from(desk_start())};
  const SessionHandle direct = desk.arrive({.group = always});
  CHECK(desk.router().why(direct) == Why{});

  const SessionHandle early = enter(desk);
  CHECK(desk.view(early).group == always);
  CHECK(desk.view(early).entry == door);
  const Way expected{{Cause::entry, 0}, {Cause::rule, 0}, {Cause::rule, 1}};
  CHECK(desk.router().why(early) == Why{.entry = door, .way = expected});

  desk.pass(1min);
  CHECK(desk.view(enter(desk)).group == office);
  desk.cancel(early);
  CHECK_FALSE(desk.router().why(early).has_value());
}

}  // namespace acd::test
