// One session's life in words: every step with its instant, who acted, why, and who else could
// have.
#pragma once

#include <chrono>
#include <span>
#include <string>

#include "acd/config/compiled_plan.hpp"
#include "acd/engine/command.hpp"
#include "session_lives.hpp"
#include "text_table.hpp"

namespace acdsim {

/// Plays the commands to a router again, up to the end of the session and of its wrap-up.
[[nodiscard]] std::string life_story(std::span<const acd::TimedCommand> commands,
                                     const acd::CompiledPlan& plan, const SessionLife& life,
                                     std::chrono::seconds utc_offset, const TextStyle& style);

}  // namespace acdsim
