// Tickets: due times in open time, reminders, escalation; sessions that wait for later.
#include <algorithm>

#include "twin/twin_router.hpp"

namespace acd::twin {

// So much open time after `from`, as the timetable of the window says; never: beyond it.
Instant TwinFacts::after_open_time(TimePlanId plan, Instant from, Duration open_time) const {
  if (plan.is_none()) return from + open_time > latest ? never : from + open_time;
  const TimeSet& hours = plans_[plan.index()].hours;
  Instant at = std::max(from, blueprint_.timetables_from);
  while (at < blueprint_.timetables_until) {
    const Instant next = std::min(hours.next_change(at), blueprint_.timetables_until);
    if (hours.contains(at)) {
      if (next - at >= open_time) return at + open_time;
      open_time -= next - at;
    }
    at = next;
  }
  return never;
}

void TwinRouter::apply_ticket_rule(SessionRecord& session) {
  session.ticket.deadline = {};
  const SkillGroup& group = blueprint_.groups[session.group.index()];
  session.ticket.group = group.tickets ? session.group : GroupId::none();
  if (!group.tickets) return;
  session.ticket.reminders = 0;
  if (session.due == never) {
    session.due = after_open_time(group.hours, session.start, group.tickets->due_in);
  }
  if (session.due == never || session.ticket.fell_due) return;
  set_ticket_deadline(session);
}

// The first reminder after now, else the due time.
void TwinRouter::set_ticket_deadline(SessionRecord& session) {
  TicketRecord& ticket = session.ticket;
  ticket.reminders = 0;
  for (const Duration before : blueprint_.groups[ticket.group.index()].tickets->reminders) {
    if (session.due - before > now_) {
      ticket.deadline = {session.due - before, events_};
      return;
    }
    ++ticket.reminders;
  }
  ticket.deadline = {std::max(session.due, now_), events_};
}

void TwinRouter::fire_ticket(SessionRecord& session) {
  const bool is_due = now_ >= session.due;
  emit(Event{.kind = is_due ? EventKind::fell_due : EventKind::reminded,
             .group = session.ticket.group,
             .session = session.handle,
             .until = session.due});
  if (!is_due) return set_ticket_deadline(session);
  session.ticket.fell_due = true;
  session.ticket.deadline = {};
  touch(session.handle);
}

// True if it went to the supervisors.
bool TwinRouter::escalate(SessionRecord& session) {
  const auto& rule = blueprint_.groups[session.group.index()].tickets;
  if (!session.ticket.fell_due || session.ticket.escalated || !rule) return false;
  const GroupId to = rule->escalate_to;
  if (to.is_none() || !could_wait_in(session, to)) return false;
  emit(Event{.kind = EventKind::overflowed,
             .cause = Cause::escalated,
             .group = session.group,
             .session = session.handle,
             .value = -1});
  session.ticket.escalated = true;
  stop_waiting(session);
  session.group = to;
  wait_in_group(session);
  return true;
}

// As the target says; on another channel, then.
std::optional<ChannelId> TwinFacts::channel_there(const Target& target) const {
  const SkillGroup& group = blueprint_.groups[target.group.index()];
  if (target.kind == TargetKind::message) {
    return group.channels.empty() ? ChannelId{0} : group.channels.front();
  }
  if (!group.callbacks || !is_open(group.callbacks->hours)) return std::nullopt;
  return group.callbacks->channel;
}

// A ticket or a callback.
bool TwinFacts::may_become(const SessionRecord& session, const Target& target) const {
  const std::optional<ChannelId> channel = channel_there(target);
  if (!channel) return false;
  SessionRecord there = as_if_in(session, target.group);
  there.channel = *channel;
  return has_class_for(there);
}

void TwinRouter::become(SessionRecord& session, const Target& target) {
  change_channel(session, *channel_there(target));
  session.group = target.group;
  if (is_open(target.group)) return queue(session);
  schedule(session, target.kind == TargetKind::message ? Cause::message : Cause::callback, never);
}

void TwinRouter::change_channel(SessionRecord& session, ChannelId channel) {
  if (session.channel == channel) return;
  session.channel = channel;
  emit(Event{.kind = EventKind::changed,
             .cause = Cause::channel,
             .session = session.handle,
             .value = channel.value()});
}

// There, until an instant or (never) the opening.
void TwinRouter::schedule(SessionRecord& session, Cause cause, Instant until) {
  session.state = SessionState::scheduled;
  session.node = {};
  session.bot = {};
  use_classes_of(session);
  emit(Event{.kind = EventKind::scheduled,
             .cause = cause,
             .group = session.group,
             .session = session.handle,
             .until = until});
  session.begin = {until, events_};
}

Status TwinRouter::postpone(SessionRecord& session, Instant not_before) {
  if (session.state != SessionState::serving) return Status::session_not_serving;
  if (not_before <= now_ || not_before > latest) return Status::time_out_of_range;
  put_off(session, Cause::postponed, not_before);
  return Status::applied;
}

// Out of service, to wait again from then on.
void TwinRouter::put_off(SessionRecord& session, Cause cause, Instant until) {
  const Duration wrap_up = wrap_up_after(session);
  OfferRecord& service = *offers_.find(session.service);
  learn_handling(service);
  const std::uint64_t number = emit(EventKind::requeued, cause, session);
  session.service = {};
  session.queued_at = now_;
  session.hops = 0;
  session.taken_from.clear();
  session.went_to_backup = false;
  end_service(service, number, wrap_up);
  schedule(session, cause, until);
}

}  // namespace acd::twin
