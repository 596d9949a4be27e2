// Makes the points, checks all, simulates one after another.
#include "sweep_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "experiment_figures.hpp"
#include "number_text.hpp"
#include "report_files.hpp"
#include "simulate.hpp"
#include "sweep_report.hpp"
#include "variation.hpp"

namespace acdsim {
namespace {

SimulationOptions options_at(const SweepRequest& request, const Sweep& sweep,
                             const std::vector<std::string>& values) {
  SimulationOptions options = request;
  for (std::size_t i = 0; i < values.size(); ++i) {
    options.sets.push_back(sweep.paths[i] + "=" + values[i]);
  }
  return options;
}

/// Problems of all points, each said once.
bool check_points(const SweepRequest& request, const Sweep& sweep, const TextStyle& style,
                  ExperimentResult& result) {
  std::set<std::string> said;
  bool is_sound = true;
  for (const std::vector<std::string>& point : sweep.grid) {
    const LoadedScenario loaded =
        load_scenario(request.file, options_at(request, sweep, point), style);
    if (said.insert(loaded.problems).second) result.problems += loaded.problems;
    if (loaded.plan) continue;
    result.status = is_sound ? loaded.status : std::max(result.status, loaded.status);
    is_sound = false;
  }
  return is_sound;
}

SweepPoint point_of(const LoadedScenario& loaded, const Replications& replications,
                    double confidence) {
  SweepPoint point;
  for (const ExperimentFigure& figure : experiment_figures(loaded)) {
    point.estimates.push_back(figure.estimate_of(replications, confidence));
    point.is_met.push_back(figure.is_met(point.estimates.back()));
  }
  point.replications = replications.each.size();
  return point;
}

void simulate_points(const SweepRequest& request, const TextStyle& style, Sweep& sweep) {
  const std::uint64_t each = replications_max(request);
  Progress progress{progress_kind(request), stderr, "simulating", each * sweep.grid.size()};
  for (std::size_t i = 0; i < sweep.grid.size(); ++i) {
    const SimulationOptions options = options_at(request, sweep, sweep.grid[i]);
    const LoadedScenario loaded = load_scenario(request.file, options, style);
    if (i == 0) sweep.figures = experiment_figures(loaded);
    const Seen seen = [&](const Replications& so_far, std::uint64_t /*expected*/) {
      const std::uint64_t done = i * each + so_far.each.size();
      if (!progress.is_due(done)) return;
      progress.show(done,
                    fmt::format("run {} of {}, service level {} %", i + 1, sweep.grid.size(),
                                percent_text(service_level(so_far.sum.total, loaded.formula))));
    };
    const Replications replications = simulate(loaded, options, seen);
    sweep.events += replications.events;
    sweep.points.push_back(point_of(loaded, replications, options.confidence / 100));
  }
}

std::string text_of(ReportKind kind, const Sweep& sweep) {
  switch (kind) {
    case ReportKind::csv: return sweep_csv(sweep);
    case ReportKind::json: return sweep_json(sweep);
    case ReportKind::junit: return sweep_junit(sweep);
    case ReportKind::html: break;  // not offered
  }
  return "";
}

}  // namespace

ExperimentResult sweep(const SweepRequest& request, const TextStyle& style) {
  ExperimentResult result;
  const std::vector<ReportFile> files = experiment_files(request.out);
  std::vector<Variation> variations;
  for (const std::string& text : request.vary) variations.push_back(parse_variation(text));
  Sweep sweep{.request = request, .grid = grid_of(variations)};
  for (const Variation& variation : variations) sweep.paths.push_back(variation.path);
  if (!check_points(request, sweep, style, result)) return result;
  if (request.dry_run) {
    result.report = sweep_runs(sweep);
    return result;
  }
  simulate_points(request, style, sweep);
  for (const ReportFile& file : files) write_report(file, text_of(file.kind, sweep));
  if (std::ranges::none_of(files, &ReportFile::is_stdout)) {
    result.report = sweep_report(sweep, Wording{language_of(request.language)}, style);
  }
  const bool any_met = std::ranges::any_of(
      sweep.points, [](const SweepPoint& point) { return point.targets_missed() == 0; });
  result.status = any_met ? ExitStatus::done : ExitStatus::target_missed;
  result.closing = fmt::format("{} runs, {} events\n", count_text(sweep.points.size()),
                               count_text(sweep.events));
  return result;
}

}  // namespace acdsim
