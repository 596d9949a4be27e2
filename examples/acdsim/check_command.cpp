// Problems as compilers print them.
#include "check_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "acd/companion/problem_text.hpp"
#include "acd/companion/zones.hpp"
#include "acd/config/compiled_plan.hpp"
#include "acd/toml/blueprint_toml.hpp"
#include "display_width.hpp"
#include "text_file.hpp"

namespace acdsim {
namespace {

/// What a host would bind: the names that the file gives, each for what is asked of it.
acd::Registry host_code_of(const acd::Blueprint& blueprint) {
  acd::Registry registry;
  for (const acd::HostChoice& choice : blueprint.host_choices) {
    registry.bind_agent_choice(choice.name, choice.version,
                               [](const acd::SessionFacts&) { return acd::AgentHandle{}; });
  }
  for (const acd::HostRank& rank : blueprint.host_ranks) {
    registry.bind_session_rank(rank.name, rank.version, 32,
                               [](const acd::SessionFacts&) { return 0; });
  }
  for (const acd::SkillGroup& group : blueprint.groups) {
    for (const acd::AgentCriterion& criterion : group.agent_order.criteria()) {
      const std::size_t index = criterion.host_rank.index();
      const bool is_rank = criterion.kind == acd::AgentCriterionKind::host_rank;
      if (!is_rank || index >= blueprint.host_ranks.size()) continue;
      const acd::HostRank& rank = blueprint.host_ranks[index];
      registry.bind_agent_rank(rank.name, rank.version, 32,
                               [](const acd::AgentFacts&) { return 0; });
    }
  }
  return registry;
}

acd::BlueprintRead read_with_host_code(const std::string& text, const std::string& file) {
  acd::BlueprintRead read = acd::read_blueprint_toml(text, file, {}, acd::zone_rules);
  if (read.blueprint.host_ranks.empty() && read.blueprint.host_choices.empty()) return read;
  return acd::read_blueprint_toml(text, file, host_code_of(read.blueprint), acd::zone_rules);
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// As wide as what stands before the column; tabs stay.
std::string blank_before(std::string_view line, int column) {
  std::size_t bytes = 0;
  for (int left = column - 1; left > 0 && bytes < line.size(); --left) {
    do {
      ++bytes;
    } while (bytes < line.size() && (static_cast<unsigned char>(line[bytes]) & 0xC0) == 0x80);
  }
  std::string blank;
  std::string_view before = line.substr(0, bytes);
  while (!before.empty()) {
    const std::size_t tab = before.find('\t');
    blank.append(display_width(before.substr(0, tab)), ' ');
    if (tab == std::string_view::npos) break;
    blank += '\t';
    before.remove_prefix(tab + 1);
  }
  return blank;
}

std::string place_text(const std::vector<std::string_view>& lines, acd::Position position,
                       const TextStyle& style) {
  const auto line = static_cast<std::size_t>(position.line);
  if (line == 0 || line > lines.size()) return {};
  std::string_view text = lines[line - 1];
  if (text.ends_with('\r')) text.remove_suffix(1);
  return fmt::format("{:>5} | {}\n{}{}\n", line, text,
                     style.dim("      | ") + blank_before(text, position.column), style.bold("^"));
}

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

/// "sound", "1 error, 2 warnings"
std::string verdict(const std::vector<acd::Problem>& problems) {
  const auto errors = static_cast<std::size_t>(
      std::ranges::count(problems, acd::Severity::error, &acd::Problem::severity));
  const std::size_t warnings = problems.size() - errors;
  const std::string found = errors > 0 ? counted(errors, "error") : "sound";
  return warnings == 0 ? found : found + ", " + counted(warnings, "warning");
}

}  // namespace

CheckResult check_report(const CheckRequest& request, const TextStyle& style) {
  CheckResult result;
  for (const std::filesystem::path& path : request.files) {
    const std::string text = read_text_file(path);
    const acd::BlueprintRead read = read_with_host_code(text, path.string());
    const std::vector<std::string_view> lines = lines_of(text);
    for (const acd::Problem& problem : read.problems) {
      const std::string line = to_text(problem, read.file);
      const bool is_error = problem.severity == acd::Severity::error;
      result.report += (is_error ? style.red(line) : line) + '\n';
      result.report += place_text(lines, problem.position, style);
    }
    if (acd::any_error(read.problems)) result.status = ExitStatus::bad_data;
    result.report += fmt::format("{}: {}\n", read.file, verdict(read.problems));
  }
  return result;
}

}  // namespace acdsim
