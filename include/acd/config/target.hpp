// Where a session is sent: by an entry's rule, a menu node, a bot's off-duty slot, an overflow
// rule.
#pragma once

#include <cstdint>

#include "acd/vocabulary/id.hpp"

namespace acd {
inline namespace v1 {

enum class TargetKind : std::uint8_t {
  undecided,    ///< falls through
  group,        ///< waits in `group`
  named_group,  ///< waits in the group that the host named, if it did
  bot,          ///< with `bot`, unless it is full; never at a hand-over
  menu,         ///< at `node`
  message,      ///< ends (Cause::message): the host takes a message. With a `group` it does
                ///< not end: it is a ticket there now
  callback,     ///< ends (Cause::callback): the host agrees on a callback. With a `group` that
                ///< has a callback rule it does not end: it is a callback there now
  host,         ///< ends (Cause::host): back to the host
  reject,       ///< ends (Cause::rejected)
};
inline constexpr TargetKind last_target_kind = TargetKind::reject;

struct Target {
  TargetKind kind = TargetKind::undecided;
  GroupId group{};
  BotId bot{};
  MenuNodeId node{};
  friend bool operator==(const Target&, const Target&) = default;
};
[[nodiscard]] inline Target to_group(GroupId group) {
  return {.kind = TargetKind::group, .group = group};
}
[[nodiscard]] inline Target to_named_group() { return {.kind = TargetKind::named_group}; }
[[nodiscard]] inline Target to_bot(BotId bot) { return {.kind = TargetKind::bot, .bot = bot}; }
[[nodiscard]] inline Target to_menu(MenuNodeId node) {
  return {.kind = TargetKind::menu, .node = node};
}
[[nodiscard]] inline Target leave_message(GroupId group = {}) {
  return {.kind = TargetKind::message, .group = group};
}
[[nodiscard]] inline Target ask_callback(GroupId group = {}) {
  return {.kind = TargetKind::callback, .group = group};
}
[[nodiscard]] inline Target to_host() { return {.kind = TargetKind::host}; }
[[nodiscard]] inline Target reject() { return {.kind = TargetKind::reject}; }

}  // namespace v1
}  // namespace acd
