// A small seeded generator, so that every run of a benchmark sees the same workload.
#pragma once

#include <cmath>
#include <cstdint>

#include "acd/vocabulary/random.hpp"

namespace acd::bench {

class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_{seed} {}

  std::uint64_t bits() { return engine_.next(); }
  /// 0 to bound - 1; the bias of the remainder does not matter to a benchmark.
  std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(bits() % bound); }
  /// Above 0, at most 1.
  double unit() { return static_cast<double>((bits() >> 11) + 1) * 0x1p-53; }
  double exponential(double mean) { return -mean * std::log(unit()); }

 private:
  acd::Random engine_;
};

}  // namespace acd::bench
