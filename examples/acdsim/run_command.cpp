// Loads, simulates, reports.
#include "run_command.hpp"

#include <fmt/format.h>

#include <utility>

#include "load_scenario.hpp"
#include "number_text.hpp"
#include "run_report.hpp"
#include "simulate.hpp"

namespace acdsim {
RunResult run_scenario(const RunRequest& request, const TextStyle& style) {
  RunResult result;
  LoadedScenario loaded = load_scenario(request.file, request, style);
  result.problems = std::move(loaded.problems);
  if (!loaded.plan) {
    result.status = loaded.status;
    return result;
  }
  const Replications replications = simulate(loaded, request, "simulating");
  RunRequest done = request;
  done.replications = static_cast<std::uint32_t>(replications.each.size());
  const RunContext context{.request = done,
                           .scenario = loaded.scenario,
                           .targets = loaded.targets,
                           .replications = replications,
                           .formula = loaded.formula,
                           .utc_offset = loaded.utc_offset,
                           .fingerprint = loaded.fingerprint};
  RunReport report = run_report(context, style);
  result.report = std::move(report.text);
  result.status = report.targets_missed == 0 ? ExitStatus::done : ExitStatus::target_missed;
  result.closing = fmt::format("{} replications, {} events, state {:016x}\n",
                               count_text(replications.each.size()),
                               count_text(replications.events), replications.state_hash);
  return result;
}

}  // namespace acdsim
