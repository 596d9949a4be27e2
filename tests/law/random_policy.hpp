// Random policies over lines of given numbers, as the functions of acd/policy make them.
#pragma once

#include <rapidcheck.h>

#include <cstddef>
#include <cstdint>

#include "acd/policy/agent_order.hpp"
#include "acd/policy/requirement.hpp"
#include "acd/policy/session_order.hpp"
#include "acd/policy/work_order.hpp"

namespace acd {
inline namespace v1 {

/// What random policies may name, and how high they go.
struct PolicyBounds {
  std::size_t skills = 0;
  std::size_t attributes = 0;
  std::size_t agent_ranks = 0;    ///< the first host ranks
  std::size_t session_ranks = 0;  ///< those after them
  Level level_max = 255;
  Duration step_max = longest;
  std::size_t criteria_max = 6;
};

template <class LineId>
[[nodiscard]] LineId random_line(std::size_t first, std::size_t count) {
  return LineId{*rc::gen::inRange<std::size_t>(first, first + count)};
}
[[nodiscard]] Level random_level(Level level_max);
[[nodiscard]] Duration random_duration(Duration least, Duration most);

[[nodiscard]] AgentOrder random_agent_order(const PolicyBounds& bounds);
[[nodiscard]] SessionOrder random_session_order(const PolicyBounds& bounds);
[[nodiscard]] WorkOrder random_work_order(const PolicyBounds& bounds);
/// Not too long.
[[nodiscard]] Requirement random_requirement_over(const PolicyBounds& bounds);

}  // namespace v1
}  // namespace acd
