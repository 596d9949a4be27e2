// Every file, its problems, and a verdict.
#include "check_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "acd/companion/zones.hpp"
#include "acd/config/compiled_plan.hpp"
#include "acd/toml/blueprint_toml.hpp"
#include "problem_place.hpp"
#include "scenario_file.hpp"
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

/// One file's problems, and as they are shown.
struct Checked {
  std::vector<acd::Problem> problems{};
  std::string places{};
  ExitStatus status = ExitStatus::done;  ///< but for the problems
};

Checked check_scenario(const std::filesystem::path& path, const TextStyle& style) {
  ScenarioFile file = read_scenario_file(path, style);
  const bool is_incomplete = file.status == ExitStatus::no_input;
  return {.problems = std::move(file.read.problems),
          .places = std::move(file.problems),
          .status = is_incomplete ? ExitStatus::no_input : ExitStatus::done};
}

Checked check_blueprint(const std::filesystem::path& path, const std::string& text,
                        const TextStyle& style) {
  acd::BlueprintRead read = read_with_host_code(text, path.string());
  std::string places = problems_with_places(read.problems, read.file, text, style);
  return {.problems = std::move(read.problems), .places = std::move(places)};
}

}  // namespace

CheckResult check_report(const CheckRequest& request, const TextStyle& style) {
  CheckResult result;
  for (const std::filesystem::path& path : request.files) {
    const std::string text = read_text_file(path);
    const Checked file = acd::is_scenario_toml(text) ? check_scenario(path, style)
                                                     : check_blueprint(path, text, style);
    result.report += file.places + fmt::format("{}: {}\n", path.string(), verdict(file.problems));
    const bool is_refused = acd::any_error(file.problems);
    if (is_refused && result.status == ExitStatus::done) result.status = ExitStatus::bad_data;
    if (file.status != ExitStatus::done) result.status = file.status;
  }
  return result;
}

}  // namespace acdsim
