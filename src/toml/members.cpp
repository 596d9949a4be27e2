// Reads the lines and members of a blueprint.
#include "toml/members.hpp"

#include "toml/affinity_members.hpp"
#include "toml/overflow_members.hpp"
#include "toml/table_reader.hpp"

namespace acd {
inline namespace v1 {
namespace {

/// A table from names of one family to values: {english = 3, billing = 1}.
template <class LineId, class Line, class Value>
void read_by_name(const Source& source, std::vector<Line>& lines, LineId Line::*id_member,
                  Value Line::*value_member, std::string_view value_name) {
  if (source.form != nullptr) return source.note_each<Value>("object");
  const toml::table* table = source.node.as_table();
  if (table == nullptr) {
    source.expected("a table");
    return;
  }
  const FamilyName family = family_of(LineId{});
  for (const auto& [key, node] : in_file_order(*table)) {
    const std::string path = fmt::format("{}[{}]", source.path, lines.size());
    const std::string id_path = fmt::format("{}.{}", path, family.noun);
    const Position position = position_of(key->source());
    source.reading.remember(path, position);
    Line& line = lines.emplace_back();
    const auto index = find_named(source.reading, id_path, position, key->str(), family);
    if (index) line.*id_member = LineId{*index};
    const Source value{source.reading, *node, fmt::format("{}.{}", path, value_name)};
    source.reading.remember(value.path, position_of(node->source()));
    read_value(value, line.*value_member);
  }
}

void read_wrap_up(TableReader& table, WrapUpRule& rule) {
  table.read("wrap_up", "wrap_up.any_channel", rule.any_channel);
  table.read("wrap_up_by_channel", "wrap_up.channels", rule.channels);
}

}  // namespace

void read_value(const Source& source, Channel& channel) { read_value(source, channel.name); }
void read_value(const Source& source, Skill& skill) { read_value(source, skill.name); }
void read_value(const Source& source, Reason& reason) { read_value(source, reason.name); }

void read_value(const Source& source, std::vector<SkillLevel>& skills) {
  read_by_name(source, skills, &SkillLevel::skill, &SkillLevel::level, "level");
}

void read_value(const Source& source, std::vector<WrapUpRule::ForChannel>& channels) {
  using ForChannel = WrapUpRule::ForChannel;
  read_by_name(source, channels, &ForChannel::channel, &ForChannel::duration, "duration");
}

void read_value(const Source& source, Limits& limits) {
  TableReader table{source};
  table.read("sessions", limits.sessions);
  table.read("requirements", limits.requirements);
  table.read("classes", limits.classes);
  table.read("exclusions_per_session", limits.exclusions_per_session);
  table.read("hops", limits.hops);
  table.read("priority_max", limits.priority_max);
  table.read("level_max", limits.level_max);
  table.finish();
}

void read_value(const Source& source, Attribute& attribute) {
  TableReader table{source};
  table.read("name", attribute.name);
  table.read("type", attribute.type);
  table.read("symbols", attribute.symbols);
  table.finish();
}

void read_value(const Source& source, HostRank& rank) {
  TableReader table{source};
  table.read("name", rank.name);
  table.read("version", rank.version);
  table.finish();
}

void read_value(const Source& source, OfferRule& rule) {
  TableReader table{source};
  table.read("name", rule.name);
  table.read("mode", rule.mode);
  table.read("time_limit", rule.time_limit);
  table.read("fan_out", rule.fan_out);
  table.read("offers_max", rule.offers_max);
  table.read("retry_after", rule.retry_after);
  table.read("misses_max", rule.misses_max);
  table.read("withdrawal_lease", rule.withdrawal_lease);
  table.finish();
}

void read_value(const Source& source, ChannelCapacity& capacity) {
  TableReader table{source};
  table.read("channel", capacity.channel);
  table.read("cost", capacity.cost);
  table.read("sessions_max", capacity.sessions_max);
  table.read("interrupts", capacity.interrupts);
  table.finish();
}

void read_value(const Source& source, CapacityRule& rule) {
  TableReader table{source};
  table.read("name", rule.name);
  table.read("units", rule.units);
  table.read("channels", rule.channels);
  table.finish();
}

void read_value(const Source& source, NamedRequirement& requirement) {
  TableReader table{source};
  table.read("name", requirement.name);
  table.read("requirement", requirement.requirement);
  table.finish();
}

void read_value(const Source& source, SkillGroup& group) {
  TableReader table{source};
  table.read("name", group.name);
  table.read("channels", group.channels);
  table.read("weight", group.weight);
  table.read("distribution", group.distribution);
  table.read("session_order", group.session_order);
  table.read("agent_order", group.agent_order);
  table.read("requirement", group.requirement);
  table.read("offer_rule", group.offer_rule);
  read_wrap_up(table, group.wrap_up);
  table.read("max_length", group.max_length);
  table.read("max_wait", group.max_wait);
  table.read("short_abandon", group.short_abandon);
  table.read("hours", group.hours);
  table.read("at_closing", group.at_closing);
  table.read("target_wait", group.target_wait);
  table.read("service_window", group.service_window);
  table.read("forecast", group.forecast);
  table.read("keeps_free", group.keeps_free);
  table.read("tickets", group.tickets);
  table.read("callbacks", group.callbacks);
  table.read("overflow", group.overflow);
  table.read("affinity", group.affinity);
  table.read("substitutes", group.substitutes);
  table.finish();
}

void read_value(const Source& source, Membership& membership) {
  TableReader table{source};
  table.read("group", membership.group);
  table.read("level", membership.level);
  table.read("preference", membership.preference);
  table.read("delay", membership.delay);
  table.read("share_percent", membership.share_percent);
  table.read("when", membership.when);
  table.finish();
}

void read_value(const Source& source, Agent& agent) {
  TableReader table{source};
  table.read("name", agent.name);
  table.read("capacity", agent.capacity);
  table.read("memberships", agent.memberships);
  table.read("skills", agent.skills);
  read_wrap_up(table, agent.wrap_up);
  table.read("pick_right", agent.pick_right);
  table.read("shift", agent.shift);
  table.read("shift_kind", agent.shift_kind);
  table.read("team", agent.team);
  table.finish();
}

}  // namespace v1
}  // namespace acd
