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
  event.session = handle_of(session);
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
  event.offer = token_of(offer);
  return event;
}

// A slot that was never used has generation 0 and is not live, so that none is current.
inline bool Router::Engine::is_current(SessionHandle session) const {
  if (session.slot >= session_slots_.capacity()) return false;
  const SessionRecord& record = sessions_[session.slot];
  return record.generation == session.generation && record.live;
}

inline bool Router::Engine::is_current(OfferToken token) const {
  if (token.slot >= offer_slots_.capacity()) return false;
  const OfferRecord& record = offers_[token.slot];
  return record.generation == token.generation && record.live;
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
inline OfferRecord& Router::Engine::open_offer(const SessionRecord& session, AgentRecord& agent,
                                               Slot membership, OfferState state) {
  const Slot slot = offer_slots_.take();
  OfferRecord& offer = offers_[slot];
  offer = {.generation = offer.generation + 1,
           .live = true,
           .state = state,
           .channel = session.channel,
           .group = session.group,
           .agent = slot_of(agent),
           .membership = membership,
           .previous_of_agent = agent.last_offer,
           .session = handle_of(session),
           .until = never,
           .since = state == OfferState::serving ? at_ : earliest};
  (agent.last_offer == nil ? agent.first_offer : offers_[agent.last_offer].next_of_agent) = slot;
  agent.last_offer = slot;
  charge(agent, offer);
  return offer;
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

}  // namespace v1
}  // namespace acd
