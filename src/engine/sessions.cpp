// Commands on a session after its arrival.
#include <algorithm>

#include "engine/engine_inline.hpp"

namespace acd {
inline namespace v1 {

Status EngineFacts::check_session(SessionHandle session) const {
  if (is_current(session)) return Status::applied;
  const bool was_used = session.slot < session_slots_.used() && !session.is_none();
  const bool was_given =
      was_used && session.generation <= sessions_[session.slot].latest_generation();
  return was_given ? Status::stale_session : Status::unknown_session;
}

// For what concerns a session's waiting, offered or not.
Status EngineFacts::check_waiting(Slot slot) const {
  switch (sessions_[slot].state) {
    case SessionState::waiting: return Status::applied;
    case SessionState::serving: return Status::session_not_waiting;
    case SessionState::leaving: return Status::session_leaving;
    case SessionState::scheduled:
    case SessionState::in_menu:
    case SessionState::with_bot: return Status::session_not_waiting;
  }
  return Status::session_not_waiting;
}

Status EngineFacts::check_idle(Slot slot) const {
  return sessions_[slot].outstanding > 0 ? Status::session_not_waiting : check_waiting(slot);
}

Status Router::Engine::cancel(SessionRecord& session) {
  const Slot slot = slot_of(session);
  if (session.state >= SessionState::scheduled) {
    end_session(session, Cause::abandoned, nullptr);
    return Status::applied;
  }
  if (const Status status = check_waiting(slot); status != Status::applied) return status;
  const Duration threshold = plan_.blueprint.groups[session.group.index()].short_abandon;
  const bool is_short = now_ - session.waits_since() < threshold;
  const Cause cause = is_short ? Cause::short_abandoned : Cause::abandoned;
  if (groups_[session.group.index()].is_counted) count_loss(session, cause);
  if (session.outstanding == 0) {
    end_session(session, cause, nullptr);
    return Status::applied;
  }
  stop_waiting(session);
  session.detailed = true;
  session.end_cause = cause;
  session.state = SessionState::leaving;
  session.leaving_offers = session.outstanding;
  withdraw_outstanding(slot, Cause::cancelled);
  if (session.live && session.leaving_offers == 0) {
    end_session(session, session.end_cause, nullptr);
  }
  return Status::applied;
}

Status Router::Engine::complete(SessionHandle handle) {
  if (!is_served(handle)) [[unlikely]] {
    const Status status = check_session(handle);
    return status == Status::applied ? complete_with_bot(sessions_[handle.slot]) : status;
  }
  complete(sessions_[handle.slot]);
  return Status::applied;
}

void Router::Engine::complete(SessionRecord& session) {
  OfferRecord& offer = offers_[session.service];
  AgentRecord& agent = agents_[servers_[slot_of(session)]];
  const GroupId group = session.group;
  end_session(session, Cause::completed, &offer);
  finish_service(offer, agent, group);
  if (plan_.overflow.keeps_free) [[unlikely]] {
    touch_agent(offer.agent);
  } else {
    settle_agent(agent);
  }
}

Status Router::Engine::requeue(Slot slot, const Command& c) {
  SessionRecord& session = sessions_[slot];
  if (session.state != SessionState::serving) return Status::session_not_serving;
  const GroupId from = session.group;
  const GroupId to = c.group.is_none() ? from : c.group;
  if (to.index() >= groups_.size()) return Status::unknown_group;
  if ((plan_.groups[to.index()].channels >> session.channel.index() & 1) == 0) {
    return Status::channel_not_served;
  }
  Slot first_class = nil;
  const Status status = find_class(to, session.channel, session.requirement, first_class);
  if (status != Status::applied) return status;
  if (!c.group.is_none() && !groups_[to.index()].is_open) return Status::group_closed;
  OfferRecord& offer = offers_[session.service];
  use_class(first_class);
  session.group = to;
  session.first_class = first_class;
  if (c.seniority == Seniority::fresh) session.start = now_;
  return_to_waiting(slot, Cause::handed_back);
  if (c.seniority == Seniority::fresh) session.number = events_.count();
  begin_waiting(session, groups_[to.index()]);
  touch_session(slot);
  touch_agent(offer.agent);
  finish_service(offer, agents_[offer.agent], from);
  return Status::applied;
}

// Out of service: the event, and a fresh count of waiting time and offers.
void Router::Engine::return_to_waiting(Slot slot, Cause cause) {
  SessionRecord& session = sessions_[slot];
  Event& event = emit_offer(EventKind::requeued, cause, offers_[session.service]);
  event.group = session.group;
  event.until = session.start;
  session.state = SessionState::waiting;
  session.service = nil;
  session.detailed = true;
  session.is_plain = false;
  session.queued_at = now_;
  if (plan_.overflow.keeps_stays) stays_[slot].left_count = 0;
  session.backed_up = false;
}

Status Router::Engine::reprioritise(Slot slot, Priority priority) {
  if (const Status status = check_waiting(slot); status != Status::applied) return status;
  if (priority > plan_.blueprint.limits.priority_max) return Status::priority_out_of_range;
  SessionRecord& session = sessions_[slot];
  if (session.priority == priority) return Status::unchanged;
  change_priority(session, priority);
  emit_session(EventKind::changed, Cause::priority, session).priority = priority;
  rekey_session(session);
  touch_session(slot);
  return Status::applied;
}

void Router::Engine::change_priority(SessionRecord& session, Priority priority) {
  const bool is_counted = session.counted && groups_[session.group.index()].is_counted;
  if (is_counted) --forecasts_[session.group.index()].waiting[session.priority];
  session.priority = priority;
  if (is_counted) ++forecasts_[session.group.index()].waiting[session.priority];
}

Status Router::Engine::require(Slot slot, RequirementId requirement) {
  if (const Status status = check_idle(slot); status != Status::applied) return status;
  if (!requirement.is_none() && requirement.index() >= requirements_.size()) {
    return Status::unknown_requirement;
  }
  SessionRecord& session = sessions_[slot];
  if (session.requirement == requirement) return Status::unchanged;
  if (!has_classes(session, requirement)) return Status::too_many_classes;
  leave_indices(session);
  ask_for(session, requirement);
  take_classes(session);
  touch_session(slot);
  return Status::applied;
}

Status Router::Engine::move(Slot slot, GroupId group) {
  if (const Status status = check_idle(slot); status != Status::applied) return status;
  if (group.index() >= groups_.size()) return Status::unknown_group;
  SessionRecord& session = sessions_[slot];
  if ((plan_.groups[group.index()].channels >> session.channel.index() & 1) == 0) {
    return Status::channel_not_served;
  }
  if (session.group == group) return Status::unchanged;
  Slot first_class = nil;
  const Status status = find_class(group, session.channel, session.requirement, first_class);
  if (status != Status::applied) return status;
  if (!groups_[group.index()].is_open) return Status::group_closed;
  const auto bars = [&](Slot agent) { return is_barred(session, agent); };
  if (is_full(groups_[group.index()]) &&
      !is_anyone_eligible(group, first_class, now_ - session.waits_since(), bars)) {
    return Status::group_full;
  }
  stop_waiting(session);
  use_class(first_class);
  session.group = group;
  session.first_class = first_class;
  emit_session(EventKind::changed, Cause::group, session).group = group;
  begin_waiting(session, groups_[group.index()]);
  touch_session(slot);
  return Status::applied;
}

Status Router::Engine::set_attribute(Slot slot, AttributeId id, std::int64_t value) {
  SessionRecord& session = sessions_[slot];
  if (session.state == SessionState::leaving) return Status::session_leaving;
  if (const Status status = check_attribute(id, value); status != Status::applied) return status;
  const std::uint32_t bit = 1U << id.index();
  if ((session.present_attributes & bit) != 0 && attribute(slot, id) == value) {
    return Status::unchanged;
  }
  session.present_attributes |= bit;
  attribute(slot, id) = value;
  emit_session(EventKind::changed, Cause::attribute, session).value = value;
  rekey_session(session);
  touch_session(slot);
  return Status::applied;
}

Status Router::Engine::exclude(Slot slot, AgentHandle agent) {
  if (sessions_[slot].state == SessionState::leaving) return Status::session_leaving;
  if (check_agent(agent) != Status::applied) return Status::unknown_agent;
  const Status status = add_exclusion(slot, agent.slot);
  if (status != Status::applied) return status;
  emit_session(EventKind::changed, Cause::exclusion, sessions_[slot]).agent = agent;
  touch_session(slot);  // a penalty that gave way may have freed another agent for it
  return Status::applied;
}

Status Router::Engine::reconcile(Instant since) {
  if (since < earliest || since > now_) return Status::time_out_of_range;
  for (Slot slot = 0; slot < session_slots_.used(); ++slot) {
    if (sessions_[slot].live && sessions_[slot].seen_at() < since) lose_session(slot);
  }
  return Status::applied;
}

void Router::Engine::lose_session(Slot slot) {
  SessionRecord& session = sessions_[slot];
  switch (session.state) {
    case SessionState::leaving: return end_session(session, session.end_cause, nullptr);
    case SessionState::waiting:
      withdraw_outstanding(slot, Cause::cancelled);
      return end_session(session, Cause::lost, nullptr);
    case SessionState::serving: {
      OfferRecord& offer = offers_[session.service];
      end_session(session, Cause::lost, &offer);
      touch_agent(offer.agent);
      return end_service(offer, agents_[offer.agent]);
    }
    case SessionState::in_menu:
    case SessionState::with_bot: return end_session(session, Cause::lost, nullptr);
    case SessionState::scheduled: return;
  }
}

}  // namespace v1
}  // namespace acd
