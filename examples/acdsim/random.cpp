// The transforms.
#include "random.hpp"

#include <cmath>
#include <numbers>

namespace acdsim {
namespace {

/// The generator's last step alone: its next number has one of the state before it was counted up.
std::uint64_t scrambled(std::uint64_t value) {
  constexpr std::uint64_t counted_up_by = 0x9e3779b97f4a7c15U;
  return acd::Random{value - counted_up_by}.next();
}

}  // namespace

double Random::uniform() {
  constexpr double unit = 1.0 / static_cast<double>(std::uint64_t{1} << 53);
  return static_cast<double>((next() >> 11) + 1) * unit;
}

std::uint64_t Random::below(std::uint64_t count) {
  const std::uint64_t unfair = (UINT64_MAX - count + 1) % count;  // 2^64 mod count
  std::uint64_t drawn = next();
  while (drawn < unfair) drawn = next();
  return drawn % count;
}

double Random::exponential(double mean) { return -mean * std::log(uniform()); }

double Random::lognormal(double median, double sigma) {
  const double radius = std::sqrt(-2.0 * std::log(uniform()));
  const double normal = radius * std::cos(2.0 * std::numbers::pi * uniform());
  return median * std::exp(sigma * normal);
}

Random random_for(std::uint64_t seed, Purpose purpose, std::uint64_t subject) {
  const std::uint64_t stream = scrambled(seed + static_cast<std::uint64_t>(purpose));
  return Random{scrambled(stream ^ subject)};
}

}  // namespace acdsim
