// Lines of staff: one table, many stretches.
#include "toml/staff_members.hpp"

#include <algorithm>
#include <chrono>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>

#include "toml/scenario_values.hpp"
#include "toml/table_reader.hpp"

namespace acd {
inline namespace v1 {
namespace {

constexpr std::uint32_t agents_max = 100'000;
constexpr std::uint32_t days_max = 366;
constexpr std::size_t stretches_max = 200'000;

/// A number of things: 1 to a bound.
struct Number {
  std::uint32_t value = 1;
  std::uint32_t max = agents_max;
};

void read_value(const Source& source, Number& target) {
  const auto value = whole_number(source, target.max);
  if (value) target.value = static_cast<std::uint32_t>(*value);
}

struct StaffTable {
  std::vector<AgentLine> agents{};
  GroupId group{};
  AgentLine like{};
  Number count{.value = 0};
  Moment begin{};
  Moment end{};
  Number days{.max = days_max};
};

/// Reports what is missing of these keys, unless all are.
void check_together(const Source& source, std::initializer_list<std::string_view> keys) {
  const toml::table& table = *source.node.as_table();
  const auto has = [&](std::string_view key) { return table.contains(key); };
  if (std::ranges::none_of(keys, has) || std::ranges::all_of(keys, has)) return;
  for (const std::string_view key : keys) {
    if (!has(key)) source.report(fmt::format("no {} is given", quoted(key)));
  }
}

void check_who(const Source& source) {
  const toml::table& table = *source.node.as_table();
  const int ways =
      int{table.contains("agents")} + int{table.contains("group")} + int{table.contains("like")};
  const bool needs_count = !table.contains("agents");
  if (ways != 1) {
    source.report("one of agents, group and like says who works");
  } else if (table.contains("count") != needs_count) {
    source.report(needs_count ? "no \"count\" is given: how many they are"
                              : "a count goes with a group, or with an agent whom they are like");
  }
}

void read_value(const Source& source, StaffTable& target) {
  TableReader table{source};
  table.read("agents", target.agents);
  table.read("group", target.group);
  table.read("like", target.like);
  table.read("count", target.count);
  table.read("begin", target.begin);
  table.read("end", target.end);
  table.read("days", target.days);
  if (!table.finish() || source.form != nullptr) return;
  check_who(source);
  check_together(source, {"begin", "end"});
}

}  // namespace

/// An agent of whom a line makes some: nothing if the line does not say so, or not rightly.
static std::optional<Agent> pattern_of(const toml::table& line, const Blueprint& blueprint,
                                       const Paths& names) {
  if (const auto name = line["like"].value_exact<std::string>()) {
    const auto agent = names.find(Family::agents, *name);
    return agent ? std::optional{blueprint.agents[*agent]} : std::nullopt;
  }
  const auto name = line["group"].value_exact<std::string>();
  const auto group = name ? names.find(Family::groups, *name) : std::nullopt;
  if (!group) return std::nullopt;
  return Agent{.name = *name, .memberships = {{.group = GroupId{*group}}}};
}

StaffLines::StaffLines(const toml::table& file, Blueprint& blueprint, const Paths& names) {
  const toml::array* lines = file["staff"].as_array();
  if (lines == nullptr) return;
  // The names are those of agents that move when others are added: all are looked up before.
  std::vector<std::optional<Agent>> patterns;
  for (const toml::node& node : *lines) {
    const toml::table* line = node.as_table();
    patterns.push_back(line == nullptr ? std::nullopt : pattern_of(*line, blueprint, names));
  }
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    Made& made = made_.emplace_back();
    if (!patterns[i]) continue;
    const auto count = (*(*lines)[i].as_table())["count"].value_exact<std::int64_t>();
    const auto room = std::int64_t{agents_max} - static_cast<std::int64_t>(blueprint.agents.size());
    if (!count || *count < 0 || *count > room) continue;
    made = make(*patterns[i], static_cast<std::uint32_t>(*count), blueprint);
  }
}

StaffLines::Made StaffLines::make(const Agent& pattern, std::uint32_t count, Blueprint& blueprint) {
  const Made made{static_cast<std::uint32_t>(blueprint.agents.size()), count};
  for (std::uint32_t i = 0; i < count; ++i) {
    Agent agent = pattern;
    agent.name = fmt::format("{}-{}", pattern.name, ++numbers_[pattern.name]);
    blueprint.add(std::move(agent));
  }
  return made;
}

/// On each of the days, where the file's line says so.
void StaffLines::add(const Source& source, const std::string& who, std::uint32_t agent,
                     const Shift& shift) {
  for (std::uint32_t day = 0; day < shift.days; ++day) {
    const std::string stretch = fmt::format("staff[{}]", stretches.size());
    source.reading.show_as(stretch, who);
    source.reading.show_as(stretch + ".begin", source.path + ".begin");
    source.reading.show_as(stretch + ".end", source.path + ".end");
    const auto later = std::chrono::days{day};
    stretches.push_back({agent, shift.begin + later, shift.end + later});
  }
}

void StaffLines::read_line(const Source& source, std::size_t index) {
  const std::size_t problems_before = source.reading.problem_count();
  StaffTable line;
  read_value(source, line);
  const Made made = index < made_.size() ? made_[index] : Made{};
  const bool is_sound = source.reading.problem_count() == problems_before;
  if (is_sound && line.agents.empty() && line.count.value > made.count) {
    source.member("count").report(fmt::format("these are more than {} agents", agents_max));
  }
  if (source.reading.problem_count() > problems_before) return;
  if (!source.node.as_table()->contains("begin")) {
    const std::vector<Agent>& agents = source.reading.blueprint().agents;
    const bool has_shift = made.count == 0 || !agents[made.first].shift.is_none();
    const bool comes = line.agents.empty() && has_shift;
    const bool may_come = comes || !source.reading.is_whole();  // its shift may have been lost
    if (!may_come) source.report("no \"begin\" is given: only agents with a shift come without");
    return;
  }
  const std::size_t people = line.agents.size() + made.count;
  if (stretches.size() + people * line.days.value > stretches_max) {
    return source.report(fmt::format("these are more than {} stretches", stretches_max));
  }
  const Shift shift{line.begin.at, line.end.at, line.days.value};
  for (std::size_t i = 0; i < line.agents.size(); ++i) {
    if (!line.agents[i].line) continue;
    add(source, fmt::format("{}.agents[{}]", source.path, i), *line.agents[i].line, shift);
  }
  for (std::uint32_t i = 0; i < made.count; ++i) {
    add(source, source.path, made.first + i, shift);
  }
}

void read_value(const Source& source, StaffLines& target) {
  if (source.form != nullptr) return source.note_each<StaffTable>("array");
  const toml::array* array = source.node.as_array();
  if (array == nullptr) return source.expected("an array", {"array"});
  for (std::size_t i = 0; i < array->size(); ++i) {
    const Source line{source.reading, (*array)[i], fmt::format("{}[{}]", source.path, i)};
    source.reading.remember(line.path, position_of(line.node.source()));
    target.read_line(line, i);
  }
}

}  // namespace v1
}  // namespace acd
