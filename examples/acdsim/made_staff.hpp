// The agents that a scenario's staff lines make by a count: how many there are can be changed.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "acd/vocabulary/time.hpp"
#include "load_scenario.hpp"

namespace acdsim {

struct WorkShift {
  acd::Instant begin{};
  acd::Instant end{};
  friend bool operator==(const WorkShift&, const WorkShift&) = default;
};

/// So many agents who are alike and work the same shifts, as a staff line makes them.
struct StaffLine {
  std::uint32_t pattern = 0;  ///< an agent of the blueprint whom they are like but for the name
  std::string name{};         ///< what their names begin with: "sales" of "sales-3"
  std::vector<WorkShift> shifts{};
  std::uint32_t count = 0;
};

/// Those of the scenario, in the order of their first agents.
[[nodiscard]] std::vector<StaffLine> staff_lines(const LoadedScenario& loaded);

/// The same scenario with these lines instead of its own. Agents that the blueprint names stay as
/// they are.
[[nodiscard]] LoadedScenario with_staff(const LoadedScenario& loaded,
                                        const std::vector<StaffLine>& lines);

[[nodiscard]] std::uint64_t agents_of(const std::vector<StaffLine>& lines);

/// So many agents in all, in the proportions of `lines`: what is left of whole numbers goes where
/// it is missed most.
[[nodiscard]] std::vector<StaffLine> scaled(const std::vector<StaffLine>& lines,
                                            std::uint64_t agents);

}  // namespace acdsim
