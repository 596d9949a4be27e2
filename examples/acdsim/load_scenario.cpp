// Reads, applies the options, compiles.
#include "load_scenario.hpp"

#include <fmt/format.h>

#include <utility>

#include "acd/companion/time_text.hpp"
#include "exit_status.hpp"
#include "run_report.hpp"
#include "scenario_file.hpp"
#include "setting_problems.hpp"

namespace acdsim {
namespace {

acd::Duration interval_of(const SimulationOptions& options, const acd::Scenario& scenario) {
  if (options.interval.empty()) return scenario.interval;
  const std::optional<acd::Duration> interval = acd::parse_duration(options.interval);
  const bool is_sound = interval && *interval >= std::chrono::minutes{1};
  if (is_sound) return *interval;
  throw Failure{ExitStatus::usage,
                fmt::format("--interval: \"{}\" is not a duration of a minute or more, such as 15m",
                            options.interval)};
}

void warm_up(acd::Scenario& scenario, const SimulationOptions& options) {
  if (options.warm_up.empty()) return;
  const std::optional<acd::Duration> time = acd::parse_duration(options.warm_up);
  if (!time || *time < acd::Duration{0} || *time >= scenario.end - scenario.begin) {
    throw Failure{
        ExitStatus::usage,
        fmt::format("--warm-up: \"{}\" is not a duration, such as 1h, within the scenario",
                    options.warm_up)};
  }
  scenario.count_from = scenario.begin + *time;
}

void count_as_asked(acd::Scenario& scenario, const SimulationOptions& options) {
  scenario.attribution =
      options.attribution == "end" ? acd::Attribution::end : acd::Attribution::arrival;
  if (options.thresholds.empty()) return;
  scenario.thresholds.clear();
  for (const std::string& text : options.thresholds) {
    const std::optional<acd::Duration> threshold = acd::parse_duration(text);
    const bool is_sound = threshold && *threshold > acd::Duration{0} &&
                          (scenario.thresholds.empty() || *threshold > scenario.thresholds.back());
    if (!is_sound) {
      throw Failure{ExitStatus::usage,
                    fmt::format("--thresholds: \"{}\" is not a duration such as 30s, longer than "
                                "the one before",
                                text)};
    }
    scenario.thresholds.push_back(*threshold);
  }
}

acd::ServiceLevel formula_of(const SimulationOptions& options) {
  for (const auto& [formula, name] : run_formulas) {
    if (name == options.service_level) return formula;
  }
  throw Failure{ExitStatus::usage, "--service-level: there is no formula " + options.service_level};
}

}  // namespace

LoadedScenario load_scenario(const std::filesystem::path& file, const SimulationOptions& options,
                             const TextStyle& style) {
  LoadedScenario loaded;
  ScenarioFile read = read_scenario_file(file, style, settings_of(options.sets));
  loaded.problems = std::move(read.problems);
  loaded.status = read.status;
  if (loaded.status != ExitStatus::done) return loaded;
  loaded.scenario = std::move(read.read.scenario);
  loaded.targets = std::move(read.read.targets);
  loaded.utc_offset = read.read.utc_offset;
  loaded.first_made_agent = read.read.first_made_agent;
  loaded.formula = formula_of(options);
  loaded.plan = acd::CompiledPlan::compile(loaded.scenario.blueprint).plan;
  if (!loaded.plan) throw Failure{ExitStatus::internal, "the blueprint does not compile"};
  warm_up(loaded.scenario, options);
  count_as_asked(loaded.scenario, options);
  loaded.fingerprint = acd::fingerprint(loaded.scenario);
  loaded.scenario.interval = interval_of(options, loaded.scenario);
  if (acd::any_error(acd::check(loaded.scenario))) {
    throw Failure{ExitStatus::usage, "--interval: it cuts the scenario into too many parts"};
  }
  return loaded;
}

}  // namespace acdsim
