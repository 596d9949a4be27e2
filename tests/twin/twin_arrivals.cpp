// Admitting a session.
#include <algorithm>
#include <set>

#include "twin/twin_router.hpp"

namespace acd::twin {

Status TwinRouter::check_value(AttributeId attribute, std::int64_t value) const {
  if (attribute.index() >= blueprint_.attributes.size()) return Status::unknown_attribute;
  const Attribute& declared = blueprint_.attributes[attribute.index()];
  std::int64_t end = 0;
  switch (declared.type) {
    case AttributeType::number: return Status::applied;
    case AttributeType::flag: end = 2; break;
    case AttributeType::symbol: end = static_cast<std::int64_t>(declared.symbols.size()); break;
  }
  return 0 <= value && value < end ? Status::applied : Status::value_out_of_range;
}

Status TwinRouter::check_place(const Command& c, ChannelId channel) const {
  if (channel.index() >= blueprint_.channels.size()) return Status::unknown_channel;
  if (c.entry.is_none() && !serves(c.group, channel)) return Status::channel_not_served;
  if (c.priority > blueprint_.limits.priority_max) return Status::priority_out_of_range;
  if (!c.requirement.is_none() && c.requirement.index() >= requirements_.size()) {
    return Status::unknown_requirement;
  }
  return Status::applied;
}

Status TwinRouter::check_facts(const Command& c) const {
  if (c.start != never && (c.start < earliest || c.start > now_)) return Status::time_out_of_range;
  if (c.due != never && (c.due < earliest || c.due > latest)) return Status::time_out_of_range;
  if (c.not_before != never && (c.not_before < now_ || c.not_before > latest)) {
    return Status::time_out_of_range;
  }
  for (const AttributeValue& given : c.attributes) {
    const Status status = check_value(given.attribute, given.value);
    if (status != Status::applied) return status;
  }
  std::set<AgentHandle> different;
  for (const AgentHandle& agent : c.excluded) {
    if (const Status status = check_agent(agent); status != Status::applied) return status;
    different.insert(agent);
  }
  if (different.size() > blueprint_.limits.exclusions_per_session) {
    return Status::too_many_exclusions;
  }
  return check_preferred(c.preferred);
}

Status TwinRouter::check_preferred(const ScoredAgents& list) const {
  std::set<AgentHandle> before;
  for (const ScoredAgent& each : list) {
    if (const Status status = check_agent(each.agent); status != Status::applied) return status;
    if (!before.insert(each.agent).second) return Status::repeated_agent;
  }
  return Status::applied;
}

Status TwinRouter::arrive(const Command& c) {
  if (!c.entry.is_none()) return enter_by(c);
  if (c.group.index() >= blueprint_.groups.size()) return Status::unknown_group;
  const std::vector<ChannelId>& served = blueprint_.groups[c.group.index()].channels;
  const ChannelId first = served.empty() ? ChannelId{0} : served.front();
  const ChannelId channel = c.channel.is_none() ? first : c.channel;
  if (const Status status = check_place(c, channel); status != Status::applied) return status;
  if (const Status status = check_facts(c); status != Status::applied) return status;
  if (sessions_.live().size() >= blueprint_.limits.sessions) return Status::too_many_sessions;
  SessionRecord session = record_of(c, channel);
  session.group = c.group;
  const SessionRecord there = as_if_in(session, c.group);
  if (!has_class_for(there)) return Status::too_many_classes;
  const bool is_later = session.begin.at != never;
  const bool is_always_let_in = is_later || has_rules(c.group, OverflowStage::arriving);
  if (!is_always_let_in && !is_open(c.group)) return Status::group_closed;
  if (!is_always_let_in && is_full_for(there)) return Status::group_full;
  use_classes_of(there);
  SessionRecord& admitted = admit(session);
  if (!is_later) begin_in_group(admitted);
  return Status::applied;
}

SessionRecord& TwinRouter::admit(SessionRecord session) {
  session.handle = sessions_.take<SessionHandle>();
  ++admitted_;
  session.number = emit(EventKind::arrived, Cause::none, session);
  session.begin.set_after = events_;
  return sessions_.slots[session.handle.slot].tenant.emplace(session);
}

// It comes to the group.
void TwinRouter::begin_in_group(SessionRecord& session) {
  if (ask_arriving_rules(session, session.group)) return;
  if (!is_open(session.group)) {
    end_session(session, Cause::closed);
  } else if (is_full_for(as_if_in(session, session.group))) {
    end_session(session, Cause::too_long);
  } else {
    begin_to_wait(session);
    touch(session.handle);
  }
}

// What a command says of its session, without where it goes. It does not wait yet.
SessionRecord TwinRouter::record_of(const Command& c, ChannelId channel) const {
  const bool later = c.not_before != never && c.not_before > now_;
  SessionRecord session{.state = SessionState::scheduled,
                        .channel = channel,
                        .priority = c.priority,
                        .requirement = c.requirement,
                        .reference = c.reference,
                        .start = c.start == never ? now_ : c.start,
                        .queued_at = now_,
                        .due = c.due,
                        .last_sign = now_,
                        .entry = c.entry,
                        .customer = c.customer,
                        .preferred = c.preferred,
                        .begin = {later ? c.not_before : never, 0},
                        .starts_when_queued = later && c.start == never};
  session.attributes.resize(blueprint_.attributes.size());
  for (const AttributeValue& given : c.attributes) {
    session.attributes[given.attribute.index()] = given.value;
  }
  for (const AgentHandle& agent : c.excluded) {
    if (std::ranges::count(session.bars, agent.slot, &Bar::agent) == 0) {
      session.bars.push_back({.agent = agent.slot});
    }
  }
  return session;
}

}  // namespace acd::twin
