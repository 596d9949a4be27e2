// When an agent who is ready may go not ready.
#include <algorithm>

#include "engine/engine_inline.hpp"

namespace acd {
inline namespace v1 {
namespace {

bool names(const BreakRule& rule, ReasonId reason) {
  return rule.reasons.empty() ||
         std::find(rule.reasons.begin(), rule.reasons.end(), reason) != rule.reasons.end();
}

}  // namespace

bool EngineFacts::is_among(const BreakRule& rule, Slot agent) const {
  return rule.group.is_none() || membership_in(agent, rule.group) != nil;
}

// By its bounds alone. Linear in the agents.
bool EngineFacts::has_bounds_for(const BreakRule& rule, Slot agent) const {
  std::uint32_t ready = 0;
  std::uint32_t away = 0;
  for (Slot other = 0; other < agents_.size(); ++other) {
    if (other == agent || !is_among(rule, other)) continue;
    const AgentState state = agents_[other].state;
    if (state == AgentState::ready) ++ready;
    if (state == AgentState::not_ready && names(rule, terms_[other].reason)) ++away;
  }
  return ready >= rule.ready_min && (!rule.away_max || away < *rule.away_max);
}

// What the rules say to a break of a ready agent.
BreakSays EngineFacts::ask_break_rules(Slot agent, ReasonId reason, Approval approval) const {
  BreakSays says;
  const std::vector<BreakRule>& rules = plan_.blueprint.break_rules;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const BreakRule& rule = rules[i];
    if (!names(rule, reason) || !is_among(rule, agent)) continue;
    const bool is_within = has_bounds_for(rule, agent);
    const bool is_approved =
        rule.approval == BreakApproval::not_needed || approval == Approval::given;
    if (is_within && is_approved) continue;
    says.allows = false;
    says.refuses = says.refuses || (!is_within && rule.answer == BreakAnswer::refuse);
    if (says.rule == nil) says.rule = static_cast<Slot>(i);
  }
  return says;
}

// Applied, if the break may begin now or is held; `holds` tells which.
Status Router::Engine::ask_for_break(Slot slot, ReasonId reason, BreakSays& says) {
  says = {};
  if (breaks_.size() == 0 || agents_[slot].state != AgentState::ready) return Status::applied;
  says = ask_break_rules(slot, reason, Approval::missing);
  if (says.allows) return Status::applied;
  if (says.refuses) return Status::break_refused;
  BreakRecord& held = breaks_[slot];
  if (held.is_held && held.reason == reason) return Status::unchanged;
  if (!held.is_held) ++breaks_held_;
  Event& event = emit_agent(EventKind::break_held, Cause::none, slot);
  event.reason = reason;
  event.value = says.rule;
  held = {.is_held = true, .reason = reason, .number = events_.count()};
  return Status::applied;
}

void Router::Engine::forget_break(Slot slot) {
  if (breaks_.size() == 0 || !breaks_[slot].is_held) return;
  breaks_[slot] = {};
  --breaks_held_;
}

// In the order in which they were held.
bool Router::Engine::grant_breaks() {
  bool any = false;
  std::uint64_t asked = 0;
  for (;;) {
    Slot next = nil;
    for (Slot slot = 0; slot < agents_.size(); ++slot) {
      const BreakRecord& held = breaks_[slot];
      if (!held.is_held || held.number <= asked) continue;
      if (next == nil || held.number < breaks_[next].number) next = slot;
    }
    if (next == nil) return any;
    const BreakRecord held = breaks_[next];
    asked = held.number;
    const Approval approval = held.is_approved ? Approval::given : Approval::missing;
    if (!ask_break_rules(next, held.reason, approval).allows) continue;
    enter_state(next, AgentState::not_ready, held.reason, Cause::granted);
    withdraw_from_agent(next);
    any = true;
  }
}

Status Router::Engine::approve_break(Slot slot) {
  if (breaks_.size() == 0 || !breaks_[slot].is_held) return Status::no_break_held;
  if (breaks_[slot].is_approved) return Status::unchanged;
  breaks_[slot].is_approved = true;
  return Status::applied;
}

Status Router::Engine::deny_break(Slot slot) {
  if (breaks_.size() == 0 || !breaks_[slot].is_held) return Status::no_break_held;
  emit_agent(EventKind::break_denied, Cause::none, slot).reason = breaks_[slot].reason;
  forget_break(slot);
  return Status::applied;
}

}  // namespace v1
}  // namespace acd
