// Random numbers that are the same on every platform, and streams that do not disturb each other.
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

 private:
  std::uint64_t state_;
};

/// What a stream is drawn for: streams of different purposes, subjects or replications are
/// independent, so a change of one part of a scenario leaves the draws of the others alone.
enum class DrawPurpose : std::uint8_t {
  interarrival,
  busyness,  ///< how busy the day is
  service,
  patience,
  redial,
  answer,   ///< what an agent does with an offer
  absence,  ///< of an agent
  customer,
  fault,  ///< of the host's messages
  wrap_up,
  key,  ///< pressed in a menu
  bot,
  follow_up,
};

/// The subject is a line: a demand, an agent.
[[nodiscard]] constexpr Random stream(std::uint64_t seed, std::uint64_t replication,
                                      DrawPurpose purpose, std::uint64_t subject) {
  Random mixed{seed};
  Random again{mixed.next() ^ (replication * 0xd1342543de82ef95U)};
  Random last{again.next() ^ (static_cast<std::uint64_t>(purpose) << 56 ^ subject)};
  return Random{last.next()};
}

}  // namespace v1
}  // namespace acd
