// Writes a blueprint in the order of the guide, without what is as by default.
#include <fmt/format.h>

#include <limits>

#include "acd/toml/blueprint_toml.hpp"
#include "toml/affinity_writer.hpp"
#include "toml/overflow_writer.hpp"
#include "toml/value_texts.hpp"

namespace acd {
inline namespace v1 {
namespace {

/// The blueprint and the texts of what it holds.
class BlueprintWriter {
 public:
  explicit BlueprintWriter(const Blueprint& blueprint)
      : blueprint_{blueprint}, texts_{blueprint}, overflow_{texts_}, affinity_{texts_} {}

  std::string write() {
    text_ = top().lines();
    const std::string limits = limits_of(blueprint_.limits).lines();
    if (!limits.empty()) text_ += "\n[limits]\n" + limits;
    const std::string memory = affinity_.table_of(blueprint_.memory).lines();
    if (!memory.empty()) text_ += "\n[memory]\n" + memory;
    write_lines("attribute", blueprint_.attributes);
    write_lines("host_rank", blueprint_.host_ranks);
    write_lines("host_choice", blueprint_.host_choices, affinity_);
    write_lines("team", blueprint_.teams, affinity_);
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
    write_lines("break_rule", blueprint_.break_rules, overflow_);
    write_lines("surge", blueprint_.surges, overflow_);
    return std::move(text_);
  }

 private:
  template <class Line>
  void write_lines(std::string_view key, const std::vector<Line>& lines) {
    write_lines(key, lines, *this);
  }
  template <class Line, class Tables>
  void write_lines(std::string_view key, const std::vector<Line>& lines, const Tables& tables) {
    for (const Line& line : lines) {
      text_ += fmt::format("\n[[{}]]\n{}", key, tables.table_of(line).lines());
    }
  }

  /// Each with its overflow rules and its affinity below it.
  void write_groups() {
    for (const SkillGroup& group : blueprint_.groups) {
      text_ += "\n[[group]]\n" + table_of(group).lines();
      for (const OverflowRule& rule : group.overflow) {
        text_ += "\n[[group.overflow]]\n" + overflow_.table_of(rule).lines();
      }
      for (const AffinityStrategy& strategy : group.affinity.criteria()) {
        text_ += "\n[[group.affinity]]\n" + affinity_.table_of(strategy).lines();
      }
    }
  }

  template <class Value>
  void add(TableWriter& table, std::string_view key, const Value& value,
           const Value& by_default) const {
    texts_.add(table, key, value, by_default);
  }
  template <class Value>
  std::string text_of(const Value& value) const {
    return texts_.of(value);
  }
  template <class Line>
  void add_tables(TableWriter& table, std::string_view key, const std::vector<Line>& lines) const {
    table.add_tables(key, lines, [this](const Line& line) { return this->table_of(line); });
  }
  void add_slot(TableWriter& table, std::string_view key, const EntrySlot& slot) const {
    if (slot != EntrySlot{}) table.add(key, table_of(slot).inline_table());
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
    add_tables(table, "channels", rule.channels);
    return table;
  }

  TableWriter table_of(const NamedRequirement& line) const {
    TableWriter table;
    table.add("name", toml_string(line.name));
    table.add("requirement", text_of(line.requirement));
    return table;
  }

  TableWriter table_of(const ZoneTransition& transition) const {
    TableWriter table;
    table.add("at", to_text(transition.at));
    table.add("offset", text_of(transition.offset));
    return table;
  }

  /// With its offset always: without one it would ask the host for its rules.
  TableWriter table_of(const ZoneRules& zone) const {
    TableWriter table;
    table.add("name", toml_string(zone.name));
    table.add("first_offset", text_of(zone.first_offset));
    add_tables(table, "transitions", zone.transitions);
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
    add(table, "keeps_free", group.keeps_free, by_default.keeps_free);
    add(table, "max_wait", group.max_wait, by_default.max_wait);
    add(table, "short_abandon", group.short_abandon, by_default.short_abandon);
    add(table, "hours", group.hours, by_default.hours);
    add(table, "at_closing", group.at_closing, by_default.at_closing);
    add(table, "target_wait", group.target_wait, by_default.target_wait);
    add(table, "service_window", group.service_window, by_default.service_window);
    add(table, "forecast", group.forecast, by_default.forecast);
    add(table, "substitutes", group.substitutes, by_default.substitutes);
    if (group.tickets) {
      table.add("tickets", overflow_.table_of(*group.tickets).inline_table());
    }
    if (group.callbacks) {
      table.add("callbacks", overflow_.table_of(*group.callbacks).inline_table());
    }
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
    add_tables(table, "memberships", agent.memberships);
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
    add(table, "team", agent.team, {});
    return table;
  }

  TableWriter table_of(const EntrySlot& slot) const {
    TableWriter table;
    texts_.add_target(table, slot.target);
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
    add_slot(table, "on_duty", node.on_duty);
    add_slot(table, "off_duty", node.off_duty);
    return table;
  }

  TableWriter table_of(const EntryRule& rule) const {
    TableWriter table;
    table.add("name", toml_string(rule.name));
    add(table, "when", rule.when, {});
    add(table, "hours", rule.hours, {});
    add_slot(table, "on_duty", rule.on_duty);
    add_slot(table, "off_duty", rule.off_duty);
    return table;
  }

  TableWriter table_of(const Entry& entry) const {
    TableWriter table;
    table.add("name", toml_string(entry.name));
    add_tables(table, "rules", entry.rules);
    return table;
  }

  const Blueprint& blueprint_;
  ValueTexts texts_;
  OverflowWriter overflow_;
  AffinityWriter affinity_;
  std::string text_{};
};

}  // namespace

std::string write_blueprint_toml(const Blueprint& blueprint) {
  return BlueprintWriter{blueprint}.write();
}

}  // namespace v1
}  // namespace acd
