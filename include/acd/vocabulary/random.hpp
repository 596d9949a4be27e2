// Random numbers that are the same on every platform (the standard distributions differ between
// libraries).
#pragma once

#include <cstdint>

namespace acd {
inline namespace v1 {

/// SplitMix64 (Steele, Lea, Flood 2014): one word of state, every seed is good.
class Random {
 public:
  explicit constexpr Random(std::uint64_t seed) : state_{seed} {}

  [[nodiscard]] constexpr std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31);
  }
  /// Above 0, below 1: the middles of 2^53 equal parts.
  [[nodiscard]] constexpr double uniform() {
    return (static_cast<double>(next() >> 11) + 0.5) * 0x1p-53;
  }
  /// 0 to bound - 1 by multiplication; the bias is below bound / 2^64.
  [[nodiscard]] constexpr std::uint64_t below(std::uint64_t bound) {
    __extension__ using Wide = unsigned __int128;
    return static_cast<std::uint64_t>(Wide{next()} * bound >> 64);
  }
  [[nodiscard]] constexpr std::uint64_t state() const { return state_; }

 private:
  std::uint64_t state_;
};

}  // namespace v1
}  // namespace acd
