// Conditions: and, or, not over facts of a session, of groups and of the whole centre.
//
// Entries, overflow rules and surges all read the same leaves. A leaf either holds or compares:
// what it observes is at least `low` and at most `high`.
//
//   at_least(TestKind::length, 20) && !attribute_is(vip, 1)
//   waited(60s) && (at_most(TestKind::signed_in, 0, reserve) || is_on(storm))
//
// Where a leaf stands without a group, it observes the group whose rule it is in.
// docs/guide/router.md says what each one observes, exactly.
#pragma once

#include <cstdint>
#include <limits>

#include "acd/policy/boolean.hpp"
#include "acd/vocabulary/id.hpp"
#include "acd/vocabulary/level.hpp"
#include "acd/vocabulary/time.hpp"

namespace acd {
inline namespace v1 {

enum class TestKind : std::uint8_t {
  // a session as it came
  channel,    ///< it is of `channel`
  attribute,  ///< `attribute` has a value in range
  split,      ///< the customer's lot, 0 to 9999, is at least `low` and below `high`
  plan_open,  ///< `plan` is open
  named,      ///< the host named `group`; none: any
  // a session as it is
  priority,
  requirement,  ///< it asks for `requirement`; none: for nothing
  waited,       ///< since it joined its group: microseconds
  position,     ///< its place in its group, 1 is next; linear in those who wait
  hops,         ///< moves by overflow rules
  eligible,     ///< somebody could be offered it now, in its group
  overdue,      ///< SkillGroup::max_wait has passed
  exhausted,    ///< OfferRule::offers_max offers were made
  // groups
  group_open,     ///< by its hours
  full,           ///< SkillGroup::max_length sessions wait
  length,         ///< sessions that wait with nobody offered
  oldest_wait,    ///< since the first of those who wait joined: microseconds; 0 if nobody waits
  expected_wait,  ///< of one who joins now with the session's priority: microseconds
  signed_in,      ///< members
  ready,          ///< members, whether they have room or not
  free,           ///< ready members with room for a channel of the group
  occupancy,      ///< percent of the ready members that are not free; 0 if nobody is ready
  service_level,  ///< percent, see SkillGroup::target_wait
  // the whole
  surge_on,  ///< `surge` is on
  // an agent whom affinity names
  load,  ///< percent of his units that are charged
};
inline constexpr TestKind last_test_kind = TestKind::load;

/// One leaf. The lot of a split is drawn from the customer (of one unknown, from the reference)
/// and `salt`: the same customer always draws the same, and splits of different salts are
/// independent. splitmix64 (Steele, Lea, Flood 2014) of customer + salt * 0x9e3779b97f4a7c15,
/// modulo 10,000.
struct Test {
  TestKind kind = TestKind::channel;
  ChannelId channel{};
  AttributeId attribute{};
  TimePlanId plan{};
  GroupId group{};
  RequirementId requirement{};
  SurgeId surge{};
  std::uint32_t salt = 0;
  std::int64_t low = 0;
  std::int64_t high = 0;
  friend bool operator==(const Test&, const Test&) = default;
};

using Condition = Boolean<Test, 16>;

inline constexpr std::int64_t unbounded_below = std::numeric_limits<std::int64_t>::min();
inline constexpr std::int64_t unbounded_above = std::numeric_limits<std::int64_t>::max();

[[nodiscard]] inline Condition is_channel(ChannelId channel) {
  return Test{.kind = TestKind::channel, .channel = channel};
}
[[nodiscard]] inline Condition attribute_between(AttributeId attribute, std::int64_t low,
                                                 std::int64_t high) {
  return Test{.kind = TestKind::attribute, .attribute = attribute, .low = low, .high = high};
}
[[nodiscard]] inline Condition attribute_is(AttributeId attribute, std::int64_t value) {
  return attribute_between(attribute, value, value);
}
/// Ten-thousandths: [0, 2500) is a quarter of the customers.
[[nodiscard]] inline Condition lot_between(std::int64_t low, std::int64_t high,
                                           std::uint32_t salt = 0) {
  return Test{.kind = TestKind::split, .salt = salt, .low = low, .high = high};
}
[[nodiscard]] inline Condition is_open(TimePlanId plan) {
  return Test{.kind = TestKind::plan_open, .plan = plan};
}
[[nodiscard]] inline Condition names_group(GroupId group = {}) {
  return Test{.kind = TestKind::named, .group = group};
}
[[nodiscard]] inline Condition requires_just(RequirementId requirement) {
  return Test{.kind = TestKind::requirement, .requirement = requirement};
}
/// It has waited so long in its group, or longer.
[[nodiscard]] inline Condition waited(Duration at_least) {
  return Test{.kind = TestKind::waited, .low = at_least.count(), .high = unbounded_above};
}
/// One of those that are true or not: eligible, overdue, exhausted, group_open, full.
[[nodiscard]] inline Condition holds(TestKind kind, GroupId group = {}) {
  return Test{.kind = kind, .group = group};
}
/// One of those that count: priority, position, hops, length ... service_level, load.
[[nodiscard]] inline Condition at_least(TestKind kind, std::int64_t low, GroupId group = {}) {
  return Test{.kind = kind, .group = group, .low = low, .high = unbounded_above};
}
[[nodiscard]] inline Condition at_most(TestKind kind, std::int64_t high, GroupId group = {}) {
  return Test{.kind = kind, .group = group, .low = unbounded_below, .high = high};
}
[[nodiscard]] inline Condition is_on(SurgeId surge) {
  return Test{.kind = TestKind::surge_on, .surge = surge};
}

/// How a leaf says what it asks.
enum class TestForm : std::uint8_t {
  names,     ///< it names a line: channel, plan_open, named, requirement, surge_on
  range,     ///< `low` to `high`, both included
  lots,      ///< `low` to below `high`
  duration,  ///< a range of microseconds
  fact,      ///< it is so or not
};
[[nodiscard]] constexpr TestForm form_of(TestKind kind) {
  switch (kind) {
    case TestKind::channel:
    case TestKind::plan_open:
    case TestKind::named:
    case TestKind::requirement:
    case TestKind::surge_on: return TestForm::names;
    case TestKind::split: return TestForm::lots;
    case TestKind::waited:
    case TestKind::oldest_wait:
    case TestKind::expected_wait: return TestForm::duration;
    case TestKind::eligible:
    case TestKind::overdue:
    case TestKind::exhausted:
    case TestKind::group_open:
    case TestKind::full: return TestForm::fact;
    case TestKind::attribute:
    case TestKind::priority:
    case TestKind::position:
    case TestKind::hops:
    case TestKind::length:
    case TestKind::signed_in:
    case TestKind::ready:
    case TestKind::free:
    case TestKind::occupancy:
    case TestKind::service_level:
    case TestKind::load: return TestForm::range;
  }
  return TestForm::fact;
}

/// Of what a leaf is a fact.
enum class TestScope : std::uint8_t {
  arrival,  ///< of a session as it came
  session,  ///< of a session in a group: not asked by entries and surges
  group,    ///< of a group: a surge or an entry has to name it
  whole,    ///< of the centre
  agent,    ///< of an agent: asked by affinity alone
};
[[nodiscard]] constexpr TestScope scope_of(TestKind kind) {
  if (kind == TestKind::load) return TestScope::agent;
  if (kind == TestKind::plan_open || kind == TestKind::surge_on) return TestScope::whole;
  if (kind <= TestKind::priority) return TestScope::arrival;
  return kind < TestKind::group_open ? TestScope::session : TestScope::group;
}

/// Facts that change seldom: when one does, the rules that name it are asked again.
[[nodiscard]] constexpr bool wakes(TestKind kind) {
  return scope_of(kind) == TestScope::whole || kind == TestKind::group_open ||
         kind == TestKind::signed_in || kind == TestKind::ready;
}

}  // namespace v1
}  // namespace acd
