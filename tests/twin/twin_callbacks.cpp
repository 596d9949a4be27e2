// Callbacks: the customer is called, now or later, until he is reached.
#include "twin/twin_router.hpp"

namespace acd::twin {

// By the timetable; after its end as it ended.
bool TwinFacts::opens_at(TimePlanId plan, Instant at) const {
  if (plan.is_none()) return true;
  return plans_[plan.index()].hours.contains(
      std::min(at, blueprint_.timetables_until - Duration{1}));
}

Status TwinRouter::call_back(SessionRecord& session, Instant not_before) {
  if (const Status status = check_unoffered(session); status != Status::applied) return status;
  const auto& rule = blueprint_.groups[session.group.index()].callbacks;
  if (!rule) return Status::no_callbacks;
  if (not_before != never && (not_before < now_ || not_before > latest)) {
    return Status::time_out_of_range;
  }
  const bool is_later = not_before != never && not_before > now_;
  if (session.channel == rule->channel && !is_later) return Status::unchanged;
  SessionRecord there = as_if_in(session, session.group);
  there.channel = rule->channel;
  if (!has_class_for(there)) return Status::too_many_classes;
  const bool open = is_later ? opens_at(rule->hours, not_before) : is_open(rule->hours);
  if (!open) return Status::callback_closed;
  change_channel(session, rule->channel);
  stop_waiting(session);
  if (is_later) {
    schedule(session, Cause::called_back, not_before);
  } else {
    begin_to_wait(session);
    touch(session.handle);
  }
  return Status::applied;
}

Status TwinRouter::not_reached(SessionRecord& session) {
  if (session.state != SessionState::serving) return Status::session_not_serving;
  const auto& rule = blueprint_.groups[session.group.index()].callbacks;
  if (!rule || session.channel != rule->channel) return Status::not_a_callback;
  ++session.attempts;
  if (session.attempts < rule->attempts_max) {
    put_off(session, Cause::not_reached, next_attempt(*rule));
    return Status::applied;
  }
  const Duration wrap_up = wrap_up_after(session);
  OfferRecord& service = *offers_.find(session.service);
  learn_handling(service);
  end_service(service, end_session(session, Cause::unreached), wrap_up);
  return Status::applied;
}

// When it is open again, as far as is known.
Instant TwinFacts::next_attempt(const CallbackRule& rule) const {
  const Instant at = now_ + rule.retry_after;
  if (opens_at(rule.hours, at)) return at;
  const Instant opening = next_opening(rule.hours, at);
  return opening == never ? at : opening;
}

}  // namespace acd::twin
