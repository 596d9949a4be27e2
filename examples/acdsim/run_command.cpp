// Reads, compiles, simulates, reports.
#include "run_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <thread>
#include <utility>

#include "acd/companion/time_text.hpp"
#include "acd/config/compiled_plan.hpp"
#include "number_text.hpp"
#include "run_report.hpp"
#include "scenario_file.hpp"

namespace acdsim {
namespace {

acd::Duration interval_of(const RunRequest& request, const acd::Scenario& scenario) {
  if (request.interval.empty()) return scenario.interval;
  const std::optional<acd::Duration> interval = acd::parse_duration(request.interval);
  const bool is_sound = interval && *interval >= std::chrono::minutes{1};
  if (is_sound) return *interval;
  throw Failure{ExitStatus::usage,
                fmt::format("--interval: \"{}\" is not a duration of a minute or more, such as 15m",
                            request.interval)};
}

acd::ServiceLevel formula_of(const RunRequest& request) {
  for (const auto& [formula, name] : run_formulas) {
    if (name == request.service_level) return formula;
  }
  throw Failure{ExitStatus::usage, "--service-level: there is no formula " + request.service_level};
}

Replications simulate(const acd::Scenario& scenario, const acd::CompiledPlan& plan,
                      const RunRequest& request) {
  const auto kind = request.quiet ? Progress::Kind::silent : Progress::kind_for(stderr);
  Progress progress{kind, stderr, "simulating", request.replications};
  const std::uint32_t processors = std::max(std::thread::hardware_concurrency(), 1U);
  return run_replications(scenario, plan,
                          {.seed = request.seed,
                           .count = request.replications,
                           .jobs = request.jobs == 0 ? processors : request.jobs},
                          progress);
}

}  // namespace

RunResult run_scenario(const RunRequest& request, const TextStyle& style) {
  RunResult result;
  ScenarioFile file = read_scenario_file(request.file, style);
  result.problems = std::move(file.problems);
  if (acd::any_error(file.read.problems)) {
    result.status = ExitStatus::bad_data;
    return result;
  }
  acd::Scenario& scenario = file.read.scenario;
  const acd::CompiledPlan::Result made = acd::CompiledPlan::compile(scenario.blueprint);
  if (!made.plan) throw Failure{ExitStatus::internal, "the blueprint does not compile"};
  const std::uint64_t fingerprint = acd::fingerprint(scenario);
  scenario.interval = interval_of(request, scenario);
  if (acd::any_error(acd::check(scenario))) {
    throw Failure{ExitStatus::usage, "--interval: it cuts the scenario into too many parts"};
  }
  const Replications replications = simulate(scenario, *made.plan, request);
  const RunContext context{.request = request,
                           .scenario = scenario,
                           .targets = file.read.targets,
                           .replications = replications,
                           .formula = formula_of(request),
                           .utc_offset = file.read.utc_offset,
                           .fingerprint = fingerprint};
  RunReport report = run_report(context, style);
  result.report = std::move(report.text);
  result.status = report.targets_missed == 0 ? ExitStatus::done : ExitStatus::target_missed;
  result.closing = fmt::format("{} replications, {} events, state {:016x}\n",
                               count_text(replications.each.size()),
                               count_text(replications.events), replications.state_hash);
  return result;
}

}  // namespace acdsim
