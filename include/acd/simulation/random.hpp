// Streams of random numbers that do not disturb each other.
#pragma once

#include <cstdint>

#include "acd/vocabulary/random.hpp"

namespace acd {
inline namespace v1 {

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
