// Transforms of uniform numbers.
#include "simulation/variates.hpp"

#include <cmath>

#include "simulation/numbers.hpp"

namespace acd::simulation {

double exponential_variate(Random& random) { return -log_of(random.uniform()); }

double normal_variate(Random& random) { return normal_quantile(random.uniform()); }

double gamma_variate(Random& random, double shape) {
  if (shape < 1) {
    const double boost = exp_of(log_of(random.uniform()) / shape);
    return gamma_variate(random, shape + 1) * boost;
  }
  const double d = shape - 1.0 / 3;
  const double c = 1 / std::sqrt(9 * d);
  while (true) {
    const double x = normal_variate(random);
    const double root = 1 + c * x;
    if (root <= 0) continue;
    const double v = root * root * root;
    const double u = random.uniform();
    if (log_of(u) < x * x / 2 + d * (1 - v + log_of(v))) return d * v;
  }
}

}  // namespace acd::simulation
