// Random policies: a kind first, then its operands.
#include "law/random_policy.hpp"

#include <algorithm>

namespace acd {
inline namespace v1 {
namespace {

template <class Kind>
Kind random_kind(Kind last) {
  return static_cast<Kind>(*rc::gen::inRange(0, static_cast<int>(last) + 1));
}

Priority random_cap() { return *rc::gen::element<Priority>(0, 1, 5, 9, 254, 255); }

AgentCriterion random_agent_criterion(const PolicyBounds& bounds) {
  const auto kind = random_kind(last_agent_criterion_kind);
  if (kind == AgentCriterionKind::skill_at_least) {
    if (bounds.skills == 0) return longest_ready();
    return skilled_first(random_line<SkillId>(0, bounds.skills), random_level(bounds.level_max));
  }
  if (kind == AgentCriterionKind::host_rank) {
    if (bounds.agent_ranks == 0) return highest_level();
    return agent_host_rank(random_line<HostRankId>(0, bounds.agent_ranks));
  }
  return {.kind = kind};
}

SessionCriterion random_session_criterion(const PolicyBounds& bounds) {
  const auto kind = random_kind(SessionCriterionKind::host_rank);
  switch (kind) {
    case SessionCriterionKind::most_urgent:
    case SessionCriterionKind::oldest:
    case SessionCriterionKind::newest:
    case SessionCriterionKind::earliest_due: return {.kind = kind};
    case SessionCriterionKind::aged:
      return aged(random_duration(Duration{1}, bounds.step_max), random_cap());
    case SessionCriterionKind::lowest_attribute:
    case SessionCriterionKind::highest_attribute:
      if (bounds.attributes == 0) return most_urgent();
      return {.kind = kind, .attribute = random_line<AttributeId>(0, bounds.attributes)};
    case SessionCriterionKind::host_rank:
      if (bounds.session_ranks == 0) return oldest();
      return session_host_rank(random_line<HostRankId>(bounds.agent_ranks, bounds.session_ranks));
  }
  return oldest();
}

WorkCriterion random_work_criterion(const PolicyBounds& bounds) {
  const auto kind = random_kind(WorkCriterionKind::largest_share_deficit);
  if (kind != WorkCriterionKind::aged) return {.kind = kind};
  return aged_first(random_duration(Duration{1}, bounds.step_max), random_cap());
}

template <class Order, class RandomCriterion>
Order random_order(const PolicyBounds& bounds, const RandomCriterion& random_criterion) {
  Order order;
  auto left = *rc::gen::inRange<std::size_t>(0, bounds.criteria_max + 1);
  for (; left > 0; --left) order = order.then(random_criterion(bounds));
  return order;
}

Requirement random_test(const PolicyBounds& bounds) {
  const int choice = *rc::gen::inRange(0, 10);
  if (choice == 0) return Requirement::anything();
  if (choice == 1 || bounds.skills == 0) return Requirement::nothing();
  const auto skill = random_line<SkillId>(0, bounds.skills);
  const Level one = random_level(bounds.level_max);
  if (choice < 4) return has_skill(skill);
  if (choice < 6) return skill_at_least(skill, one);
  if (choice < 8) return skill_at_most(skill, one);
  const Level other = random_level(bounds.level_max);
  return SkillTest{.skill = skill, .low = std::min(one, other), .high = std::max(one, other)};
}

Requirement random_expression(const PolicyBounds& bounds, int depth) {
  const int choice = depth == 0 ? 0 : *rc::gen::inRange(0, 5);
  if (choice < 2) return random_test(bounds);
  const Requirement first = random_expression(bounds, depth - 1);
  if (choice == 2) return !first;
  const Requirement second = random_expression(bounds, depth - 1);
  return choice == 3 ? first && second : first || second;
}

}  // namespace

Level random_level(Level level_max) {
  return static_cast<Level>(*rc::gen::inRange(0, int{level_max} + 1));
}

Duration random_duration(Duration least, Duration most) {
  // Small numbers of some unit, so that all units and all sums of them occur.
  const auto unit = *rc::gen::element<std::int64_t>(1, 1'000, 1'000'000, 90'000'000, 3'600'000'000);
  const Duration some{*rc::gen::inRange<std::int64_t>(0, 3'000) * unit};
  const Duration any{*rc::gen::inRange<std::int64_t>(least.count(), most.count())};
  return std::clamp(*rc::gen::inRange(0, 4) == 0 ? any : some, least, most);
}

AgentOrder random_agent_order(const PolicyBounds& bounds) {
  return random_order<AgentOrder>(bounds, random_agent_criterion);
}
SessionOrder random_session_order(const PolicyBounds& bounds) {
  return random_order<SessionOrder>(bounds, random_session_criterion);
}
WorkOrder random_work_order(const PolicyBounds& bounds) {
  return random_order<WorkOrder>(bounds, random_work_criterion);
}

Requirement random_requirement_over(const PolicyBounds& bounds) {
  const Requirement expression = random_expression(bounds, 4);
  return expression.is_too_long() ? random_test(bounds) : expression;
}

}  // namespace v1
}  // namespace acd
