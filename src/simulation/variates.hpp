// Random numbers of other shapes than uniform.
#pragma once

#include "acd/simulation/random.hpp"

namespace acd::simulation {

/// Mean 1.
[[nodiscard]] double exponential_variate(Random& random);
/// By inversion: one number.
[[nodiscard]] double normal_variate(Random& random);
/// Shape above 0, scale 1: Marsaglia and Tsang (2000); below shape 1 as they say there.
[[nodiscard]] double gamma_variate(Random& random, double shape);

}  // namespace acd::simulation
