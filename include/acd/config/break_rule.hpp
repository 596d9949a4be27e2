// When an agent who is ready may go not ready.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "acd/vocabulary/id.hpp"

namespace acd {
inline namespace v1 {

/// What becomes of a break that the bounds do not allow now.
enum class BreakAnswer : std::uint8_t {
  refuse,  ///< Status::break_refused
  hold,    ///< he stays ready; it begins as soon as the bounds allow
};
inline constexpr BreakAnswer last_break_answer = BreakAnswer::hold;

enum class BreakApproval : std::uint8_t {
  not_needed,
  needed,  ///< the break is held until CommandKind::approve_break
};
inline constexpr BreakApproval last_break_approval = BreakApproval::needed;

/// Concerns a `not_ready` of a ready member of the group for one of the reasons. All rules that
/// concern a break have to allow it.
struct BreakRule {
  std::string name{};
  GroupId group{};                  ///< none: every agent
  std::vector<ReasonId> reasons{};  ///< empty: every reason, and none
  std::uint32_t ready_min = 0;      ///< members who have to stay ready
  /// Members who may be not ready for these reasons at once.
  std::optional<std::uint32_t> away_max{};
  BreakAnswer answer = BreakAnswer::refuse;
  BreakApproval approval = BreakApproval::not_needed;
  friend bool operator==(const BreakRule&, const BreakRule&) = default;
};

}  // namespace v1
}  // namespace acd
