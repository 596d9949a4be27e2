// A surge: a named state of the centre, on or off, entered by one condition and left by another.
//
// It is the one place where hysteresis and dwell live: an overflow rule, an entry rule or a
// reserve membership that should not flicker names a surge.
//
//   Surge storm{.name = "storm",
//               .enter = at_least(TestKind::length, 50, hotline),
//               .leave = at_most(TestKind::length, 10, hotline),
//               .dwell = 5min,
//               .capacities = {{.from = two_chats, .to = four_chats}}};
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "acd/policy/condition.hpp"
#include "acd/vocabulary/id.hpp"
#include "acd/vocabulary/time.hpp"

namespace acd {
inline namespace v1 {

/// While the surge is on, agents whose capacity rule is `from` work by `to`.
struct CapacitySwap {
  CapacityRuleId from{};
  CapacityRuleId to{};
  friend bool operator==(const CapacitySwap&, const CapacitySwap&) = default;
};

/// While the surge is on, a wrap-up that begins after a session of the group is shorter.
struct WrapUpScale {
  GroupId group{};  ///< none: every group
  std::uint8_t percent = 100;
  friend bool operator==(const WrapUpScale&, const WrapUpScale&) = default;
};

struct Surge {
  std::string name{};
  /// `Condition::nothing()`: by hand only.
  Condition enter = Condition::nothing();
  /// None: as soon as `enter` no longer holds.
  std::optional<Condition> leave{};
  /// It stays on, or off, at least so long, unless by hand. One second or more.
  Duration dwell = std::chrono::seconds{10};
  /// Of several surges that are on, the first that speaks of a rule or a group decides.
  std::vector<CapacitySwap> capacities{};
  std::vector<WrapUpScale> wrap_ups{};
  friend bool operator==(const Surge&, const Surge&) = default;
};

}  // namespace v1
}  // namespace acd
