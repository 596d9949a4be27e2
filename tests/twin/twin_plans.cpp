// Time plans: what opens and closes by itself, and by switches.
#include <algorithm>
#include <utility>

#include "acd/time_plan/timetable.hpp"
#include "twin/twin_router.hpp"

namespace acd::twin {

void TwinFacts::materialise_plans() {
  const PlanBook book{.plans = blueprint_.time_plans, .zones = blueprint_.zones};
  for (std::size_t i = 0; i < plans_.size(); ++i) {
    plans_[i].hours = materialise(blueprint_.time_plans[i], book, blueprint_.timetables_from,
                                  blueprint_.timetables_until);
  }
}

// The end of the window is no change.
void TwinRouter::set_next_change(PlanRecord& plan) {
  const Instant next = plan.hours.next_change(now_);
  plan.change = next < blueprint_.timetables_until ? Deadline{next, events_} : Deadline{};
}

void TwinRouter::set_timetables_end() {
  timetables_over_ = blueprint_.timetables_until <= now_;
  timetables_end_ = {};
  if (!timetables_over_) timetables_end_ = {blueprint_.timetables_until, events_};
}

void TwinRouter::start() {
  if (plans_.empty() && !has_rounds()) return;
  watermark_ = now_;
  if (plans_.empty()) return;
  set_timetables_end();
  if (timetables_over_) emit(Event{.kind = EventKind::timetables_ended, .until = now_});
  for (std::size_t plan = 0; plan < plans_.size(); ++plan) {
    set_next_change(plans_[plan]);
    if (timetable_says(plan)) follow_timetable(plan, Cause::by_hours);
  }
}

bool TwinFacts::is_open(TimePlanId plan) const {
  return plan.is_none() || plans_[plan.index()].open;
}

bool TwinFacts::is_open(GroupId group) const {
  return is_open(blueprint_.groups[group.index()].hours);
}

bool TwinFacts::is_outside_shift(std::size_t agent) const {
  const Agent& line = blueprint_.agents[agent];
  return line.shift_kind == ShiftKind::flexible && !is_open(line.shift);
}

// The first after it at which the timetable opens.
Instant TwinFacts::next_opening(TimePlanId plan, Instant after) const {
  const TimeSet& hours = plans_[plan.index()].hours;
  for (Instant at = after;;) {
    at = hours.next_change(at);
    if (at >= blueprint_.timetables_until) return never;
    if (hours.contains(at)) return at;
  }
}

// After its end a timetable goes on as it ended.
bool TwinFacts::timetable_says(std::size_t plan) const {
  return plans_[plan].hours.contains(std::min(now_, blueprint_.timetables_until - Duration{1}));
}

void TwinRouter::follow_timetable(std::size_t plan, Cause cause) {
  set_open(plan, timetable_says(plan), cause, plans_[plan].change.at);
}

void TwinRouter::set_open(std::size_t plan, bool open, Cause cause, Instant until) {
  emit(Event{.kind = open ? EventKind::plan_opened : EventKind::plan_closed,
             .cause = cause,
             .value = static_cast<std::int64_t>(plan),
             .until = until});
  if (std::exchange(plans_[plan].open, open) == open) return;
  for (std::size_t i = 0; i < blueprint_.groups.size(); ++i) {
    if (blueprint_.groups[i].hours != TimePlanId{plan}) continue;
    if (open) open_group(GroupId{i});
    if (!open) leave_also(GroupId{i});
    touch_waiting(GroupId{i});
  }
  for (std::size_t agent = 0; agent < agents_.size(); ++agent) {
    if (blueprint_.agents[agent].shift == TimePlanId{plan}) follow_shift(agent, open);
  }
}

// Those whose instant came while it was closed.
void TwinRouter::open_group(GroupId group) {
  std::vector<std::pair<std::uint64_t, SessionHandle>> come;
  for (const SessionRecord* session : sessions_.live()) {
    const bool is_due = session->state == SessionState::scheduled && session->begin.at == never;
    if (is_due && session->group == group) come.emplace_back(session->number, session->handle);
  }
  std::ranges::sort(come);
  for (const auto& [number, handle] : come) queue(*sessions_.find(handle));
}

// It closed: who waits here beside his own group does so no longer.
void TwinRouter::leave_also(GroupId group) {
  if (blueprint_.groups[group.index()].at_closing == AtClosing::serve) return;
  for (auto& slot : sessions_.slots) {
    const auto is_here = [&](const Place& place) { return place.group == group; };
    const bool left = slot.tenant && std::erase_if(slot.tenant->also, is_here) > 0;
    if (left) set_delay(*slot.tenant);
  }
}

void TwinRouter::touch_waiting(GroupId group) {
  std::vector<std::pair<Key, SessionHandle>> waiting;
  for (const SessionRecord* session : waiting_in(group)) {
    waiting.emplace_back(session_key(*session, group), session->handle);
  }
  std::ranges::sort(waiting);
  for (const auto& [key, handle] : waiting) touch(handle);
}

void TwinRouter::follow_shift(std::size_t agent, bool open) {
  const AgentState state = agents_[agent].state;
  if (!open) {
    const bool goes = state == AgentState::ready || state == AgentState::not_ready;
    if (goes) drain_now(agent, Cause::shift);
    return;
  }
  const bool comes = blueprint_.agents[agent].shift_kind == ShiftKind::fixed;
  if (!comes || state != AgentState::signed_out) return;
  sign_in_now(agent, Cause::shift);
  make_ready_now(agent, Cause::shift);
}

// Nothing if one of them is unknown.
std::optional<std::vector<std::size_t>> TwinRouter::plans_named(const Command& c) const {
  std::vector<std::size_t> named;
  for (std::size_t plan = 0; c.plans.empty() && plan < plans_.size(); ++plan) {
    named.push_back(plan);
  }
  for (const TimePlanId plan : c.plans) {
    if (plan.index() >= plans_.size()) return std::nullopt;
    named.push_back(plan.index());
  }
  return named;
}

Status TwinRouter::switch_plans(const Command& c) {
  const auto named = plans_named(c);
  if (!named) return Status::unknown_plan;
  if (c.until != never && (c.until <= now_ || c.until > latest)) return Status::time_out_of_range;
  const std::uint64_t before = events_;
  for (const std::size_t i : *named) {
    PlanRecord& plan = plans_[i];
    if (plan.switched == c.effect && plan.switched_until == c.until) continue;
    plan.switched = c.effect;
    plan.switched_until = c.until;
    plan.switch_end = {c.until, events_};
    set_open(i, c.effect == LayerEffect::opens, Cause::switched, c.until);
  }
  return events_ == before ? Status::unchanged : Status::applied;
}

void TwinRouter::end_switch_of(std::size_t plan) {
  plans_[plan].switched.reset();
  plans_[plan].switched_until = never;
  plans_[plan].switch_end = {};
  follow_timetable(plan, Cause::switch_over);
}

Status TwinRouter::end_switch(const Command& c) {
  const auto named = plans_named(c);
  if (!named) return Status::unknown_plan;
  const std::uint64_t before = events_;
  for (const std::size_t plan : *named) {
    if (plans_[plan].switched) end_switch_of(plan);
  }
  return events_ == before ? Status::unchanged : Status::applied;
}

Status TwinRouter::add_transition(const Command& c) {
  constexpr std::int64_t most = 26 * 3600;
  if (c.zone.index() >= blueprint_.zones.size()) return Status::unknown_zone;
  if (c.value < -most || c.value > most) return Status::value_out_of_range;
  std::vector<ZoneTransition>& known = blueprint_.zones[c.zone.index()].transitions;
  const bool is_late_enough = c.start >= blueprint_.timetables_until && c.start <= latest &&
                              (known.empty() || c.start > known.back().at);
  if (!is_late_enough) return Status::time_out_of_range;
  const ZoneTransition transition{c.start, std::chrono::seconds{c.value}};
  known.push_back(transition);
  added_transitions_.emplace_back(c.zone, transition);
  emit(Event{.kind = EventKind::transition_added, .value = c.zone.value(), .until = c.start});
  return Status::applied;
}

Status TwinRouter::extend_timetables(Instant until) {
  if (plans_.empty() || until <= blueprint_.timetables_until) return Status::unchanged;
  if (until > latest) return Status::time_out_of_range;
  const bool was_over = timetables_over_;
  blueprint_.timetables_until = until;
  materialise_plans();
  emit(Event{.kind = EventKind::timetables_extended, .until = until});
  set_timetables_end();
  for (std::size_t i = 0; i < plans_.size(); ++i) {
    set_next_change(plans_[i]);
    const bool differs = plans_[i].open != timetable_says(i);
    if (was_over && differs && !plans_[i].switched) follow_timetable(i, Cause::by_hours);
  }
  return Status::applied;
}

}  // namespace acd::twin
