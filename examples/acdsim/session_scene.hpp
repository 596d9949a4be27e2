// What a session finds at one instant: who waits before it, and what its agents do.
#pragma once

#include <string>
#include <vector>

#include "acd/engine/router.hpp"

namespace acdsim {

/// Names of agents of a group who could take something at once, in the order of the blueprint.
[[nodiscard]] std::vector<std::string> free_members(const acd::Router& router, acd::GroupId group);

/// "ann, bob, eve and 4 more"
[[nodiscard]] std::string names_text(const std::vector<std::string>& names);

/// Why no agent of its groups serves a session that waits: "9 serve, 2 wrap up, 1 is not there".
/// Empty if nobody is in them.
[[nodiscard]] std::string why_nobody(const acd::Router& router, acd::SessionHandle session);

/// Its place in its group: "3rd of 9 in sales".
[[nodiscard]] std::string place_text(const acd::Router& router, acd::SessionHandle session);

}  // namespace acdsim
