// Loads, simulates, reports.
#include "run_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "load_scenario.hpp"
#include "number_text.hpp"
#include "report_files.hpp"
#include "run_report.hpp"
#include "simulate.hpp"

namespace acdsim {
namespace {

std::string text_of(ReportKind kind, const RunFigures& figures, const Wording& say) {
  switch (kind) {
    case ReportKind::csv: return run_csv(figures);
    case ReportKind::json: return run_json(figures);
    case ReportKind::junit: return run_junit(figures);
    case ReportKind::html: return run_html(figures, say);
  }
  return "";
}

std::vector<ReportFile> files_of(const RunRequest& request) {
  std::vector<std::string> texts = request.out;
  if (!request.html.empty()) texts.push_back("html:" + request.html.string());
  return report_files(texts,
                      {ReportKind::csv, ReportKind::json, ReportKind::junit, ReportKind::html});
}

}  // namespace

RunResult run_scenario(const RunRequest& request, const TextStyle& style) {
  RunResult result;
  const std::vector<ReportFile> files = files_of(request);
  LoadedScenario loaded = load_scenario(request.file, request, style);
  result.problems = std::move(loaded.problems);
  if (!loaded.plan) {
    result.status = loaded.status;
    return result;
  }
  const Replications replications = simulate(loaded, request, "simulating");
  const RunFigures figures = run_figures(request, loaded, replications);
  const Wording say{language_of(request.language)};
  for (const ReportFile& file : files) write_report(file, text_of(file.kind, figures, say));
  if (std::ranges::none_of(files, &ReportFile::is_stdout)) {
    result.report = run_text(figures, say, style);
  }
  result.status = figures.targets_missed() == 0 ? ExitStatus::done : ExitStatus::target_missed;
  result.closing = fmt::format("{} replications, {} events, state {:016x}\n",
                               count_text(replications.each.size()),
                               count_text(replications.events), replications.state_hash);
  return result;
}

}  // namespace acdsim
