// What came of a simulated scenario, as numbers: all that any report of it shows.
//
// Counts are those of a mean replication; shares and times are over all replications.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "acd/engine/event.hpp"
#include "acd/simulation/service_target.hpp"
#include "acd/vocabulary/time.hpp"
#include "load_scenario.hpp"
#include "replications.hpp"
#include "run_measures.hpp"
#include "run_request.hpp"

namespace acdsim {

inline constexpr std::array wait_percentiles{50, 80, 90, 95, 99};

struct TargetResult {
  std::string group{};  ///< empty: of all sessions
  acd::ServiceFigure figure{};
  acd::Duration target_wait{0};  ///< of the group; zero for all
  double bound = 0;              ///< a share, or seconds
  double value = 0;
  std::optional<double> half_width{};
  bool is_met = false;
};

/// Of served and abandoned sessions.
struct WaitFigures {
  std::array<std::optional<double>, wait_percentiles.size()> percentiles_s{};
  double longest_s = 0;
  std::vector<std::optional<double>> levels{};  ///< service level within each threshold
};

struct GroupFigures {
  std::string name{};
  acd::Duration target_wait{0};
  std::optional<double> level_target{};  ///< at least
  MeasureRow measures{};
  WaitFigures waits{};
  double mean_queue = 0;
  std::uint32_t longest_queue = 0;
  std::optional<double> occupancy{};  ///< of its members, whatever they do
};

struct DemandFigures {
  std::string name{};
  MeasureRow measures{};
};

struct IntervalFigures {
  acd::Instant begin{};  ///< on the scenario's clocks
  MeasureRow all{};
  std::vector<MeasureRow> groups{};
  double longest_wait_s = 0;
  std::optional<double> signed_in{};  ///< agents, on average
  std::optional<double> occupancy{};
};

/// Hours of a mean replication.
struct AgentFigures {
  std::string name{};
  std::string groups{};  ///< "sales, support": he is a member of, in the blueprint's order
  double served = 0;
  double signed_in_h = 0;
  double ready_h = 0;
  double serving_h = 0;
  double wrapping_up_h = 0;
  double busy_h = 0;
};

struct FlowFigures {
  std::string from{};
  std::string to{};
  acd::Cause cause{};
  double sessions = 0;
};

struct RunFigures {
  std::string name{};
  std::string file{};
  std::string command{};  ///< that does it again
  std::vector<std::string> sets{};
  std::uint64_t fingerprint = 0;
  std::uint64_t seed = 0;
  std::size_t replications = 0;
  double confidence = 95;
  acd::ServiceLevel formula{};
  acd::Attribution attribution{};
  acd::Instant begin{};  ///< on the scenario's clocks, as every instant here
  acd::Instant count_from{};
  acd::Instant end{};
  std::chrono::seconds utc_offset{0};
  acd::Duration interval{};
  std::vector<acd::Duration> thresholds{};
  std::vector<TargetResult> targets{};
  MeasureRow total{};
  WaitFigures waits{};
  Estimate handle_time{};
  Estimate occupancy{};
  std::vector<GroupFigures> groups{};
  std::vector<DemandFigures> demands{};
  std::vector<IntervalFigures> intervals{};
  std::vector<AgentFigures> agents{};
  std::vector<FlowFigures> flows{};

  [[nodiscard]] std::size_t targets_missed() const;
};

[[nodiscard]] RunFigures run_figures(const RunRequest& request, const LoadedScenario& loaded,
                                     const Replications& replications);

}  // namespace acdsim
