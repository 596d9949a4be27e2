// The library's random numbers, with transforms of their own: the committed days and the measured
// replays are made with these.
#pragma once

#include <cstdint>

#include "acd/vocabulary/random.hpp"

namespace acdsim {

class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_{seed} {}

  [[nodiscard]] acd::Random& engine() { return engine_; }
  [[nodiscard]] std::uint64_t next() { return engine_.next(); }
  /// Above 0, at most 1; 53 bits.
  [[nodiscard]] double uniform();
  /// 0 to `count - 1`; count is above 0.
  [[nodiscard]] std::uint64_t below(std::uint64_t count);
  /// By the inverse of its distribution.
  [[nodiscard]] double exponential(double mean);
  /// By Box and Muller's transform, one value per two draws.
  [[nodiscard]] double lognormal(double median, double sigma);

 private:
  acd::Random engine_;
};

/// What a number is drawn for: draws for different purposes are independent.
enum class Purpose : std::uint8_t { patience, service, answer, arrival, surge };

/// A generator of its own for each subject (a call, say), so that what is drawn for one does
/// not depend on the others, nor on their order.
[[nodiscard]] Random random_for(std::uint64_t seed, Purpose purpose, std::uint64_t subject);

}  // namespace acdsim
