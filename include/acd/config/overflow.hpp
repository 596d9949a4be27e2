// What becomes of a session that its own group does not serve, or not soon enough.
//
// A group holds overflow rules. They are asked in order when a session comes to the group
// (stage `arriving`), and whenever something happens to one that waits there without an offer
// (stage `waiting`): it joined, it reached a threshold that a rule names, its group closed, a
// fact that wakes changed (acd/policy/condition.hpp). A rule whose condition holds acts once.
//
//   group.overflow = {
//     {.name = "too many", .stage = OverflowStage::arriving, .cause = OverflowCause::too_long,
//      .when = at_least(TestKind::length, 20) && !attribute_is(vip, 1),
//      .targets = {to_group(reserve), leave_message()}},
//     {.name = "wider", .when = waited(30s), .also_in = {second_line}},
//     {.name = "any level", .when = waited(60s), .relaxation = Relaxation::dropped}};
//
// A session never returns to a group that a rule took it from, and rules move it
// Limits::hops times at most: overflow ends.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "acd/config/target.hpp"
#include "acd/policy/condition.hpp"
#include "acd/vocabulary/id.hpp"
#include "acd/vocabulary/level.hpp"
#include "acd/vocabulary/time.hpp"

namespace acd {
inline namespace v1 {

enum class OverflowStage : std::uint8_t {
  arriving,  ///< before it queues; a group with such rules never refuses an arrival
  waiting,
};
inline constexpr OverflowStage last_overflow_stage = OverflowStage::waiting;

/// Why, in the rule's own view: on the event, and so in every count.
enum class OverflowCause : std::uint8_t {
  nobody_signed_in,
  all_busy,
  closed,
  too_long,
  too_slow,
  forecast_too_slow,
  refused,  ///< by agents
  pressure,
};
inline constexpr OverflowCause last_overflow_cause = OverflowCause::pressure;

/// What a rule does to what the session asks of an agent.
enum class Relaxation : std::uint8_t {
  none,
  replaced,  ///< by OverflowRule::requirement
  dropped,   ///< the group's own requirement stays
};
inline constexpr Relaxation last_relaxation = Relaxation::dropped;

/// A repeating rule may act at `every`, twice `every` ... after the session joined.
struct Repeat {
  Duration every{};        ///< at least a second
  std::uint8_t times = 1;  ///< 1 to 100
  friend bool operator==(const Repeat&, const Repeat&) = default;
};

struct OverflowRule {
  std::string name{};
  OverflowStage stage = OverflowStage::waiting;
  OverflowCause cause = OverflowCause::too_slow;
  Condition when{};
  std::optional<Repeat> repeat{};   ///< none: it acts once while the session is in the group
  std::uint8_t raise_priority = 0;  ///< by so much, up to Limits::priority_max
  Relaxation relaxation = Relaxation::none;
  RequirementId requirement{};  ///< Relaxation::replaced: by this
  /// From now on it waits in these too, with a place by age; three at most for one session.
  std::vector<GroupId> also_in{};
  /// Where it goes: of the groups the first that is not overflowing itself, else the first that
  /// is open, else, if the own group is closed, the one that opens first. A target that is no
  /// group counts as one that is not overflowing. Empty: it stays.
  std::vector<Target> targets{};
  friend bool operator==(const OverflowRule&, const OverflowRule&) = default;
};

/// Groups, beside its own, in which a session can wait.
inline constexpr std::size_t also_in_max = 3;
/// Rules of one group.
inline constexpr std::size_t overflow_rules_max = 32;

}  // namespace v1
}  // namespace acd
