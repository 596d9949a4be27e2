// Conditions: what each leaf observes, counted anew whenever it is asked.
#include <algorithm>

#include "twin/twin_facts.hpp"

namespace acd::twin {
namespace {

// splitmix64.
std::uint64_t scrambled(std::uint64_t seed) {
  std::uint64_t z = seed + 0x9e3779b97f4a7c15U;
  z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9U;
  z = (z ^ z >> 27) * 0x94d049bb133111ebU;
  return z ^ z >> 31;
}

bool is_within(const Test& test, std::int64_t value) {
  return test.low <= value && value <= test.high;
}

}  // namespace

std::int64_t lot_of(std::uint64_t who, std::uint64_t salt) {
  return static_cast<std::int64_t>(scrambled(who + salt * 0x9e3779b97f4a7c15U) % 10000);
}

bool TwinFacts::holds(const Condition& condition, const Asked& asked) const {
  return condition.evaluate([&](const Test& test) { return holds(test, asked); });
}

bool TwinFacts::holds(const Test& test, const Asked& asked) const {
  switch (scope_of(test.kind)) {
    case TestScope::arrival: return holds_of_arrival(test, *asked.there);
    case TestScope::session: return holds_in_group(test, asked);
    case TestScope::group:
      return holds_of_group(test, test.group.is_none() ? asked.group : test.group, asked);
    case TestScope::whole:
      return test.kind == TestKind::plan_open ? is_open(test.plan) : is_on(test.surge);
    case TestScope::agent: return is_within(test, load_of(*asked.agent));
  }
  return false;
}

std::int64_t TwinFacts::load_of(std::size_t agent) const {
  const std::uint64_t units = capacity_of(agent).units;
  return static_cast<std::int64_t>(100 * charged_units(agent, {}) / units);
}

bool TwinFacts::holds_of_arrival(const Test& test, const SessionRecord& session) const {
  if (test.kind == TestKind::channel) return session.channel == test.channel;
  if (test.kind == TestKind::priority) return is_within(test, session.priority);
  if (test.kind == TestKind::attribute) {
    const auto& value = session.attributes[test.attribute.index()];
    return value && is_within(test, *value);
  }
  if (test.kind == TestKind::split) {
    const bool is_known = session.customer != 0;
    const std::int64_t lot = lot_of(is_known ? session.customer : session.reference, test.salt);
    return test.low <= lot && lot < test.high;
  }
  return !session.named.is_none() && (test.group.is_none() || test.group == session.named);
}

bool TwinFacts::holds_in_group(const Test& test, const Asked& asked) const {
  const SessionRecord& there = *asked.there;
  if (test.kind == TestKind::requirement) return there.requirement == test.requirement;
  if (test.kind == TestKind::waited) return is_within(test, (now_ - there.joined).count());
  if (test.kind == TestKind::position) return is_within(test, position(asked));
  if (test.kind == TestKind::hops) return is_within(test, static_cast<std::int64_t>(there.hops));
  if (test.kind == TestKind::eligible) return could_be_offered(there);
  if (test.kind == TestKind::overdue) return there.overdue;
  const auto offers_max = rule_of(there.group).offers_max;
  return offers_max && there.offers_made >= *offers_max;  // exhausted
}

// Among those who wait in their own group.
std::int64_t TwinFacts::position(const Asked& asked) const {
  const GroupId group = asked.group;
  const std::vector<const SessionRecord*> waiting = waiting_in(group);
  if (asked.standing == Standing::coming) return 1 + static_cast<std::int64_t>(waiting.size());
  return 1 + std::ranges::count_if(waiting, [&](const SessionRecord* other) {
           return session_key(*other, group) < session_key(*asked.there, group);
         });
}

bool TwinFacts::holds_of_group(const Test& test, GroupId group, const Asked& asked) const {
  if (test.kind == TestKind::group_open) return is_open(group);
  if (test.kind == TestKind::full) return is_full(group);
  if (test.kind == TestKind::length) {
    return is_within(test, static_cast<std::int64_t>(count_unoffered(group)));
  }
  if (test.kind == TestKind::oldest_wait) {
    Duration longest_wait{0};
    for (const SessionRecord* each : waiting_in(group)) {
      longest_wait = std::max(longest_wait, now_ - each->joined);
    }
    return is_within(test, longest_wait.count());
  }
  if (test.kind == TestKind::expected_wait) {
    const Priority priority = asked.there ? asked.there->priority : Priority{0};
    return is_within(test, expected_wait(group, priority));
  }
  if (test.kind == TestKind::service_level) return is_within(test, service_level(group));
  return is_within(test, count_members(test.kind, group));
}

// Ready, in force, with room for a channel that the group serves.
bool TwinFacts::is_free_in(std::size_t agent, GroupId group) const {
  if (!is_in_force(agent, group) || agents_[agent].state != AgentState::ready) return false;
  for (std::size_t i = 0; i < blueprint_.channels.size(); ++i) {
    if (serves(group, ChannelId{i}) && has_room(agent, ChannelId{i})) return true;
  }
  return false;
}

// Those in force: signed in, ready, free, or the percent of the ready who are not free.
std::int64_t TwinFacts::count_members(TestKind kind, GroupId group) const {
  std::int64_t signed_in = 0;
  std::int64_t ready = 0;
  std::int64_t free = 0;
  for (std::size_t agent = 0; agent < agents_.size(); ++agent) {
    if (!is_in_force(agent, group)) continue;
    if (agents_[agent].state != AgentState::signed_out) ++signed_in;
    if (agents_[agent].state == AgentState::ready) ++ready;
    if (is_free_in(agent, group)) ++free;
  }
  if (kind == TestKind::signed_in) return signed_in;
  if (kind == TestKind::ready) return ready;
  if (kind == TestKind::free) return free;
  return ready == 0 ? 0 : 100 * (ready - free) / ready;
}

}  // namespace acd::twin
