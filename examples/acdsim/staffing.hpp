// How many agents of each kind work in each interval, and the least that do.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "load_scenario.hpp"
#include "made_staff.hpp"
#include "simulation_options.hpp"

namespace acdsim {

/// Agents who are alike: they have the same skills and groups.
struct StaffKind {
  std::uint32_t pattern = 0;  ///< as of StaffLine
  std::string name{};
  std::vector<acd::GroupId> groups{};   ///< he is a member of, the first first
  std::vector<std::uint32_t> theory{};  ///< by interval; empty: theory has nothing to say
  std::vector<std::uint32_t> needed{};  ///< by interval
};

struct Staffing {
  std::vector<acd::Instant> intervals{};  ///< their begins, and the end of the last
  std::vector<StaffKind> kinds{};
  bool is_found = false;          ///< every target is met in every interval
  std::uint64_t simulations = 0;  ///< staffings that were simulated
  std::uint64_t events = 0;
};

/// The kinds of the scenario's staff lines, and what Erlang's formulas say that each interval
/// needs: of the calls that arrive at the first group of a kind, as if they were alone in the world
/// and the interval without end.
[[nodiscard]] Staffing theoretical_staffing(const LoadedScenario& loaded);

/// The least that meet every target in every interval on its own. From theory up until all targets
/// are met, then down one by one, intervals far enough apart at once. `seen` is told
/// after every replication.
void search_staffing(const LoadedScenario& loaded, const SimulationOptions& options,
                     Staffing& staffing, const std::function<void(const Staffing&)>& seen);

/// As staff lines: a line for all who begin and end together.
[[nodiscard]] std::vector<StaffLine> lines_of(const Staffing& staffing,
                                              const std::vector<std::uint32_t> StaffKind::*counts);

}  // namespace acdsim
