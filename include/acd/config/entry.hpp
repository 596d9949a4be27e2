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

#include "acd/policy/boolean.hpp"
#include "acd/vocabulary/id.hpp"
#include "acd/vocabulary/level.hpp"

namespace acd {
inline namespace v1 {

enum class EntryTestKind : std::uint8_t {
  channel,    ///< it is of `channel`
  attribute,  ///< `attribute` has a value of `low` to `high`
  split,      ///< the customer's lot, 0 to 9999, is at least `low` and below `high`
  plan_open,  ///< `plan` is open
  named,      ///< the host named `group`; none: any
};
inline constexpr EntryTestKind last_entry_test_kind = EntryTestKind::named;

/// One leaf of a rule's condition. The lot of a split is drawn from the customer (of one
/// unknown, from the reference) and `salt`: the same customer always draws the same, and
/// splits of different salts are independent. splitmix64 (Steele, Lea, Flood 2014) of
/// customer + salt * 0x9e3779b97f4a7c15, modulo 10,000.
struct EntryTest {
  EntryTestKind kind = EntryTestKind::channel;
  ChannelId channel{};
  AttributeId attribute{};
  TimePlanId plan{};
  GroupId group{};
  std::uint32_t salt = 0;
  std::int64_t low = 0;
  std::int64_t high = 0;
  friend bool operator==(const EntryTest&, const EntryTest&) = default;
};

using EntryCondition = Boolean<EntryTest, 16>;

[[nodiscard]] inline EntryCondition is_channel(ChannelId channel) {
  return EntryTest{.kind = EntryTestKind::channel, .channel = channel};
}
[[nodiscard]] inline EntryCondition attribute_between(AttributeId attribute, std::int64_t low,
                                                      std::int64_t high) {
  return EntryTest{
      .kind = EntryTestKind::attribute, .attribute = attribute, .low = low, .high = high};
}
[[nodiscard]] inline EntryCondition attribute_is(AttributeId attribute, std::int64_t value) {
  return attribute_between(attribute, value, value);
}
/// Ten-thousandths: [0, 2500) is a quarter of the customers.
[[nodiscard]] inline EntryCondition lot_between(std::int64_t low, std::int64_t high,
                                                std::uint32_t salt = 0) {
  return EntryTest{.kind = EntryTestKind::split, .salt = salt, .low = low, .high = high};
}
[[nodiscard]] inline EntryCondition is_open(TimePlanId plan) {
  return EntryTest{.kind = EntryTestKind::plan_open, .plan = plan};
}
[[nodiscard]] inline EntryCondition names_group(GroupId group = {}) {
  return EntryTest{.kind = EntryTestKind::named, .group = group};
}

enum class TargetKind : std::uint8_t {
  undecided,    ///< falls through
  group,        ///< waits in `group`
  named_group,  ///< waits in the group that the host named, if it did
  bot,          ///< with `bot`, unless it is full; never at a hand-over
  menu,         ///< at `node`
  message,      ///< ends (Cause::message): the host takes a message
  callback,     ///< ends (Cause::callback): the host agrees on a callback
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
[[nodiscard]] inline Target leave_message() { return {.kind = TargetKind::message}; }
[[nodiscard]] inline Target ask_callback() { return {.kind = TargetKind::callback}; }
[[nodiscard]] inline Target to_host() { return {.kind = TargetKind::host}; }
[[nodiscard]] inline Target reject() { return {.kind = TargetKind::reject}; }

/// What a rule or node says; each part may stay undecided.
struct EntrySlot {
  Target target{};
  std::optional<Priority> priority{};
  RequirementId requirement{};  ///< none: undecided
  friend bool operator==(const EntrySlot&, const EntrySlot&) = default;
};

struct EntryRule {
  std::string name{};
  EntryCondition when{};
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

/// Automatic service before people.
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
