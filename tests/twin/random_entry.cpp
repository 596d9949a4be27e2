// Random time plans, bots, menus and entries.
#include "twin/random_entry.hpp"

#include <algorithm>
#include <string>

#include "twin/random_condition.hpp"
#include "twin/random_overflow.hpp"
#include "twin/random_plan.hpp"

namespace acd::twin {
namespace {

constexpr Instant usual_start{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22}};

std::string named(const char* kind, std::size_t index) { return kind + std::to_string(index); }

TimeExpression random_stretches(Random& random) {
  TimeExpression when = TimeExpression::nothing();
  for (std::size_t left = random.between<std::size_t>(1, 6); left > 0; --left) {
    const LocalTime from{usual_start.time_since_epoch() + random_seconds(random, -10, 90)};
    when = when || between(from, from + random_seconds(random, 1, 15));
  }
  return random.percent(20) ? !when : when;
}

TimePlan random_time_plan(Random& random, const Blueprint& b, std::size_t index) {
  TimePlan plan{.name = named("plan", index), .zone = ZoneId{random.below(b.zones.size())}};
  if (random.percent(30)) plan.layers.push_back(closes("holiday", random_stretches(random)));
  plan.layers.push_back(opens("hours", random_stretches(random)));
  if (index > 0 && random.percent(20)) {
    plan.layers.push_back(opens("other", while_open(TimePlanId{index - 1})));
  }
  return plan;
}

/// Only nodes from `first_node` on, so that no menu leads back to itself.
Target random_target(Random& random, const Blueprint& b, std::size_t first_node) {
  const std::size_t way = random.below(100);
  if (way < 25) return {};
  if (way < 55) return to_group(GroupId{random.below(b.groups.size())});
  if (way < 62) return to_named_group();
  if (way < 75 && !b.bots.empty()) return to_bot(BotId{random.below(b.bots.size())});
  if (way < 90 && first_node < b.menu_nodes.size()) {
    return to_menu(MenuNodeId{random.between(first_node, b.menu_nodes.size() - 1)});
  }
  return random_end(random, b);
}

EntrySlot random_slot(Random& random, const Blueprint& b, std::size_t first_node) {
  EntrySlot slot{.target = random_target(random, b, first_node)};
  if (random.percent(20)) slot.priority = random.between<Priority>(0, b.limits.priority_max);
  if (random.percent(10) && !b.requirements.empty()) {
    slot.requirement = RequirementId{random.below(b.requirements.size())};
  }
  return slot;
}

void add_menus(Random& random, Blueprint& b) {
  const std::size_t count = random.percent(60) ? random.between<std::size_t>(1, 7) : 0;
  for (std::size_t i = 0; i < count; ++i) {
    MenuNode node{.name = named("node", i), .hours = random_hours(random, b, 30)};
    // A parent comes before its children; the keys of one parent differ.
    if (i > 0 && random.percent(70)) node.parent = MenuNodeId{random.below(i)};
    node.key = static_cast<std::int64_t>(i % 4) + (i >= 4 ? 10 : 0);
    b.add(node);
  }
  for (std::size_t i = 0; i < count; ++i) {
    b.menu_nodes[i].on_duty = random_slot(random, b, i + 1);
    b.menu_nodes[i].off_duty = random_slot(random, b, i + 1);
  }
}

EntryRule random_rule(Random& random, const Blueprint& b, std::size_t index) {
  EntryRule rule{.name = named("rule", index)};
  if (random.percent(60)) rule.when = random_condition(random, b, AskedBy::entry);
  rule.hours = random_hours(random, b, 40);
  rule.on_duty = random_slot(random, b, 0);
  if (!rule.hours.is_none()) rule.off_duty = random_slot(random, b, 0);
  return rule;
}

}  // namespace

TimePlanId random_hours(Random& random, const Blueprint& b, unsigned percent) {
  if (b.time_plans.empty() || !random.percent(percent)) return TimePlanId::none();
  return TimePlanId{random.below(b.time_plans.size())};
}

void add_time_plans(Random& random, Blueprint& b) {
  if (random.percent(50)) return;
  const ZoneTransition earlier{usual_start + random_seconds(random, 0, 60),
                               std::chrono::seconds{random.between<std::int64_t>(-8, 8)}};
  b.add(ZoneRules{.name = "UTC"});
  if (random.percent(50)) b.add(ZoneRules{.name = "jumpy", .transitions = {earlier}});
  b.timetables_from = usual_start - random_seconds(random, -5, 30);
  b.timetables_until =
      b.timetables_from + random_seconds(random, 20, random.percent(50) ? 60 : 900);
  if (b.timetables_from < usual_start && random.percent(5)) b.timetables_until = usual_start;
  const std::size_t count = random.between<std::size_t>(1, 4);
  for (std::size_t i = 0; i < count; ++i) b.add(random_time_plan(random, b, i));
}

void add_entries(Random& random, Blueprint& b) {
  if (random.percent(40)) return;
  const std::size_t bots = random.between<std::size_t>(0, 2);
  for (std::size_t i = 0; i < bots; ++i) {
    b.add(Bot{.name = named("bot", i),
              .sessions_max = random.between<std::uint32_t>(1, 4),
              .hand_over_hours = random_hours(random, b, 40)});
  }
  add_menus(random, b);
  for (Bot& bot : b.bots) bot.off_duty = random_target(random, b, 0);
  const std::size_t count = random.between<std::size_t>(1, 3);
  for (std::size_t i = 0; i < count; ++i) {
    Entry entry{.name = named("entry", i)};
    const std::size_t rules = random.between<std::size_t>(0, 5);
    for (std::size_t rule = 0; rule < rules; ++rule) {
      entry.rules.push_back(random_rule(random, b, rule));
    }
    b.add(entry);
  }
}

}  // namespace acd::twin
