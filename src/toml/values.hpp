// Reads one value of a file into one member of a blueprint.
//
// `read_value(source, target)` for every type of member: what is wrong is reported, and
// the target keeps its default (a name that is not known becomes the id `none`).
#pragma once

#include <fmt/format.h>
#include <toml++/toml.h>

#include <concepts>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "toml/enum_names.hpp"
#include "toml/form.hpp"
#include "toml/reading.hpp"
#include "util/did_you_mean.hpp"

namespace acd {
inline namespace v1 {

[[nodiscard]] inline Position position_of(const toml::source_region& region) {
  return {.line = static_cast<int>(region.begin.line),
          .column = static_cast<int>(region.begin.column)};
}

/// What the parser of TOML found, in plainer words.
[[nodiscard]] Problem syntax_problem(const toml::parse_error& error);

/// A value in the file, and the member of the blueprint that it is for.
struct Source {
  Reading& reading;
  const toml::node& node;
  std::string path;
  Form* form = nullptr;  ///< if set, nothing is read: it is noted what would be

  void report(std::string message) const {
    reading.report(path, std::move(message), position_of(node.source()));
  }
  /// A key of this table, which has it.
  [[nodiscard]] Source member(std::string_view key) const {
    return {reading, *node.as_table()->get(key), fmt::format("{}.{}", path, key)};
  }
  /// Reports that something else stands there, or notes what may: `types` of JSON.
  void expected(std::string_view what, std::vector<std::string_view> types = {}) const;
  /// Notes an array of values, or a table from any keys to values, by what `read_value` asks of
  /// one.
  template <class Value>
  void note_each(std::string_view type) const {
    form->types = {type};
    form->each = std::make_unique<Form>();
    Value value{};
    read_value(Source{reading, node, path, form->each.get()}, value);
  }
  /// A problem at a column of the source's own string.
  void report_in_text(std::string_view text, int column, const std::string& message) const;
};

/// Entries of a table in the order of the file.
[[nodiscard]] std::vector<std::pair<const toml::key*, const toml::node*>> in_file_order(
    const toml::table& table);

// Which family an id's name belongs to, and what one of it is called.
struct FamilyName {
  Family family;
  std::string_view noun;
};
[[nodiscard]] constexpr FamilyName family_of(ChannelId) { return {Family::channels, "channel"}; }
[[nodiscard]] constexpr FamilyName family_of(SkillId) { return {Family::skills, "skill"}; }
[[nodiscard]] constexpr FamilyName family_of(GroupId) { return {Family::groups, "group"}; }
[[nodiscard]] constexpr FamilyName family_of(OfferRuleId) {
  return {Family::offer_rules, "offer rule"};
}
[[nodiscard]] constexpr FamilyName family_of(CapacityRuleId) {
  return {Family::capacities, "capacity rule"};
}

[[nodiscard]] constexpr FamilyName family_of(TimePlanId) {
  return {Family::time_plans, "time plan"};
}
[[nodiscard]] constexpr FamilyName family_of(RequirementId) {
  return {Family::requirements, "requirement"};
}
[[nodiscard]] constexpr FamilyName family_of(BotId) { return {Family::bots, "bot"}; }
[[nodiscard]] constexpr FamilyName family_of(MenuNodeId) {
  return {Family::menu_nodes, "menu node"};
}
[[nodiscard]] constexpr FamilyName family_of(ReasonId) { return {Family::reasons, "reason"}; }
[[nodiscard]] constexpr FamilyName family_of(SurgeId) { return {Family::surges, "surge"}; }
[[nodiscard]] constexpr FamilyName family_of(TeamId) { return {Family::teams, "team"}; }
[[nodiscard]] constexpr FamilyName family_of(HostChoiceId) {
  return {Family::host_choices, "host choice"};
}
[[nodiscard]] constexpr FamilyName family_of(EntryId) { return {Family::entries, "entry"}; }
[[nodiscard]] constexpr FamilyName family_of(ZoneId) { return {Family::zones, "zone"}; }

/// Index of the line that is called so; reported and nothing if there is none.
[[nodiscard]] std::optional<std::size_t> find_named(Reading& reading, const std::string& path,
                                                    Position position, std::string_view name,
                                                    FamilyName family);

void read_value(const Source& source, std::string& target);
void read_value(const Source& source, Duration& target);
void read_value(const Source& source, AgentOrder& target);
void read_value(const Source& source, SessionOrder& target);
void read_value(const Source& source, WorkOrder& target);
void read_value(const Source& source, Requirement& target);
void read_value(const Source& source, Condition& target);
void read_value(const Source& source, std::int64_t& target);
void read_value(const Source& source, PlanLayer& target);

/// Reads a string by `parse(text, blueprint)`.
template <class Value, class Parse>
void read_text(const Source& source, Value& target, const Parse& parse) {
  const auto* text = source.node.as_string();
  if (text == nullptr) return source.expected("a string", {"string"});
  auto parsed = parse(text->get(), source.reading.blueprint());
  if (!parsed.value) return source.report_in_text(text->get(), parsed.column, parsed.message);
  target = std::move(*parsed.value);
}

/// A whole number of the file, if it is one within the bounds of the target's type.
[[nodiscard]] std::optional<std::int64_t> whole_number(const Source& source, std::int64_t max);

template <std::unsigned_integral Integer>
void read_value(const Source& source, Integer& target) {
  static_assert(sizeof(Integer) < sizeof(std::int64_t));
  const auto value = whole_number(source, std::numeric_limits<Integer>::max());
  if (value) target = static_cast<Integer>(*value);
}

template <class Tag, class Rep>
void read_value(const Source& source, Id<Tag, Rep>& target) {
  target = Id<Tag, Rep>::none();
  const auto* name = source.node.as_string();
  const FamilyName family = family_of(target);
  if (name == nullptr) {
    source.expected("the name of " + with_article(family.noun), {"string"});
    return;
  }
  const auto index = find_named(source.reading, source.path, position_of(source.node.source()),
                                name->get(), family);
  if (index) target = Id<Tag, Rep>{*index};
}

template <class Enum>
requires std::is_enum_v<Enum>
void read_value(const Source& source, Enum& target) {
  constexpr auto names = names_of(Enum{});
  const auto* word = source.node.as_string();
  std::string choice;
  for (const auto& [value, name] : names) {
    if (word != nullptr && word->get() == name) {
      target = value;
      return;
    }
    choice += (choice.empty() ? "" : " or ") + quoted(name);
  }
  if (word == nullptr) {
    source.expected(choice, {"string"});
    for (const auto& [value, name] : names) {
      if (source.form != nullptr) source.form->choices.push_back(name);
    }
  } else {
    const auto name_of = [](const auto& each) { return each.second; };
    source.report(fmt::format("expected {}, found {}{}", choice, quoted(word->get()),
                              did_you_mean(word->get(), names, name_of)));
  }
}

template <class Value>
void read_value(const Source& source, std::optional<Value>& target) {
  Value value{};
  read_value(source, value);
  target = value;
}

template <class Value>
void read_value(const Source& source, std::vector<Value>& target) {
  if (source.form != nullptr) return source.note_each<Value>("array");
  const toml::array* array = source.node.as_array();
  if (array == nullptr) {
    source.expected(source.node.is_table() ? "an array of tables, their headers in double brackets"
                                           : "an array");
    return;
  }
  target.resize(array->size());
  for (std::size_t i = 0; i < target.size(); ++i) {
    const Source element{source.reading, (*array)[i], fmt::format("{}[{}]", source.path, i)};
    source.reading.remember(element.path, position_of(element.node.source()));
    read_value(element, target[i]);
  }
}

}  // namespace v1
}  // namespace acd
