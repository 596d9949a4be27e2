// An offer's life: made, accepted or declined, withdrawn, resolved. One record carries the
// charge from the offer through the service to the end of the wrap-up.
#include <limits>

#include "engine/engine_inline.hpp"

namespace acd {
inline namespace v1 {

Status EngineFacts::check_offer(OfferToken token) const {
  if (is_current(token)) return Status::applied;
  const bool was_used = token.slot < offer_slots_.used() && !token.is_none();
  const bool was_given = was_used && token.generation <= offers_[token.slot].latest_generation();
  return was_given ? Status::stale_offer : Status::unknown_offer;
}

void Router::Engine::make_offer(SessionRecord& session, const Place& place, GroupId group,
                                Cause cause) {
  if (session.offers_made != std::numeric_limits<std::uint16_t>::max()) ++session.offers_made;
  switch (plan_.groups[group.index()].offer.mode) {
    case OfferMode::assign: return serve(session, place, group, cause);
    case OfferMode::offer: return ring(session, place, group, cause);
  }
}

// Without asking the agent, a session that may have waited and been offered before.
void Router::Engine::serve(SessionRecord& session, const Place& place, GroupId group, Cause cause) {
  if (groups_[session.group.index()].is_noted) [[unlikely]]
    note_service(session, place.agent, group);
  stop_waiting(session);
  if (group != session.group) [[unlikely]]
    move_service(session, group);
  serve_at_once(session, agents_[place.agent], place, cause);
  if (session.first_offer != nil) [[unlikely]]
    answer_elsewhere(slot_of(session));
}

[[gnu::noinline]] void Router::Engine::note_service(const SessionRecord& session, Slot agent,
                                                    GroupId group) {
  if (groups_[session.group.index()].is_counted) count_answer(session);
  if (turns_.size() != 0) turns_[group.index()] = agent;
}

// It is served for a group in which it also waited: that is its group now.
[[gnu::noinline]] void Router::Engine::move_service(SessionRecord& session, GroupId group) {
  session.group = group;
  session.first_class = class_for(group, session.channel, session.requirement);
}

[[gnu::noinline]] void Router::Engine::ring(SessionRecord& session, const Place& place,
                                            GroupId group, Cause cause) {
  const OfferRule& rule = plan_.groups[group.index()].offer;
  AgentRecord& agent = agents_[place.agent];
  OfferRecord& offer = open_offer(session, agent, place, OfferState::outstanding);
  offer.group = group;
  attach(slot_of(offer), slot_of(session));
  if (session.outstanding++ == 0) --groups_[session.group.index()].unoffered;
  offer.until = now_ + rule.time_limit;
  Event& event = emit_offer(EventKind::offered, cause, offer);
  event.group = group;
  event.until = offer.until;
  agent.offered_number = events_.count();
  if (turns_.size() != 0) turns_[group.index()] = place.agent;
  set_timer(TimerKind::offer_limit, slot_of(offer), offer.until);
  if (!is_matchable(session)) leave_indices(session);
}

void Router::Engine::attach(Slot slot, Slot session) {
  OfferRecord& offer = offers_[slot];
  SessionRecord& owner = sessions_[session];
  offer.attached = true;
  offer.previous_of_session = owner.last_offer;
  (owner.last_offer == nil ? owner.first_offer : offers_[owner.last_offer].next_of_session) = slot;
  owner.last_offer = slot;
}

[[gnu::noinline]] void Router::Engine::detach(Slot slot) {
  OfferRecord& offer = offers_[slot];
  SessionRecord& owner = sessions_[offer.session.slot];
  const Slot previous = offer.previous_of_session;
  const Slot next = offer.next_of_session;
  (previous == nil ? owner.first_offer : offers_[previous].next_of_session) = next;
  (next == nil ? owner.last_offer : offers_[next].previous_of_session) = previous;
  offer.attached = false;
  offer.previous_of_session = nil;
  offer.next_of_session = nil;
}

// Out of the middle of his list, or from one end. It has no neighbours then, as when it is made.
[[gnu::noinline]] void Router::Engine::unlink_offer(OfferRecord& offer, AgentRecord& agent) {
  const Slot previous = offer.previous_of_agent;
  const Slot next = offer.next_of_agent;
  (previous == nil ? agent.first_offer : offers_[previous].next_of_agent) = next;
  (next == nil ? agent.last_offer : offers_[next].previous_of_agent) = previous;
  offer.previous_of_agent = nil;
  offer.next_of_agent = nil;
}

void Router::Engine::set_offer_state(OfferRecord& offer, OfferState state) {
  AgentRecord& agent = agents_[offer.agent];
  release(agent, offer, offer.state);
  offer.state = state;
  charge(agent, offer, state);
}

// An offer that was made before becomes the service.
void Router::Engine::assign(OfferRecord& offer, Cause cause) {
  SessionRecord& session = sessions_[offer.session.slot];
  if (session.state == SessionState::waiting) {
    if (groups_[session.group.index()].is_counted) count_answer(session);
    stop_waiting(session);
  }
  if (offer.group != session.group) [[unlikely]]
    move_service(session, offer.group);
  if (offer.state == OfferState::outstanding) --session.outstanding;
  detach(slot_of(offer));
  timers_.clear(slot_of(offer));
  if (session.detailed) session.leaving_offers = 0;
  offer.cause = Cause::none;
  offer.until = never;
  offer.since = now_;
  set_offer_state(offer, OfferState::serving);
  begin_service(session, agents_[offer.agent], offer, cause);
  if (session.first_offer != nil) answer_elsewhere(slot_of(session));
}

// Somebody has the session: its other offers are withdrawn, or were when it was cancelled.
[[gnu::noinline]] void Router::Engine::answer_elsewhere(Slot slot) {
  const SessionRecord& session = sessions_[slot];
  for (Slot offer = session.first_offer; offer != nil; offer = offers_[offer].next_of_session) {
    const bool crossed = offers_[offer].cause == Cause::cancelled;
    if (crossed) offers_[offer].cause = Cause::answered_elsewhere;
  }
  withdraw_outstanding(slot, Cause::answered_elsewhere);
}

void Router::Engine::withdraw_outstanding(Slot session, Cause cause) {
  Slot next = nil;
  for (Slot offer = sessions_[session].first_offer; offer != nil; offer = next) {
    next = offers_[offer].next_of_session;
    if (offers_[offer].state == OfferState::outstanding) withdraw(offer, cause);
  }
}

void Router::Engine::withdraw_from_agent(Slot agent) {
  Slot next = nil;
  for (Slot offer = agents_[agent].first_offer; offer != nil; offer = next) {
    next = offers_[offer].next_of_agent;
    if (offers_[offer].state != OfferState::outstanding) continue;
    touch_session(offers_[offer].session.slot);
    withdraw(offer, Cause::agent_not_ready);
  }
}

void Router::Engine::withdraw(Slot slot, Cause cause) {
  OfferRecord& offer = offers_[slot];
  const Duration lease = plan_.groups[offer.group.index()].offer.withdrawal_lease;
  set_offer_state(offer, OfferState::withdrawing);
  offer.cause = cause;
  offer.until = now_ + lease;
  timers_.clear(slot);
  forget_outstanding(offer.session.slot);
  emit_offer(EventKind::offer_withdrawn, cause, offer).until = offer.until;
  if (lease == Duration{0}) return resolve(slot, cause);
  set_timer(TimerKind::lease, slot, offer.until);
}

// One offer of the session can no longer be accepted.
void Router::Engine::forget_outstanding(Slot slot) {
  SessionRecord& session = sessions_[slot];
  const bool was_last = --session.outstanding == 0;
  if (session.state != SessionState::waiting) return;
  if (was_last) ++groups_[session.group.index()].unoffered;
}

// The end of a withdrawn offer.
void Router::Engine::resolve(Slot slot, Cause cause) {
  OfferRecord& offer = offers_[slot];
  SessionRecord& session = sessions_[offer.session.slot];
  const bool ends_session = offer.attached && offer.cause == Cause::cancelled &&
                            session.state == SessionState::leaving && --session.leaving_offers == 0;
  emit_offer(EventKind::offer_ended, cause, offer);
  close_offer(offer, agents_[offer.agent], offer.state);
  touch_agent(offer.agent);
  if (ends_session) end_session(session, session.end_cause, nullptr);
}

Status Router::Engine::accept(OfferRecord& offer) {
  switch (offer.state) {
    case OfferState::outstanding: break;
    case OfferState::withdrawing: {
      const bool crosses = offer.attached && offer.cause == Cause::cancelled &&
                           sessions_[offer.session.slot].state == SessionState::leaving;
      if (!crosses) return Status::offer_withdrawn;
      break;
    }
    case OfferState::serving: return Status::unchanged;
    case OfferState::wrapping_up: return Status::stale_offer;
  }
  assign(offer, Cause::accepted);
  note_sign(offer.session);
  touch_agent(offer.agent);  // a service may be interruptible where an offer is not
  return Status::applied;
}

Status Router::Engine::decline(OfferRecord& offer) {
  switch (offer.state) {
    case OfferState::outstanding: break;
    case OfferState::withdrawing: {
      const SessionHandle named = offer.session;
      const Status status = confirm_withdrawn(slot_of(offer));
      note_sign(named);
      return status;
    }
    case OfferState::serving:
    case OfferState::wrapping_up: return Status::stale_offer;
  }
  const Slot session = offer.session.slot;
  AgentRecord& agent = agents_[offer.agent];
  emit_offer(EventKind::offer_ended, Cause::declined, offer);
  agent.ready_number = events_.count();
  agent.misses = 0;
  add_penalty(session, offer);
  close_offer(offer, agent, offer.state);
  forget_outstanding(session);
  note_sign(offer.session);
  touch_session(session);
  touch_agent(offer.agent);
  return Status::applied;
}

// The host knows of the session, if it is still the one of the offer that was named.
void Router::Engine::note_sign(SessionHandle session) {
  if (is_current(session)) sessions_[session.slot].see(now_);
}

Status Router::Engine::confirm_withdrawn(Slot slot) {
  switch (offers_[slot].state) {
    case OfferState::outstanding:
    case OfferState::serving: return Status::offer_not_withdrawn;
    case OfferState::wrapping_up: return Status::stale_offer;
    case OfferState::withdrawing: break;
  }
  resolve(slot, Cause::withdrawal_confirmed);
  return Status::applied;
}

// The offer's time is over: no answer.
void Router::Engine::miss(Slot slot) {
  const Slot session = offers_[slot].session.slot;
  const Slot owner = offers_[slot].agent;
  AgentRecord& agent = agents_[owner];
  const std::optional<std::uint8_t> bound =
      plan_.groups[offers_[slot].group.index()].offer.misses_max;
  add_penalty(session, offers_[slot]);
  agent.ready_number = events_.count() + 1;  // of the withdrawal
  ++agent.misses;
  touch_session(session);
  withdraw(slot, Cause::no_answer);
  if (bound && agent.misses >= *bound && agent.state == AgentState::ready) {
    enter_state(owner, AgentState::not_ready, ReasonId::none(), Cause::misses);
    withdraw_from_agent(owner);
  }
  change_agent(owner);
  touch_agent(owner);
}

Status Router::Engine::pick(const Command& c) {
  if (const Status status = check_agent(c.agent); status != Status::applied) return status;
  if (!is_current(c.session)) return check_session(c.session);
  const Slot agent = c.agent.slot;
  const Slot session = c.session.slot;
  if (const Status status = check_pick(agent, session); status != Status::applied) return status;
  sessions_[session].see(now_);
  const GroupId group = group_of_pick(agent, sessions_[session]);
  const Slot membership = counts_shares_ ? membership_in(agent, group) : nil;
  serve(sessions_[session], {agent, membership}, group, Cause::picked);
  change_agent(agent);
  return Status::applied;
}

// The first in which it waits and of which he is a member, else its own.
GroupId EngineFacts::group_of_pick(Slot agent, const SessionRecord& session) const {
  if (membership_in(agent, session.group) != nil || !session.roams) return session.group;
  const StayRecord& stay = stays_[slot_of(session)];
  for (std::uint8_t i = 0; i < stay.also_count; ++i) {
    if (membership_in(agent, stay.also[i].group) != nil) return stay.also[i].group;
  }
  return session.group;
}

Status EngineFacts::check_pick(Slot agent, Slot slot) const {
  const SessionRecord& session = sessions_[slot];
  const AgentRecord& picker = agents_[agent];
  if (picker.state == AgentState::signed_out) return Status::agent_signed_out;
  if (picker.state == AgentState::draining) return Status::agent_draining;
  if (const Status status = check_waiting(slot); status != Status::applied) return status;
  const bool may_pick = plan_.blueprint.agents[agent].pick_right == PickRight::all_groups ||
                        membership_in(agent, group_of_pick(agent, session)) != nil;
  if (!may_pick) return Status::agent_not_in_group;
  const Slot bar = find_bar(slot, agent);
  if (bar != nil && bars_[bar].until == never) return Status::agent_excluded;
  if (has_unresolved_offer(slot, agent)) return Status::agent_busy;
  if (load(agent, session.channel).cost == 0) return Status::channel_not_served;
  return has_room(agent, session.channel) ? Status::applied : Status::over_capacity;
}

}  // namespace v1
}  // namespace acd
