// Time plans at work: groups and shifts that open and close by themselves, and by switches.
#include <algorithm>

#include "engine/engine_inline.hpp"

namespace acd {
inline namespace v1 {

// Until the start.
void Router::Engine::close_all_groups() {
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    const SkillGroup& group = plan_.blueprint.groups[i];
    if (group.hours.is_none()) continue;
    set_openness(GroupId{i}, Openness::closed);
  }
}

void Router::Engine::start(Instant now) {
  is_started_ = true;
  now_ = now;
  if (plans_.empty()) {
    clear_timer(TimerKind::timetables_end, 0);
  } else {
    set_timetables_end();
  }
  if (timetables_over_) emit(EventKind::timetables_ended, Cause::none).until = now_;
  for (std::size_t plan = 0; plan < plans_.size(); ++plan) {
    set_next_change(plan);
    if (timetable_says(plans_[plan]) == Openness::open) follow_timetable(plan, Cause::by_hours);
  }
  settle();
}

// Before its beginning closed, after its end as it ended.
Openness EngineFacts::timetable_says(const PlanState& plan) const {
  const Instant at = std::min(now_, plan.hours.until() - Duration{1});
  return at >= plan.hours.from() && plan.hours.is_open(at) ? Openness::open : Openness::closed;
}

void Router::Engine::set_next_change(std::size_t index) {
  PlanState& plan = plans_[index];
  const Instant from = plan.hours.from();
  if (now_ < from) {
    plan.next_change = plan.hours.is_open(from) ? from : plan.hours.next_change(from);
  } else {
    plan.next_change = plan.hours.covers(now_) ? plan.hours.next_change(now_) : never;
  }
  const auto slot = static_cast<Slot>(index);
  clear_timer(TimerKind::plan_change, slot);
  if (plan.next_change != never) set_timer(TimerKind::plan_change, slot, plan.next_change);
}

void Router::Engine::set_timetables_end() {
  timetables_over_ = timetables_until_ <= now_;
  clear_timer(TimerKind::timetables_end, 0);
  if (!timetables_over_) set_timer(TimerKind::timetables_end, 0, timetables_until_);
}

void Router::Engine::end_timetables() {
  timetables_over_ = true;
  emit(EventKind::timetables_ended, Cause::none).until = now_;
}

void Router::Engine::change_plan(std::size_t plan) {
  set_next_change(plan);
  if (!plans_[plan].is_switched) follow_timetable(plan, Cause::by_hours);
}

void Router::Engine::follow_timetable(std::size_t plan, Cause cause) {
  set_openness(plan, timetable_says(plans_[plan]), cause, plans_[plan].next_change);
}

// Groups first, then agents; whoever is touched is settled afterwards.
void Router::Engine::set_openness(std::size_t plan, Openness openness, Cause cause, Instant until) {
  const bool opens = openness == Openness::open;
  Event& event = emit(opens ? EventKind::plan_opened : EventKind::plan_closed, cause);
  event.value = static_cast<std::int64_t>(plan);
  event.until = until;
  if (plans_[plan].is_open == opens) return;
  plans_[plan].is_open = opens;
  const TimePlanId id{plan};
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    if (plan_.blueprint.groups[i].hours != id) continue;
    set_openness(GroupId{i}, openness);
    if (groups_[i].holds) stop_waiting_also(GroupId{i});
    if (opens) queue_come(GroupId{i});
    touch_waiting(GroupId{i});
  }
  for (Slot agent = 0; agent < agents_.size(); ++agent) {
    if (plan_.blueprint.agents[agent].shift == id) follow_shift(agent, openness);
  }
}

void Router::Engine::set_openness(GroupId id, Openness openness) {
  GroupRecord& group = groups_[id.index()];
  group.is_open = openness == Openness::open;
  group.is_usual = is_usual(group);
  group.is_plain = is_plain(group);
  group.holds = !group.is_open && plan_.blueprint.groups[id.index()].at_closing != AtClosing::serve;
}

// Scheduled sessions whose instant came while their group was closed, in order of arrival.
void Router::Engine::queue_come(GroupId group) {
  if (awaiting_opening_ == 0) return;
  ordered_.clear();
  for (Slot slot = 0; slot < session_slots_.used(); ++slot) {
    const SessionRecord& session = sessions_[slot];
    if (!session.live || session.group != group || !awaits_opening(session)) continue;
    ordered_.emplace_back(config::AgentKeyPlan::longest_ready_key(session.number), slot);
  }
  std::sort(ordered_.begin(), ordered_.end());
  awaiting_opening_ -= static_cast<std::uint32_t>(ordered_.size());
  for (const auto& [key, slot] : ordered_) queue(sessions_[slot]);
}

void Router::Engine::touch_waiting(GroupId group) {
  if (groups_[group.index()].waiting == 0) return;
  ordered_.clear();
  for (Slot slot = 0; slot < session_slots_.used(); ++slot) {
    const SessionRecord& session = sessions_[slot];
    const bool waits = session.live && session.state == SessionState::waiting;
    if (waits && session.group == group) ordered_.emplace_back(session_key(session, group), slot);
  }
  std::sort(ordered_.begin(), ordered_.end());
  for (const auto& [key, slot] : ordered_) {
    if (groups_[group.index()].holds) leave_indices(sessions_[slot]);
    touch_session(slot);
  }
}

