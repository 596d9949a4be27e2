// What every command that simulates is asked: how often, of which seed, how its figures are made.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace acdsim {

/// As the user wrote them; load_scenario says what is wrong with those that are texts.
struct SimulationOptions {
  std::uint64_t seed = 1;
  std::uint32_t replications = 0;   ///< 0: 30, or with a precision as many as it takes
  double confidence = 95;           ///< percent
  std::string precision{};          ///< half width at which to stop; empty: all replications
  std::string warm_up{};            ///< a duration after the begin; empty: as the scenario says
  std::vector<std::string> sets{};  ///< "path=value", instead of what the file says
  std::string interval{};           ///< a duration; empty: as the scenario says
  std::string service_level = "of_offered";
  std::string attribution = "arrival";    ///< which interval owns a session: "arrival", "end"
  std::vector<std::string> thresholds{};  ///< durations for service levels; none: the usual ones
  std::string language = "en";
  std::uint32_t jobs = 0;  ///< threads; 0: one for each processor
  bool quiet = false;      ///< no progress
};

// `options` must outlive the parsing.
void add_set_option(CLI::App& command, SimulationOptions& options);
void add_interval_option(CLI::App& command, SimulationOptions& options);
/// "KIND:FILE", each; of experiments.
void add_out_option(CLI::App& command, std::vector<std::string>& out);
/// All but how the report of a run is made.
void add_experiment_options(CLI::App& command, SimulationOptions& options);
void add_simulation_options(CLI::App& command, SimulationOptions& options);

}  // namespace acdsim
