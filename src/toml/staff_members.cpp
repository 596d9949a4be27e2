// Lines of staff: one table, many stretches.
#include "toml/staff_members.hpp"

#include <map>
#include <string>

#include "toml/scenario_values.hpp"
#include "toml/table_reader.hpp"

namespace acd {
inline namespace v1 {
namespace {

constexpr std::int64_t count_max = 100'000;

struct StaffTable {
  std::vector<AgentLine> agents{};
  GroupId group{};
  std::uint32_t count = 0;
  Moment begin{};
  Moment end{};
};

void read_value(const Source& source, StaffTable& target) {
  TableReader table{source};
  table.read("agents", target.agents);
  table.read("group", target.group);
  table.read("count", target.count);
  table.read("begin", target.begin);
  table.read("end", target.end);
  table.require({"begin", "end"});
  table.finish();
}

void check_who(const Source& source, const toml::table& table) {
  const bool by_name = table.contains("agents");
  const bool by_group = table.contains("group") || table.contains("count");
  if (by_name == by_group) {
    source.report("either agents, or a group and a count, say who works");
  } else if (by_group && !(table.contains("group") && table.contains("count"))) {
    source.report("a group and a count go together");
  }
}

}  // namespace

StaffLines::StaffLines(const toml::table& file, Blueprint& blueprint, const Paths& names) {
  const toml::array* lines = file["staff"].as_array();
  if (lines == nullptr) return;
  std::map<std::size_t, std::uint32_t> numbers;  // by group
  for (const toml::node& node : *lines) {
    Made& made = made_.emplace_back();
    const toml::table* line = node.as_table();
    if (line == nullptr) continue;
    const auto name = (*line)["group"].value_exact<std::string>();
    const auto count = (*line)["count"].value_exact<std::int64_t>();
    const auto group = name ? names.find(Family::groups, *name) : std::nullopt;
    const auto room = count_max - static_cast<std::int64_t>(blueprint.agents.size());
    if (!group || !count || *count < 0 || *count > room) continue;
    made = {static_cast<std::uint32_t>(blueprint.agents.size()),
            static_cast<std::uint32_t>(*count)};
    for (std::uint32_t i = 0; i < made.count; ++i) {
      blueprint.add(Agent{.name = fmt::format("{}-{}", *name, ++numbers[*group]),
                          .memberships = {{.group = GroupId{*group}}}});
    }
  }
}

void StaffLines::read_line(const Source& source, std::size_t index) {
  const std::size_t problems_before = source.reading.problem_count();
  StaffTable line;
  read_value(source, line);
  const toml::table* keys = source.node.as_table();
  if (keys == nullptr) return;
  check_who(source, *keys);
  const Made made = index < made_.size() ? made_[index] : Made{};
  if (line.count > made.count && !line.group.is_none()) {
    source.report(fmt::format("these are more than {} agents", count_max));
  }
  if (source.reading.problem_count() > problems_before) return;
  const auto add = [&](std::uint32_t agent) {
    const std::string place = fmt::format("staff[{}]", stretches.size());
    source.reading.remember(place, position_of(source.node.source()));
    for (const char* key : {"begin", "end"}) {
      const toml::node* node = keys->get(key);
      if (node != nullptr) {
        source.reading.remember(fmt::format("{}.{}", place, key), position_of(node->source()));
      }
    }
    stretches.push_back({agent, line.begin.at, line.end.at});
  };
  for (const AgentLine& agent : line.agents) {
    if (agent.line) add(*agent.line);
  }
  for (std::uint32_t i = 0; i < made.count; ++i) add(made.first + i);
}

void read_value(const Source& source, StaffLines& target) {
  if (source.form != nullptr) return source.note_each<StaffTable>("array");
  const toml::array* array = source.node.as_array();
  if (array == nullptr) return source.expected("an array", {"array"});
  for (std::size_t i = 0; i < array->size(); ++i) {
    target.read_line(Source{source.reading, (*array)[i], fmt::format("staff[{}]", i)}, i);
  }
}

}  // namespace v1
}  // namespace acd
