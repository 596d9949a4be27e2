// An agent: his groups, his skills, how much he can do at once.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "acd/config/wrap_up_rule.hpp"
#include "acd/vocabulary/id.hpp"
#include "acd/vocabulary/level.hpp"
#include "acd/vocabulary/time.hpp"

namespace acd {
inline namespace v1 {

struct Membership {
  GroupId group{};
  Level level = 0;
  Preference preference = 0;
  /// He serves a session of this group only after it has waited so long.
  Duration delay{0};
  /// Percent of his time meant for this group (WorkCriterionKind::largest_share_deficit).
  std::uint8_t share_percent = 0;
  /// He belongs to the group only while this surge is on: a reserve, or lent. None: always.
  SurgeId when{};
  friend bool operator==(const Membership&, const Membership&) = default;
};

struct SkillLevel {
  SkillId skill{};
  Level level = 0;
  friend bool operator==(const SkillLevel&, const SkillLevel&) = default;
};

enum class PickRight : std::uint8_t {
  own_groups,  ///< may pick by hand what waits in his groups
  all_groups,  ///< a supervisor: may pick anything
};

enum class ShiftKind : std::uint8_t {
  fixed,     ///< signed in and ready when it begins, drained when it ends
  flexible,  ///< he signs in himself, only while it lasts; drained when it ends
};
inline constexpr ShiftKind last_shift_kind = ShiftKind::flexible;

struct Agent {
  std::string name{};
  CapacityRuleId capacity{0};
  std::vector<Membership> memberships{};
  std::vector<SkillLevel> skills{};
  WrapUpRule wrap_up{};
  PickRight pick_right = PickRight::own_groups;
  TimePlanId shift{};  ///< none: he comes and goes as the host says
  ShiftKind shift_kind = ShiftKind::fixed;
  TeamId team{};  ///< AffinityKind::owner_team
  friend bool operator==(const Agent&, const Agent&) = default;
};

}  // namespace v1
}  // namespace acd
