// Random conditions, bots, menus and entries.
#include "law/random_entry.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <limits>
#include <string>

namespace acd {
inline namespace v1 {
namespace {

bool coin() { return *rc::gen::arbitrary<bool>(); }
std::size_t below(std::size_t end) { return *rc::gen::inRange<std::size_t>(0, end); }

template <class LineId>
LineId line(std::size_t lines) {
  return LineId{below(lines)};
}

std::int64_t value() {
  constexpr std::int64_t ends[] = {std::numeric_limits<std::int64_t>::min(),
                                   std::numeric_limits<std::int64_t>::max()};
  if (below(4) == 0) return ends[below(2)];
  return *rc::gen::inRange<std::int64_t>(-3, 4);
}

EntryCondition random_test(const EntryBounds& bounds) {
  switch (below(5)) {
    case 0: return is_channel(line<ChannelId>(bounds.channels));
    case 1:
      if (bounds.attributes > 0) {
        const auto [low, high] = std::minmax({value(), value()});
        return attribute_between(line<AttributeId>(bounds.attributes), low, high);
      }
      break;
    case 2:
      if (bounds.time_plans > 0) return is_open(line<TimePlanId>(bounds.time_plans));
      break;
    case 3:
      if (bounds.groups > 0 && coin()) return names_group(line<GroupId>(bounds.groups));
      return names_group();
    case 4: break;
  }
  const auto low = static_cast<std::int64_t>(below(10'000));
  return lot_between(low, low + 1, coin() ? 0 : *rc::gen::arbitrary<std::uint32_t>());
}

Target random_target(const Blueprint& b, std::size_t first_node) {
  switch (below(9)) {
    case 0:
    case 1:
      if (!b.groups.empty()) return to_group(line<GroupId>(b.groups.size()));
      break;
    case 2:
      if (!b.bots.empty()) return to_bot(line<BotId>(b.bots.size()));
      break;
    case 3:
      if (first_node < b.menu_nodes.size()) {
        return to_menu(MenuNodeId{first_node + below(b.menu_nodes.size() - first_node)});
      }
      break;
    case 4: return to_named_group();
    case 5: return leave_message();
    case 6: return ask_callback();
    case 7: return to_host();
    case 8: return reject();
  }
  return {};
}

EntrySlot random_slot(const Blueprint& b, std::size_t first_node) {
  EntrySlot slot{.target = random_target(b, first_node)};
  if (coin()) slot.priority = static_cast<Priority>(below(b.limits.priority_max + 1U));
  if (coin() && !b.requirements.empty()) {
    slot.requirement = line<RequirementId>(b.requirements.size());
  }
  return slot;
}

EntryRule random_rule(const Blueprint& b, std::size_t index) {
  EntryRule rule{.name = "rule " + std::to_string(index)};
  if (coin()) {
    rule.when = random_entry_condition({.channels = b.channels.size(),
                                        .attributes = b.attributes.size(),
                                        .time_plans = b.time_plans.size(),
                                        .groups = b.groups.size()});
  }
  if (rule.when.is_too_long()) rule.when = EntryCondition::anything();
  rule.hours = random_hours(b);
  rule.on_duty = random_slot(b, 0);
  if (coin()) rule.off_duty = random_slot(b, 0);
  return rule;
}

}  // namespace

EntryCondition random_entry_condition(const EntryBounds& bounds) {
  EntryCondition condition = random_test(bounds);
  for (std::size_t left = below(6); left > 0; --left) {
    switch (below(4)) {
      case 0: condition = condition && random_test(bounds); break;
      case 1: condition = condition || random_test(bounds); break;
      case 2: condition = random_test(bounds) && !condition; break;
      case 3: condition = (condition || EntryCondition::nothing()) && random_test(bounds); break;
    }
  }
  return condition;
}

TimePlanId random_hours(const Blueprint& b) {
  if (b.time_plans.empty() || coin()) return TimePlanId::none();
  return line<TimePlanId>(b.time_plans.size());
}

void add_random_entries(Blueprint& b) {
  for (std::size_t i = 0, count = below(3); i < count; ++i) {
    b.add(Bot{.name = "bot " + std::to_string(i), .hand_over_hours = random_hours(b)});
    if (coin()) b.bots.back().sessions_max = *rc::gen::inRange<std::uint32_t>(1, 100);
  }
  // A parent comes before its children, and ways lead on to later nodes only.
  for (std::size_t i = 0, count = below(5); i < count; ++i) {
    MenuNode node{.name = "node " + std::to_string(i), .hours = random_hours(b)};
    if (i > 0 && coin()) node.parent = line<MenuNodeId>(i);
    node.key = static_cast<std::int64_t>(i) - 1;
    b.add(node);
  }
  for (std::size_t i = 0; i < b.menu_nodes.size(); ++i) {
    b.menu_nodes[i].on_duty = random_slot(b, i + 1);
    if (coin()) b.menu_nodes[i].off_duty = random_slot(b, i + 1);
  }
  for (Bot& bot : b.bots) bot.off_duty = random_target(b, 0);
  for (std::size_t i = 0, count = below(3); i < count; ++i) {
    Entry entry{.name = "entry " + std::to_string(i)};
    for (std::size_t rule = 0, rules = below(4); rule < rules; ++rule) {
      entry.rules.push_back(random_rule(b, rule));
    }
    b.add(entry);
  }
}

}  // namespace v1
}  // namespace acd
