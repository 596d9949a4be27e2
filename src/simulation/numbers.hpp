// Elementary functions that give the same bits everywhere: additions, multiplications, divisions
// and square roots alone, none of them fused (the build says so).
#pragma once

namespace acd::simulation {

/// Natural logarithm of a normal number above 0; relative error below 1e-15.
[[nodiscard]] double log_of(double x);
/// e to the power of x, from -700 to 700; relative error below 1e-15.
[[nodiscard]] double exp_of(double x);
/// What a standard normal variable stays below with probability p, above 0 and below 1: algorithm
/// AS 241 (Wichura 1988), relative error about 1e-16.
[[nodiscard]] double normal_quantile(double p);

}  // namespace acd::simulation
