// Random bots, menus and entries.
#include "law/random_entry.hpp"

#include <rapidcheck.h>

#include <string>

#include "law/random_condition.hpp"

namespace acd {
inline namespace v1 {
namespace {

bool coin() { return *rc::gen::arbitrary<bool>(); }
std::size_t below(std::size_t end) { return *rc::gen::inRange<std::size_t>(0, end); }

template <class LineId>
LineId line(std::size_t lines) {
  return LineId{below(lines)};
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
  if (coin()) rule.when = random_condition(bounds_of(b));
  if (rule.when.is_too_long()) rule.when = Condition::anything();
  rule.hours = random_hours(b);
  rule.on_duty = random_slot(b, 0);
  if (coin()) rule.off_duty = random_slot(b, 0);
  return rule;
}

}  // namespace

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
