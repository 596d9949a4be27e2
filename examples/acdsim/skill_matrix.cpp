// Reading of skill matrices.
#include "skill_matrix.hpp"

#include <fmt/format.h>

#include <map>
#include <optional>

#include "csv_value.hpp"

namespace acdsim {
namespace {

constexpr std::string_view calls_suffix = "_calls";

/// The agent's number, unless his field is empty or he had a row before.
std::optional<std::size_t> read_agent(CsvFile& file, std::size_t column, Names& agents,
                                      std::map<std::size_t, int>& lines) {
  const CsvField field = file.field(column);
  if (field.text.empty()) {
    file.complain(field, "is empty");
    return std::nullopt;
  }
  const std::size_t agent = agents.intern(field.text);
  const auto [place, is_new] = lines.emplace(agent, field.position.line);
  if (is_new) return agent;
  file.complain(field, fmt::format("{} has a row on line {} already", field.text, place->second));
  return std::nullopt;
}

}  // namespace

SkillMatrix read_skill_matrix(CsvFile file, Names& agents) {
  SkillMatrix matrix;
  std::vector<std::size_t> columns;
  for (std::size_t i = 0; i < file.header().size(); ++i) {
    const std::string_view name = file.header()[i];
    if (!name.ends_with(calls_suffix) || name.size() == calls_suffix.size()) continue;
    matrix.queues.emplace_back(name.substr(0, name.size() - calls_suffix.size()));
    columns.push_back(i);
  }
  const auto agent_column = file.column("agent_id");
  if (!agent_column) return matrix;
  std::map<std::size_t, int> lines;
  while (file.next_row()) {
    const auto agent = read_agent(file, *agent_column, agents, lines);
    SkillRow row{.agent = agent.value_or(0), .calls = {}};
    for (const std::size_t column : columns) {
      row.calls.push_back(number_of(file, file.field(column), UINT32_MAX).value_or(0));
    }
    if (agent) matrix.rows.push_back(std::move(row));
  }
  return matrix;
}

}  // namespace acdsim
