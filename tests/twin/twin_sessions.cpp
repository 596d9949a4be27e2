// Commands on sessions.
#include <algorithm>

#include "twin/twin_router.hpp"

namespace acd::twin {

Status TwinRouter::check_session(SessionHandle session) const {
  if (!sessions_.knows(session)) return Status::unknown_session;
  return sessions_.find(session) ? Status::applied : Status::stale_session;
}

Status TwinRouter::check_waiting(const SessionRecord& session) {
  switch (session.state) {
    case SessionState::waiting: return Status::applied;
    case SessionState::serving: return Status::session_not_waiting;
    case SessionState::leaving: return Status::session_leaving;
    case SessionState::scheduled:
    case SessionState::in_menu:
    case SessionState::with_bot: return Status::session_not_waiting;
  }
  return Status::applied;
}

Status TwinRouter::check_unoffered(const SessionRecord& session) const {
  if (outstanding(session.handle) > 0) return Status::session_not_waiting;
  return check_waiting(session);
}

std::uint64_t TwinRouter::end_session(SessionRecord& session, Cause cause) {
  ++ended_;
  if (cause == Cause::timed_out) count_service(session.group, false);
  const std::uint64_t number = emit(EventKind::ended, cause, session);
  sessions_.give_back(session.handle.slot);
  return number;
}

// It joins its group; the maximum wait and the next delay among the memberships count from now.
void TwinRouter::begin_to_wait(SessionRecord& session) {
  session = as_if_in(session, session.group);
  session.join_number = ++joined_;
  use_classes_of(session);
  apply_ticket_rule(session);
  session.max_wait = {};
  if (const auto max_wait = blueprint_.groups[session.group.index()].max_wait) {
    const Instant end = session.queued_at + *max_wait;
    session.overdue = end <= now_;
    if (!session.overdue) session.max_wait = {end, events_};
  }
  set_delay(session);
}

// The least that has not passed, wherever it waits.
void TwinRouter::set_delay(SessionRecord& session) {
  session.delay = {never, events_};
  for (const Place& place : session.places()) {
    session.delay.at = std::min(session.delay.at, place.next_delay);
  }
}

// Everywhere.
void TwinRouter::stop_waiting(SessionRecord& session) {
  session.max_wait = session.delay = {};
  session.also.clear();
  session.hold.reset();
}

void TwinRouter::use_classes_of(const SessionRecord& there) { classes_.merge(classes_of(there)); }

Status TwinRouter::cancel(SessionRecord& session) {
  const bool not_yet = session.state == SessionState::scheduled ||
                       session.state == SessionState::in_menu ||
                       session.state == SessionState::with_bot;
  if (not_yet) {
    end_session(session, Cause::abandoned);
    return Status::applied;
  }
  if (const Status status = check_waiting(session); status != Status::applied) return status;
  const SessionHandle handle = session.handle;
  const Duration short_abandon = blueprint_.groups[session.group.index()].short_abandon;
  session.end_cause =
      now_ - session.queued_at < short_abandon ? Cause::short_abandoned : Cause::abandoned;
  learn_loss(session, session.end_cause);
  const auto asked = offers_where([&](const OfferRecord& each) {
    return each.session == handle && each.state == OfferState::outstanding;
  });
  bool unresolved = false;
  for (OfferRecord* offer : asked) {
    const OfferToken token = offer->token;
    withdraw(*offer, Cause::cancelled);
    unresolved = unresolved || offers_.find(token) != nullptr;
  }
  if (unresolved) {
    session.state = SessionState::leaving;
    stop_waiting(session);
  } else {
    end_session(session, session.end_cause);
  }
  return Status::applied;
}

Duration TwinRouter::wrap_up_after(const SessionRecord& session) const {
  return scaled(unscaled_wrap_up(session), session.group);
}

Duration TwinRouter::unscaled_wrap_up(const SessionRecord& session) const {
  const OfferRecord& service = *offers_.find(session.service);
  for (const WrapUpRule& rule : {blueprint_.agents[service.agent].wrap_up,
                                 blueprint_.groups[session.group.index()].wrap_up}) {
    for (const WrapUpRule::ForChannel& line : rule.channels) {
      if (line.channel == session.channel) return line.duration;
    }
    if (rule.any_channel) return *rule.any_channel;
  }
  return Duration::zero();
}

Status TwinRouter::complete(SessionRecord& session) {
  if (session.state == SessionState::with_bot) {
    end_session(session, Cause::completed);
    return Status::applied;
  }
  if (session.state != SessionState::serving) return Status::session_not_serving;
  const Duration wrap_up = wrap_up_after(session);
  OfferRecord& service = *offers_.find(session.service);
  learn_handling(service);
  end_service(service, end_session(session, Cause::completed), wrap_up);
  return Status::applied;
}

std::uint64_t TwinRouter::requeue(SessionRecord& session, GroupId group, Cause cause,
                                  Seniority seniority) {
  session.group = group;
  if (seniority == Seniority::fresh) session.start = now_;
  const std::uint64_t number = emit(EventKind::requeued, cause, session);
  if (seniority == Seniority::fresh) session.number = number;
  session.service = {};
  session.queued_at = now_;
  session.hops = 0;
  session.taken_from.clear();
  session.went_to_backup = false;
  begin_to_wait(session);
  touch(session.handle);
  return number;
}

Status TwinRouter::hand_back(SessionRecord& session, const Command& c) {
  if (session.state != SessionState::serving) return Status::session_not_serving;
  const GroupId group = c.group.is_none() ? session.group : c.group;
  if (group.index() >= blueprint_.groups.size()) return Status::unknown_group;
  if (!serves(group, session.channel)) return Status::channel_not_served;
  if (!has_class_for(as_if_in(session, group))) return Status::too_many_classes;
  if (!c.group.is_none() && !is_open(group)) return Status::group_closed;
  const Duration wrap_up = wrap_up_after(session);
  OfferRecord& service = *offers_.find(session.service);
  learn_handling(service);
  end_service(service, requeue(session, group, Cause::handed_back, c.seniority), wrap_up);
  return Status::applied;
}

Status TwinRouter::reprioritise(SessionRecord& session, Priority priority) {
  if (const Status status = check_waiting(session); status != Status::applied) return status;
  if (priority > blueprint_.limits.priority_max) return Status::priority_out_of_range;
  if (session.priority == priority) return Status::unchanged;
  session.priority = priority;
  emit(Event{.kind = EventKind::changed,
             .cause = Cause::priority,
             .priority = priority,
             .session = session.handle});
  touch(session.handle);
  return Status::applied;
}

void TwinRouter::tell_requirement(const SessionRecord& session) {
  const RequirementId now = session.requirement;
  emit(Event{.kind = EventKind::changed,
             .cause = Cause::requirement,
             .session = session.handle,
             .value = now.is_none() ? -1 : std::int64_t{now.value()}});
}

Status TwinRouter::require(SessionRecord& session, RequirementId requirement) {
  if (const Status status = check_unoffered(session); status != Status::applied) return status;
  if (!requirement.is_none() && requirement.index() >= requirements_.size()) {
    return Status::unknown_requirement;
  }
  if (session.requirement == requirement) return Status::unchanged;
  SessionRecord wanted = session;
  wanted.requirement = requirement;
  if (!has_class_for(wanted)) return Status::too_many_classes;
  use_classes_of(wanted);
  session.requirement = requirement;
  tell_requirement(session);
  touch(session.handle);
  return Status::applied;
}

Status TwinRouter::move(SessionRecord& session, GroupId group) {
  if (const Status status = check_unoffered(session); status != Status::applied) return status;
  if (group.index() >= blueprint_.groups.size()) return Status::unknown_group;
  if (!serves(group, session.channel)) return Status::channel_not_served;
  if (session.group == group) return Status::unchanged;
  const SessionRecord moved = as_if_in(session, group);
  if (!has_class_for(moved)) return Status::too_many_classes;
  if (!is_open(group)) return Status::group_closed;
  if (is_full_for(moved)) return Status::group_full;
  session.group = group;
  emit(Event{.kind = EventKind::changed,
             .cause = Cause::group,
             .group = group,
             .session = session.handle});
  begin_to_wait(session);
  touch(session.handle);
  return Status::applied;
}

Status TwinRouter::set_attribute(SessionRecord& session, AttributeId attribute,
                                 std::int64_t value) {
  if (session.state == SessionState::leaving) return Status::session_leaving;
  if (const Status status = check_value(attribute, value); status != Status::applied) {
    return status;
  }
  if (session.attributes[attribute.index()] == value) return Status::unchanged;
  session.attributes[attribute.index()] = value;
  emit(Event{.kind = EventKind::changed,
             .cause = Cause::attribute,
             .session = session.handle,
             .value = value});
  touch(session.handle);
  return Status::applied;
}

Status TwinRouter::exclude(SessionRecord& session, AgentHandle agent) {
  if (session.state == SessionState::leaving) return Status::session_leaving;
  if (const Status status = check_agent(agent); status != Status::applied) return status;
  const auto same = [&](const Bar& bar) { return bar.agent == agent.slot; };
  const auto found = std::ranges::find_if(session.bars, same);
  if (found != session.bars.end() && found->is_exclusion()) return Status::unchanged;
  if (found != session.bars.end()) {
    session.bars.erase(found);
  } else if (!make_room_for_bar(session)) {
    return Status::too_many_exclusions;
  }
  session.bars.push_back({.agent = agent.slot});
  emit(Event{.kind = EventKind::changed,
             .cause = Cause::exclusion,
             .session = session.handle,
             .agent = agent});
  touch(session.handle);
  return Status::applied;
}

Status TwinRouter::reconcile(Instant since) {
  if (since < earliest || since > now_) return Status::time_out_of_range;
  for (auto& slot : sessions_.slots) {
    if (slot.tenant && slot.tenant->last_sign < since) lose(*slot.tenant);
  }
  return Status::applied;
}

void TwinRouter::lose(SessionRecord& session) {
  switch (session.state) {
    case SessionState::leaving: end_session(session, session.end_cause); return;
    case SessionState::waiting:
      withdraw_all(session.handle, Cause::cancelled);
      end_session(session, Cause::lost);
      return;
    case SessionState::serving: {
      OfferRecord& service = *offers_.find(session.service);
      end_service(service, end_session(session, Cause::lost), Duration::zero());
      return;
    }
    case SessionState::in_menu:
    case SessionState::with_bot: end_session(session, Cause::lost); return;
    case SessionState::scheduled: return;
  }
}

Status TwinRouter::define_requirement(const Requirement& expression) {
  if (expression.is_too_long()) return Status::requirement_invalid;
  for (const Requirement::Node& node : expression.nodes()) {
    if (node.op != BooleanOp::leaf) continue;
    const SkillTest& test = node.leaf;
    const bool empty = test.low > test.high || test.low > blueprint_.limits.level_max;
    if (empty || test.skill.index() >= blueprint_.skills.size()) {
      return Status::requirement_invalid;
    }
  }
  const auto found = std::ranges::find(requirements_, expression);
  const auto id = found - requirements_.begin();
  if (found == requirements_.end()) {
    if (requirements_.size() >= blueprint_.limits.requirements) {
      return Status::too_many_requirements;
    }
    requirements_.push_back(expression);
  }
  emit(Event{.kind = EventKind::requirement_defined, .value = id});
  return Status::applied;
}

}  // namespace acd::twin
