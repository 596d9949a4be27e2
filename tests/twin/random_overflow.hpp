// Random overflow rules, surges, tickets, callbacks and break rules.
#pragma once

#include "acd/config/blueprint.hpp"
#include "twin/random.hpp"

namespace acd::twin {

/// Names only: whatever comes after may name them.
void add_surges(Random& random, Blueprint& blueprint);

/// After the groups.
void add_tickets(Random& random, Blueprint& blueprint);
void add_break_rules(Random& random, Blueprint& blueprint);

/// After all that they name.
void add_overflow(Random& random, Blueprint& blueprint);
void fill_surges(Random& random, Blueprint& blueprint);

/// A message, a callback, the host or a refusal.
[[nodiscard]] Target random_end(Random& random, const Blueprint& blueprint);

}  // namespace acd::twin
