// What every session's life goes through, in line with its callers.
#pragma once

#include "engine/engine.hpp"

namespace acd {
inline namespace v1 {

inline Event& Router::Engine::emit(EventKind kind, Cause cause) {
  Event& event = events_.append();
  event.kind = kind;
  event.cause = cause;
  event.at = at_;
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

// A slot that was never used has generation 0 and is not live, so that none is current.
inline bool Router::Engine::is_current(SessionHandle session) const {
  if (session.slot >= session_slots_.capacity()) return false;
  const SessionRecord& record = sessions_[session.slot];
  return record.self.generation == session.generation && record.live;
}

inline bool Router::Engine::is_current(OfferToken token) const {
  if (token.slot >= offer_slots_.capacity()) return false;
  const OfferRecord& record = offers_[token.slot];
  return record.self.generation == token.generation && record.live;
}

inline Status Router::Engine::check_agent(AgentHandle agent) const {
  const bool known = agent.slot < agents_.size() && agent == agent_handle(agent.slot);
  return known ? Status::applied : Status::unknown_agent;
}

inline bool Router::Engine::is_matchable(const SessionRecord& session) const {
  const GroupTables& group = plan_.groups[session.group.index()];
  return session.state == SessionState::waiting && group.is_push && !session.overdue &&
         !groups_[session.group.index()].holds && session.outstanding < group.offer.fan_out &&
         (group.offers_max == 0 || session.offers_made < group.offers_max);
}

// Bit per channel: he is ready and could take one more session of it.
inline std::uint32_t Router::Engine::room_of(const AgentRecord& agent) const {
  if (agent.state != AgentState::ready) return 0;
  if (agent.when_free == 0) return counted_room(slot_of(agent));
  return agent.charged_units == 0 ? agent.when_free : 0;
}

inline void Router::Engine::charge(AgentRecord& agent, const OfferRecord& offer) {
  ChannelLoad& own = load(offer.agent, offer.channel);
  ++(offer.state == OfferState::serving ? own.serving : own.firm);
  agent.charged_units += own.cost;
}

inline void Router::Engine::release(AgentRecord& agent, const OfferRecord& offer) {
  ChannelLoad& own = load(offer.agent, offer.channel);
  --(offer.state == OfferState::serving ? own.serving : own.firm);
  agent.charged_units -= own.cost;
}

// After any change of the agent's facts: his ready lists follow. An agent is uniform if he
// is in all of them or in none, and each is ordered by ready number alone.
inline void Router::Engine::refresh_agent(AgentRecord& agent) {
  const std::uint32_t room = room_of(agent);
  if (!agent.is_uniform) return refresh_seats(agent, room);
  if (agent.joined != 0) {
    const util::Key key = config::AgentKeyPlan::longest_ready_key(agent.ready_number);
    if (room != 0 && ready_.key(agent.first_seat) == key) return;
    for (Slot at = agent.first_seat; at != agent.end_seat; ++at) ready_.unlink(at);
    agent.joined = 0;
  }
  if (room != 0) join_seats(agent, room);
}

// Mostly he is the one who became ready last, and nobody comes after him.
inline void Router::Engine::join_seats(AgentRecord& agent, std::uint32_t room) {
  agent.joined = room;
  const util::Key key = config::AgentKeyPlan::longest_ready_key(agent.ready_number);
  if (agent.ready_number > newest_ready_) [[likely]] {
    newest_ready_ = agent.ready_number;
    for (Slot at = agent.first_seat; at != agent.end_seat; ++at) {
      ready_.append(seats_[at].cls, at, key);
    }
  } else {
    for (Slot at = agent.first_seat; at != agent.end_seat; ++at) {
      ready_.insert(seats_[at].cls, at, key);
    }
  }
}

// A charge on the agent, not yet among its session's offers.
inline OfferRecord& Router::Engine::open_offer(const SessionRecord& session, Slot agent,
                                               Slot membership, OfferState state) {
  const Slot slot = offer_slots_.take();
  OfferRecord& offer = offers_[slot];
  AgentRecord& owner = agents_[agent];
  const Slot last = owner.last_offer;
  ++offer.self.generation;
  offer.live = true;
  offer.state = state;
  offer.channel = session.channel;
  offer.cause = Cause::none;
  offer.group = session.group;
  offer.attached = false;
  offer.agent = agent;
  offer.membership = membership;
  offer.previous_of_agent = last;
  offer.next_of_agent = nil;
  offer.session = session.self;
  offer.until = never;
  offer.since = state == OfferState::serving ? at_ : earliest;
  (last == nil ? owner.first_offer : offers_[last].next_of_agent) = slot;
  owner.last_offer = slot;
  charge(owner, offer);
  return offer;
}

// The agent serves the session, by this offer.
inline void Router::Engine::begin_service(SessionRecord& session, AgentRecord& agent,
                                          OfferRecord& offer, Cause cause) {
  session.state = SessionState::serving;
  session.service = slot_of(offer);
  ++agent.handled;
  agent.misses = 0;
  emit_offer(EventKind::assigned, cause, offer).group = session.group;
  if (session.first_offer != nil) [[unlikely]]
    answer_elsewhere(slot_of(session));
}

// Without asking him.
inline void Router::Engine::serve_at_once(SessionRecord& session, Slot agent, Slot membership,
                                          Cause cause) {
  if (session.counted) stop_waiting(session);
  OfferRecord& offer = open_offer(session, agent, membership, OfferState::serving);
  agents_[agent].offered_number = events_.count() + 1;  // of the event that follows
  begin_service(session, agents_[agent], offer, cause);
}

// Releases the charge. The caller sets what the agent's place depends on, and touches him.
inline void Router::Engine::close_offer(OfferRecord& offer, AgentRecord& agent) {
  const Slot slot = slot_of(offer);
  if (offer.state != OfferState::serving) timers_.clear(slot);
  if (offer.attached) detach(slot);
  const Slot previous = offer.previous_of_agent;
  const Slot next = offer.next_of_agent;
  (previous == nil ? agent.first_offer : offers_[previous].next_of_agent) = next;
  (next == nil ? agent.last_offer : offers_[next].previous_of_agent) = previous;
  release(agent, offer);
  offer.live = false;
  offer_slots_.give_back(slot);
}

// The one place where a session ends: its terminal record, and the slot free again.
inline void Router::Engine::end_session(SessionRecord& session, Cause cause,
                                        const OfferRecord* service) {
  if (session.state == SessionState::waiting) stop_waiting(session);
  if (session.travels) [[unlikely]]
    close_way(session);
  Event& event = emit_session(EventKind::ended, cause, session);
  event.group = session.group;
  if (service != nullptr) {
    event.agent = agent_handle(service->agent);
    event.offer = service->self;
  }
  while (session.first_offer != nil) detach(session.first_offer);
  while (session.first_bar != nil) remove_bar(session.first_bar);
  session.live = false;
  session_slots_.give_back(slot_of(session));
}

inline void Router::Engine::end_service(OfferRecord& offer, AgentRecord& agent) {
  record_service(offer, agent);
  free_agent(offer, agent);
}

inline void Router::Engine::record_service(const OfferRecord& offer, AgentRecord& agent) {
  agent.handled_number = events_.count();
  if (offer.membership != nil) memberships_[offer.membership].served += at_ - offer.since;
}

// Released by the latest event. The caller touches or settles the agent.
inline void Router::Engine::free_agent(OfferRecord& offer, AgentRecord& agent) {
  agent.ready_number = events_.count();
  close_offer(offer, agent);
}

// The service's last event is the latest one. Wrap-up by the group it is taken from. The
// caller touches or settles the agent.
inline void Router::Engine::finish_service(OfferRecord& offer, AgentRecord& agent, GroupId group) {
  const Duration duration = agent.has_wrap_up ? plan_.own_wrap_up(offer.agent, group, offer.channel)
                                              : plan_.wrap_up(group, offer.channel);
  if (duration == Duration{0}) return end_service(offer, agent);
  wrap_up(offer, group, duration);
}

// Whatever he can do of what waits. Mostly nothing waits in any of his classes.
inline void Router::Engine::match_agent(AgentRecord& agent) {
  while (sees_waiting(agent)) {
    const std::uint32_t room = room_of(agent);
    if (room == 0) return;
    const Pair chosen = choose_session(agent, room);
    if (chosen.entry == nil) return;
    make_offer(sessions_[session_of(chosen.entry)], seats_[chosen.seat]);
  }
}

inline bool Router::Engine::sees_waiting(const AgentRecord& agent) const {
  if (indexed_sessions_ == 0) return false;
  const Seat* const end = seats_.data() + agent.end_seat;
  for (const Seat* seat = seats_.data() + agent.first_seat; seat != end; ++seat) {
    if (!waiting_.is_known_empty(seat->cls)) return true;
  }
  return false;
}

inline void Router::Engine::settle_agent(AgentRecord& agent) {
  if (agent.state == AgentState::ready) [[likely]] {
    match_agent(agent);
  } else if (agent.state == AgentState::draining && agent.first_offer == nil) {
    enter_state(slot_of(agent), AgentState::signed_out, ReasonId::none(), Cause::drained);
  }
  refresh_agent(agent);
}

}  // namespace v1
}  // namespace acd
