// Sessions that outlive a visit: tickets with a due time, callbacks with retries.
#include <algorithm>

#include "engine/engine_inline.hpp"

namespace acd {
inline namespace v1 {

// Of a session that begins to wait.
void Router::Engine::apply_ticket_rule(SessionRecord& session) {
  const Slot slot = slot_of(session);
  StayRecord& stay = stays_[slot];
  const std::optional<TicketRule>& rule = plan_.blueprint.groups[session.group.index()].tickets;
  if (!stay.ticket_group.is_none()) clear_timer(TimerKind::ticket, slot);
  stay.ticket_group = rule ? session.group : GroupId::none();
  if (!rule) return;
  if (session.due == never) session.due = due_of(session, *rule);
  stay.reminders = 0;
  if (session.due == never || stay.fell_due) return;
  while (stay.reminders < rule->reminders.size() &&
         session.due - rule->reminders[stay.reminders] <= now_) {
    ++stay.reminders;
  }
  set_ticket_timer(slot);
}

Instant EngineFacts::due_of(const SessionRecord& session, const TicketRule& rule) const {
  const TimePlanId hours = plan_.blueprint.groups[session.group.index()].hours;
  if (hours.is_none()) {
    const Instant due = session.start + rule.due_in;
    return due <= latest ? due : never;
  }
  const Timetable& open = plans_[hours.index()].hours;
  const Instant since = std::max(session.start, open.from());
  return open.covers(since) ? open.after_open_time(since, rule.due_in) : never;
}

void Router::Engine::set_ticket_timer(Slot slot) {
  const StayRecord& stay = stays_[slot];
  const TicketRule& rule = *plan_.blueprint.groups[stay.ticket_group.index()].tickets;
  const Instant due = sessions_[slot].due;
  const bool reminds = stay.reminders < rule.reminders.size();
  set_timer(TimerKind::ticket, slot,
            reminds ? due - rule.reminders[stay.reminders] : std::max(due, now_));
}

void Router::Engine::watch_ticket(Slot slot) {
  SessionRecord& session = sessions_[slot];
  StayRecord& stay = stays_[slot];
  const TicketRule& rule = *plan_.blueprint.groups[stay.ticket_group.index()].tickets;
  if (stay.reminders < rule.reminders.size()) {
    ++stay.reminders;
    Event& event = emit_session(EventKind::reminded, Cause::none, session);
    event.group = stay.ticket_group;
    event.until = session.due;
    return set_ticket_timer(slot);
  }
  stay.fell_due = true;
  emit_session(EventKind::fell_due, Cause::none, session).group = stay.ticket_group;
  touch_session(slot);
}

// It waits in its group, fell due there, and the group has somewhere to send it.
bool Router::Engine::escalate(SessionRecord& session) {
  const StayRecord& stay = stays_[slot_of(session)];
  const std::optional<TicketRule>& rule = plan_.blueprint.groups[session.group.index()].tickets;
  if (!rule || rule->escalate_to.is_none() || !stay.fell_due || stay.escalated) return false;
  const GroupId to = rule->escalate_to;
  const Slot first_class = class_elsewhere(session, to);
  if (first_class == nil) return false;
  stays_[slot_of(session)].escalated = true;
  note_overflow(session, session.group, Cause::escalated, -1);
  stop_waiting(session);
  wait_in(session, to, first_class);
  return true;
}

// The class of a ticket or callback in the target's group, if that takes it.
std::optional<Desk> Router::Engine::find_desk(const Target& target, RequirementId requirement) {
  Desk desk{.channel = plan_.groups[target.group.index()].first_channel};
  if (target.kind == TargetKind::callback) {
    const std::optional<CallbackRule>& rule =
        plan_.blueprint.groups[target.group.index()].callbacks;
    if (!rule || !is_open(rule->hours)) return std::nullopt;
    desk.channel = rule->channel;
  }
  const Status room = find_class(target.group, desk.channel, requirement, desk.first_class);
  return room == Status::applied ? std::optional{desk} : std::nullopt;
}

// It becomes a ticket, or a callback, in the target's group. It does not wait now.
bool Router::Engine::try_desk(SessionRecord& session, const Target& target) {
  const std::optional<Desk> desk = find_desk(target, session.requirement);
  if (!desk) return false;
  change_channel(session, desk->channel);
  const bool is_message = target.kind == TargetKind::message;
  if (!groups_[target.group.index()].is_open) {
    wait_for_opening(session, target.group, desk->first_class,
                     is_message ? Cause::message : Cause::callback);
    return true;
  }
  session.group = target.group;
  session.first_class = desk->first_class;
  use_class(desk->first_class);
  queue(session);
  return true;
}

void Router::Engine::change_channel(SessionRecord& session, ChannelId channel) {
  if (session.channel == channel) return;
  session.channel = channel;
  emit_session(EventKind::changed, Cause::channel, session).value =
      static_cast<std::int64_t>(channel.index());
}

Status Router::Engine::postpone(SessionRecord& session, Instant not_before) {
  if (session.state != SessionState::serving) return Status::session_not_serving;
  if (not_before <= now_ || not_before > latest) return Status::time_out_of_range;
  put_off(session, Cause::postponed, not_before);
  return Status::applied;
}

// Out of service, and scheduled. The agent's part ends.
void Router::Engine::put_off(SessionRecord& session, Cause cause, Instant until) {
  const Slot slot = slot_of(session);
  OfferRecord& offer = offers_[session.service];
  return_to_waiting(slot, cause);
  travel(session);
  touch_agent(offer.agent);
  finish_service(offer, agents_[offer.agent], session.group);
  announce_scheduled(session, cause, until);
  schedule(session, until);
}

Status Router::Engine::call_back(SessionRecord& session, Instant not_before) {
  const Slot slot = slot_of(session);
  if (const Status status = check_idle(slot); status != Status::applied) return status;
  const std::optional<CallbackRule>& rule = plan_.blueprint.groups[session.group.index()].callbacks;
  if (!rule) return Status::no_callbacks;
  const bool in_range = not_before == never || (not_before >= now_ && not_before <= latest);
  if (!in_range) return Status::time_out_of_range;
  const bool is_later = not_before != never && not_before > now_;
  if (!is_later && session.channel == rule->channel) return Status::unchanged;
  Slot first_class = nil;
  const Status room = find_class(session.group, rule->channel, session.requirement, first_class);
  if (room != Status::applied) return room;
  const bool opens = is_later ? is_open_at(rule->hours, not_before) : is_open(rule->hours);
  if (!opens) return Status::callback_closed;
  stop_waiting(session);
  change_channel(session, rule->channel);
  session.first_class = first_class;
  use_class(first_class);
  if (is_later) {
    travel(session);
    announce_scheduled(session, Cause::called_back, not_before);
    schedule(session, not_before);
    return Status::applied;
  }
  begin_waiting(session, groups_[session.group.index()]);
  touch_session(slot);
  return Status::applied;
}

Status Router::Engine::not_reached(SessionRecord& session) {
  if (session.state != SessionState::serving) return Status::session_not_serving;
  const GroupId group = session.group;
  const std::optional<CallbackRule>& rule = plan_.blueprint.groups[group.index()].callbacks;
  if (!rule || session.channel != rule->channel) return Status::not_a_callback;
  StayRecord& stay = stays_[slot_of(session)];
  session.detailed = true;
  if (++stay.attempts < rule->attempts_max) {
    put_off(session, Cause::not_reached, retry_instant(*rule));
    return Status::applied;
  }
  OfferRecord& offer = offers_[session.service];
  AgentRecord& agent = agents_[offer.agent];
  touch_agent(offer.agent);
  end_session(session, Cause::unreached, &offer);
  finish_service(offer, agent, group);
  return Status::applied;
}

Instant EngineFacts::retry_instant(const CallbackRule& rule) const {
  const Instant at = now_ + rule.retry_after;
  if (rule.hours.is_none()) return at;
  const Timetable& open = plans_[rule.hours.index()].hours;
  const Instant since = std::max(at, open.from());
  const Instant opens = open.covers(since) ? open.first_open(since) : never;
  return opens == never ? at : opens;
}

bool EngineFacts::is_open_at(TimePlanId plan, Instant at) const {
  if (plan.is_none()) return true;
  const Timetable& hours = plans_[plan.index()].hours;
  return hours.is_open(std::min(at, hours.until() - Duration{1}));
}

}  // namespace v1
}  // namespace acd
