// What every session's life goes through, in line with its callers.
#pragma once

#include "engine/engine.hpp"

namespace acd {
inline namespace v1 {

inline bool EngineFacts::is_full(const GroupRecord& group) {
  return group.unoffered >= group.max_length;
}

// Nothing falls due until then, and it is not before what was.
inline bool EngineFacts::is_plain_instant(Instant now) const {
  return now >= now_ && now.time_since_epoch().count() < timers_.soonest();
}

// The end of every command that was applied.
inline Status Router::Engine::done() const {
#ifdef ACD_CHECK_INVARIANTS
  assert(broken_invariant().empty());
#endif
  return Status::applied;
}

inline void Router::Engine::touch_session(Slot session) {
  touched_sessions_.note(session);
  is_settled_ = false;
}

inline void Router::Engine::touch_agent(Slot agent) {
  touched_agents_.note(agent);
  is_settled_ = false;
}

inline void Router::Engine::change_agent(Slot agent) {
  changed_agents_.note(agent);
  is_settled_ = false;
}

inline bool EngineFacts::awaits_opening(const SessionRecord& session) const {
  const bool is_scheduled = session.state == SessionState::scheduled && !session.group.is_none();
  return is_scheduled && ways_[slot_of(session)].begin == never;
}

inline bool EngineFacts::closes_out(const SessionRecord& session) const {
  const std::size_t group = session.group.index();
  return groups_[group].holds && plan_.groups[group].ends_at_closing;
}

inline bool EngineFacts::is_joined(const Seat& seat) const {
  const bool has_room = (agents_[seat.place.agent].joined & channel_bit(seat)) != 0;
  return has_room && is_in_force(seat.place.membership);
}

inline GroupId EngineFacts::group_for(const SessionRecord& session, Slot seat) const {
  return session.roams ? classes_[seats_[seat].cls].group : session.group;
}

inline bool EngineFacts::is_in_force(Slot membership) const {
  const SurgeId when = plan_.memberships[membership].when;
  return when.is_none() || surges_[when.index()].is_on;
}

template <class IsBarred>
bool EngineFacts::is_anyone_eligible(GroupId group, Slot first_class, Duration waited,
                                     const IsBarred& is_barred) const {
  if (!plan_.groups[group.index()].is_push) return false;
  const auto suits = [&](Slot seat) {
    const Slot agent = ready_.note(seat).agent;
    return !is_barred(agent) && !is_kept_free(agent, group);
  };
  for (std::size_t ring = 0; ring < open_rings(group, waited); ++ring) {
    if (ready_.first_where(first_class + ring, suits) != nil) return true;
  }
  return false;
}

inline Event& Router::Engine::emit(EventKind kind, Cause cause) {
  Event& event = events_.append();
  event.kind = kind;
  event.cause = cause;
  event.at = now_;
  return event;
}

inline Event& Router::Engine::emit_session(EventKind kind, Cause cause,
                                           const SessionRecord& session) {
  Event& event = emit(kind, cause);
  event.session = session.self;
  return event;
}

inline Event& Router::Engine::emit_agent(EventKind kind, Cause cause, Slot slot) {
  Event& event = emit(kind, cause);
  event.agent = agent_handle(slot);
  return event;
}

inline Event& Router::Engine::emit_offer(EventKind kind, Cause cause, const OfferRecord& offer) {
  Event& event = emit_agent(kind, cause, offer.agent);
  event.session = offer.session;
  event.offer = offer.self;
  return event;
}

inline bool EngineFacts::may_end_plainly(const SessionRecord& session) const {
  return groups_[session.group.index()].ends_plainly && !session.detailed && !may_bar(session);
}

inline bool EngineFacts::is_current(SessionHandle session) const {
  if (session.slot >= session_slots_.capacity()) return false;
  const SessionRecord& record = sessions_[session.slot];
  return record.self.generation == session.generation && record.live;
}

inline bool EngineFacts::is_served(SessionHandle session) const {
  if (session.slot >= sessions_.size()) return false;
  const SessionRecord& record = sessions_[session.slot];
  return record.self == session && record.state == SessionState::serving;
}

inline bool EngineFacts::is_current(OfferToken token) const {
  if (token.slot >= offer_slots_.capacity()) return false;
  const OfferRecord& record = offers_[token.slot];
  return record.self.generation == token.generation && record.live;
}

inline Status EngineFacts::check_agent(AgentHandle agent) const {
  const bool known = agent.slot < agents_.size() && agent == agent_handle(agent.slot);
  return known ? Status::applied : Status::unknown_agent;
}

inline bool EngineFacts::is_matchable(const SessionRecord& session) const {
  const GroupTables& group = plan_.groups[session.group.index()];
  return session.state == SessionState::waiting && group.is_push && !session.overdue &&
         !groups_[session.group.index()].holds && session.outstanding < group.offer.fan_out &&
         (group.offers_max == 0 || session.offers_made < group.offers_max);
}

// Bit per channel: he is ready and could take one more session of it.
inline std::uint32_t EngineFacts::room_of(const AgentRecord& agent) const {
  if (agent.state != AgentState::ready) return 0;
  if (agent.when_free == 0) return counted_room(slot_of(agent));
  return agent.charged_units == 0 ? agent.when_free : 0;
}

inline void Router::Engine::charge(AgentRecord& agent, const OfferRecord& offer, OfferState state) {
  agent.charged_units += agent.only_cost;
  if (agent.only_cost == 0) [[unlikely]]
    charge_channel(agent, offer, state);
}

inline void Router::Engine::charge_channel(AgentRecord& agent, const OfferRecord& offer,
                                           OfferState state) {
  ChannelLoad& own = load(offer.agent, offer.channel);
  ++(state == OfferState::serving ? own.serving : own.firm);
  agent.charged_units += own.cost;
}

inline void Router::Engine::release(AgentRecord& agent, const OfferRecord& offer,
                                    OfferState state) {
  agent.charged_units -= agent.only_cost;
  if (agent.only_cost == 0) [[unlikely]]
    release_channel(agent, offer, state);
}

inline void Router::Engine::release_channel(AgentRecord& agent, const OfferRecord& offer,
                                            OfferState state) {
  ChannelLoad& own = load(offer.agent, offer.channel);
  --(state == OfferState::serving ? own.serving : own.firm);
  agent.charged_units -= own.cost;
}

// After any change of the agent's facts: his ready lists follow. An agent is uniform if he
// is in all of them or in none, and each is ordered by ready number alone.
inline void Router::Engine::refresh_agent(AgentRecord& agent) {
  if (!agent.is_uniform) return refresh_seats(agent, room_of(agent));
  const bool has_room = agent.charged_units == 0 && agent.state == AgentState::ready;
  if (agent.joined != 0) {
    if (has_room) return;
    ready_.unlink(agent.seats);
    agent.joined = 0;
  } else if (has_room) {
    join_seats(agent);
  }
}

// He is free, and nothing waits in any of his classes: he joins his lists, which is the same walk.
// Mostly he is the one who became ready last, and nobody comes after him. False: not so simple.
inline bool Router::Engine::joins_idle(AgentRecord& agent) {
  const bool is_simple = agent.is_uniform && agent.joined == 0 && agent.charged_units == 0 &&
                         held_sessions_ == 0 && agent.ready_number > newest_ready_;
  if (!is_simple) return false;
  if (ready_.append_until(agent.seats, list_of, does_wait) != nil) return false;
  newest_ready_ = agent.ready_number;
  agent.joined = agent.when_free;
  return true;
}

// Mostly he is the one who became ready last, and nobody comes after him.
inline void Router::Engine::join_seats(AgentRecord& agent) {
  if (agent.ready_number <= newest_ready_) [[unlikely]]
    return refresh_seats(agent, agent.when_free);
  newest_ready_ = agent.ready_number;
  agent.joined = agent.when_free;
  ready_.append(agent.seats, list_of);
}

// A charge on the agent, not yet among its session's offers. What only an offer has that he
// may decline is as its end leaves it: no cause, no deadline, not attached.
inline OfferRecord& Router::Engine::open_offer(const SessionRecord& session, AgentRecord& agent,
                                               const Place& place, OfferState state) {
  const Slot slot = offer_slots_.take();
  OfferRecord& offer = offers_[slot];
  offer.live = true;
  offer.state = state;
  offer.channel = session.channel;
  offer.group = session.group;
  offer.agent = place.agent;
  offer.membership = place.membership;
  offer.session = session.self;
  offer.since = state == OfferState::serving ? now_ : earliest;
  if (agent.last_offer == nil) [[likely]] {
    agent.first_offer = slot;
  } else {
    offer.previous_of_agent = agent.last_offer;
    offers_[agent.last_offer].next_of_agent = slot;
  }
  agent.last_offer = slot;
  charge(agent, offer, state);
  return offer;
}

// The agent serves the session, by this offer.
inline void Router::Engine::begin_service(SessionRecord& session, AgentRecord& agent,
                                          OfferRecord& offer, Cause cause) {
  session.state = SessionState::serving;
  session.service = slot_of(offer);
  servers_[slot_of(session)] = offer.agent;
  ++agent.handled;
  agent.misses = 0;
  emit_offer(EventKind::assigned, cause, offer).group = session.group;
  if (session.detailed && session.customer != 0 && memory_.is_kept()) [[unlikely]]
    remember_service(session, offer.agent);
}

// Without asking him. No offer of the session is left from before.
inline void Router::Engine::serve_at_once(SessionRecord& session, AgentRecord& agent,
                                          const Place& place, Cause cause) {
  OfferRecord& offer = open_offer(session, agent, place, OfferState::serving);
  agent.offered_number = events_.count() + 1;  // of the event that follows
  begin_service(session, agent, offer, cause);
  session.is_plain = may_end_plainly(session);
}

// Releases the charge. The caller sets what the agent's place depends on, and touches him.
inline void Router::Engine::close_offer(OfferRecord& offer, AgentRecord& agent, OfferState state) {
  const Slot slot = slot_of(offer);
  if (state != OfferState::serving) {
    timers_.clear(slot);
    if (offer.attached) detach(slot);
    offer.cause = Cause::none;
    offer.until = never;
  }
  if (offer.previous_of_agent == nil && offer.next_of_agent == nil) [[likely]] {
    agent.first_offer = nil;
    agent.last_offer = nil;
  } else {
    unlink_offer(offer, agent);
  }
  release(agent, offer, state);
  offer.live = false;
  ++offer.self.generation;
  offer_slots_.give_back(slot);
}

inline void Router::Engine::begin_waiting(SessionRecord& session, GroupRecord& group) {
  session.counted = true;
  ++group.waiting;
  ++group.unoffered;
  session.offers_made = 0;
  session.overdue = false;
  session.rings = 1;
  session.roams = false;
  if (group.is_timed) begin_timed_waiting(session);
}

inline void Router::Engine::stop_waiting(SessionRecord& session) {
  if (!session.counted) return;
  session.counted = false;
  GroupRecord& group = groups_[session.group.index()];
  --group.waiting;
  if (session.outstanding == 0) --group.unoffered;
  leave_indices(session);
  if (!group.is_timed) return;
  if (plan_.overflow.keeps_stays) leave_stay(session);
  if (session.held) drop_hold(session);
  clear_timer(TimerKind::max_wait, slot_of(session));
  clear_timer(TimerKind::delay, slot_of(session));
}

inline void Router::Engine::enter_class(Slot cls, Slot entry, util::Key key) {
  waiting_.insert(cls, entry, key);
  if (ready_.is_single_list(cls)) ready_.list_note(ready_.list_of(cls)).waits = true;
}

inline void Router::Engine::leave_class(Slot cls, Slot entry) {
  waiting_.erase(cls, entry);
  if (!ready_.is_single_list(cls)) return;
  ready_.list_note(ready_.list_of(cls)).waits = waiting_.has_any(cls);
}

inline void Router::Engine::enter_indices(SessionRecord& session) {
  session.indexed = true;
  ++seeking_sessions_;
  const util::Key key = session_key(session, session.group);
  const Slot first = entry(slot_of(session), 0);
  if (session.rings != 1 || session.roams) [[unlikely]]
    return enter_rings(session, key);
  enter_class(session.first_class, first, key);
}

inline void Router::Engine::leave_indices(SessionRecord& session) {
  if (!session.indexed) return;
  session.indexed = false;
  --seeking_sessions_;
  const Slot first = entry(slot_of(session), 0);
  if (session.rings != 1 || session.roams) [[unlikely]]
    return leave_rings(session);
  leave_class(session.first_class, first);
}

inline util::Key EngineFacts::session_key(const SessionRecord& session, GroupId group) const {
  const config::SessionKeyPlan& keys = plan_.groups[group.index()].session_keys;
  if (!keys.is_usual()) return composed_key(session, group);
  return keys.usual_key(session.priority, session.start, session.number);
}

// The one place where a session ends: its terminal record, and the slot free again.
inline void Router::Engine::end_session(SessionRecord& session, Cause cause,
                                        const OfferRecord* service) {
  if (session.state == SessionState::waiting) stop_waiting(session);
  if (session.detailed) [[unlikely]]
    forget_details(session);
  Event& event = emit_session(EventKind::ended, cause, session);
  event.group = session.group;
  if (service != nullptr) {
    event.agent = agent_handle(service->agent);
    event.offer = service->self;
  }
  if (may_bar(session)) [[unlikely]]
    forget_bars(session);
  session.live = false;
  ++session.self.generation;
  session.state = SessionState::waiting;  // none that is over is being served
  session_slots_.give_back(slot_of(session));
}

// What every end of a session leaves empty is empty already: its offers, its bars, its details.
inline void Router::Engine::fill(SessionRecord& session, const SessionHead& head, const Command& c,
                                 Slot first_class, Instant now) {
  static_cast<SessionHead&>(session) = head;
  session.priority = c.priority;
  session.first_class = first_class;
  session.start = now;
  session.reference = c.reference;
  latest_session_ = slot_of(session);
  ++admitted_;
}

inline void EngineFacts::tell_arrived(Event& event, const EventHead& head,
                                      const SessionRecord& session, const Command& c, Instant now) {
  head.begin(event);
  event.priority = c.priority;
  event.session = session.self;
  event.agent = AgentHandle::none();
  event.offer = OfferToken::none();
  event.value = static_cast<std::int64_t>(c.reference);
  event.at = now;
  event.until = never;
}

inline SessionRecord& Router::Engine::open_session(const Command& c, ChannelId channel,
                                                   GroupId group, Slot first_class) {
  SessionRecord& session = sessions_[session_slots_.take()];
  fill(session, {.live = true, .channel = channel, .group = group}, c, first_class, now_);
  session.offers_made = 0;
  session.service = nil;
  const EventHead head{{.kind = EventKind::arrived, .channel = channel, .group = group}};
  tell_arrived(events_.append(), head, session, c, now_);
  session.number = events_.count();
  return session;
}

inline void Router::Engine::end_service(OfferRecord& offer, AgentRecord& agent) {
  record_service(offer, agent);
  free_agent(offer, agent, OfferState::serving);
}

inline void Router::Engine::record_service(const OfferRecord& offer, AgentRecord& agent) {
  agent.handled_number = events_.count();
  if (offer.membership != nil) served_[offer.membership] += now_ - offer.since;
}

// Released by the latest event. The caller touches or settles the agent.
inline void Router::Engine::free_agent(OfferRecord& offer, AgentRecord& agent, OfferState state) {
  assert(agent.joined == 0 || !agent.is_uniform);
  agent.ready_number = events_.count();
  close_offer(offer, agent, state);
}

// The service's last event is the latest one. Wrap-up by the group it is taken from. The
// caller touches or settles the agent.
inline void Router::Engine::finish_service(OfferRecord& offer, AgentRecord& agent, GroupId group) {
  const bool has_wrap_up = agent.has_wrap_up || groups_[group.index()].has_wrap_up;
  if (!has_wrap_up) [[likely]]
    return end_service(offer, agent);
  if (groups_[group.index()].is_counted) count_handling(offer, group);
  const Duration stated = agent.has_wrap_up ? plan_.own_wrap_up(offer.agent, group, offer.channel)
                                            : plan_.wrap_up(group, offer.channel);
  const Duration duration = scaled(stated, group);
  if (duration == Duration{0}) return end_service(offer, agent);
  wrap_up(offer, group, duration);
}

// Whatever he can do of what waits. Mostly nothing waits in any of his classes.
inline void Router::Engine::match_agent(AgentRecord& agent) {
  while (sees_waiting(agent)) {
    if (!serve_next(agent)) return;
  }
}

inline bool EngineFacts::sees_waiting(const AgentRecord& agent) const {
  if (seeking_sessions_ == 0) return false;
  bool waits = false;
  for (Slot at = agent.seats.first(); at != agent.seats.end(); ++at) {
    waits = waits || !waiting_.is_known_empty(seats_[at].cls);
  }
  return waits || (held_sessions_ != 0 && has_held(slot_of(agent)));
}

inline void Router::Engine::settle_agent(AgentRecord& agent) {
  if (agent.state == AgentState::ready) [[likely]] {
    if (joins_idle(agent)) return;
    match_agent(agent);
  } else if (agent.state == AgentState::draining && agent.first_offer == nil) {
    enter_state(slot_of(agent), AgentState::signed_out, ReasonId::none(), Cause::drained);
  }
  refresh_agent(agent);
}

}  // namespace v1
}  // namespace acd
