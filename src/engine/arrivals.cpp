// Admitting a session, and the terminal record that every admitted one gets.
#include <algorithm>

#include "engine/engine_inline.hpp"

namespace acd {
inline namespace v1 {

Status Router::Engine::arrive(const Command& c) {
  if (!c.entry.is_none()) return enter(c);
  if (c.group.index() >= groups_.size()) return Status::unknown_group;
  const GroupTables& group = plan_.groups[c.group.index()];
  const ChannelId channel = c.channel.is_none() ? group.first_channel : c.channel;
  if (const Status status = check_arrival(c, channel); status != Status::applied) return status;
  Slot first_class = nil;
  if (const Status status = find_class(c.group, channel, c.requirement, first_class);
      status != Status::applied) {
    return status;
  }
  const auto bars = [&c](Slot agent) {
    return std::any_of(c.excluded.begin(), c.excluded.end(),
                       [agent](AgentHandle other) { return other.slot == agent; });
  };
  const bool later = c.not_before != never && c.not_before > at_;
  if (!later && !groups_[c.group.index()].is_open) return Status::group_closed;
  if (!later && is_full(c.group) && !is_anyone_eligible(c.group, first_class, Duration{0}, bars)) {
    return Status::group_full;
  }
  const Slot slot = open_session(c, channel);
  use_class(first_class);
  sessions_[slot].first_class = first_class;
  Event& event = emit_session(EventKind::arrived, Cause::none, slot);
  event.group = c.group;
  event.channel = channel;
  event.priority = c.priority;
  event.value = static_cast<std::int64_t>(c.reference);
  sessions_[slot].number = events_.count();
  if (later) {
    schedule(slot, c.not_before);
    return Status::applied;
  }
  return place(slot);
}

// An auto-answered session that somebody takes at once never waits.
Status Router::Engine::place(Slot slot) {
  const SessionRecord& session = sessions_[slot];
  const GroupTables& group = plan_.groups[session.group.index()];
  if (group.offer.mode == OfferMode::assign && !group.has_delays) {
    match_session(slot);
    if (session.state == SessionState::serving) return Status::applied;
    begin_waiting(slot);
    if (is_matchable(session)) enter_indices(slot);
    return Status::applied;
  }
  begin_waiting(slot);
  settle_session(slot);
  return Status::applied;
}

Status Router::Engine::check_arrival(const Command& c, ChannelId channel) const {
  if (channel.index() >= channels_) return Status::unknown_channel;
  const bool is_direct = c.entry.is_none();
  if (is_direct && (plan_.groups[c.group.index()].channels >> channel.index() & 1) == 0) {
    return Status::channel_not_served;
  }
  if (c.priority > plan_.blueprint.limits.priority_max) return Status::priority_out_of_range;
  if (!c.requirement.is_none() && c.requirement.index() >= requirements_.size()) {
    return Status::unknown_requirement;
  }
  if (c.start != never && (c.start < earliest || c.start > at_)) return Status::time_out_of_range;
  if (c.due != never && (c.due < earliest || c.due > latest)) return Status::time_out_of_range;
  if (c.not_before != never && (c.not_before < at_ || c.not_before > latest)) {
    return Status::time_out_of_range;
  }
  for (const AttributeValue& entry : c.attributes) {
    const Status status = check_attribute(entry.attribute, entry.value);
    if (status != Status::applied) return status;
  }
  if (!c.excluded.empty()) {
    const Status status = check_excluded(c);
    if (status != Status::applied) return status;
  }
  return session_slots_.is_full() ? Status::too_many_sessions : Status::applied;
}

Status Router::Engine::check_attribute(AttributeId id, std::int64_t value) const {
  const std::vector<Attribute>& known = plan_.blueprint.attributes;
  if (id.index() >= known.size()) return Status::unknown_attribute;
  const Attribute& attribute = known[id.index()];
  const auto within = [value](std::size_t size) {
    return value >= 0 && static_cast<std::uint64_t>(value) < size;
  };
  switch (attribute.type) {
    case AttributeType::number: return Status::applied;
    case AttributeType::flag: return within(2) ? Status::applied : Status::value_out_of_range;
    case AttributeType::symbol:
      return within(attribute.symbols.size()) ? Status::applied : Status::value_out_of_range;
  }
  return Status::value_out_of_range;
}

Status Router::Engine::check_excluded(const Command& c) const {
  std::size_t different = 0;
  for (const AgentHandle* agent = c.excluded.begin(); agent != c.excluded.end(); ++agent) {
    if (check_agent(*agent) != Status::applied) return Status::unknown_agent;
    if (std::find(c.excluded.begin(), agent, *agent) == agent) ++different;
  }
  return different > plan_.blueprint.limits.exclusions_per_session ? Status::too_many_exclusions
                                                                   : Status::applied;
}

Router::Engine::Slot Router::Engine::open_session(const Command& c, ChannelId channel) {
  const Slot slot = session_slots_.take();
  SessionRecord& session = sessions_[slot];
  session = SessionRecord{};
  session.generation = session_slots_.generation(slot);
  session.live = true;
  session.priority = c.priority;
  session.channel = channel;
  if (c.entry.is_none()) session.group = c.group;
  session.requirement = c.requirement;
  session.reference = c.reference;
  session.start = c.start == never ? at_ : c.start;
  session.queued_at = at_;
  session.due = c.due;
  session.last_sign = at_;
  for (const AttributeValue& entry : c.attributes) {
    session.present_attributes |= 1U << entry.attribute.index();
    attribute(slot, entry.attribute) = entry.value;
  }
  for (const AgentHandle agent : c.excluded) {
    if (find_bar(slot, agent.slot) == nil) append_bar(slot, agent.slot, never);
  }
  if (!c.entry.is_none() || c.customer != 0 || c.not_before != never) open_way(slot, c);
  ++admitted_;
  latest_session_ = session_handle(slot);
  return slot;
}

// The one place where a session ends: its terminal record, and the slot free again.
void Router::Engine::end_session(Slot slot, Cause cause, Slot service) {
  SessionRecord& session = sessions_[slot];
  if (session.state == SessionState::waiting) stop_waiting(slot);
  if (session.travels) close_way(slot);
  Event& event = emit_session(EventKind::ended, cause, slot);
  event.group = session.group;
  if (service != nil) {
    event.agent = agent_handle(offers_[service].agent);
    event.offer = {service, offers_[service].generation};
  }
  while (session.first_offer != nil) detach(session.first_offer);
  while (session.first_bar != nil) remove_bar(session.first_bar);
  session.live = false;
  session_slots_.give_back(slot);
}

}  // namespace v1
}  // namespace acd
