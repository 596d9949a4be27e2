// Which of several waiting sessions of a group is served first.
//
//   SessionOrder order = SessionOrder{most_urgent()}.then(oldest());
//   // prints "most_urgent then oldest"
//
// *Ageing* is exact and needs no clock. `aged(step, cap)` ranks by the effective priority
//     min(max(cap, priority), priority + (now - start) / step)
// where `start` is the arrival or the virtual start given with it. Two sessions that age
// at the same rate never change places by waiting, so this is the fixed virtual arrival
//     start - priority * step,
// with those above the cap, who do not age, ahead of all others. Sessions that have
// reached the cap keep the order in which they reached it. (Head start: a step of 45 s
// puts priority 2 ninety seconds ahead of priority 0.)
#pragma once

#include <cstdint>

#include "acd/policy/ordering.hpp"
#include "acd/vocabulary/id.hpp"
#include "acd/vocabulary/level.hpp"
#include "acd/vocabulary/time.hpp"

namespace acd {
inline namespace v1 {

enum class SessionCriterionKind : std::uint8_t {
  most_urgent,        ///< higher priority first
  oldest,             ///< earlier start first
  newest,             ///< last in, first out
  earliest_due,       ///< earlier due instant first; those without one last
  aged,               ///< priority that grows with waiting
  lowest_attribute,   ///< a session without the attribute comes last
  highest_attribute,  ///< a session without the attribute comes last
  host_rank,          ///< the host's own, lower first
};

/// Plain value; which operands count depends on `kind`.
struct SessionCriterion {
  SessionCriterionKind kind = SessionCriterionKind::oldest;
  Priority cap = 255;       // aged: highest priority that waiting alone can reach
  AttributeId attribute{};  // lowest_attribute, highest_attribute
  HostRankId host_rank{};   // host_rank
  /// aged: waiting time worth one priority; above zero, and at most `longest` for
  /// `Limits::priority_max` steps.
  Duration step{0};
  friend constexpr bool operator==(const SessionCriterion&, const SessionCriterion&) = default;
};

using SessionOrder = Ordering<SessionCriterion>;

[[nodiscard]] constexpr SessionCriterion most_urgent() {
  return {.kind = SessionCriterionKind::most_urgent};
}
[[nodiscard]] constexpr SessionCriterion oldest() { return {.kind = SessionCriterionKind::oldest}; }
[[nodiscard]] constexpr SessionCriterion newest() { return {.kind = SessionCriterionKind::newest}; }
[[nodiscard]] constexpr SessionCriterion earliest_due() {
  return {.kind = SessionCriterionKind::earliest_due};
}
[[nodiscard]] constexpr SessionCriterion aged(Duration step, Priority cap = 255) {
  return {.kind = SessionCriterionKind::aged, .cap = cap, .step = step};
}
/// Attribute values outside -32768 to 32767 rank as the nearest of these.
[[nodiscard]] constexpr SessionCriterion lowest_attribute(AttributeId attribute) {
  return {.kind = SessionCriterionKind::lowest_attribute, .attribute = attribute};
}
[[nodiscard]] constexpr SessionCriterion highest_attribute(AttributeId attribute) {
  return {.kind = SessionCriterionKind::highest_attribute, .attribute = attribute};
}
[[nodiscard]] constexpr SessionCriterion session_host_rank(HostRankId id) {
  return {.kind = SessionCriterionKind::host_rank, .host_rank = id};
}

}  // namespace v1
}  // namespace acd
