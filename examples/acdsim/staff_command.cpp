// Loads, searches, reports.
#include "staff_command.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "number_text.hpp"
#include "report_files.hpp"
#include "simulate.hpp"
#include "staff_report.hpp"
#include "text_file.hpp"

namespace acdsim {
namespace {

constexpr std::uint32_t usual_count = 100;

void refuse_if_unfit(const StaffRequest& request, const LoadedScenario& loaded) {
  const std::string file = request.file.string();
  if (loaded.targets.empty()) {
    throw Failure{ExitStatus::usage, file + ": it has no targets to reach"};
  }
  if (staff_lines(loaded).empty()) {
    throw Failure{ExitStatus::usage, file + ": it has no staff lines with a count to change"};
  }
}

/// With a precision, as many replications as it takes for the staff that theory begins with.
SearchEffort effort_of(const StaffRequest& request, const LoadedScenario& loaded,
                       const Staffing& staffing) {
  std::uint32_t fine = request.replications == 0 ? usual_count : request.replications;
  if (!request.precision.empty()) {
    const LoadedScenario first = with_staff(loaded, lines_of(staffing, &StaffKind::needed));
    fine = static_cast<std::uint32_t>(simulate(first, request, Seen{}).each.size());
  }
  return {.coarse = std::clamp(fine / 8, std::min(fine, 5U), fine),
          .paired = std::clamp(3 * fine / 10, std::min(fine, 10U), fine),
          .fine = fine};
}

std::string text_of(ReportKind kind, const StaffResult& result) {
  switch (kind) {
    case ReportKind::csv: return staff_csv(result);
    case ReportKind::json: return staff_json(result);
    case ReportKind::junit: return staff_junit(result);
    case ReportKind::html: break;  // not offered
  }
  return "";
}

/// What goes to stdout; files are written.
std::string written(const StaffResult& result, const std::vector<ReportFile>& files,
                    const TextStyle& style) {
  const StaffRequest& request = result.request;
  for (const ReportFile& file : files) write_report(file, text_of(file.kind, result));
  if (request.toml == "-") return staff_toml(result);
  if (!request.toml.empty()) write_text_file(request.toml, staff_toml(result));
  if (std::ranges::any_of(files, &ReportFile::is_stdout)) return "";
  return staff_report(result, Wording{language_of(request.language)}, style);
}

/// How much there is to do is not known before it is done: the bar goes on ever more slowly.
class SearchProgress {
 public:
  SearchProgress(const StaffRequest& request, const LoadedScenario& loaded,
                 const Staffing& staffing, const SearchEffort& effort)
      : loaded_{loaded},
        staffing_{staffing},
        expected_{30 * effort.coarse + 30 * effort.paired + 8 * effort.fine},
        progress_{progress_kind(request), stderr, "searching", expected_} {}

  void show(const StaffingEffort& effort, const Replications& so_far) {
    const std::uint64_t done = effort.replications;
    progress_.expect(std::max(expected_, done + done / 20));
    if (!progress_.is_due(done)) return;
    progress_.show(
        done, fmt::format("{} staffings, {:.1f} agent hours, service level {} %", effort.staffings,
                          staffing_.agent_hours(&StaffKind::needed),
                          percent_text(service_level(so_far.sum.total, loaded_.formula))));
  }

 private:
  const LoadedScenario& loaded_;
  const Staffing& staffing_;
  std::uint64_t expected_;
  Progress progress_;
};

StaffingSearch::Result search(const StaffRequest& request, const LoadedScenario& loaded,
                              const SearchEffort& effort, Staffing& staffing,
                              StaffingTrial& trial) {
  SearchProgress progress{request, loaded, staffing, effort};
  trial.tell([&](const StaffingEffort& so_far, const Replications& replications) {
    progress.show(so_far, replications);
  });
  StaffingSearch::Result found =
      StaffingSearch{loaded, staffing, trial, request.seed, effort}.run();
  trial.tell({});
  return found;
}

}  // namespace

ExperimentResult staff(const StaffRequest& request, const TextStyle& style) {
  ExperimentResult result;
  const std::vector<ReportFile> files = experiment_files(request.out);
  if (request.toml == "-" && std::ranges::any_of(files, &ReportFile::is_stdout)) {
    throw Failure{ExitStatus::usage, "--toml, --out: only one of them can go to stdout"};
  }
  const LoadedScenario loaded = load_scenario(request.file, request, style);
  result.problems = loaded.problems;
  result.status = loaded.status;
  if (!loaded.plan) return result;
  refuse_if_unfit(request, loaded);
  Staffing staffing = theoretical_staffing(loaded);
  StaffingTrial trial{loaded, request, staffing};
  const SearchEffort effort = effort_of(request, loaded, staffing);
  StaffResult found{.request = request,
                    .loaded = loaded,
                    .staffing = staffing,
                    .trial = trial,
                    .effort = effort,
                    .search = search(request, loaded, effort, staffing, trial)};
  found.targets = staff_targets(loaded, trial, staffing, request.confidence / 100);
  result.report = written(found, files, style);
  result.status = found.is_met() ? ExitStatus::done : ExitStatus::target_missed;
  result.closing = fmt::format(
      "{} staffings, {} replications, {} events\n", count_text(trial.effort().staffings),
      count_text(trial.effort().replications), count_text(trial.effort().events));
  return result;
}

}  // namespace acdsim
