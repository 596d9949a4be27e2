// Control flow: time first, then the command, then settling.
#include "twin/twin_router.hpp"

#include <utility>

namespace acd::twin {

Status TwinRouter::apply(const Command& command, Instant now) {
  if (command.kind > last_command_kind || command.seniority > Seniority::fresh ||
      command.effect > LayerEffect::closes) {
    return Status::bad_command;
  }
  if (now < earliest || now > latest) return Status::time_out_of_range;
  if (now < watermark_) return Status::time_went_back;
  fire_until(now);
  now_ = now;
  const std::uint64_t bound = events_ + step_bound();
  const SessionHandle named = session_named(command);
  const std::vector<ForecastRecord> before = forecasts_;
  pass_time(now);
  const Status status = obey(command);
  if (status != Status::applied) {
    forecasts_ = before;
    return status;
  }
  watermark_ = now;
  if (SessionRecord* session = sessions_.find(named)) session->last_sign = now;
  settle();
  end_step(bound);
  return status;
}

std::vector<Event> TwinRouter::drain_events() { return std::exchange(undrained_, {}); }

SessionHandle TwinRouter::session_named(const Command& c) const {
  if (c.kind == CommandKind::accept || c.kind == CommandKind::decline) {
    const OfferRecord* offer = offers_.find(c.offer);
    return offer ? offer->session : SessionHandle::none();
  }
  for (const CommandField field : fields_of(c.kind)) {
    if (field == CommandField::session) return c.session;
  }
  return SessionHandle::none();
}

Status TwinRouter::obey(const Command& c) {
  if (c.kind == CommandKind::arrive) return arrive(c);
  if (c.kind == CommandKind::pick) return pick(c);
  if (c.kind == CommandKind::define_requirement) return define_requirement(c.expression);
  if (c.kind == CommandKind::reconcile) return reconcile(c.start);
  if (c.kind == CommandKind::advance) return Status::applied;
  if (c.kind == CommandKind::switch_plans) return switch_plans(c);
  if (c.kind == CommandKind::end_switch) return end_switch(c);
  if (c.kind == CommandKind::add_transition) return add_transition(c);
  if (c.kind == CommandKind::extend_timetables) return extend_timetables(c.until);
  if (c.kind == CommandKind::enter_surge || c.kind == CommandKind::leave_surge) {
    return hold_surge(c);
  }
  if (c.kind == CommandKind::release_surge) return release_surge(c.surge);
  if (c.kind == CommandKind::remember) return remember(c);
  if (c.kind == CommandKind::set_owner) return set_owner(c);
  if (c.kind == CommandKind::move_owners) return move_owners(c);
  if (c.kind == CommandKind::forget_customer) return forget_customer(c);
  const CommandField subject = fields_of(c.kind).front();
  if (subject == CommandField::session) return obey_session(c);
  if (subject == CommandField::offer) return obey_offer(c);
  return obey_agent(c);
}

Status TwinRouter::obey_session(const Command& c) {
  if (const Status status = check_session(c.session); status != Status::applied) return status;
  SessionRecord& session = *sessions_.find(c.session);
  if (c.kind == CommandKind::cancel) return cancel(session);
  if (c.kind == CommandKind::complete) return complete(session);
  if (c.kind == CommandKind::requeue) return hand_back(session, c);
  if (c.kind == CommandKind::reprioritise) return reprioritise(session, c.priority);
  if (c.kind == CommandKind::require) return require(session, c.requirement);
  if (c.kind == CommandKind::move) return move(session, c.group);
  if (c.kind == CommandKind::set_attribute) return set_attribute(session, c.attribute, c.value);
  if (c.kind == CommandKind::exclude) return exclude(session, c.agent);
  if (c.kind == CommandKind::choose) return choose(session, c.value);
  if (c.kind == CommandKind::hand_over) return hand_over(session, c.group);
  if (c.kind == CommandKind::postpone) return postpone(session, c.not_before);
  if (c.kind == CommandKind::call_back) return call_back(session, c.not_before);
  if (c.kind == CommandKind::not_reached) return not_reached(session);
  return Status::applied;  // confirm
}

Status TwinRouter::obey_offer(const Command& c) {
  if (const Status status = check_offer(c.offer); status != Status::applied) return status;
  OfferRecord& offer = *offers_.find(c.offer);
  if (c.kind == CommandKind::accept) return accept(offer);
  if (c.kind == CommandKind::decline) return decline(offer);
  if (c.kind == CommandKind::withdrawn) return confirm_withdrawn(offer);
  if (c.kind == CommandKind::end_wrap_up) return end_wrap_up_early(offer);
  return extend_wrap_up(offer, c.duration);
}

Status TwinRouter::obey_agent(const Command& c) {
  if (const Status status = check_agent(c.agent); status != Status::applied) return status;
  const std::size_t agent = c.agent.slot;
  if (c.kind == CommandKind::sign_in) return sign_in(agent);
  if (c.kind == CommandKind::ready) return make_ready(agent);
  if (c.kind == CommandKind::not_ready) return make_not_ready(agent, c.reason);
  if (c.kind == CommandKind::drain) return drain(agent);
  if (c.kind == CommandKind::sign_out) return sign_out(agent);
  if (c.kind == CommandKind::lose_agent) return lose_agent(agent);
  if (c.kind == CommandKind::set_capacity) return set_capacity(agent, c.capacity);
  if (c.kind == CommandKind::report_outside) return report_outside(agent, c.channel, c.count);
  if (c.kind == CommandKind::approve_break) return approve_break(agent);
  if (c.kind == CommandKind::deny_break) return deny_break(agent);
  return set_rank(agent, c);
}

void TwinRouter::end_step(std::uint64_t bound) {
  if (events_ > bound) broken_step_ = "a step emitted more events than its bound";
}

}  // namespace acd::twin
