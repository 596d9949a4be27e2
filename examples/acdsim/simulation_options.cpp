// The options, as CLI11 knows them.
#include "simulation_options.hpp"

#include <CLI/CLI.hpp>

#include "run_report.hpp"

namespace acdsim {
namespace {

void add_effort(CLI::App& command, SimulationOptions& options) {
  command.add_option("--seed", options.seed, "of all that is drawn")->capture_default_str();
  command
      .add_option("--replications", options.replications,
                  "how often the day is simulated; with --precision at most [30; 10000]")
      ->check(CLI::Range(1, 1'000'000));
  command
      .add_option("--precision", options.precision,
                  "until the first target's interval is ± so narrow: 1%, of a time also 2s")
      ->type_name("WIDTH");
  command
      .add_option("--warm-up", options.warm_up,
                  "count who arrives from then on, after the begin; as the scenario says")
      ->type_name("DURATION");
  command.add_option("--confidence", options.confidence, "percent, of the intervals")
      ->check(CLI::Range(1.0, 99.999))
      ->capture_default_str();
  command.add_option("--jobs", options.jobs, "threads; 0: one for each processor")
      ->check(CLI::Range(0, 1024))
      ->capture_default_str();
  command.add_flag("--quiet", options.quiet, "no progress on stderr");
}

}  // namespace

void add_set_option(CLI::App& command, SimulationOptions& options) {
  command
      .add_option("--set", options.sets,
                  "a value instead of the file's, as --set groups.sales.target_wait=30s")
      ->type_name("PATH=VALUE")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void add_interval_option(CLI::App& command, SimulationOptions& options) {
  command.add_option("--interval", options.interval, "of the table; as the scenario says")
      ->type_name("DURATION");
}

void add_experiment_options(CLI::App& command, SimulationOptions& options) {
  std::vector<std::string> formulas;
  formulas.reserve(run_formulas.size());
  for (const auto& [formula, name] : run_formulas) formulas.emplace_back(name);
  command.add_option("--service-level", options.service_level, "formula")
      ->check(CLI::IsMember(formulas))
      ->capture_default_str();
  add_set_option(command, options);
  add_effort(command, options);
  command.add_option("--lang", options.language, "of the report: English or Chinese")
      ->check(CLI::IsMember({"en", "zh"}))
      ->capture_default_str();
}

void add_out_option(CLI::App& command, std::vector<std::string>& out) {
  command
      .add_option("--out", out,
                  "also write csv:, json: or junit:FILE; - is stdout, instead of the text")
      ->type_name("KIND:FILE")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void add_simulation_options(CLI::App& command, SimulationOptions& options) {
  add_experiment_options(command, options);
  add_interval_option(command, options);
  command
      .add_option("--attribution", options.attribution,
                  "which interval owns a session: that of its arrival, or of its end")
      ->check(CLI::IsMember({"arrival", "end"}))
      ->capture_default_str();
  command
      .add_option("--thresholds", options.thresholds,
                  "also tell the service level within each [10s,20s,30s,1m,2m,5m]")
      ->type_name("DURATIONS")
      ->delimiter(',');
}

}  // namespace acdsim