void Router::Engine::follow_shift(Slot slot, Openness openness) {
  const AgentState state = agents_[slot].state;
  if (openness == Openness::closed) {
    const bool goes = state == AgentState::ready || state == AgentState::not_ready;
    if (goes) static_cast<void>(drain(slot, Cause::shift));
    return;
  }
  const bool comes = plan_.blueprint.agents[slot].shift_kind == ShiftKind::fixed;
  if (!comes || state != AgentState::signed_out) return;
  static_cast<void>(sign_in(slot, Cause::shift));
  static_cast<void>(make_ready(slot, Cause::shift));
}

bool EngineFacts::is_outside_shift(Slot slot) const {
  const Agent& agent = plan_.blueprint.agents[slot];
  return agent.shift_kind == ShiftKind::flexible && !is_open(agent.shift);
}

bool EngineFacts::knows_plans(const TimePlanIds& plans) const {
  return std::all_of(plans.begin(), plans.end(),
                     [this](TimePlanId plan) { return plan.index() < plans_.size(); });
}

// None given: all.
template <class Act>
Status Router::Engine::for_plans(const TimePlanIds& plans, const Act& act) {
  const std::uint64_t before = events_.count();
  for (const TimePlanId plan : plans) act(plan.index());
  for (std::size_t plan = 0; plans.empty() && plan < plans_.size(); ++plan) act(plan);
  return events_.count() == before ? Status::unchanged : Status::applied;
}

Status Router::Engine::switch_plans(const Command& c) {
  if (!knows_plans(c.plans)) return Status::unknown_plan;
  if (c.until != never && (c.until <= now_ || c.until > latest)) return Status::time_out_of_range;
  return for_plans(c.plans, [&](std::size_t index) {
    PlanState& plan = plans_[index];
    const bool is_so =
        plan.is_switched && plan.effect == c.effect && plan.switched_until == c.until;
    if (is_so) return;
    plan.is_switched = true;
    plan.effect = c.effect;
    plan.switched_until = c.until;
    const auto slot = static_cast<Slot>(index);
    clear_timer(TimerKind::switch_end, slot);
    if (c.until != never) set_timer(TimerKind::switch_end, slot, c.until);
    const bool opens = c.effect == LayerEffect::opens;
    set_openness(index, opens ? Openness::open : Openness::closed, Cause::switched, c.until);
  });
}

void Router::Engine::end_switch(std::size_t plan) {
  plans_[plan].is_switched = false;
  plans_[plan].switched_until = never;
  clear_timer(TimerKind::switch_end, static_cast<Slot>(plan));
  follow_timetable(plan, Cause::switch_over);
}

Status Router::Engine::end_switches(const Command& c) {
  if (!knows_plans(c.plans)) return Status::unknown_plan;
  return for_plans(c.plans, [this](std::size_t plan) {
    if (plans_[plan].is_switched) end_switch(plan);
  });
}

Status Router::Engine::add_transition(const Command& c) {
  constexpr std::int64_t seconds_max = std::int64_t{26} * 3600;
  if (c.zone.index() >= zones_.size()) return Status::unknown_zone;
  if (c.value < -seconds_max || c.value > seconds_max) return Status::value_out_of_range;
  std::vector<ZoneTransition>& known = zones_[c.zone.index()].transitions;
  const bool is_later = c.start >= timetables_until_ && c.start <= latest &&
                        (known.empty() || c.start > known.back().at);
  if (!is_later) return Status::time_out_of_range;
  known.push_back({c.start, std::chrono::seconds{c.value}});
  added_transitions_.push_back({c.zone, known.back()});
  Event& event = emit(EventKind::transition_added, Cause::none);
  event.value = static_cast<std::int64_t>(c.zone.index());
  event.until = c.start;
  return Status::applied;
}

// Compiles the whole window again: rare, and the answers about what was known stay.
Status Router::Engine::extend_timetables(Instant until) {
  if (plans_.empty() || until <= timetables_until_) return Status::unchanged;
  if (until > latest) return Status::time_out_of_range;
  const bool was_over = timetables_over_;
  const PlanBook book{.plans = plan_.blueprint.time_plans, .zones = zones_};
  timetables_until_ = until;
  for (std::size_t i = 0; i < plans_.size(); ++i) {
    plans_[i].hours = Timetable::compile(plan_.blueprint.time_plans[i], book,
                                         plan_.blueprint.timetables_from, until);
  }
  emit(EventKind::timetables_extended, Cause::none).until = until;
  set_timetables_end();
  for (std::size_t i = 0; i < plans_.size(); ++i) {
    set_next_change(i);
    const bool says_open = timetable_says(plans_[i]) == Openness::open;
    const bool follows = was_over && !plans_[i].is_switched && plans_[i].is_open != says_open;
    if (follows) follow_timetable(i, Cause::by_hours);
  }
  return Status::applied;
}

}  // namespace v1
}  // namespace acd
