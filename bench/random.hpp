// A small seeded generator, so that every run of a benchmark sees the same workload.
#pragma once

#include <cmath>
#include <cstdint>

namespace acd::bench {

/// The splitmix64 sequence.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_{seed} {}

  std::uint64_t bits() {
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ mixed >> 30) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ mixed >> 27) * 0x94d049bb133111ebU;
    return mixed ^ mixed >> 31;
  }
  /// 0 to bound - 1; the bias of the remainder does not matter to a benchmark.
  std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(bits() % bound); }
  /// Above 0, at most 1.
  double unit() { return static_cast<double>((bits() >> 11) + 1) * 0x1p-53; }
  double exponential(double mean) { return -mean * std::log(unit()); }

 private:
  std::uint64_t state_;
};

}  // namespace acd::bench
