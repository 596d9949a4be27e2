// Where an overflow rule sends a session: the best of its targets.
#include <algorithm>

#include "engine/engine_inline.hpp"

namespace acd {
inline namespace v1 {

Destination Router::Engine::choose_destination(const Asked& asked, const OverflowRule& rule,
                                               RequirementId requirement) {
  for (const Target& target : rule.targets) {
    const Destination to = find_place(asked, target, requirement);
    const bool overflows = to.target != nullptr && target.kind == TargetKind::group &&
                           is_overflowing(asked, target.group, requirement);
    if (to.target != nullptr && !overflows) return to;
  }
  for (const Target& target : rule.targets) {
    if (target.kind != TargetKind::group) continue;
    const Destination to = find_place(asked, target, requirement);
    if (to.target != nullptr) return to;
  }
  if (groups_[asked.group.index()].is_open) return {};
  return find_first_to_open(asked, rule, requirement);
}

// Whether it takes the session now, overflowing itself or not.
Destination Router::Engine::find_place(const Asked& asked, const Target& target,
                                       RequirementId requirement) {
  const SessionRecord& session = *asked.session;
  Destination to{.target = &target};
  switch (target.kind) {
    case TargetKind::group: {
      const GroupRecord& group = groups_[target.group.index()];
      const bool serves = (group.channels >> session.channel.index() & 1) != 0;
      if (!serves || !group.is_open || !is_group_in_question(asked, target.group)) return {};
      const Status room = find_class(target.group, session.channel, requirement, to.first_class);
      return room == Status::applied && !is_full_for(asked, target.group, to.first_class)
                 ? to
                 : Destination{};
    }
    case TargetKind::bot:
      return has_room_with_bot(session, target.bot) && may_be_moved(session) ? to : Destination{};
    case TargetKind::message:
    case TargetKind::callback:
      if (target.group.is_none()) return to;
      return is_group_in_question(asked, target.group) && find_desk(target, requirement)
                 ? to
                 : Destination{};
    case TargetKind::host:
    case TargetKind::reject: return to;
    case TargetKind::undecided:
    case TargetKind::named_group:
    case TargetKind::menu: return {};
  }
  return {};
}

Destination Router::Engine::find_first_to_open(const Asked& asked, const OverflowRule& rule,
                                               RequirementId requirement) {
  Destination first;
  Instant opening = never;
  for (const Target& target : rule.targets) {
    if (target.kind != TargetKind::group || !is_group_in_question(asked, target.group)) continue;
    const GroupRecord& group = groups_[target.group.index()];
    const ChannelId channel = asked.session->channel;
    if (group.is_open || (group.channels >> channel.index() & 1) == 0) continue;
    const TimePlanId hours = plan_.blueprint.groups[target.group.index()].hours;
    const Instant opens = plans_[hours.index()].hours.next_opening(now_);
    Slot first_class = nil;
    const Status room = find_class(target.group, channel, requirement, first_class);
    if (opens >= opening || room != Status::applied) continue;
    opening = opens;
    first = {.target = &target, .first_class = first_class, .waits_for_opening = true};
  }
  return first;
}

bool EngineFacts::may_be_moved(const SessionRecord& session) const {
  return stays_[slot_of(session)].left_count < plan_.blueprint.limits.hops;
}

bool EngineFacts::is_group_in_question(const Asked& asked, GroupId group) const {
  const StayRecord& stay = stays_[slot_of(*asked.session)];
  const auto* const end = stay.left.begin() + stay.left_count;
  const bool was_there = std::find(stay.left.begin(), end, group) != end;
  return group != asked.group && !was_there && may_be_moved(*asked.session);
}

bool EngineFacts::is_full_for(const Asked& asked, GroupId group, Slot first_class) const {
  if (!is_full(groups_[group.index()])) return false;
  const SessionRecord& session = *asked.session;
  const bool waits = asked.stage == Stage::waiting;
  const Duration waited = waits ? now_ - session.waits_since() : Duration{0};
  const auto bars = [&](Slot agent) { return is_barred(session, agent); };
  return !is_anyone_eligible(group, first_class, waited, bars);
}

// One of its arriving rules would hold, were the session to come there.
bool Router::Engine::is_overflowing(const Asked& asked, GroupId group, RequirementId asks) {
  if (!groups_[group.index()].has_arriving) return false;
  const std::vector<OverflowRule>& rules = plan_.blueprint.groups[group.index()].overflow;
  const bool waits = asked.stage == Stage::waiting;
  const Asked there{.session = asked.session,
                    .group = group,
                    .stage = Stage::coming,
                    .would_ask = asks,
                    .queued = waits ? now_ - asked.session->waits_since() : Duration{0},
                    .agent = nil};
  return std::any_of(rules.begin(), rules.end(), [&](const OverflowRule& rule) {
    return rule.stage == OverflowStage::arriving && holds(rule.when, there);
  });
}

void Router::Engine::take(const Asked& asked, const Destination& to) {
  SessionRecord& session = sessions_[slot_of(*asked.session)];
  const Target& target = *to.target;
  const bool ends =
      target.kind != TargetKind::group && target.kind != TargetKind::bot && target.group.is_none();
  if (!ends) {
    StayRecord& stay = stays_[slot_of(session)];
    stay.left[stay.left_count++] = asked.group;
  }
  if (session.counted) stop_waiting(session);
  if (to.waits_for_opening) {
    return wait_for_opening(session, target.group, to.first_class, Cause::closed);
  }
  if (target.kind != TargetKind::group) {
    static_cast<void>(try_target(session, target));
    return;
  }
  if (asked.stage == Stage::waiting) return wait_in(session, target.group, to.first_class);
  session.group = target.group;
  session.first_class = to.first_class;
  use_class(to.first_class);
  queue(session);
}

// From one group to another, keeping its seniority and since when it is queued.
void Router::Engine::wait_in(SessionRecord& session, GroupId group, Slot first_class) {
  session.group = group;
  session.first_class = first_class;
  use_class(first_class);
  announce_queued(session);
  begin_waiting(session, groups_[group.index()]);
}

// Scheduled until the group opens.
void Router::Engine::wait_for_opening(SessionRecord& session, GroupId group, Slot first_class,
                                      Cause cause) {
  travel(session);
  leave_bot(session);
  session.group = group;
  session.first_class = first_class;
  use_class(first_class);
  session.state = SessionState::scheduled;
  way_of(session).begin = never;
  ++awaiting_opening_;
  announce_scheduled(session, cause, never);
}

void Router::Engine::announce_scheduled(const SessionRecord& session, Cause cause, Instant until) {
  Event& event = emit_session(EventKind::scheduled, cause, session);
  event.group = session.group;
  event.until = until;
}

}  // namespace v1
}  // namespace acd
