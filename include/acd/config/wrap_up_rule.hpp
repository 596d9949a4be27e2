// How long an agent keeps his charge after a session for the work that follows it.
#pragma once

#include <optional>
#include <vector>

#include "acd/vocabulary/id.hpp"
#include "acd/vocabulary/time.hpp"

namespace acd {
inline namespace v1 {

/// First to decide wins: the agent's rule for the channel, the agent's for any channel,
/// the group's for the channel, the group's for any; if none decides, no wrap-up.
struct WrapUpRule {
  struct ForChannel {
    ChannelId channel{};
    Duration duration{0};
    friend bool operator==(const ForChannel&, const ForChannel&) = default;
  };
  std::optional<Duration> any_channel{};
  std::vector<ForChannel> channels{};
  friend bool operator==(const WrapUpRule&, const WrapUpRule&) = default;
};

}  // namespace v1
}  // namespace acd
