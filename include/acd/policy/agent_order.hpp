// Which of several ready agents gets the session.
//
//   AgentOrder order = AgentOrder{highest_level()}.then(longest_ready());
//   // prints "highest_level then longest_ready"
//
// Every criterion that ranks reads facts that only events change: "ready longest" is the
// number of the event that made him ready, never the growing duration. An order compiles to
// an integer key of at most 128 bits; a wider one is a problem of the blueprint. Three
// criteria do not rank: among those who are equal so far one is drawn, is the next in turn,
// or has the most of a growing duration. They come last, and cost time linear in these.
#pragma once

#include <cstdint>

#include "acd/policy/ordering.hpp"
#include "acd/vocabulary/id.hpp"
#include "acd/vocabulary/level.hpp"

namespace acd {
inline namespace v1 {

/// Fingerprints of blueprints hold their numbers: a new one comes last.
enum class AgentCriterionKind : std::uint8_t {
  longest_ready,           ///< since he last became ready, or was freed of a session
  longest_unhandled,       ///< since a session of his last ended (or he signed in)
  longest_unoffered,       ///< since he last was offered a session: round robin by time
  lowest_load,             ///< charged units over total units
  fewest_handled,          ///< sessions assigned since he signed in
  highest_level,           ///< in this group
  lowest_level,            ///< in this group: keeps experts free
  skill_at_least,          ///< those who have the skill at the level, first
  preferred,               ///< lower membership preference first
  fixed,                   ///< the order of the agents in the blueprint
  weighted_random,         ///< at random, in proportion to his weight, level + 1; seeded; last
  host_rank,               ///< the host's own, lower first
  circular,                ///< next in the blueprint behind whom the group last offered one; last
  longest_weighted_ready,  ///< since he became ready or was freed, times level + 1; last
};
inline constexpr AgentCriterionKind last_agent_criterion_kind =
    AgentCriterionKind::longest_weighted_ready;

/// It ranks nobody: it chooses among those whom the criteria before it leave equal, and
/// nothing may follow it.
[[nodiscard]] constexpr bool always_decides(AgentCriterionKind kind) {
  return kind == AgentCriterionKind::weighted_random || kind == AgentCriterionKind::circular ||
         kind == AgentCriterionKind::longest_weighted_ready;
}

/// Plain value; which operands count depends on `kind`.
struct AgentCriterion {
  AgentCriterionKind kind = AgentCriterionKind::longest_ready;
  SkillId skill{};         // skill_at_least
  Level level = 0;         // skill_at_least
  HostRankId host_rank{};  // host_rank
  friend constexpr bool operator==(const AgentCriterion&, const AgentCriterion&) = default;
};

using AgentOrder = Ordering<AgentCriterion>;

[[nodiscard]] constexpr AgentCriterion longest_ready() {
  return {.kind = AgentCriterionKind::longest_ready};
}
[[nodiscard]] constexpr AgentCriterion longest_unhandled() {
  return {.kind = AgentCriterionKind::longest_unhandled};
}
[[nodiscard]] constexpr AgentCriterion longest_unoffered() {
  return {.kind = AgentCriterionKind::longest_unoffered};
}
[[nodiscard]] constexpr AgentCriterion lowest_load() {
  return {.kind = AgentCriterionKind::lowest_load};
}
[[nodiscard]] constexpr AgentCriterion fewest_handled() {
  return {.kind = AgentCriterionKind::fewest_handled};
}
[[nodiscard]] constexpr AgentCriterion highest_level() {
  return {.kind = AgentCriterionKind::highest_level};
}
[[nodiscard]] constexpr AgentCriterion lowest_level() {
  return {.kind = AgentCriterionKind::lowest_level};
}
[[nodiscard]] constexpr AgentCriterion skilled_first(SkillId skill, Level level) {
  return {.kind = AgentCriterionKind::skill_at_least, .skill = skill, .level = level};
}
[[nodiscard]] constexpr AgentCriterion preferred() {
  return {.kind = AgentCriterionKind::preferred};
}
[[nodiscard]] constexpr AgentCriterion fixed() { return {.kind = AgentCriterionKind::fixed}; }
[[nodiscard]] constexpr AgentCriterion weighted_random() {
  return {.kind = AgentCriterionKind::weighted_random};
}
[[nodiscard]] constexpr AgentCriterion circular() { return {.kind = AgentCriterionKind::circular}; }
[[nodiscard]] constexpr AgentCriterion longest_weighted_ready() {
  return {.kind = AgentCriterionKind::longest_weighted_ready};
}
[[nodiscard]] constexpr AgentCriterion agent_host_rank(HostRankId id) {
  return {.kind = AgentCriterionKind::host_rank, .host_rank = id};
}

}  // namespace v1
}  // namespace acd
