// Random affinity, teams, host's choices and memory of customers.
#pragma once

#include "acd/config/blueprint.hpp"
#include "acd/config/registry.hpp"
#include "twin/random.hpp"
#include "twin/twin_facts.hpp"

namespace acd::twin {

/// Most customers are named 1 to this, so that they come again.
inline constexpr std::uint64_t customers_max = 5;

/// In two plans of five, after groups, agents and surges: strategies name them. Few contacts are
/// kept, so that they are pushed out.
void add_affinity(Random& random, Blueprint& blueprint);

/// When a contact counts no longer, if that is still to come; else now.
[[nodiscard]] Instant edge_of_memory(Random& random, const TwinFacts& twin);

/// Binds the host's choices that random blueprints name.
void bind_choices(Registry& registry);

}  // namespace acd::twin
