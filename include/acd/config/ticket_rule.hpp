// Sessions that outlive a visit: tickets with a due time, callbacks with retries.
#pragma once

#include <cstdint>
#include <vector>

#include "acd/vocabulary/id.hpp"
#include "acd/vocabulary/time.hpp"

namespace acd {
inline namespace v1 {

/// A session that begins to wait in the group and has no due time gets one.
struct TicketRule {
  /// Open time of the group's hours from the session's start; without hours, time. Above zero.
  Duration due_in{};
  /// So long before the due time the host is reminded, while it is open. Above zero, falling; at
  /// most 8.
  std::vector<Duration> reminders{};
  /// When it falls due unresolved it goes there, to a supervisor; none: the host is told.
  GroupId escalate_to{};
  friend bool operator==(const TicketRule&, const TicketRule&) = default;
};

/// How the group calls customers back.
struct CallbackRule {
  ChannelId channel{};            ///< of the callback; the group serves it
  std::uint8_t attempts_max = 3;  ///< customers who were not reached so often end; 1 or more
  Duration retry_after = std::chrono::minutes{15};  ///< above zero
  TimePlanId hours{};                               ///< in which customers are called; none: always
  friend bool operator==(const CallbackRule&, const CallbackRule&) = default;
};

}  // namespace v1
}  // namespace acd
