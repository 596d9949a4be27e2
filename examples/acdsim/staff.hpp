// Turns a skill matrix into the agents of a blueprint.
//
// An agent is a member of the group of every queue of which he has taken at least `calls_min`
// calls. His level is his experience: of a group's members ranked by their calls in it, the
// first third has level 3, the second 2, the last 1. His preference is the rank of the queue
// among his own by calls: 0 for the one he serves most. In the others he serves a session only
// after it has waited for `help_after`.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "acd/config/blueprint.hpp"
#include "names.hpp"
#include "skill_matrix.hpp"

namespace acdsim {

struct StaffRules {
  std::uint64_t calls_min = 20;
  acd::Duration help_after{0};
};

/// Appends the agents whom the blueprint does not have. Returns the names of those left out:
/// too few calls in every queue.
std::vector<std::string> add_staff(acd::Blueprint& blueprint, const SkillMatrix& matrix,
                                   const Names& agents, const StaffRules& rules);

}  // namespace acdsim
