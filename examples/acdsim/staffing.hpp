// How many agents of each kind work in each interval.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "load_scenario.hpp"
#include "made_staff.hpp"

namespace acdsim {

/// Agents who are alike: they have the same skills and groups.
struct StaffKind {
  std::uint32_t pattern = 0;  ///< as of StaffLine
  std::string name{};
  std::vector<acd::Membership> memberships{};  ///< the first first
  std::vector<std::uint32_t> theory{};         ///< by interval; empty: it has nothing to say
  std::vector<std::uint32_t> needed{};         ///< by interval
};

struct Staffing {
  std::vector<acd::Instant> intervals{};  ///< their begins, and the end of the last
  std::size_t first_counted = 0;          ///< before this one nothing is counted, nor changed
  std::vector<StaffKind> kinds{};

  [[nodiscard]] std::size_t interval_count() const { return intervals.size() - 1; }
  /// Of the intervals that are counted.
  [[nodiscard]] double agent_hours(const std::vector<std::uint32_t> StaffKind::*counts) const;
};

/// The kinds of the scenario's staff lines, and what Erlang's formulas say that each interval
/// needs: of the sessions that are offered to the first group of a kind, as if they were alone in
/// the world and the interval without end. Several sessions at once and absences are counted.
/// Where they say nothing, as many are needed as have always something to do.
[[nodiscard]] Staffing theoretical_staffing(const LoadedScenario& loaded);

/// As staff lines: a line for all who begin and end together.
[[nodiscard]] std::vector<StaffLine> lines_of(const Staffing& staffing,
                                              const std::vector<std::uint32_t> StaffKind::*counts);

}  // namespace acdsim
