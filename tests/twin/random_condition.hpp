// Random conditions, over every leaf that can be asked where they stand.
#pragma once

#include "acd/config/blueprint.hpp"
#include "twin/random.hpp"

namespace acd::twin {

enum class AskedBy : std::uint8_t { entry, surge, arriving, waiting, affinity };

/// Short; mostly near to what a few sessions and agents make of it within seconds.
[[nodiscard]] Condition random_condition(Random& random, const Blueprint& blueprint, AskedBy by);

/// A leaf of a group that counts, from `low` on: what surges mostly enter by.
[[nodiscard]] Test random_pressure(Random& random, const Blueprint& blueprint);

}  // namespace acd::twin
