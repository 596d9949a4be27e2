// Surges: on or off by conditions or by hand, and what is different while they are on.
#include <algorithm>

#include "twin/twin_router.hpp"

namespace acd::twin {

bool TwinFacts::is_on(SurgeId surge) const { return surges_[surge.index()].is_on; }

// Since it last entered or left.
bool TwinFacts::has_dwelt(std::size_t surge) const {
  const auto& changed = surges_[surge].changed;
  return !changed || *changed + blueprint_.surges[surge].dwell <= now_;
}

// The one that would be asked; without `leave` it leaves when `enter` holds no longer.
const Condition& TwinFacts::condition_of(std::size_t surge) const {
  const Surge& line = blueprint_.surges[surge];
  return surges_[surge].is_on && line.leave ? *line.leave : line.enter;
}

// By the rule of the first that is on and swaps it.
CapacityRuleId TwinFacts::swapped(CapacityRuleId own) const {
  for (std::size_t i = 0; i < surges_.size(); ++i) {
    if (!surges_[i].is_on) continue;
    for (const CapacitySwap& swap : blueprint_.surges[i].capacities) {
      if (swap.from == own) return swap.to;
    }
  }
  return own;
}

Duration TwinFacts::scaled(Duration wrap_up, GroupId group) const {
  for (std::size_t i = 0; i < surges_.size(); ++i) {
    if (!surges_[i].is_on) continue;
    for (const WrapUpScale& scale : blueprint_.surges[i].wrap_ups) {
      const bool scales = scale.group.is_none() || scale.group == group;
      if (scales) return Duration{wrap_up.count() * scale.percent / 100};
    }
  }
  return wrap_up;
}

void TwinRouter::ask_surges() {
  for (std::size_t i = 0; i < surges_.size(); ++i) {
    if (surges_[i].held || !has_dwelt(i)) continue;
    const bool holds_now = holds(condition_of(i), Asked{});
    const bool is_on = surges_[i].is_on;
    const bool wants_on = is_on && blueprint_.surges[i].leave ? !holds_now : holds_now;
    if (wants_on != is_on) turn_surge(i, wants_on ? Held::on : Held::off, Cause::by_condition);
  }
}

void TwinRouter::turn_surge(std::size_t surge, Held to, Cause cause, Instant until) {
  const bool on = to == Held::on;
  emit(Event{.kind = on ? EventKind::surge_entered : EventKind::surge_left,
             .cause = cause,
             .value = static_cast<std::int64_t>(surge),
             .until = until});
  if (surges_[surge].is_on == on) return;
  std::vector<CapacityRuleId> before;
  for (const AgentRecord& agent : agents_) before.push_back(swapped(agent.capacity));
  surges_[surge].is_on = on;
  surges_[surge].changed = now_;
  for (std::size_t agent = 0; agent < agents_.size(); ++agent) {
    const bool is_reserve = std::ranges::count(blueprint_.agents[agent].memberships, SurgeId{surge},
                                               &Membership::when) > 0;
    if (!is_reserve && swapped(agents_[agent].capacity) == before[agent]) continue;
    touch_held_for(agent);
    touch(agent);
  }
}

void TwinRouter::set_wake_ups() {
  for (std::size_t i = 0; i < surges_.size(); ++i) surges_[i].wake_up = {wake_up_of(i), 0};
}

Instant TwinFacts::wake_up_of(std::size_t surge) const {
  if (surges_[surge].held) return never;
  if (!has_dwelt(surge)) return *surges_[surge].changed + blueprint_.surges[surge].dwell;
  Instant first = never;
  for (const Condition::Node& node : condition_of(surge).nodes()) {
    if (node.op == BooleanOp::leaf) first = std::min(first, next_change(node.leaf));
  }
  return first;
}

// When the leaf could change though nothing happened.
Instant TwinFacts::next_change(const Test& test) const {
  if (test.kind == TestKind::service_level) return end_of_slot(test.group);
  if (test.kind != TestKind::oldest_wait) return never;
  const std::vector<const SessionRecord*> waiting = by_joining(test.group);
  if (waiting.empty()) return never;
  Instant first = never;
  const auto note = [&](std::int64_t wait) {
    const Instant at = waiting.front()->joined + Duration{wait};
    if (at > now_) first = std::min(first, at);
  };
  if (test.low != unbounded_below) note(test.low);
  if (test.high != unbounded_above) note(test.high + 1);
  return first;
}

Status TwinRouter::hold_surge(const Command& c) {
  if (c.surge.index() >= surges_.size()) return Status::unknown_surge;
  if (c.until != never && (c.until <= now_ || c.until > latest)) return Status::time_out_of_range;
  const Held to = c.kind == CommandKind::enter_surge ? Held::on : Held::off;
  SurgeRecord& surge = surges_[c.surge.index()];
  if (surge.held == to && surge.held_until == c.until) return Status::unchanged;
  surge.held = to;
  surge.held_until = c.until;
  turn_surge(c.surge.index(), to, Cause::switched, c.until);
  surge.release = {c.until, events_};
  return Status::applied;
}

Status TwinRouter::release_surge(SurgeId surge) {
  if (surge.index() >= surges_.size()) return Status::unknown_surge;
  if (!surges_[surge.index()].held) return Status::unchanged;
  release(surge.index());
  return Status::applied;
}

void TwinRouter::release(std::size_t surge) {
  surges_[surge].held.reset();
  surges_[surge].held_until = never;
  surges_[surge].release = {};
  emit(Event{.kind = EventKind::surge_released, .value = static_cast<std::int64_t>(surge)});
}

}  // namespace acd::twin
