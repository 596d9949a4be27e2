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

inline Event& Router::Engine::emit_session(EventKind kind, Cause cause, Slot slot) {
  Event& event = emit(kind, cause);
  event.session = session_handle(slot);
  return event;
}

inline Event& Router::Engine::emit_agent(EventKind kind, Cause cause, Slot slot) {
  Event& event = emit(kind, cause);
  event.agent = agent_handle(slot);
  return event;
}

inline Event& Router::Engine::emit_offer(EventKind kind, Cause cause, Slot slot) {
  const OfferRecord& offer = offers_[slot];
  Event& event = emit_agent(kind, cause, offer.agent);
  event.session = offer.session;
  event.offer = {slot, offer.generation};
  return event;
}

inline Status Router::Engine::check_session(SessionHandle session) const {
  if (session.slot >= session_slots_.used()) return Status::unknown_session;
  const std::uint32_t generation = session_slots_.generation(session.slot);
  if (session.is_none() || session.generation > generation) return Status::unknown_session;
  const bool current = session.generation == generation && sessions_[session.slot].live;
  return current ? Status::applied : Status::stale_session;
}

inline Status Router::Engine::check_agent(AgentHandle agent) const {
  const bool known = agent.slot < agents_.size() && agent == agent_handle(agent.slot);
  return known ? Status::applied : Status::unknown_agent;
}

inline Status Router::Engine::check_offer(OfferToken token) const {
  if (token.slot >= offer_slots_.used()) return Status::unknown_offer;
  const std::uint32_t generation = offer_slots_.generation(token.slot);
  if (token.is_none() || token.generation > generation) return Status::unknown_offer;
  const bool current = token.generation == generation && offers_[token.slot].live;
  return current ? Status::applied : Status::stale_offer;
}

inline bool Router::Engine::is_matchable(const SessionRecord& session) const {
  const GroupTables& group = plan_.groups[session.group.index()];
  return session.state == SessionState::waiting && group.is_push && !session.overdue &&
         !groups_[session.group.index()].holds &&
         session.outstanding < group.offer.fan_out &&
         (group.offers_max == 0 || session.offers_made < group.offers_max);
}

inline bool Router::Engine::has_room(Slot slot, ChannelId channel) const {
  const AgentRecord& agent = agents_[slot];
  const CapacityTables& rule = plan_.capacities[agent.capacity.index()];
  const ChannelTables& wanted = rule.channels[channel.index()];
  const ChannelLoad& own = load(slot, channel);
  const bool fits = wanted.cost != 0 && own.serving + own.outside + own.firm < wanted.sessions_max;
  const std::uint32_t charged = agent.charged_units + wanted.cost;
  if (!rule.interrupts) return fits && charged <= rule.units;
  return fits && charged <= rule.units + interrupted_units(slot, wanted.interrupts);
}

inline std::uint32_t Router::Engine::room_of(Slot slot) const {
  const AgentRecord& agent = agents_[slot];
  const CapacityTables& rule = plan_.capacities[agent.capacity.index()];
  if (rule.is_exclusive) return agent.charged_units == 0 ? rule.listed : 0;
  std::uint32_t room = 0;
  for (std::size_t channel = 0; channel < channels_; ++channel) {
    room |= std::uint32_t{has_room(slot, ChannelId{channel})} << channel;
  }
  return room;
}

inline void Router::Engine::count_charge(Slot slot, ChannelId channel, OfferState state, int sign) {
  AgentRecord& agent = agents_[slot];
  ChannelLoad& own = load(slot, channel);
  std::uint16_t& sessions = state == OfferState::serving ? own.serving : own.firm;
  sessions = static_cast<std::uint16_t>(sessions + sign);
  const std::uint32_t cost =
      plan_.capacities[agent.capacity.index()].channels[channel.index()].cost;
  agent.charged_units += sign > 0 ? cost : 0U - cost;
}

inline void Router::Engine::refresh_room(Slot slot) {
  AgentRecord& agent = agents_[slot];
  agent.room = agent.state == AgentState::ready ? room_of(slot) : 0;
}

// After any change of the agent's facts: room, then every seat.
inline void Router::Engine::refresh_agent(Slot slot) {
  refresh_room(slot);
  const AgentRecord& agent = agents_[slot];
  if (agent.room == 0) return leave_seats(agent);
  const util::Key key = config::AgentKeyPlan::longest_ready_key(agent.ready_number);
  for (Slot at = agent.first_seat; at < agent.end_seat; ++at) {
    const Seat& seat = seats_[at];
    const bool wanted = (agent.room & seat.channel_bit) != 0;
    if (wanted && seat.sentinel != nil && !seat_nodes_[at].is_inside()) {
      seat_nodes_[at].key = key;
      util::link_sorted(seat_nodes_, seat.sentinel, at);
    } else {
      refresh_seat(agent, slot, at);
    }
  }
}

inline void Router::Engine::leave_seats(const AgentRecord& agent) {
  const Seat* seat = seats_.data() + agent.first_seat;
  for (Slot at = agent.first_seat; at < agent.end_seat; ++at, ++seat) {
    if (!seat_nodes_[at].is_inside()) continue;
    if (seat->sentinel != nil) {
      util::unlink(seat_nodes_, at);
    } else {
      ready_[seat->cls].erase(seat_nodes_, at);
    }
  }
}

inline void Router::Engine::refresh_seat(const AgentRecord& agent, Slot slot, Slot at) {
  const Seat& seat = seats_[at];
  util::KeyNode& node = seat_nodes_[at];
  util::KeyIndex& ready = ready_[seat.cls];
  if ((agent.room & seat.channel_bit) == 0) {
    if (node.is_inside()) ready.erase(seat_nodes_, at);
    return;
  }
  const util::Key key = seat_key(agent, slot, seat);
  if (node.is_inside()) {
    if (node.key == key) return;
    ready.erase(seat_nodes_, at);
  }
  ready.insert(seat_nodes_, at, key);
}

// A charge on the agent, not yet among its session's offers.
inline Router::Engine::Slot Router::Engine::open_offer(Slot session, const Seat& seat,
                                                       OfferState state) {
  const Slot agent = seat.agent;
  const Slot slot = offer_slots_.take();
  OfferRecord& offer = offers_[slot];
  AgentRecord& owner = agents_[agent];
  offer = {.generation = offer_slots_.generation(slot),
           .live = true,
           .state = state,
           .channel = sessions_[session].channel,
           .group = sessions_[session].group,
           .agent = agent,
           .membership = seat.membership,
           .session = session_handle(session),
           .until = never,
           .since = earliest,
           .previous_of_agent = owner.last_offer};
  (owner.last_offer == nil ? owner.first_offer : offers_[owner.last_offer].next_of_agent) = slot;
  owner.last_offer = slot;
  count_charge(agent, offer.channel, state, 1);
  return slot;
}

// Releases the charge. The caller sets what the agent's place depends on, and touches him.
inline void Router::Engine::close_offer(Slot slot) {
  OfferRecord& offer = offers_[slot];
  AgentRecord& owner = agents_[offer.agent];
  timers_.clear(slot);
  if (offer.attached) detach(slot);
  const Slot previous = offer.previous_of_agent;
  const Slot next = offer.next_of_agent;
  (previous == nil ? owner.first_offer : offers_[previous].next_of_agent) = next;
  (next == nil ? owner.last_offer : offers_[next].previous_of_agent) = previous;
  count_charge(offer.agent, offer.channel, offer.state, -1);
  offer.live = false;
  offer_slots_.give_back(slot);
}

}  // namespace v1
}  // namespace acd
