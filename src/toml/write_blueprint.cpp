// Writes a blueprint in the order of the guide, without what is as by default.
#include <fmt/format.h>

#include <chrono>
#include <concepts>
#include <limits>

#include "acd/companion/condition_text.hpp"
#include "acd/companion/policy_text.hpp"
#include "acd/companion/time_plan_text.hpp"
#include "acd/companion/time_text.hpp"
#include "acd/toml/blueprint_toml.hpp"
#include "toml/enum_names.hpp"
#include "toml/writing.hpp"

namespace acd {
inline namespace v1 {
namespace {

/// The blueprint and the texts of what it holds.
class BlueprintWriter {
 public:
  explicit BlueprintWriter(const Blueprint& blueprint) : blueprint_{blueprint} {}

  std::string write() {
    text_ = top().lines();
    const std::string limits = limits_of(blueprint_.limits).lines();
    if (!limits.empty()) text_ += "\n[limits]\n" + limits;
    write_lines("attribute", blueprint_.attributes);
    write_lines("host_rank", blueprint_.host_ranks);
    write_lines("offer_rule", blueprint_.offer_rules);
    write_lines("capacity", blueprint_.capacities);
    write_lines("requirement", blueprint_.requirements);
    write_lines("zone", blueprint_.zones);
    write_lines("time_plan", blueprint_.time_plans);
    write_groups();
    write_lines("agent", blueprint_.agents);
    write_lines("bot", blueprint_.bots);
    write_lines("menu_node", blueprint_.menu_nodes);
    write_lines("entry", blueprint_.entries);
    write_lines("break_rule", blueprint_.break_rules);
    write_lines("surge", blueprint_.surges);
    return std::move(text_);
  }

 private:
  template <class Line>
  void write_lines(std::string_view key, const std::vector<Line>& lines) {
    for (const Line& line : lines) {
      text_ += fmt::format("\n[[{}]]\n{}", key, table_of(line).lines());
    }
  }

  /// Each with its overflow rules below it.
  void write_groups() {
    for (const SkillGroup& group : blueprint_.groups) {
      text_ += "\n[[group]]\n" + table_of(group).lines();
      for (const OverflowRule& rule : group.overflow) {
        text_ += "\n[[group.overflow]]\n" + table_of(rule).lines();
      }
    }
  }

  // --- texts of values ------------------------------------------------------

  static std::string text_of(const std::string& text) { return toml_string(text); }
  static std::string text_of(Duration duration) { return toml_string(to_text(duration)); }
  template <std::unsigned_integral Integer>
  static std::string text_of(Integer number) {
    return std::to_string(number);
  }
  template <class Enum>
  requires std::is_enum_v<Enum>
  static std::string text_of(Enum value) {
    std::string_view text;
    for (const auto& [enumerator, name] : names_of(value)) {
      if (enumerator == value) text = name;
    }
    return toml_string(text);
  }
  template <class Value>
  std::string text_of(const std::optional<Value>& value) const {
    return text_of(*value);
  }
  /// A date of TOML at the beginning of a day in UTC.
  static std::string text_of(Instant instant) {
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    return day == instant ? to_text(Date{day.time_since_epoch()}) : to_text(instant);
  }
  /// An offset from UTC, with seconds only if there are some.
  static std::string text_of(std::chrono::seconds offset) {
    const Hours passed{std::chrono::seconds{0}, std::chrono::abs(offset)};
    return toml_string((offset < std::chrono::seconds::zero() ? '-' : '+') +
                       to_text(passed).substr(6));
  }
  std::string text_of(ZoneId id) const { return name_of(blueprint_.zones, id); }
  std::string text_of(ChannelId id) const { return name_of(blueprint_.channels, id); }
  std::string text_of(GroupId id) const { return name_of(blueprint_.groups, id); }
  std::string text_of(OfferRuleId id) const { return name_of(blueprint_.offer_rules, id); }
  std::string text_of(TimePlanId id) const { return name_of(blueprint_.time_plans, id); }
  std::string text_of(RequirementId id) const { return name_of(blueprint_.requirements, id); }
  std::string text_of(BotId id) const { return name_of(blueprint_.bots, id); }
  std::string text_of(SurgeId id) const { return name_of(blueprint_.surges, id); }
  std::string text_of(MenuNodeId id) const { return name_of(blueprint_.menu_nodes, id); }
  static std::string text_of(std::int64_t number) { return std::to_string(number); }
  std::string text_of(const EntrySlot& slot) const { return table_of(slot).inline_table(); }
  std::string text_of(const Target& target) const {
    TableWriter table;
    add_target(table, target);
    return table.inline_table();
  }
  template <class Rule>
  requires std::same_as<Rule, TicketRule> || std::same_as<Rule, CallbackRule> ||
      std::same_as<Rule, Repeat>
          std::string text_of(const Rule& rule)
  const { return table_of(rule).inline_table(); }
  std::string text_of(CapacityRuleId id) const { return name_of(blueprint_.capacities, id); }
  template <class Policy>
  requires requires(const Policy& policy, const Blueprint& names) { to_text(policy, names); }
  std::string text_of(const Policy& policy) const {
    return toml_string(to_text(policy, blueprint_));
  }
  template <class Value>
  std::string text_of(const std::vector<Value>& values) const {
    std::vector<std::string> items;
    items.reserve(values.size());
    for (const Value& value : values) items.push_back(item_of(value));
    return toml_array(items);
  }

  /// A line's name; empty, and then a problem when it is read, for an id out of range.
  template <class Line, class LineId>
  static std::string name_of(const std::vector<Line>& lines, LineId id) {
    return toml_string(id.index() < lines.size() ? lines[id.index()].name : std::string{});
  }

  // --- items of arrays: names, or inline tables -----------------------------

  template <class Line>
  requires std::same_as<Line, Channel> || std::same_as<Line, Skill> || std::same_as<Line, Reason>
  static std::string item_of(const Line& line) { return toml_string(line.name); }
  static std::string item_of(const std::string& text) { return toml_string(text); }
  std::string item_of(ChannelId id) const { return text_of(id); }
  std::string item_of(GroupId id) const { return text_of(id); }
  std::string item_of(ReasonId id) const { return name_of(blueprint_.reasons, id); }
  static std::string item_of(Duration duration) { return text_of(duration); }
  std::string item_of(const Target& target) const { return text_of(target); }
  std::string item_of(const CapacitySwap& swap) const { return table_of(swap).inline_table(); }
  std::string item_of(const WrapUpScale& scale) const { return table_of(scale).inline_table(); }
  std::string item_of(const PlanLayer& layer) const { return text_of(layer); }
  static std::string item_of(const ZoneTransition& transition) {
    TableWriter table;
    table.add("at", to_text(transition.at));
    table.add("offset", text_of(transition.offset));
    return table.inline_table();
  }
  std::string item_of(const Membership& membership) const {
    return table_of(membership).inline_table();
  }
  std::string item_of(const EntryRule& rule) const { return table_of(rule).inline_table(); }
  std::string item_of(const ChannelCapacity& capacity) const {
    return table_of(capacity).inline_table();
  }

  // --- tables ---------------------------------------------------------------

  template <class Value>
  void add(TableWriter& table, std::string_view key, const Value& value,
           const Value& by_default) const {
    table.add_unless_default(key, value, by_default,
                             [this](const Value& written) { return this->text_of(written); });
  }

  TableWriter top() const {
    const Blueprint by_default;
    TableWriter table;
    add(table, "name", blueprint_.name, by_default.name);
    const std::uint64_t seed = blueprint_.seed;
    const bool fits = seed <= std::uint64_t{std::numeric_limits<std::int64_t>::max()};
    if (seed != by_default.seed) {
      table.add("seed", fits ? std::to_string(seed) : toml_string(std::to_string(seed)));
    }
    add(table, "work_order", blueprint_.work_order, by_default.work_order);
    add(table, "channels", blueprint_.channels, {});
    add(table, "skills", blueprint_.skills, {});
    add(table, "reasons", blueprint_.reasons, {});
    add(table, "timetables_from", blueprint_.timetables_from, by_default.timetables_from);
    add(table, "timetables_until", blueprint_.timetables_until, by_default.timetables_until);
    return table;
  }

  TableWriter limits_of(const Limits& limits) const {
    const Limits by_default;
    TableWriter table;
    add(table, "sessions", limits.sessions, by_default.sessions);
    add(table, "requirements", limits.requirements, by_default.requirements);
    add(table, "classes", limits.classes, by_default.classes);
    add(table, "exclusions_per_session", limits.exclusions_per_session,
        by_default.exclusions_per_session);
    add(table, "hops", limits.hops, by_default.hops);
    add(table, "priority_max", limits.priority_max, by_default.priority_max);
    add(table, "level_max", limits.level_max, by_default.level_max);
    return table;
  }

  TableWriter table_of(const Attribute& attribute) const {
    TableWriter table;
    table.add("name", toml_string(attribute.name));
    table.add("type", text_of(attribute.type));
    add(table, "symbols", attribute.symbols, {});
    return table;
  }

  TableWriter table_of(const HostRank& rank) const {
    TableWriter table;
    table.add("name", toml_string(rank.name));
    table.add("version", text_of(rank.version));
    return table;
  }

  TableWriter table_of(const OfferRule& rule) const {
    const OfferRule by_default;
    TableWriter table;
    table.add("name", toml_string(rule.name));
    table.add("mode", text_of(rule.mode));
    add(table, "time_limit", rule.time_limit, by_default.time_limit);
    add(table, "fan_out", rule.fan_out, by_default.fan_out);
    add(table, "offers_max", rule.offers_max, by_default.offers_max);
    add(table, "retry_after", rule.retry_after, by_default.retry_after);
    add(table, "misses_max", rule.misses_max, by_default.misses_max);
    add(table, "withdrawal_lease", rule.withdrawal_lease, by_default.withdrawal_lease);
    return table;
  }

  TableWriter table_of(const ChannelCapacity& capacity) const {
    const ChannelCapacity by_default;
    TableWriter table;
    table.add("channel", text_of(capacity.channel));
    add(table, "cost", capacity.cost, by_default.cost);
    add(table, "sessions_max", capacity.sessions_max, by_default.sessions_max);
    add(table, "interrupts", capacity.interrupts, {});
    return table;
  }

  TableWriter table_of(const CapacityRule& rule) const {
    TableWriter table;
    table.add("name", toml_string(rule.name));
    table.add("units", text_of(rule.units));
    add(table, "channels", rule.channels, {});
    return table;
  }

  TableWriter table_of(const NamedRequirement& line) const {
    TableWriter table;
    table.add("name", toml_string(line.name));
    table.add("requirement", text_of(line.requirement));
    return table;
  }

  /// With its offset always: without one it would ask the host for its rules.
  TableWriter table_of(const ZoneRules& zone) const {
    TableWriter table;
    table.add("name", toml_string(zone.name));
    table.add("first_offset", text_of(zone.first_offset));
    add(table, "transitions", zone.transitions, {});
    return table;
  }

  TableWriter table_of(const TimePlan& plan) const {
    const TimePlan by_default;
    TableWriter table;
    table.add("name", toml_string(plan.name));
    table.add("zone", text_of(plan.zone));
    add(table, "reading", plan.reading, by_default.reading);
    add(table, "layers", plan.layers, {});
    return table;
  }

  void add_wrap_up(TableWriter& table, const WrapUpRule& rule) const {
    add(table, "wrap_up", rule.any_channel, {});
    TableWriter by_channel;
    for (const auto& [channel, duration] : rule.channels) {
      if (channel.index() >= blueprint_.channels.size()) continue;
      by_channel.add(blueprint_.channels[channel.index()].name, text_of(duration));
    }
    if (!by_channel.empty()) table.add("wrap_up_by_channel", by_channel.inline_table());
  }

  TableWriter table_of(const SkillGroup& group) const {
    const SkillGroup by_default;
    TableWriter table;
    table.add("name", toml_string(group.name));
    add(table, "channels", group.channels, {});
    add(table, "weight", group.weight, by_default.weight);
    add(table, "distribution", group.distribution, by_default.distribution);
    add(table, "session_order", group.session_order, by_default.session_order);
    add(table, "agent_order", group.agent_order, by_default.agent_order);
    add(table, "requirement", group.requirement, by_default.requirement);
    add(table, "offer_rule", group.offer_rule, by_default.offer_rule);
    add_wrap_up(table, group.wrap_up);
    add(table, "max_length", group.max_length, by_default.max_length);
    add(table, "max_wait", group.max_wait, by_default.max_wait);
    add(table, "short_abandon", group.short_abandon, by_default.short_abandon);
    add(table, "hours", group.hours, by_default.hours);
    add(table, "at_closing", group.at_closing, by_default.at_closing);
    add(table, "target_wait", group.target_wait, by_default.target_wait);
    add(table, "service_window", group.service_window, by_default.service_window);
    add(table, "forecast", group.forecast, by_default.forecast);
    add(table, "tickets", group.tickets, {});
    add(table, "callbacks", group.callbacks, {});
    return table;
  }

  TableWriter table_of(const OverflowRule& rule) const {
    const OverflowRule by_default;
    TableWriter table;
    table.add("name", toml_string(rule.name));
    add(table, "stage", rule.stage, by_default.stage);
    table.add("cause", text_of(rule.cause));
    add(table, "when", rule.when, {});
    add(table, "repeat", rule.repeat, {});
    add(table, "raise_priority", rule.raise_priority, by_default.raise_priority);
    if (rule.relaxation == Relaxation::dropped) table.add("relaxation", text_of(rule.relaxation));
    add(table, "requirement", rule.requirement, {});
    add(table, "also_in", rule.also_in, {});
    add(table, "targets", rule.targets, {});
    return table;
  }

  TableWriter table_of(const Repeat& repeat) const {
    TableWriter table;
    table.add("every", text_of(repeat.every));
    add(table, "times", repeat.times, Repeat{}.times);
    return table;
  }

  TableWriter table_of(const TicketRule& rule) const {
    TableWriter table;
    table.add("due_in", text_of(rule.due_in));
    add(table, "reminders", rule.reminders, {});
    add(table, "escalate_to", rule.escalate_to, {});
    return table;
  }

  TableWriter table_of(const CallbackRule& rule) const {
    const CallbackRule by_default;
    TableWriter table;
    table.add("channel", text_of(rule.channel));
    add(table, "attempts_max", rule.attempts_max, by_default.attempts_max);
    add(table, "retry_after", rule.retry_after, by_default.retry_after);
    add(table, "hours", rule.hours, {});
    return table;
  }

  TableWriter table_of(const Surge& surge) const {
    const Surge by_default;
    TableWriter table;
    table.add("name", toml_string(surge.name));
    add(table, "enter", surge.enter, by_default.enter);
    add(table, "leave", surge.leave, {});
    add(table, "dwell", surge.dwell, by_default.dwell);
    add(table, "capacities", surge.capacities, {});
    add(table, "wrap_ups", surge.wrap_ups, {});
    return table;
  }

  TableWriter table_of(const CapacitySwap& swap) const {
    TableWriter table;
    table.add("from", text_of(swap.from));
    table.add("to", text_of(swap.to));
    return table;
  }

  TableWriter table_of(const WrapUpScale& scale) const {
    TableWriter table;
    add(table, "group", scale.group, {});
    table.add("percent", text_of(scale.percent));
    return table;
  }

  TableWriter table_of(const BreakRule& rule) const {
    const BreakRule by_default;
    TableWriter table;
    table.add("name", toml_string(rule.name));
    add(table, "group", rule.group, {});
    add(table, "reasons", rule.reasons, {});
    add(table, "ready_min", rule.ready_min, by_default.ready_min);
    add(table, "away_max", rule.away_max, {});
    add(table, "answer", rule.answer, by_default.answer);
    add(table, "approval", rule.approval, by_default.approval);
    return table;
  }

  TableWriter table_of(const Membership& membership) const {
    const Membership by_default;
    TableWriter table;
    table.add("group", text_of(membership.group));
    add(table, "level", membership.level, by_default.level);
    add(table, "preference", membership.preference, by_default.preference);
    add(table, "delay", membership.delay, by_default.delay);
    add(table, "share_percent", membership.share_percent, by_default.share_percent);
    add(table, "when", membership.when, {});
    return table;
  }

  TableWriter table_of(const Agent& agent) const {
    const Agent by_default;
    TableWriter table;
    table.add("name", toml_string(agent.name));
    add(table, "capacity", agent.capacity, by_default.capacity);
    add(table, "memberships", agent.memberships, {});
    TableWriter skills;
    for (const auto& [skill, level] : agent.skills) {
      if (skill.index() >= blueprint_.skills.size()) continue;
      skills.add(blueprint_.skills[skill.index()].name, text_of(level));
    }
    if (!skills.empty()) table.add("skills", skills.inline_table());
    add_wrap_up(table, agent.wrap_up);
    add(table, "pick_right", agent.pick_right, by_default.pick_right);
    add(table, "shift", agent.shift, by_default.shift);
    add(table, "shift_kind", agent.shift_kind, by_default.shift_kind);
    return table;
  }

  void add_target(TableWriter& table, const Target& target) const {
    switch (target.kind) {
      case TargetKind::undecided: return;
      case TargetKind::group: return table.add("group", text_of(target.group));
      case TargetKind::bot: return table.add("bot", text_of(target.bot));
      case TargetKind::menu: return table.add("menu", text_of(target.node));
      case TargetKind::message:
      case TargetKind::callback:
        if (!target.group.is_none()) {
          const bool is_message = target.kind == TargetKind::message;
          return table.add(is_message ? "message" : "callback", text_of(target.group));
        }
        return table.add("to", text_of(target.kind));
      case TargetKind::named_group:
      case TargetKind::host:
      case TargetKind::reject: return table.add("to", text_of(target.kind));
    }
  }

  TableWriter table_of(const EntrySlot& slot) const {
    TableWriter table;
    add_target(table, slot.target);
    add(table, "priority", slot.priority, {});
    add(table, "requirement", slot.requirement, {});
    return table;
  }

  TableWriter table_of(const Bot& bot) const {
    const Bot by_default;
    TableWriter table;
    table.add("name", toml_string(bot.name));
    add(table, "sessions_max", bot.sessions_max, by_default.sessions_max);
    add(table, "hand_over_hours", bot.hand_over_hours, {});
    add(table, "off_duty", bot.off_duty, {});
    return table;
  }

  TableWriter table_of(const MenuNode& node) const {
    TableWriter table;
    table.add("name", toml_string(node.name));
    add(table, "parent", node.parent, {});
    add(table, "key", node.key, std::int64_t{0});
    add(table, "hours", node.hours, {});
    add(table, "on_duty", node.on_duty, {});
    add(table, "off_duty", node.off_duty, {});
    return table;
  }

  TableWriter table_of(const EntryRule& rule) const {
    TableWriter table;
    table.add("name", toml_string(rule.name));
    add(table, "when", rule.when, {});
    add(table, "hours", rule.hours, {});
    add(table, "on_duty", rule.on_duty, {});
    add(table, "off_duty", rule.off_duty, {});
    return table;
  }

  TableWriter table_of(const Entry& entry) const {
    TableWriter table;
    table.add("name", toml_string(entry.name));
    add(table, "rules", entry.rules, {});
    return table;
  }

  const Blueprint& blueprint_;
  std::string text_{};
};

}  // namespace

std::string write_blueprint_toml(const Blueprint& blueprint) {
  return BlueprintWriter{blueprint}.write();
}

}  // namespace v1
}  // namespace acd
