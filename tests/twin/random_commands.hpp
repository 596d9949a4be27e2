// Random command streams: mostly what a host would do next, and now and then nonsense.
#pragma once

#include <functional>
#include <vector>

#include "acd/engine/command.hpp"
#include "twin/random.hpp"
#include "twin/twin_router.hpp"

namespace acd::twin {

/// One command, and when, for a router in the state that the twin shows.
[[nodiscard]] TimedCommand random_command(Random& random, const TwinRouter& twin);

/// Where a stream starts: at a usual time, at the earliest, or shortly before the latest.
[[nodiscard]] Instant random_first_instant(Random& random);

}  // namespace acd::twin
