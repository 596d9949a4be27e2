// What a session asks of an agent: an expression over skills and levels.
//
//   Requirement spoken = skill_at_least(english, 3) && !has_skill(trainee);
//   // prints "english >= 3 and not trainee"
//
// A skill that an agent does not have is at no level: `has_skill` and `skill_at_least`
// are false for it, `skill_at_most` too (lacking a skill is not being a beginner at it).
#pragma once

#include <cstdint>

#include "acd/policy/boolean.hpp"
#include "acd/vocabulary/id.hpp"
#include "acd/vocabulary/level.hpp"

namespace acd {
inline namespace v1 {

/// One comparison: the agent has the skill at a level of `low` to `high`.
struct SkillTest {
  SkillId skill{};
  Level low = 0;
  Level high = 255;
  friend constexpr bool operator==(const SkillTest&, const SkillTest&) = default;
};

/// At most 24 leaves and operators; a longer one is refused wherever it is used.
using Requirement = Boolean<SkillTest, 24>;

[[nodiscard]] inline Requirement has_skill(SkillId skill) { return SkillTest{skill, 0, 255}; }
[[nodiscard]] inline Requirement skill_at_least(SkillId skill, Level level) {
  return SkillTest{skill, level, 255};
}
[[nodiscard]] inline Requirement skill_at_most(SkillId skill, Level level) {
  return SkillTest{skill, 0, level};
}

}  // namespace v1
}  // namespace acd
