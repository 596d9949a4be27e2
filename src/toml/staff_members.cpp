// Lines of staff: one table, many stretches.
#include "toml/staff_members.hpp"

#include <chrono>
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
  table.require({"begin", "end"});
  if (table.finish() && source.form == nullptr) check_who(source);
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
  for (const toml::node& node : *lines) {
    Made& made = made_.emplace_back();
    const toml::table* line = node.as_table();
    if (line == nullptr) continue;
    const auto count = (*line)["count"].value_exact<std::int64_t>();
    const auto room = std::int64_t{agents_max} - static_cast<std::int64_t>(blueprint.agents.size());
    const std::optional<Agent> pattern = pattern_of(*line, blueprint, names);
    if (!pattern || !count || *count < 0 || *count > room) continue;
    made = {static_cast<std::uint32_t>(blueprint.agents.size()),
            static_cast<std::uint32_t>(*count)};
    for (std::uint32_t i = 0; i < made.count; ++i) {
      Agent agent = *pattern;
      agent.name = fmt::format("{}-{}", pattern->name, ++numbers_[pattern->name]);
      blueprint.add(std::move(agent));
    }
  }
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
