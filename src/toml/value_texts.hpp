// Values of a blueprint's members as TOML, by the names of its lines.
#pragma once

#include <chrono>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "acd/companion/condition_text.hpp"
#include "acd/companion/policy_text.hpp"
#include "acd/companion/time_plan_text.hpp"
#include "acd/companion/time_text.hpp"
#include "acd/config/blueprint.hpp"
#include "toml/enum_names.hpp"
#include "toml/writing.hpp"

namespace acd {
inline namespace v1 {

class ValueTexts {
 public:
  explicit ValueTexts(const Blueprint& names) : names_{names} {}

  /// Adds a member unless it is as by default.
  template <class Value>
  void add(TableWriter& table, std::string_view key, const Value& value,
           const Value& by_default) const {
    table.add_unless_default(key, value, by_default,
                             [this](const Value& written) { return this->of(written); });
  }

  std::string of(const std::string& text) const { return toml_string(text); }
  std::string of(Duration duration) const { return toml_string(to_text(duration)); }
  std::string of(std::int64_t number) const { return std::to_string(number); }
  template <std::unsigned_integral Integer>
  std::string of(Integer number) const {
    return std::to_string(number);
  }
  template <class Enum>
  requires std::is_enum_v<Enum> std::string of(Enum value)
  const {
    std::string_view text;
    for (const auto& [enumerator, name] : names_of(value)) {
      if (enumerator == value) text = name;
    }
    return toml_string(text);
  }
  /// A date of TOML at the beginning of a day in UTC.
  std::string of(Instant instant) const {
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    return day == instant ? to_text(Date{day.time_since_epoch()}) : to_text(instant);
  }
  /// An offset from UTC, with seconds only if there are some.
  std::string of(std::chrono::seconds offset) const {
    const Hours passed{std::chrono::seconds{0}, std::chrono::abs(offset)};
    return toml_string((offset < std::chrono::seconds::zero() ? '-' : '+') +
                       to_text(passed).substr(6));
  }
  /// Lines that are nothing but a name.
  template <class Line>
  requires std::same_as<Line, Channel> || std::same_as<Line, Skill> || std::same_as<Line, Reason>
      std::string of(const Line& line)
  const { return toml_string(line.name); }

  std::string of(ZoneId id) const { return name_of(names_.zones, id); }
  std::string of(ChannelId id) const { return name_of(names_.channels, id); }
  std::string of(GroupId id) const { return name_of(names_.groups, id); }
  std::string of(OfferRuleId id) const { return name_of(names_.offer_rules, id); }
  std::string of(CapacityRuleId id) const { return name_of(names_.capacities, id); }
  std::string of(TimePlanId id) const { return name_of(names_.time_plans, id); }
  std::string of(RequirementId id) const { return name_of(names_.requirements, id); }
  std::string of(ReasonId id) const { return name_of(names_.reasons, id); }
  std::string of(BotId id) const { return name_of(names_.bots, id); }
  std::string of(MenuNodeId id) const { return name_of(names_.menu_nodes, id); }
  std::string of(SurgeId id) const { return name_of(names_.surges, id); }
  std::string of(TeamId id) const { return name_of(names_.teams, id); }
  std::string of(HostChoiceId id) const { return name_of(names_.host_choices, id); }
  std::string of(AgentHandle agent) const {
    return name_of(names_.agents, Id<struct AgentLine, std::uint32_t>{agent.slot});
  }

  std::string of(const Target& target) const {
    TableWriter table;
    add_target(table, target);
    return table.inline_table();
  }
  /// The key that says where it leads; none for an undecided one.
  void add_target(TableWriter& table, const Target& target) const;

  template <class Policy>
  requires requires(const Policy& policy, const Blueprint& names) { to_text(policy, names); }
  std::string of(const Policy& policy) const { return toml_string(to_text(policy, names_)); }
  template <class Value>
  std::string of(const std::optional<Value>& value) const {
    return of(*value);
  }
  template <class Value>
  std::string of(const std::vector<Value>& values) const {
    std::vector<std::string> items;
    items.reserve(values.size());
    for (const Value& value : values) items.push_back(of(value));
    return toml_array(items);
  }

 private:
  /// A line's name; empty, and then a problem when it is read, for an id out of range.
  template <class Line, class LineId>
  static std::string name_of(const std::vector<Line>& lines, LineId id) {
    return toml_string(id.index() < lines.size() ? lines[id.index()].name : std::string{});
  }

  const Blueprint& names_;
};

}  // namespace v1
}  // namespace acd
