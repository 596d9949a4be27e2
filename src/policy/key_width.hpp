// Widths in bits of the integer keys that orderings compile to: the one place for them.
//
// The check of a blueprint adds them up, the compiler of keys packs by them. A key holds
// the criteria in their order, the first in the highest bits, and ends in a unique number,
// so that no two keys are equal.
#pragma once

#include <bit>

#include "acd/policy/agent_order.hpp"
#include "acd/policy/session_order.hpp"
#include "acd/vocabulary/level.hpp"

namespace acd {
inline namespace v1 {

inline constexpr int key_bits_max = 128;
/// An event's number: of becoming ready, of the arrival ...
inline constexpr int number_bits = 48;
/// Any accepted instant, a virtual start before or after them, and `never`.
inline constexpr int instant_bits = 54;
/// A saturated attribute and its absence.
inline constexpr int attribute_bits = 17;
inline constexpr int host_rank_bits_max = 48;

/// What the widths of priorities and levels depend on.
struct RankBounds {
  Priority priority_max = 9;
  Level level_max = 10;
};

[[nodiscard]] constexpr int bits_of_priority(RankBounds bounds) {
  return static_cast<int>(std::bit_width(unsigned{bounds.priority_max}));
}
[[nodiscard]] constexpr int bits_of_level(RankBounds bounds) {
  return static_cast<int>(std::bit_width(unsigned{bounds.level_max}));
}

/// `host_bits` is the width of the criterion's host rank, if it is one.
[[nodiscard]] constexpr int bits_of(const AgentCriterion& criterion, RankBounds bounds,
                                    int host_bits) {
  switch (criterion.kind) {
    case AgentCriterionKind::longest_ready:
    case AgentCriterionKind::longest_unhandled:
    case AgentCriterionKind::longest_unoffered: return number_bits;
    case AgentCriterionKind::lowest_load: return 16;
    case AgentCriterionKind::fewest_handled: return 20;
    case AgentCriterionKind::highest_level:
    case AgentCriterionKind::lowest_level: return bits_of_level(bounds);
    case AgentCriterionKind::skill_at_least: return 1;
    case AgentCriterionKind::preferred: return 8;
    case AgentCriterionKind::fixed: return 24;
    case AgentCriterionKind::host_rank: return host_bits;
    case AgentCriterionKind::weighted_random:
    case AgentCriterionKind::circular:
    case AgentCriterionKind::longest_weighted_ready: return 0;  // one of those of equal rank
  }
  return 0;
}

[[nodiscard]] constexpr int bits_of(const SessionCriterion& criterion, RankBounds bounds,
                                    int host_bits) {
  switch (criterion.kind) {
    case SessionCriterionKind::most_urgent: return bits_of_priority(bounds);
    case SessionCriterionKind::oldest:
    case SessionCriterionKind::newest:
    case SessionCriterionKind::earliest_due: return instant_bits;
    case SessionCriterionKind::aged: return bits_of_priority(bounds) + instant_bits;
    case SessionCriterionKind::lowest_attribute:
    case SessionCriterionKind::highest_attribute: return attribute_bits;
    case SessionCriterionKind::host_rank: return host_bits;
  }
  return 0;
}

/// Width of the whole key, the ready number at its end included. What follows
/// `longest_ready` never decides, for no two ready numbers are equal.
/// `host_bits(HostRankId)` answers for host ranks.
template <class HostBits>
[[nodiscard]] constexpr int key_bits(const AgentOrder& order, RankBounds bounds,
                                     const HostBits& host_bits) {
  int sum = 0;
  for (const AgentCriterion& criterion : order.criteria()) {
    const bool host = criterion.kind == AgentCriterionKind::host_rank;
    sum += bits_of(criterion, bounds, host ? host_bits(criterion.host_rank) : 0);
    if (criterion.kind == AgentCriterionKind::longest_ready) return sum;
  }
  return sum + number_bits;
}

/// Width of the whole key, the session's number at its end included.
template <class HostBits>
[[nodiscard]] constexpr int key_bits(const SessionOrder& order, RankBounds bounds,
                                     const HostBits& host_bits) {
  int sum = 0;
  for (const SessionCriterion& criterion : order.criteria()) {
    const bool host = criterion.kind == SessionCriterionKind::host_rank;
    sum += bits_of(criterion, bounds, host ? host_bits(criterion.host_rank) : 0);
  }
  return sum + number_bits;
}

}  // namespace v1
}  // namespace acd
