// Channels, and how much of an agent a session of each takes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "acd/vocabulary/id.hpp"

namespace acd {
inline namespace v1 {

/// Voice, chat, video, message, email, ticket, callback, or the host's own.
struct Channel {
  std::string name{};
  friend bool operator==(const Channel&, const Channel&) = default;
};

/// What a session of one channel takes of an agent with this capacity.
struct ChannelCapacity {
  ChannelId channel{};
  std::uint16_t cost = 1;          ///< units charged, 1 to `units`
  std::uint16_t sessions_max = 1;  ///< at once, 1 or more
  /// Work in progress on these channels takes no units from this one. A wrap-up, or
  /// an offer not yet answered, is never interrupted.
  std::vector<ChannelId> interrupts{};
  friend bool operator==(const ChannelCapacity&, const ChannelCapacity&) = default;
};

/// How much an agent can do at once. He has room for one more session of channel x if
///   charged units that x may not interrupt + cost(x) <= units, and
///   sessions of x (here and reported from outside) < sessions_max(x).
/// An agent serves only the channels listed.
struct CapacityRule {
  std::string name{};
  std::uint16_t units = 1;  ///< 1 to 255
  std::vector<ChannelCapacity> channels{};
  friend bool operator==(const CapacityRule&, const CapacityRule&) = default;
};

}  // namespace v1
}  // namespace acd
