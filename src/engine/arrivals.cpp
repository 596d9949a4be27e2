// Admitting a session, and the terminal record that every admitted one gets.
#include <algorithm>

#include "engine/engine_inline.hpp"

namespace acd {
inline namespace v1 {

Status Router::Engine::arrive(const Command& c) {
  if (!c.entry.is_none()) [[unlikely]]
    return enter(c);
  if (c.group.index() >= groups_.size()) return Status::unknown_group;
  GroupRecord& group = groups_[c.group.index()];
  ChannelId channel = group.first_channel;
  Slot first_class = group.first_class;
  if (!c.channel.is_none()) {
    channel = c.channel;
    const Status status = check_channel(group, channel);
    if (status != Status::applied) return status;
    first_class = base_class(c.group, channel);
  }
  if (c.priority > priority_max_) return Status::priority_out_of_range;
  if (!group.is_usual || asks_details(c)) [[unlikely]]
    return arrive_asking(c, channel, first_class);
  const bool is_named = names_customer(c);
  if (is_named) [[unlikely]] {
    const Status status = check_customer(c);
    if (status != Status::applied) return status;
  }
  if (session_slots_.is_full()) [[unlikely]]
    return Status::too_many_sessions;
  const Slot first_ready = ready_.top(first_class);
  if (first_ready == nil && is_full(group)) return Status::group_full;
  SessionRecord& session = open_session(c, channel, c.group, first_class);
  if (is_named) [[unlikely]]
    add_customer(session, c);
  if (group.prefers_at_once) {
    place_preferring(session, group, first_ready);
  } else {
    serve_or_wait(session, group, first_ready, Cause::chosen);
  }
  return Status::applied;
}

// Into a group, or with details, that ask for more than most do.
[[gnu::noinline]] Status Router::Engine::arrive_asking(const Command& c, ChannelId channel,
                                                       Slot first_class) {
  GroupRecord& group = groups_[c.group.index()];
  const bool asks_more = asks_details(c);
  Status status = asks_more ? check_details(c) : Status::applied;
  if (status == Status::applied) status = check_customer(c);
  if (status != Status::applied) return status;
  if (session_slots_.is_full()) return Status::too_many_sessions;
  if (!c.requirement.is_none()) {
    status = find_class(c.group, channel, c.requirement, first_class);
    if (status != Status::applied) return status;
  }
  const bool is_later = asks_more && is_scheduled(c);
  if (!is_later) {
    if (!group.is_open && !group.has_arriving) return Status::group_closed;
    if (is_full(group) && !group.has_arriving && !is_anyone_eligible(c, first_class)) {
      return Status::group_full;
    }
  }
  SessionRecord& session = open_session(c, channel, c.group, first_class);
  if (asks_more) add_details(session, c);
  add_customer(session, c);
  if (is_later) {
    schedule(session, c.not_before);
  } else {
    place(session, group);
  }
  return Status::applied;
}

// An auto-answered session that somebody takes at once never waits.
void Router::Engine::place(SessionRecord& session, GroupRecord& group) {
  if (!group.takes_at_once && !group.prefers_at_once) return place_asking(session, group);
  const bool asks = may_bar(session) || plan_.overflow.keeps_free;
  const Slot first_ready =
      asks ? choose_in_rings(session, session.first_class, 1) : ready_.top(session.first_class);
  if (group.prefers_at_once) return place_preferring(session, group, first_ready);
  serve_or_wait(session, group, first_ready, Cause::chosen);
}

// With one whom it prefers, if he is free; else with the first who is.
inline void Router::Engine::place_preferring(SessionRecord& session, GroupRecord& group,
                                             Slot first_ready) {
  const Slot preferred = find_at_once(session);
  if (preferred == several) [[unlikely]] {
    begin_waiting(session, group);
    return settle_new(session);
  }
  if (preferred != nil) return serve_or_wait(session, group, preferred, Cause::preferred);
  serve_or_wait(session, group, first_ready, Cause::chosen);
}

// A new session, in the seat that was found for it, or in line.
inline void Router::Engine::serve_or_wait(SessionRecord& session, GroupRecord& group, Slot seat,
                                          Cause cause) {
  if (seat == nil) {
    begin_waiting(session, group);
    return enter_indices(session);
  }
  const Place found = place_of(seat);
  AgentRecord& agent = agents_[found.agent];
  session.offers_made = 1;
  serve_at_once(session, agent, found, cause);
  refresh_agent(agent);
}

// Where rules are asked they may touch it: one that is settled as touched is not settled again.
void Router::Engine::settle_new(SessionRecord& session) {
  if (groups_[session.group.index()].is_asked) return touch_session(slot_of(session));
  settle_session(session);
}

// By offers, deadlines, conditions or arriving rules.
[[gnu::noinline]] void Router::Engine::place_asking(SessionRecord& session, GroupRecord& group) {
  if (group.has_arriving) return place_by_rules(session, group);
  begin_waiting(session, group);
  settle_new(session);
}

// In a group that never refuses an arrival: its arriving rules come first.
[[gnu::noinline, gnu::cold]] void Router::Engine::place_by_rules(SessionRecord& session,
                                                                 GroupRecord& group) {
  if (come(session, session.group)) return;
  if (!group.is_open) return end_session(session, Cause::closed, nullptr);
  const Asked asked{.session = &session,
                    .group = session.group,
                    .stage = Stage::coming,
                    .would_ask = {},
                    .queued = {},
                    .agent = nil};
  if (is_full_for(asked, session.group, session.first_class)) {
    return end_session(session, Cause::too_long, nullptr);
  }
  begin_waiting(session, group);
  settle_new(session);
}

Status EngineFacts::check_channel(const GroupRecord& group, ChannelId channel) const {
  if (channel.index() >= channels_) return Status::unknown_channel;
  return (group.channels >> channel.index() & 1) == 0 ? Status::channel_not_served
                                                      : Status::applied;
}

// What most arrivals say nothing about.
inline bool Router::Engine::asks_details(const Command& c) {
  return !c.requirement.is_none() || states_details(c);
}

inline bool Router::Engine::states_details(const Command& c) {
  return c.start != never || c.due != never || !c.attributes.empty() || !c.excluded.empty() ||
         c.not_before != never;
}

inline bool Router::Engine::names_customer(const Command& c) {
  return c.customer != 0 || !c.preferred.empty();
}

bool EngineFacts::is_scheduled(const Command& c) const {
  return c.not_before != never && c.not_before > now_;
}

[[gnu::noinline, gnu::cold]] Status EngineFacts::check_details(const Command& c) const {
  if (!c.requirement.is_none() && c.requirement.index() >= requirements_.size()) {
    return Status::unknown_requirement;
  }
  if (c.start != never && (c.start < earliest || c.start > now_)) return Status::time_out_of_range;
  if (c.due != never && (c.due < earliest || c.due > latest)) return Status::time_out_of_range;
  if (c.not_before != never && (c.not_before < now_ || c.not_before > latest)) {
    return Status::time_out_of_range;
  }
  for (const AttributeValue& entry : c.attributes) {
    const Status status = check_attribute(entry.attribute, entry.value);
    if (status != Status::applied) return status;
  }
  return check_excluded(c);
}

Status EngineFacts::check_attribute(AttributeId id, std::int64_t value) const {
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

Status EngineFacts::check_excluded(const Command& c) const {
  std::size_t different = 0;
  for (const AgentHandle* agent = c.excluded.begin(); agent != c.excluded.end(); ++agent) {
    if (check_agent(*agent) != Status::applied) return Status::unknown_agent;
    if (std::find(c.excluded.begin(), agent, *agent) == agent) ++different;
  }
  return different > plan_.blueprint.limits.exclusions_per_session ? Status::too_many_exclusions
                                                                   : Status::applied;
}

inline Status EngineFacts::check_customer(const Command& c) const {
  if (c.customer != 0 && memory_.is_kept()) memory_.prefetch(c.customer);
  return c.preferred.empty() ? Status::applied : check_preferred(c.preferred);
}

// Mostly he names one.
inline Status EngineFacts::check_preferred(const ScoredAgents& preferred) const {
  if (check_agent(preferred.begin()->agent) != Status::applied) return Status::unknown_agent;
  return preferred.size() == 1 ? Status::applied : check_each_preferred(preferred);
}

[[gnu::noinline]] Status EngineFacts::check_each_preferred(const ScoredAgents& preferred) const {
  for (const ScoredAgent* scored = preferred.begin(); scored != preferred.end(); ++scored) {
    if (check_agent(scored->agent) != Status::applied) return Status::unknown_agent;
    const auto is_he = [&](const ScoredAgent& other) { return other.agent == scored->agent; };
    if (std::any_of(preferred.begin(), scored, is_he)) return Status::repeated_agent;
  }
  return Status::applied;
}

[[gnu::noinline]] bool EngineFacts::is_anyone_eligible(const Command& c, Slot first_class) const {
  const auto bars = [&c](Slot agent) {
    return std::any_of(c.excluded.begin(), c.excluded.end(),
                       [agent](AgentHandle other) { return other.slot == agent; });
  };
  return is_anyone_eligible(c.group, first_class, Duration{0}, bars);
}

[[gnu::noinline]] void Router::Engine::forget_details(SessionRecord& session) {
  if (session.travels) close_way(session);
  session.detailed = false;
  session.queued_at = never;
  session.last_sign = never;
  session.due = never;
  session.present_attributes = 0;
  session.requirement = RequirementId::none();
  session.leaving_offers = 0;
  session.end_cause = Cause::none;
  session.travels = false;
  session.customer = 0;
  if (!plan_.overflow.keeps_stays) return;
  if (!stays_[slot_of(session)].ticket_group.is_none()) {
    clear_timer(TimerKind::ticket, slot_of(session));
  }
  stays_[slot_of(session)] = {};
}

// What the host says of who asks.
inline void Router::Engine::add_customer(SessionRecord& session, const Command& c) {
  if (c.customer != 0) {
    session.detailed = true;
    session.customer = c.customer;
  }
  if (c.preferred.empty() || !plan_.affinity.has_affinity) return;
  session.prefers = true;
  take_preferred(preferences_[slot_of(session)], c.preferred);
}

// Mostly he names one.
inline void Router::Engine::take_preferred(PreferenceRecord& own, const ScoredAgents& preferred) {
  const ScoredAgent& first = *preferred.begin();
  own.given_count = static_cast<std::uint8_t>(preferred.size());
  own.given[0] = {.agent = first.agent.slot, .ring = 0};
  own.scores[0] = first.score;
  if (preferred.size() > 1) [[unlikely]]
    take_rings(own, preferred);
}

// An agent of the list is in the ring that so many different higher scores make.
[[gnu::noinline]] void Router::Engine::take_rings(PreferenceRecord& own,
                                                  const ScoredAgents& preferred) {
  const ScoredAgent* const first = preferred.begin();
  for (std::size_t i = 0; i < preferred.size(); ++i) {
    std::uint32_t ring = 0;
    for (const ScoredAgent* other = first; other != preferred.end(); ++other) {
      const auto is_same = [&](const ScoredAgent& before) { return before.score == other->score; };
      const bool is_new = std::none_of(first, other, is_same);
      if (other->score > first[i].score && is_new) ++ring;
    }
    own.given[i] = {.agent = first[i].agent.slot, .ring = ring};
    own.scores[i] = first[i].score;
  }
}

[[gnu::noinline, gnu::cold]] void Router::Engine::add_details(SessionRecord& session,
                                                              const Command& c) {
  const Slot slot = slot_of(session);
  session.detailed = true;
  session.queued_at = now_;
  session.last_sign = now_;
  session.rings = 1;
  session.requirement = c.requirement;
  if (session.first_class != nil) use_class(session.first_class);
  if (c.start != never) session.start = c.start;
  session.due = c.due;
  for (const AttributeValue& entry : c.attributes) {
    session.present_attributes |= 1U << entry.attribute.index();
    attribute(slot, entry.attribute) = entry.value;
  }
  for (const AgentHandle agent : c.excluded) {
    if (find_bar(slot, agent.slot) == nil) append_bar(slot, agent.slot, never);
  }
  if (!c.entry.is_none() || c.not_before != never) open_way(session, c);
}

}  // namespace v1
}  // namespace acd
