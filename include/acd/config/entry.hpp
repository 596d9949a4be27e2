// Where a session goes first: entries, menus and bots.
//
// An entry is a door of the centre (a widget, a hotline number). It holds rules; *first to
// decide wins*, separately for each thing there is to decide: the target, the priority and the
// requirement. A rule counts if its condition holds, and speaks through one of two slots: on
// duty while its hours are open, off duty otherwise. An empty slot, and a target that cannot
// take the session now (closed, full, not serving its channel), fall through to the next rule.
//
//   Entry hotline{.name = "hotline"};
//   hotline.rules = {
//     {.name = "blocked", .when = attribute_is(blocked, 1), .on_duty = {.target = reject()}},
//     {.name = "vip", .when = attribute_is(vip, 1), .on_duty = {.priority = 9}},
//     {.name = "desk", .hours = office, .on_duty = {.target = to_group(sales)},
//      .off_duty = {.target = leave_message()}}};
//
// Channel binding is a rule on the channel, association binding one on an attribute, and
// `named_group` takes the group that the host named; the order of the rules is the tenant's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "acd/config/target.hpp"
#include "acd/policy/condition.hpp"
#include "acd/vocabulary/id.hpp"
#include "acd/vocabulary/level.hpp"

namespace acd {
inline namespace v1 {

/// What a rule or node says; each part may stay undecided.
struct EntrySlot {
  Target target{};
  std::optional<Priority> priority{};
  RequirementId requirement{};  ///< none: undecided
  friend bool operator==(const EntrySlot&, const EntrySlot&) = default;
};

struct EntryRule {
  std::string name{};
  Condition when{};
  TimePlanId hours{};  ///< none: always on duty
  EntrySlot on_duty{};
  EntrySlot off_duty{};
  friend bool operator==(const EntryRule&, const EntryRule&) = default;
};

struct Entry {
  std::string name{};
  /// Asked in this order; if none takes the session it ends, Cause::unrouted. At most 255.
  std::vector<EntryRule> rules{};
  friend bool operator==(const Entry&, const Entry&) = default;
};

/// A node of a menu's tree, a business with its own hours. On duty a node that others have as
/// their parent waits for a key; one that nobody has, and any node off duty, speaks by its slot.
/// What it leaves undecided, the entry's rules after the one that led into the menu decide.
struct MenuNode {
  std::string name{};
  MenuNodeId parent{};   ///< none: the root of a menu
  std::int64_t key = 0;  ///< chosen at the parent; differs among its nodes
  TimePlanId hours{};    ///< none: always on duty
  EntrySlot on_duty{};   ///< of a node without others below it
  EntrySlot off_duty{};
  friend bool operator==(const MenuNode&, const MenuNode&) = default;
};

/// Automatic service before people; or an outside pool, whose quota is `sessions_max`.
struct Bot {
  std::string name{};
  std::uint32_t sessions_max = 1'000'000;  ///< at once; a full bot falls through
  /// While this plan is closed a hand-over to people goes to `off_duty`, or, if that is
  /// undecided, is refused. None: always open.
  TimePlanId hand_over_hours{};
  Target off_duty{};
  friend bool operator==(const Bot&, const Bot&) = default;
};

}  // namespace v1
}  // namespace acd
