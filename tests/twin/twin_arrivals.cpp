// Admitting a session.
#include <algorithm>
#include <set>

#include "twin/twin_router.hpp"

namespace acd::twin {

bool TwinRouter::serves(GroupId group, ChannelId channel) const {
  const std::vector<ChannelId>& channels = blueprint_.groups[group.index()].channels;
  return channels.empty() || std::ranges::count(channels, channel) > 0;
}

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
  return different.size() > blueprint_.limits.exclusions_per_session ? Status::too_many_exclusions
                                                                     : Status::applied;
}

// One for each different delay among the group's memberships.
std::size_t TwinRouter::count_classes(const std::set<Class>& classes) const {
  std::size_t sum = 0;
  for (const auto& [group, channel, requirement] : classes) {
    std::set<Duration> delays;
    for (const Agent& agent : blueprint_.agents) {
      for (const Membership& member : agent.memberships) {
        if (member.group == group) delays.insert(member.delay);
      }
    }
    sum += std::max<std::size_t>(delays.size(), 1);
  }
  return sum;
}

bool TwinRouter::has_class_for(const SessionRecord& session) const {
  std::set<Class> classes = classes_;
  const bool is_new = classes.emplace(session.group, session.channel, session.requirement).second;
  const std::size_t bound =
      std::max<std::size_t>(blueprint_.limits.classes, count_classes(first_classes_));
  return !is_new || count_classes(classes) <= bound;
}

void TwinRouter::use_class_of(const SessionRecord& session) {
  classes_.emplace(session.group, session.channel, session.requirement);
}

// So many wait without an offer, and nobody could take this one at once.
bool TwinRouter::is_full_for(const SessionRecord& session) const {
  const SkillGroup& group = blueprint_.groups[session.group.index()];
  if (!group.max_length) return false;
  std::uint32_t unoffered = 0;
  for (const SessionRecord* other : sessions_.live()) {
    const bool waits = other->group == session.group && other->state == SessionState::waiting;
    if (waits && outstanding(other->handle) == 0) ++unoffered;
  }
  if (unoffered < *group.max_length) return false;
  if (group.distribution == Distribution::pull) return true;
  for (std::size_t agent = 0; agent < agents_.size(); ++agent) {
    if (is_eligible(session, agent)) return false;
  }
  return true;
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
  if (!has_class_for(session)) return Status::too_many_classes;
  const bool now = session.state != SessionState::scheduled;
  if (now && !is_open(c.group)) return Status::group_closed;
  session.delay = next_delay(session);
  if (now && is_full_for(session)) return Status::group_full;
  session.delay = {};
  use_class_of(session);
  session.handle = sessions_.take<SessionHandle>();
  ++admitted_;
  session.number = emit(EventKind::arrived, Cause::none, session);
  if (now) {
    begin_to_wait(session);
    touch(session.handle);
  } else {
    session.begin = {c.not_before, events_};
  }
  sessions_.slots[session.handle.slot].tenant = session;
  return Status::applied;
}

// What a command says of its session, without where it goes.
SessionRecord TwinRouter::record_of(const Command& c, ChannelId channel) const {
  const bool later = c.not_before != never && c.not_before > now_;
  SessionRecord session{.state = later ? SessionState::scheduled : SessionState::waiting,
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
