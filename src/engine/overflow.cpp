// Overflow rules: which of them acts on a session, and what it does to it.
#include <algorithm>
#include <bit>

#include "engine/engine_inline.hpp"

namespace acd {
inline namespace v1 {
namespace {

Cause cause_of(OverflowCause cause) {
  switch (cause) {
    case OverflowCause::nobody_signed_in: return Cause::nobody_signed_in;
    case OverflowCause::all_busy: return Cause::all_busy;
    case OverflowCause::closed: return Cause::closed;
    case OverflowCause::too_long: return Cause::too_long;
    case OverflowCause::too_slow: return Cause::too_slow;
    case OverflowCause::forecast_too_slow: return Cause::forecast_too_slow;
    case OverflowCause::refused: return Cause::refused;
    case OverflowCause::pressure: return Cause::pressure;
  }
  return Cause::none;
}

}  // namespace

// Of a session that waits without an outstanding offer.
Outcome Router::Engine::ask_overflow(SessionRecord& session) {
  const GroupId group = session.group;
  if (!plan_.overflow.groups[group.index()].has_waiting) return Outcome::stays;
  const std::vector<OverflowRule>& rules = plan_.blueprint.groups[group.index()].overflow;
  const Asked asked{.session = &session,
                    .group = group,
                    .stage = Stage::waiting,
                    .would_ask = {},
                    .queued = {},
                    .agent = nil};
  StayRecord& stay = stays_[slot_of(session)];
  const std::uint32_t candidates = candidates_for(session) & ~stay.done;
  Outcome outcome = Outcome::stays;
  for (std::uint32_t left = candidates; left != 0; left &= left - 1) {
    const auto i = static_cast<std::size_t>(std::countr_zero(left));
    const OverflowRule& rule = rules[i];
    if (!may_act(session, i) || !holds(rule.when, asked)) continue;
    const RequirementId requirement = relaxed(session, rule);
    const Destination to = choose_destination(asked, rule, requirement);
    const bool acts =
        rule.targets.empty() ? changes(session, rule, requirement) : to.target != nullptr;
    if (!acts) continue;
    stay.acted[i] = instants_of(rule, session);
    if (!rule.repeat || stay.acted[i] == rule.repeat->times) stay.done |= std::uint32_t{1} << i;
    act(session, group, i, requirement);
    outcome = Outcome::changed;
    if (to.target == nullptr) {
      join_others(session, rule);
      continue;
    }
    take(asked, to);
    return Outcome::taken;
  }
  return outcome;
}

// Rules that could act on one who has waited so long; at an instant at which a threshold is due
// that has not fired yet, it counts as reached.
std::uint32_t EngineFacts::candidates_for(const SessionRecord& session) const {
  const GroupOverflow& rules = plan_.overflow.groups[session.group.index()];
  const StayRecord& stay = stays_[slot_of(session)];
  std::size_t reached = stay.reached;
  while (reached < rules.thresholds.size() && stay.joined + rules.thresholds[reached] <= now_) {
    ++reached;
  }
  return rules.candidates[reached];
}

// Arriving rules of a group, asked of a session that does not wait yet.
bool Router::Engine::come(SessionRecord& session, GroupId group) {
  if (!groups_[group.index()].has_arriving) return false;
  const std::vector<OverflowRule>& rules = plan_.blueprint.groups[group.index()].overflow;
  const Asked asked{.session = &session,
                    .group = group,
                    .stage = Stage::coming,
                    .would_ask = {},
                    .queued = {},
                    .agent = nil};
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const OverflowRule& rule = rules[i];
    if (rule.stage != OverflowStage::arriving || !holds(rule.when, asked)) continue;
    const RequirementId requirement = relaxed(session, rule);
    const Destination to = choose_destination(asked, rule, requirement);
    if (to.target == nullptr) continue;
    session.group = group;
    act(session, group, i, requirement);
    take(asked, to);
    return true;
  }
  return false;
}

// The instants of a repeating rule that have passed; 1 of one that acts once.
std::uint8_t EngineFacts::instants_of(const OverflowRule& rule,
                                      const SessionRecord& session) const {
  if (!rule.repeat) return 1;
  const std::int64_t passed =
      (now_ - stays_[slot_of(session)].joined).count() / rule.repeat->every.count();
  return static_cast<std::uint8_t>(std::min<std::int64_t>(passed, rule.repeat->times));
}

bool EngineFacts::may_act(const SessionRecord& session, std::size_t rule) const {
  const OverflowRule& stated = plan_.blueprint.groups[session.group.index()].overflow[rule];
  return stays_[slot_of(session)].acted[rule] < instants_of(stated, session);
}

Priority EngineFacts::raised(const SessionRecord& session, const OverflowRule& rule) const {
  return static_cast<Priority>(
      std::min<unsigned>(priority_max_, unsigned{session.priority} + rule.raise_priority));
}

// What it will ask for. One that stays needs a class in every group in which it waits.
RequirementId Router::Engine::relaxed(const SessionRecord& session, const OverflowRule& rule) {
  RequirementId wanted;
  switch (rule.relaxation) {
    case Relaxation::none: return session.requirement;
    case Relaxation::replaced: wanted = rule.requirement; break;
    case Relaxation::dropped: break;
  }
  const bool stays = rule.targets.empty();
  return stays && !has_classes(session, wanted) ? session.requirement : wanted;
}

// Room for one class more in each group in which it waits, for all of them together.
bool Router::Engine::has_classes(const SessionRecord& session, RequirementId requirement) {
  std::size_t added = 0;
  const auto count = [&](GroupId group) {
    const Slot first = class_for(group, session.channel, requirement);
    if (!classes_[first].in_use) added += plan_.groups[group.index()].delays.size();
  };
  count(session.group);
  if (session.roams) {
    const StayRecord& stay = stays_[slot_of(session)];
    for (std::uint8_t i = 0; i < stay.also_count; ++i) count(stay.also[i].group);
  }
  return classes_in_use_ + added <= classes_max_;
}

// Of a rule without targets.
bool Router::Engine::changes(const SessionRecord& session, const OverflowRule& rule,
                             RequirementId requirement) {
  if (raised(session, rule) != session.priority || requirement != session.requirement) return true;
  return std::any_of(rule.also_in.begin(), rule.also_in.end(),
                     [&](GroupId group) { return may_join(session, group); });
}

bool Router::Engine::may_join(const SessionRecord& session, GroupId group) {
  const GroupTables& rules = plan_.groups[group.index()];
  const bool serves = (rules.channels >> session.channel.index() & 1) != 0;
  if (!serves || !rules.is_push || !groups_[group.index()].is_open) return false;
  if (waits_in(session, group) || stays_[slot_of(session)].also_count == also_in_max) return false;
  Slot first_class = nil;
  return find_class(group, session.channel, session.requirement, first_class) == Status::applied;
}

// The event, the priority and the requirement; not where it goes.
void Router::Engine::act(SessionRecord& session, GroupId group, std::size_t rule,
                         RequirementId requirement) {
  const OverflowRule& stated = plan_.blueprint.groups[group.index()].overflow[rule];
  const Priority priority = raised(session, stated);
  note_overflow(session, group, cause_of(stated.cause), static_cast<int>(rule));
  if (priority == session.priority && requirement == session.requirement) return;
  leave_indices(session);
  if (priority != session.priority) {
    change_priority(session, priority);
    emit_session(EventKind::changed, Cause::priority, session).priority = priority;
  }
  if (requirement == session.requirement) return;
  ask_for(session, requirement);
  if (stated.targets.empty()) take_classes(session);
}

void Router::Engine::note_overflow(SessionRecord& session, GroupId group, Cause cause, int rule) {
  session.detailed = true;
  static_cast<void>(
      stays_[slot_of(session)].steps.push_back({group, static_cast<std::int8_t>(rule)}));
  Event& event = emit_session(EventKind::overflowed, cause, session);
  event.group = group;
  event.value = rule;
}

void Router::Engine::ask_for(SessionRecord& session, RequirementId requirement) {
  session.requirement = requirement;
  emit_session(EventKind::changed, Cause::requirement, session).value =
      requirement.is_none() ? -1 : static_cast<std::int64_t>(requirement.index());
}

// Of what it asks for, wherever it waits. There is room for them, and it is in no index.
void Router::Engine::take_classes(SessionRecord& session) {
  const RequirementId requirement = session.requirement;
  session.first_class = class_for(session.group, session.channel, requirement);
  use_class(session.first_class);
  if (!session.roams) return;
  StayRecord& stay = stays_[slot_of(session)];
  for (std::uint8_t i = 0; i < stay.also_count; ++i) {
    stay.also[i].first_class = class_for(stay.also[i].group, session.channel, requirement);
    use_class(stay.also[i].first_class);
  }
}

void Router::Engine::join_others(SessionRecord& session, const OverflowRule& rule) {
  for (const GroupId group : rule.also_in) {
    if (!may_join(session, group)) continue;
    wait_also(session, group, class_for(group, session.channel, session.requirement));
  }
}

}  // namespace v1
}  // namespace acd
