// Rounds after settling: surges that enter and leave, and what else follows from slow facts.
#include <algorithm>

#include "engine/engine_inline.hpp"

namespace acd {
inline namespace v1 {

// True if settling has to begin again.
[[gnu::noinline]] bool Router::Engine::make_round() {
  bool again = false;
  for (std::size_t i = 0; i < surges_.size(); ++i) again = follow_conditions(i) || again;
  if (breaks_held_ != 0) again = grant_breaks() || again;
  wake_by_leaves();
  for (std::size_t i = 0; i < surges_.size(); ++i) set_wake_up(i);
  return again || !touched_sessions_.empty() || !touched_agents_.empty();
}

bool EngineFacts::is_dwelling(std::size_t index) const {
  const SurgeState& surge = surges_[index];
  return surge.has_changed && now_ - surge.changed < plan_.blueprint.surges[index].dwell;
}

bool Router::Engine::follow_conditions(std::size_t index) {
  SurgeState& surge = surges_[index];
  const Surge& stated = plan_.blueprint.surges[index];
  if (surge.is_held || is_dwelling(index)) return false;
  const Asked asked{};
  if (surge.is_on) {
    const bool leaves = stated.leave ? holds(*stated.leave, asked) : !holds(stated.enter, asked);
    if (!leaves) return false;
  } else if (!holds(stated.enter, asked)) {
    return false;
  }
  change_surge(index, surge.is_on ? SurgeStep::leave : SurgeStep::enter, Cause::by_condition,
               never);
  return true;
}

void Router::Engine::change_surge(std::size_t index, SurgeStep step, Cause cause, Instant until) {
  const bool enters = step == SurgeStep::enter;
  Event& event = emit(enters ? EventKind::surge_entered : EventKind::surge_left, cause);
  event.value = static_cast<std::int64_t>(index);
  event.until = until;
  SurgeState& surge = surges_[index];
  if (surge.is_on == enters) return;
  const SurgeId id{index};
  for (Slot slot = 0; slot < agents_.size(); ++slot) {
    if (has_reserve(slot, id)) leave_seats(agents_[slot]);
  }
  surge.is_on = enters;
  for (Slot slot = 0; slot < agents_.size(); ++slot) {
    if (has_reserve(slot, id) && plan_.overflow.keeps_stays) count_ready(slot);
  }
  surge.changed = now_;
  surge.has_changed = true;
  for (Slot slot = 0; slot < agents_.size(); ++slot) {
    const bool is_swapped = swap_capacity(slot);
    if (!is_swapped && !has_reserve(slot, id)) continue;
    touch_held_for(slot);
    change_agent(slot);
    touch_agent(slot);
  }
}

bool EngineFacts::has_reserve(Slot agent, SurgeId surge) const {
  const std::vector<Membership>& own = plan_.blueprint.agents[agent].memberships;
  return std::any_of(own.begin(), own.end(),
                     [surge](const Membership& membership) { return membership.when == surge; });
}

// The rule he works by: of the first surge that is on and swaps his.
CapacityRuleId EngineFacts::swapped(CapacityRuleId capacity) const {
  for (std::size_t i = 0; i < surges_.size(); ++i) {
    if (!surges_[i].is_on) continue;
    for (const CapacitySwap& swap : plan_.blueprint.surges[i].capacities) {
      if (swap.from == capacity) return swap.to;
    }
  }
  return capacity;
}

// True if he works by another rule now.
bool Router::Engine::swap_capacity(Slot slot) {
  const CapacityRuleId works_by = swapped(terms_[slot].capacity);
  if (terms_[slot].works_by == works_by) return false;
  leave_seats(agents_[slot]);
  terms_[slot].works_by = works_by;
  take_capacity(slot);
  recognise_uniform(agents_[slot]);
  return true;
}

Duration EngineFacts::scaled(Duration wrap_up, GroupId group) const {
  for (std::size_t i = 0; i < surges_.size(); ++i) {
    if (!surges_[i].is_on) continue;
    for (const WrapUpScale& scale : plan_.blueprint.surges[i].wrap_ups) {
      if (scale.group.is_none() || scale.group == group) return wrap_up * scale.percent / 100;
    }
  }
  return wrap_up;
}

// Sessions whose rules name a seldom fact that is another one now.
void Router::Engine::wake_by_leaves() {
  const std::vector<WakingLeaf>& leaves = plan_.overflow.waking;
  GroupId woken;
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    const bool is_true = holds(leaves[i].test, Asked{.session = nullptr, .group = leaves[i].group});
    if ((was_true_[i] != 0) == is_true) continue;
    was_true_[i] = is_true ? 1 : 0;
    if (woken == leaves[i].group) continue;
    woken = leaves[i].group;
    touch_by_joining(woken);
  }
}

// The first instant at which it could enter or leave if nothing happened.
Instant EngineFacts::wake_up_of(std::size_t index) const {
  const SurgeState& surge = surges_[index];
  const Surge& stated = plan_.blueprint.surges[index];
  if (surge.is_held) return never;
  if (is_dwelling(index)) return surge.changed + stated.dwell;
  const Condition& asked = surge.is_on && stated.leave ? *stated.leave : stated.enter;
  Instant first = never;
  for (const Condition::Node& node : asked.nodes()) {
    if (node.op == BooleanOp::leaf) first = std::min(first, next_change(node.leaf));
  }
  return first;
}

// Of a leaf that time alone may change; `never`, if it cannot.
Instant EngineFacts::next_change(const Test& test) const {
  if (test.kind == TestKind::service_level) return service_level_changes(test.group);
  if (test.kind != TestKind::oldest_wait) return never;
  const Instant joined = oldest_joined(test.group);
  if (joined == never) return never;
  const auto reaches = [&](std::int64_t wait) {
    const bool is_later = wait > (now_ - joined).count() && wait <= longest.count();
    return is_later ? joined + Duration{wait} : never;
  };
  const Instant below = reaches(test.low);
  const Instant above = test.high < longest.count() ? reaches(test.high + 1) : never;
  return std::min(below, above);
}

void Router::Engine::set_wake_up(std::size_t index) {
  const Instant wake = wake_up_of(index);
  SurgeState& surge = surges_[index];
  if (surge.wake == wake) return;
  surge.wake = wake;
  const auto slot = static_cast<Slot>(index);
  if (wake == never) return clear_timer(TimerKind::surge_wake, slot);
  timers_.set(timer_name(TimerKind::surge_wake, slot),
              {wake.time_since_epoch().count(), static_cast<std::uint64_t>(TimerKind::surge_wake),
               std::uint64_t{slot} << 32});
}

Status Router::Engine::hold_surge(const Command& c) {
  if (c.surge.index() >= surges_.size()) return Status::unknown_surge;
  if (c.until != never && (c.until <= now_ || c.until > latest)) return Status::time_out_of_range;
  SurgeState& surge = surges_[c.surge.index()];
  const bool enters = c.kind == CommandKind::enter_surge;
  if (surge.is_held && surge.is_on == enters && surge.held_until == c.until) {
    return Status::unchanged;
  }
  surge.is_held = true;
  surge.held_until = c.until;
  const auto slot = static_cast<Slot>(c.surge.index());
  clear_timer(TimerKind::surge_release, slot);
  change_surge(c.surge.index(), enters ? SurgeStep::enter : SurgeStep::leave, Cause::switched,
               c.until);
  if (c.until != never) set_timer(TimerKind::surge_release, slot, c.until);
  return Status::applied;
}

Status Router::Engine::release_surge(SurgeId id) {
  if (id.index() >= surges_.size()) return Status::unknown_surge;
  if (!surges_[id.index()].is_held) return Status::unchanged;
  end_hold(static_cast<Slot>(id.index()));
  return Status::applied;
}

void Router::Engine::end_hold(Slot slot) {
  clear_timer(TimerKind::surge_release, slot);
  surges_[slot].is_held = false;
  surges_[slot].held_until = never;
  emit(EventKind::surge_released, Cause::none).value = slot;
}

}  // namespace v1
}  // namespace acd
