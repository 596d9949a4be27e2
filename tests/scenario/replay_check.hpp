// What a script did, done again in other ways: the events and the hash must be the same.
#pragma once

#include <string>

#include "acd/config/compiled_plan.hpp"
#include "scenario/stage.hpp"

namespace acd::scenario {

/// Replays the journal as recorded, with a stop at every deadline on the way, and without
/// the stops of the script. Says what differed; empty if nothing did.
[[nodiscard]] std::string check_replays(const Stage& stage, const CompiledPlan& plan);

}  // namespace acd::scenario
