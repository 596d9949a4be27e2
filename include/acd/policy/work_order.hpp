// Which of his groups a freed agent serves: compares the first session of each.
//
//   WorkOrder order = WorkOrder{heaviest_group()}.then(most_urgent_first()).then(oldest_first());
//
// Inside a group the group's SessionOrder decides who is first; across groups this does.
// Only sessions that this agent may serve are compared, so a session that he cannot
// serve never stands in the way of one that he can.
#pragma once

#include <cstdint>

#include "acd/policy/ordering.hpp"
#include "acd/vocabulary/level.hpp"
#include "acd/vocabulary/time.hpp"

namespace acd {
inline namespace v1 {

enum class WorkCriterionKind : std::uint8_t {
  heaviest_group,         ///< higher group weight first
  preferred_group,        ///< lower membership preference first
  most_urgent,            ///< higher session priority first
  oldest,                 ///< earlier session start first
  earliest_due,           ///< earlier session due instant first
  aged,                   ///< as SessionCriterionKind::aged, across groups
  longest_weighted_wait,  ///< (now - start) times group weight
  longest_queue,          ///< waiting sessions of the group times its weight (queue ratio)
  largest_share_deficit,  ///< group in which he is furthest below his share of time
};

/// Plain value; which operands count depends on `kind`.
struct WorkCriterion {
  WorkCriterionKind kind = WorkCriterionKind::oldest;
  Priority cap = 255;  // aged
  Duration step{0};    // aged; above zero
  friend constexpr bool operator==(const WorkCriterion&, const WorkCriterion&) = default;
};

using WorkOrder = Ordering<WorkCriterion>;

[[nodiscard]] constexpr WorkCriterion heaviest_group() {
  return {.kind = WorkCriterionKind::heaviest_group};
}
[[nodiscard]] constexpr WorkCriterion preferred_group() {
  return {.kind = WorkCriterionKind::preferred_group};
}
[[nodiscard]] constexpr WorkCriterion most_urgent_first() {
  return {.kind = WorkCriterionKind::most_urgent};
}
[[nodiscard]] constexpr WorkCriterion oldest_first() { return {.kind = WorkCriterionKind::oldest}; }
[[nodiscard]] constexpr WorkCriterion earliest_due_first() {
  return {.kind = WorkCriterionKind::earliest_due};
}
[[nodiscard]] constexpr WorkCriterion aged_first(Duration step, Priority cap = 255) {
  return {.kind = WorkCriterionKind::aged, .cap = cap, .step = step};
}
[[nodiscard]] constexpr WorkCriterion longest_weighted_wait() {
  return {.kind = WorkCriterionKind::longest_weighted_wait};
}
[[nodiscard]] constexpr WorkCriterion longest_queue() {
  return {.kind = WorkCriterionKind::longest_queue};
}
[[nodiscard]] constexpr WorkCriterion largest_share_deficit() {
  return {.kind = WorkCriterionKind::largest_share_deficit};
}

}  // namespace v1
}  // namespace acd
