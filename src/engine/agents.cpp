// Commands on agents. An agent's state is one object, seen by all of his groups.
#include "engine/engine_inline.hpp"

namespace acd {
inline namespace v1 {

[[gnu::noinline, gnu::cold]] void Router::Engine::enter_state(Slot slot, AgentState state,
                                                              ReasonId reason, Cause cause) {
  AgentRecord& agent = agents_[slot];
  if (state == AgentState::ready) leave_seats(agent);  // his number changes
  const AgentState before = agent.state;
  agent.state = state;
  recognise_plain(agent);
  if (state != AgentState::ready) forget_break(slot);
  if (plan_.overflow.keeps_stays) count_ready(slot);
  terms_[slot].reason = reason;
  Event& event = emit_agent(EventKind::agent_state, cause, slot);
  event.state = state;
  event.reason = reason;
  if (state == AgentState::ready) agent.ready_number = events_.count();
  change_agent(slot);
  const bool was_awaited = before == AgentState::ready || before == AgentState::not_ready;
  if (was_awaited && state != AgentState::ready) touch_held_for(slot);
}

Status Router::Engine::sign_in(Slot slot, Cause cause) {
  AgentRecord& agent = agents_[slot];
  if (agent.state != AgentState::signed_out) return Status::agent_signed_in;
  if (is_outside_shift(slot)) return Status::outside_shift;
  agent.handled = 0;
  agent.misses = 0;
  const AgentTables& own = plan_.agents[slot];
  for (Slot i = 0; i < own.memberships; ++i) {
    served_[own.first_membership + i] = Duration{0};
  }
  enter_state(slot, AgentState::not_ready, ReasonId::none(), cause);
  agent.handled_number = events_.count();
  return Status::applied;
}

Status Router::Engine::make_ready(Slot slot, Cause cause) {
  AgentRecord& agent = agents_[slot];
  if (agent.state == AgentState::signed_out) return Status::agent_signed_out;
  if (agent.state == AgentState::ready) return Status::unchanged;
  if (is_outside_shift(slot)) return Status::outside_shift;
  agent.misses = 0;
  enter_state(slot, AgentState::ready, ReasonId::none(), cause);
  touch_agent(slot);
  return Status::applied;
}

Status Router::Engine::make_not_ready(Slot slot, ReasonId reason) {
  const AgentRecord& agent = agents_[slot];
  const bool is_known = reason.is_none() || reason.index() < plan_.blueprint.reasons.size();
  if (!is_known) return Status::value_out_of_range;
  if (agent.state == AgentState::signed_out) return Status::agent_signed_out;
  if (agent.state == AgentState::not_ready && terms_[slot].reason == reason)
    return Status::unchanged;
  BreakSays says;
  const Status status = ask_for_break(slot, reason, says);
  if (status != Status::applied || !says.allows) return status;
  enter_state(slot, AgentState::not_ready, reason, Cause::asked);
  withdraw_from_agent(slot);
  return Status::applied;
}

Status Router::Engine::drain(Slot slot, Cause cause) {
  const AgentRecord& agent = agents_[slot];
  if (agent.state == AgentState::signed_out) return Status::agent_signed_out;
  if (agent.state == AgentState::draining) return Status::unchanged;
  enter_state(slot, AgentState::draining, ReasonId::none(), cause);
  withdraw_from_agent(slot);
  touch_agent(slot);
  return Status::applied;
}

Status Router::Engine::sign_out(Slot slot) {
  const AgentRecord& agent = agents_[slot];
  if (agent.state == AgentState::signed_out) return Status::agent_signed_out;
  if (agent.first_offer != nil) return Status::agent_busy;
  enter_state(slot, AgentState::signed_out, ReasonId::none(), Cause::asked);
  return Status::applied;
}

Status Router::Engine::lose_agent(Slot slot) {
  const AgentRecord& agent = agents_[slot];
  if (agent.state == AgentState::signed_out) return Status::agent_signed_out;
  enter_state(slot, AgentState::signed_out, ReasonId::none(), Cause::agent_lost);
  while (agent.first_offer != nil) lose_offer(agent.first_offer);
  return Status::applied;
}

// What becomes of one charge of an agent who is gone.
void Router::Engine::lose_offer(Slot slot) {
  const Slot session = offers_[slot].session.slot;
  switch (offers_[slot].state) {
    case OfferState::outstanding:
      emit_offer(EventKind::offer_ended, Cause::agent_lost, offers_[slot]);
      close_offer(offers_[slot], agents_[offers_[slot].agent], OfferState::outstanding);
      forget_outstanding(session);
      return touch_session(session);
    case OfferState::withdrawing:
      if (offers_[slot].attached) touch_session(session);
      return resolve(slot, Cause::agent_lost);
    case OfferState::serving:
      return_to_waiting(session, Cause::agent_lost);
      begin_waiting(sessions_[session], groups_[sessions_[session].group.index()]);
      touch_session(session);
      return end_service(offers_[slot], agents_[offers_[slot].agent]);
    case OfferState::wrapping_up: return end_wrap_up(slot, Cause::agent_lost);
  }
}

Status Router::Engine::set_capacity(Slot slot, CapacityRuleId capacity) {
  if (capacity.index() >= plan_.capacities.size()) return Status::unknown_capacity;
  if (terms_[slot].capacity == capacity) return Status::unchanged;
  leave_seats(agents_[slot]);
  terms_[slot].capacity = capacity;
  terms_[slot].works_by = swapped(capacity);
  take_capacity(slot);
  recognise_uniform(agents_[slot]);
  // He may have more than the new rule lets him: they end by the rules that know of several.
  for (Slot i = agents_[slot].first_offer; i != nil; i = offers_[i].next_of_agent) {
    sessions_[offers_[i].session.slot].is_plain = false;
  }
  emit_agent(EventKind::agent_changed, Cause::capacity, slot).value = capacity.value();
  touch_held_for(slot);
  change_agent(slot);
  touch_agent(slot);
  return Status::applied;
}

Status Router::Engine::report_outside(Slot slot, ChannelId channel, std::uint16_t count) {
  if (channel.index() >= channels_) return Status::unknown_channel;
  if (load(slot, channel).outside == count) return Status::unchanged;
  load(slot, channel).outside = count;
  recount_units(slot);
  Event& event = emit_agent(EventKind::agent_changed, Cause::outside, slot);
  event.channel = channel;
  event.value = count;
  change_agent(slot);
  touch_agent(slot);
  return Status::applied;
}

EngineState::Slot EngineFacts::membership_in(Slot slot, GroupId group) const {
  const AgentTables& own = plan_.agents[slot];
  for (Slot i = 0; i < own.memberships; ++i) {
    if (plan_.memberships[own.first_membership + i].group == group) {
      return own.first_membership + i;
    }
  }
  return nil;
}

// Level or preference, in one group or in all.
Status Router::Engine::set_rank(const Command& c) {
  const Slot slot = c.agent.slot;
  if (!c.group.is_none() && c.group.index() >= groups_.size()) return Status::unknown_group;
  if (!c.group.is_none() && membership_in(slot, c.group) == nil) {
    return Status::agent_not_in_group;
  }
  const bool is_level = c.kind == CommandKind::set_level;
  if (is_level && c.level > plan_.blueprint.limits.level_max) return Status::level_out_of_range;
  const std::uint8_t wanted = is_level ? c.level : c.preference;
  Status status = Status::unchanged;
  const AgentTables& own = plan_.agents[slot];
  for (Slot i = own.first_membership; i < own.first_membership + own.memberships; ++i) {
    const GroupId group = plan_.memberships[i].group;
    std::uint8_t& held = is_level ? memberships_[i].level : memberships_[i].preference;
    if ((!c.group.is_none() && group != c.group) || held == wanted) continue;
    held = wanted;
    Event& event =
        emit_agent(EventKind::agent_changed, is_level ? Cause::level : Cause::preference, slot);
    event.group = group;
    event.value = wanted;
    status = Status::applied;
  }
  if (status == Status::applied) change_agent(slot);
  return status;
}

}  // namespace v1
}  // namespace acd
