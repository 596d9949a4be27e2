// Random time plans, bots, menus and entries.
#pragma once

#include "acd/config/blueprint.hpp"
#include "twin/random.hpp"

namespace acd::twin {

/// Before the groups: they have hours. Mostly open and shut within seconds around the
/// instants that most streams of commands begin at.
void add_time_plans(Random& random, Blueprint& blueprint);

/// A plan, or none.
[[nodiscard]] TimePlanId random_hours(Random& random, const Blueprint& blueprint, unsigned percent);

/// After the groups: they lead there.
void add_entries(Random& random, Blueprint& blueprint);

}  // namespace acd::twin
