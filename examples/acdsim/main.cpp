// acdsim: days of a contact centre through the router of libacd.
#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <exception>

#include "check_command.hpp"
#include "command_line.hpp"
#include "exit_status.hpp"
#include "forecast_command.hpp"
#include "import_command.hpp"
#include "number_text.hpp"
#include "plan_command.hpp"
#include "replay_command.hpp"
#include "replay_request.hpp"
#include "run_command.hpp"
#include "surge_day.hpp"
#include "text_file.hpp"

namespace acdsim {
namespace {

ExitStatus replay(const ReplayRequest& request) {
  const ReplaySettings settings = settings_of(request);
  const auto start = std::chrono::steady_clock::now();
  const ReplayInput input = load_replay(settings);
  ReplayResult result;
  {
    Progress progress{request.quiet ? Progress::Kind::silent : Progress::kind_for(stderr), stderr,
                      "replaying", input.day.calls.size()};
    result = run_replay(settings, input, progress);
  }
  if (!settings.journal.empty()) write_file(settings.journal, result.journal);
  const std::string report = replay_report(settings, input, result, style_of_stdout());
  std::fputs(report.c_str(), stdout);
  if (!request.quiet) {
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    fmt::print(stderr, "{} calls, {} commands, {} events, state {:016x}, {:.2f} s\n",
               count_text(input.day.calls.size()), count_text(result.commands.commands),
               count_text(result.counts.events), result.state_hash, took.count());
  }
  return result.not_ended_once == 0 ? ExitStatus::done : ExitStatus::internal;
}

ExitStatus simulate(const RunRequest& request) {
  const auto start = std::chrono::steady_clock::now();
  const RunResult result = run_scenario(request, style_of_stdout());
  std::fputs(result.problems.c_str(), stderr);
  std::fputs(result.report.c_str(), stdout);
  if (!request.quiet && !result.closing.empty()) {
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    fmt::print(stderr, "{:.2f} s: {}", took.count(), result.closing);
  }
  return result.status;
}

ExitStatus plan(const PlanRequest& request) {
  const std::string report = plan_report(request, glyphs_of_stdout(), style_of_stdout());
  std::fputs(report.c_str(), stdout);
  return ExitStatus::done;
}

ExitStatus check(const CheckRequest& request) {
  const CheckResult result = check_report(request, style_of_stdout());
  std::fputs(result.report.c_str(), stdout);
  return result.status;
}

ExitStatus import_all(const ImportRequest& request) {
  const ImportResult result = import_calendars(request);
  std::fputs(result.report.c_str(), stderr);
  std::fputs(result.toml.c_str(), stdout);
  return ExitStatus::done;
}

ExitStatus forecast(const ForecastRequest& request) {
  std::fputs(forecast_report(request, style_of_stdout()).c_str(), stdout);
  return ExitStatus::done;
}

ExitStatus write_surge_day(const std::filesystem::path& directory) {
  const SurgeDay day = make_surge_day();
  write_text_file(directory / "calls.csv", day.calls);
  write_text_file(directory / "agent_skills.csv", day.skills);
  write_text_file(directory / "agent_sessions.csv", day.shifts);
  return ExitStatus::done;
}

ExitStatus run(const CommandLine& line) {
  switch (line.kind) {
    case CommandLine::Kind::replay: return replay(line.replay);
    case CommandLine::Kind::run: return simulate(line.run);
    case CommandLine::Kind::plan: return plan(line.plan);
    case CommandLine::Kind::check: return check(line.check);
    case CommandLine::Kind::import_calendars: return import_all(line.import);
    case CommandLine::Kind::forecast: return forecast(line.forecast);
    case CommandLine::Kind::make_surge_day: return write_surge_day(line.directory);
    case CommandLine::Kind::finished: return static_cast<ExitStatus>(line.exit_code);
  }
  return ExitStatus::internal;
}

}  // namespace
}  // namespace acdsim

int main(int count, char** arguments) {
  using acdsim::ExitStatus;
  try {
    return static_cast<int>(acdsim::run(acdsim::parse_command_line(count, arguments)));
  } catch (const acdsim::BadInput& error) {
    std::fputs(error.what(), stderr);
    return static_cast<int>(ExitStatus::bad_data);
  } catch (const acdsim::Failure& error) {
    fmt::print(stderr, "acdsim: {}\n", error.what());
    return static_cast<int>(error.status());
  } catch (const std::exception& error) {
    fmt::print(stderr, "acdsim: {}\n", error.what());
    return static_cast<int>(ExitStatus::internal);
  }
}
