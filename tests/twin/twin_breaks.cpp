// Break rules: who of those who are ready may go not ready now.
#include <algorithm>

#include "twin/twin_router.hpp"

namespace acd::twin {
namespace {

bool is_for(const BreakRule& rule, ReasonId reason) {
  return rule.reasons.empty() || std::ranges::count(rule.reasons, reason) > 0;
}

}  // namespace

bool TwinFacts::concerns(const BreakRule& rule, std::size_t agent, ReasonId reason) const {
  return is_for(rule, reason) && (rule.group.is_none() || membership(agent, rule.group));
}

bool TwinFacts::allows(const BreakRule& rule, std::size_t agent, Approval approval) const {
  if (rule.approval == BreakApproval::needed && approval == Approval::missing) return false;
  std::uint32_t ready = 0;
  std::uint32_t away = 0;
  for (std::size_t other = 0; other < agents_.size(); ++other) {
    if (!rule.group.is_none() && !membership(other, rule.group)) continue;
    const AgentState state = agents_[other].state;
    if (other != agent && state == AgentState::ready) ++ready;
    if (state == AgentState::not_ready && is_for(rule, agents_[other].reason)) ++away;
  }
  return ready >= rule.ready_min && (!rule.away_max || away < *rule.away_max);
}

// The first that concerns the break and does not allow it.
std::optional<std::size_t> TwinFacts::first_against(std::size_t agent, ReasonId reason,
                                                    Approval approval) const {
  for (std::size_t i = 0; i < blueprint_.break_rules.size(); ++i) {
    const BreakRule& rule = blueprint_.break_rules[i];
    if (concerns(rule, agent, reason) && !allows(rule, agent, approval)) return i;
  }
  return std::nullopt;
}

bool TwinFacts::is_refused(std::size_t agent, ReasonId reason) const {
  return std::ranges::any_of(blueprint_.break_rules, [&](const BreakRule& rule) {
    return rule.answer == BreakAnswer::refuse && concerns(rule, agent, reason) &&
           !allows(rule, agent, Approval::given);
  });
}

TwinFacts::Approval TwinFacts::approval_of(std::size_t agent, ReasonId reason) const {
  const auto& held = agents_[agent].held;
  return held && held->reason == reason && held->approved ? Approval::given : Approval::missing;
}

Status TwinRouter::begin_break(std::size_t agent, ReasonId reason) {
  const auto against = first_against(agent, reason, approval_of(agent, reason));
  if (!against) {
    go_not_ready(agent, Cause::asked, reason);
    return Status::applied;
  }
  if (is_refused(agent, reason)) return Status::break_refused;
  AgentRecord& record = agents_[agent];
  if (record.held && record.held->reason == reason) return Status::unchanged;
  const std::uint64_t number = emit(Event{.kind = EventKind::break_held,
                                          .reason = reason,
                                          .agent = {static_cast<std::uint32_t>(agent), 1},
                                          .value = static_cast<std::int64_t>(*against)});
  record.held = HeldBreak{.reason = reason, .number = number};
  return Status::applied;
}

void TwinRouter::go_not_ready(std::size_t agent, Cause cause, ReasonId reason) {
  enter(AgentState::not_ready, agent, cause, reason);
  withdraw_all_of_agent(agent);
}

// In the order in which they were held.
void TwinRouter::grant_breaks() {
  std::vector<std::pair<std::uint64_t, std::size_t>> waiting;
  for (std::size_t agent = 0; agent < agents_.size(); ++agent) {
    if (agents_[agent].held) waiting.emplace_back(agents_[agent].held->number, agent);
  }
  std::ranges::sort(waiting);
  for (const auto& [number, agent] : waiting) {
    const ReasonId reason = agents_[agent].held->reason;
    const bool is_against = first_against(agent, reason, approval_of(agent, reason)).has_value();
    if (!is_against) go_not_ready(agent, Cause::granted, reason);
  }
}

Status TwinRouter::approve_break(std::size_t agent) {
  auto& held = agents_[agent].held;
  if (!held) return Status::no_break_held;
  if (held->approved) return Status::unchanged;
  held->approved = true;
  return Status::applied;
}

Status TwinRouter::deny_break(std::size_t agent) {
  auto& held = agents_[agent].held;
  if (!held) return Status::no_break_held;
  emit(Event{.kind = EventKind::break_denied,
             .reason = held->reason,
             .agent = {static_cast<std::uint32_t>(agent), 1}});
  held.reset();
  return Status::applied;
}

}  // namespace acd::twin
