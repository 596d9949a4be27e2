// Random conditions over lines of given numbers, as the functions of acd/policy/condition.hpp
// make them.
#pragma once

#include <cstddef>

#include "acd/config/blueprint.hpp"

namespace acd {
inline namespace v1 {

/// How many lines of each kind a condition may name, and which leaves it may have.
struct ConditionBounds {
  std::size_t channels = 0;
  std::size_t attributes = 0;
  std::size_t time_plans = 0;
  std::size_t groups = 0;
  std::size_t requirements = 0;
  std::size_t surges = 0;
  bool asks_session = false;   ///< facts of a session in a group
  bool has_own_group = false;  ///< facts of a group may name none
  bool asks_agent = false;     ///< facts of an agent whom affinity names
  Limits limits{};
};
[[nodiscard]] ConditionBounds bounds_of(const Blueprint& blueprint);

/// It may be too long.
[[nodiscard]] Condition random_condition(const ConditionBounds& bounds);
/// Over facts of groups, time plans and surges alone, in two leaves at most.
[[nodiscard]] Condition random_whole_condition(const ConditionBounds& bounds);

}  // namespace v1
}  // namespace acd
