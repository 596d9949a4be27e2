// Simulates both, pairs their figures, searches how many agents each needs.
#include "compare_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "compare_report.hpp"
#include "least_staff.hpp"
#include "number_text.hpp"
#include "report_files.hpp"
#include "simulate.hpp"

namespace acdsim {
namespace {

constexpr std::uint64_t searches = 10;

/// The targets of the first, by the names of their groups, are those of the second too.
void take_targets(const CompareSide& from, const LoadedScenario& first, const CompareSide& to,
                  LoadedScenario& second) {
  const std::vector<acd::SkillGroup>& theirs = first.scenario.blueprint.groups;
  const std::vector<acd::SkillGroup>& own = second.scenario.blueprint.groups;
  second.targets = first.targets;
  for (acd::ServiceTarget& target : second.targets) {
    if (target.group.is_none()) continue;
    const std::string& name = theirs[target.group.index()].name;
    const auto found = std::ranges::find(own, name, &acd::SkillGroup::name);
    if (found == own.end()) {
      throw Failure{ExitStatus::usage, fmt::format("{} has no group {}, of which {} has a target",
                                                   to.name, name, from.name)};
    }
    target.group = acd::GroupId{static_cast<std::size_t>(found - own.begin())};
  }
}

std::vector<CompareLine> lines_of(const CompareSide& a, const CompareSide& b, double confidence) {
  std::vector<CompareLine> lines;
  for (std::size_t i = 0; i < a.figures.size(); ++i) {
    const std::vector<acd::Ratio> of_a = a.figures[i].ratios_of(a.replications);
    const std::vector<acd::Ratio> of_b = b.figures[i].ratios_of(b.replications);
    lines.push_back({.figure = a.figures[i],
                     .a = estimate(of_a, confidence),
                     .b = estimate(of_b, confidence),
                     .difference = paired_difference(of_b, of_a, confidence)});
  }
  return lines;
}

std::vector<acd::Ratio> ratios_of(const std::vector<double>& values) {
  std::vector<acd::Ratio> ratios;
  ratios.reserve(values.size());
  for (const double value : values) ratios.push_back({value, 1});
  return ratios;
}

/// Of one side, by several searches with seeds of their own. Nothing, and why, if there is none.
std::optional<std::vector<double>> search_agents(const char* letter, const LoadedScenario& loaded,
                                                 const CompareRequest& request, Progress& progress,
                                                 std::uint64_t done, AgentsNeeded& needed) {
  needed.letter = letter;
  const std::vector<StaffLine> lines = staff_lines(loaded);
  std::uint64_t guess = agents_of(lines);
  if (guess == 0) {
    needed.unknown = AgentsNeeded::Unknown::no_count_lines;
    return std::nullopt;
  }
  std::vector<double> found;
  for (std::uint64_t search = 0; search < searches; ++search) {
    SimulationOptions options = request;
    options.seed = request.seed + 1 + search;
    const auto least = least_staff(loaded, lines, options, guess, [] {});
    if (!least) {
      needed.unknown = AgentsNeeded::Unknown::missed_with_many;
      return std::nullopt;
    }
    guess = *least;
    found.push_back(static_cast<double>(guess));
    progress.show(++done, fmt::format("{} needs {} agents", letter, guess));
  }
  return found;
}

AgentsNeeded agents_needed(const LoadedScenario& first, const LoadedScenario& second,
                           const CompareRequest& request) {
  AgentsNeeded needed{.searches = searches};
  Progress progress{progress_kind(request), stderr, "searching", 2 * searches};
  const auto of_a = search_agents("A", first, request, progress, 0, needed);
  if (!of_a) return needed;
  const auto of_b = search_agents("B", second, request, progress, searches, needed);
  if (!of_b) return needed;
  const double confidence = request.confidence / 100;
  needed.a = estimate(ratios_of(*of_a), confidence);
  needed.b = estimate(ratios_of(*of_b), confidence);
  needed.difference = paired_difference(ratios_of(*of_b), ratios_of(*of_a), confidence);
  return needed;
}

std::string text_of(ReportKind kind, const Comparison& comparison) {
  switch (kind) {
    case ReportKind::csv: return compare_csv(comparison);
    case ReportKind::json: return compare_json(comparison);
    case ReportKind::junit: return compare_junit(comparison);
    case ReportKind::html: break;  // not offered
  }
  return "";
}

CompareSide side_of(const char* letter, const std::filesystem::path& file,
                    const LoadedScenario& loaded) {
  return {.letter = letter,
          .name = file.filename().string(),
          .fingerprint = loaded.fingerprint,
          .has_targets = !loaded.targets.empty()};
}

/// Loaded, or the problems of either.
struct Both {
  LoadedScenario first{};
  LoadedScenario second{};
};

Both load_both(const CompareRequest& request, const std::filesystem::path& second,
               const TextStyle& style, ExperimentResult& result) {
  SimulationOptions of_second = request;
  of_second.sets.insert(of_second.sets.end(), request.second_sets.begin(),
                        request.second_sets.end());
  Both both{load_scenario(request.first, request, style), load_scenario(second, of_second, style)};
  result.problems = both.first.problems;
  if (both.second.problems != both.first.problems) result.problems += both.second.problems;
  for (const LoadedScenario* loaded : {&both.first, &both.second}) {
    if (!loaded->plan) result.status = std::max(result.status, loaded->status);
  }
  return both;
}

void simulate_both(const CompareRequest& request, const Both& both, Comparison& comparison) {
  comparison.a.replications = simulate(both.first, request, "simulating A");
  // Pairs: as many as of the first.
  SimulationOptions as_many = request;
  as_many.precision.clear();
  as_many.replications = static_cast<std::uint32_t>(comparison.a.replications.each.size());
  comparison.b.replications = simulate(both.second, as_many, "simulating B");
  comparison.a.figures = experiment_figures(both.first);
  comparison.b.figures = experiment_figures(both.second);
  comparison.lines = lines_of(comparison.a, comparison.b, request.confidence / 100);
}

}  // namespace

ExperimentResult compare(const CompareRequest& request, const TextStyle& style) {
  ExperimentResult result;
  if (request.second.empty() && request.second_sets.empty()) {
    throw Failure{ExitStatus::usage,
                  "compare: a second scenario, or --set-b, says what is to be compared"};
  }
  const std::vector<ReportFile> files = experiment_files(request.out);
  const std::filesystem::path second = request.second.empty() ? request.first : request.second;
  Both both = load_both(request, second, style, result);
  if (result.status != ExitStatus::done) return result;
  Comparison comparison{.request = request,
                        .a = side_of("A", request.first, both.first),
                        .b = side_of("B", second, both.second)};
  take_targets(comparison.a, both.first, comparison.b, both.second);
  simulate_both(request, both, comparison);
  if (request.agents == CompareRequest::Agents::searched && comparison.a.has_targets) {
    comparison.agents = agents_needed(both.first, both.second, request);
  }
  for (const ReportFile& file : files) write_report(file, text_of(file.kind, comparison));
  if (std::ranges::none_of(files, &ReportFile::is_stdout)) {
    result.report = compare_report(comparison, Wording{language_of(request.language)}, style);
  }
  const bool is_missed = targets_missed(comparison.b.figures, comparison.b.replications) > 0;
  result.status = is_missed ? ExitStatus::target_missed : ExitStatus::done;
  result.closing = fmt::format(
      "{} replications of each, {} events\n", count_text(comparison.a.replications.each.size()),
      count_text(comparison.a.replications.events + comparison.b.replications.events));
  return result;
}

}  // namespace acdsim
