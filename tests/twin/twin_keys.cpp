// Orderings as lists of numbers: the smaller comes first, the first difference decides.
#include <algorithm>

#include "twin/twin_facts.hpp"

namespace acd::twin {
namespace {

std::int64_t micros(Instant instant) { return instant.time_since_epoch().count(); }

std::int64_t number(std::uint64_t value) { return static_cast<std::int64_t>(value); }

// Those above the cap do not age and go ahead of all others.
void append_aged(std::vector<std::int64_t>& key, Duration step, Priority cap, Priority priority,
                 Instant start) {
  if (priority > cap) {
    key.insert(key.end(), {0, -std::int64_t{priority}, micros(start)});
  } else {
    key.insert(key.end(), {1, micros(start) - priority * step.count(), 0});
  }
}

}  // namespace

// Among equals it is the ready number that decides, whatever the group's last criterion.
TwinFacts::Key TwinFacts::preference_key(std::size_t agent, GroupId group) const {
  Key key = agent_key(agent, group);
  key.push_back(number(agents_[agent].ready_number));
  return key;
}

// Ends with the ready number, unless another criterion decides among equals.
TwinFacts::Key TwinFacts::agent_key(std::size_t agent, GroupId group) const {
  Key key;
  for (const AgentCriterion& c : blueprint_.groups[group.index()].agent_order.criteria()) {
    if (always_decides(c.kind)) return key;
    key.push_back(rank(c, agent, group));
  }
  key.push_back(number(agents_[agent].ready_number));
  return key;
}

std::int64_t TwinFacts::rank(const AgentCriterion& c, std::size_t agent, GroupId group) const {
  const AgentRecord& record = agents_[agent];
  const MembershipRecord& member = record.memberships[*membership(agent, group)];
  switch (c.kind) {
    case AgentCriterionKind::longest_ready: return number(record.ready_number);
    case AgentCriterionKind::longest_unhandled: return number(record.handled_number);
    case AgentCriterionKind::longest_unoffered: return number(record.offered_number);
    case AgentCriterionKind::lowest_load: {
      const std::uint64_t units = capacity_of(agent).units;
      return number(65535 * std::min(charged_units(agent, {}), units) / units);
    }
    case AgentCriterionKind::fewest_handled:
      return std::min<std::int64_t>(record.handled, (1 << 20) - 1);
    case AgentCriterionKind::highest_level: return -member.level;
    case AgentCriterionKind::lowest_level: return member.level;
    case AgentCriterionKind::skill_at_least:
      return meets(agent, skill_at_least(c.skill, c.level)) ? 0 : 1;
    case AgentCriterionKind::preferred: return member.preference;
    case AgentCriterionKind::fixed: return number(agent);
    case AgentCriterionKind::weighted_random:
    case AgentCriterionKind::circular:
    case AgentCriterionKind::longest_weighted_ready: return 0;
    case AgentCriterionKind::host_rank: return host_rank(c.host_rank, agent, group);
  }
  return 0;
}

TwinFacts::Key TwinFacts::session_key(const SessionRecord& session, GroupId group) const {
  Key key;
  for (const SessionCriterion& c : blueprint_.groups[group.index()].session_order.criteria()) {
    append_rank(key, c, session, group);
  }
  key.push_back(number(session.number));
  return key;
}

void TwinFacts::append_rank(Key& key, const SessionCriterion& c, const SessionRecord& session,
                            GroupId group) const {
  const auto append_attribute = [&](std::int64_t sign) {
    const std::optional<std::int64_t>& value = session.attributes[c.attribute.index()];
    key.push_back(value ? 0 : 1);
    key.push_back(value ? sign * std::clamp<std::int64_t>(*value, -32768, 32767) : 0);
  };
  switch (c.kind) {
    case SessionCriterionKind::most_urgent: return key.push_back(-session.priority);
    case SessionCriterionKind::oldest: return key.push_back(micros(session.start));
    case SessionCriterionKind::newest: return key.push_back(-micros(session.start));
    case SessionCriterionKind::earliest_due: return key.push_back(micros(session.due));
    case SessionCriterionKind::aged:
      return append_aged(key, c.step, c.cap, session.priority, session.start);
    case SessionCriterionKind::lowest_attribute: return append_attribute(1);
    case SessionCriterionKind::highest_attribute: return append_attribute(-1);
    case SessionCriterionKind::host_rank:
      return key.push_back(host_rank(c.host_rank, session, group));
  }
}

// Of a session that waits in the group.
TwinFacts::Key TwinFacts::work_key(const SessionRecord& session, GroupId group,
                                   std::size_t agent) const {
  Key key;
  for (const WorkCriterion& c : blueprint_.work_order.criteria()) {
    append_rank(key, c, session, group, agent);
  }
  key.push_back(number(session.number));
  return key;
}

void TwinFacts::append_rank(Key& key, const WorkCriterion& c, const SessionRecord& session,
                            GroupId group, std::size_t agent) const {
  const std::int64_t weight = blueprint_.groups[group.index()].weight;
  const std::size_t member = *membership(agent, group);
  switch (c.kind) {
    case WorkCriterionKind::heaviest_group: return key.push_back(-weight);
    case WorkCriterionKind::preferred_group:
      return key.push_back(agents_[agent].memberships[member].preference);
    case WorkCriterionKind::most_urgent: return key.push_back(-session.priority);
    case WorkCriterionKind::oldest: return key.push_back(micros(session.start));
    case WorkCriterionKind::earliest_due: return key.push_back(micros(session.due));
    case WorkCriterionKind::aged:
      return append_aged(key, c.step, c.cap, session.priority, session.start);
    case WorkCriterionKind::longest_weighted_wait:
      return key.push_back(-(now_ - session.start).count() * weight);
    case WorkCriterionKind::longest_queue:
      return key.push_back(-number(waiting_in(group).size()) * weight);
    case WorkCriterionKind::largest_share_deficit:
      return key.push_back(-share_deficit(agent, group));
  }
}

// How far he is below his share of the time served, in hundredths of a microsecond.
std::int64_t TwinFacts::share_deficit(std::size_t agent, GroupId group) const {
  const std::size_t member = *membership(agent, group);
  std::int64_t total = 0;
  for (const MembershipRecord& each : agents_[agent].memberships) total += each.served.count();
  return blueprint_.agents[agent].memberships[member].share_percent * total -
         100 * agents_[agent].memberships[member].served.count();
}

std::int64_t TwinFacts::host_rank(HostRankId id, std::size_t agent, GroupId group) const {
  const Registry::Binding& bound = *registry_.find(blueprint_.host_ranks[id.index()].name);
  const AgentRecord& record = agents_[agent];
  const MembershipRecord& member = record.memberships[*membership(agent, group)];
  const std::uint64_t answer =
      bound.agent_rank({.agent = {static_cast<std::uint32_t>(agent), 1},
                        .group = group,
                        .level = member.level,
                        .preference = member.preference,
                        .handled = record.handled,
                        .charged_units = static_cast<std::uint16_t>(charged_units(agent, {})),
                        .units = capacity_of(agent).units});
  return number(answer & ((std::uint64_t{1} << bound.bits) - 1));
}

std::int64_t TwinFacts::host_rank(HostRankId id, const SessionRecord& session,
                                  GroupId group) const {
  const Registry::Binding& bound = *registry_.find(blueprint_.host_ranks[id.index()].name);
  std::vector<std::int64_t> values;
  const std::uint64_t answer = bound.session_rank(facts_of(session, group, values));
  return number(answer & ((std::uint64_t{1} << bound.bits) - 1));
}

SessionFacts TwinFacts::facts_of(const SessionRecord& session, GroupId group,
                                 std::vector<std::int64_t>& values) {
  std::uint32_t present = 0;
  for (const std::optional<std::int64_t>& value : session.attributes) {
    if (value) present |= 1U << values.size();
    values.push_back(value.value_or(0));
  }
  return {.session = session.handle,
          .reference = session.reference,
          .customer = session.customer,
          .group = group,
          .channel = session.channel,
          .priority = session.priority,
          .start = session.start,
          .due = session.due,
          .present_attributes = present,
          .attributes = values};
}

}  // namespace acd::twin
