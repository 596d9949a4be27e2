// Random blueprints: small, so that everything collides, and with every policy.
#pragma once

#include "acd/config/blueprint.hpp"
#include "acd/config/registry.hpp"
#include "twin/random.hpp"

namespace acd::twin {

/// Binds the host ranks and choices that random blueprints name.
[[nodiscard]] Registry random_registry();

/// Sound: it compiles with `random_registry()`.
[[nodiscard]] Blueprint random_blueprint(Random& random);

[[nodiscard]] Requirement random_requirement(Random& random, const Blueprint& blueprint);

/// A few seconds, so that deadlines fall together.
[[nodiscard]] Duration random_seconds(Random& random, std::int64_t low, std::int64_t high);

}  // namespace acd::twin
