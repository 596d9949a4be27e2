// The staffing that a search found, interval by interval.
#pragma once

#include <string>
#include <vector>

#include "experiment_figures.hpp"
#include "phrases.hpp"
#include "staff_command.hpp"
#include "staffing_search.hpp"
#include "text_table.hpp"

namespace acdsim {

/// A target, as the last simulation saw it.
struct StaffTarget {
  ExperimentFigure figure{};
  Estimate whole{};                   ///< of the whole time
  std::vector<std::size_t> missed{};  ///< intervals
};

struct StaffResult {
  const StaffRequest& request;
  const LoadedScenario& loaded;
  const Staffing& staffing;
  const StaffingTrial& trial;  ///< holds the last check
  SearchEffort effort{};
  StaffingSearch::Result search{};
  std::vector<StaffTarget> targets{};

  [[nodiscard]] bool is_met() const {
    return search.end != SearchEnd::not_found && search.missed.empty();
  }
};

[[nodiscard]] std::vector<StaffTarget> staff_targets(const LoadedScenario& loaded,
                                                     const StaffingTrial& trial,
                                                     const Staffing& staffing, double confidence);

[[nodiscard]] std::string staff_report(const StaffResult& result, const Wording& say,
                                       const TextStyle& style);
/// Staff lines of a scenario.
[[nodiscard]] std::string staff_toml(const StaffResult& result);
// For other programs: shares as shares, times in seconds.
[[nodiscard]] std::string staff_csv(const StaffResult& result);
/// "acdsim-staff-1" of docs/guide/experiments.md.
[[nodiscard]] std::string staff_json(const StaffResult& result);
/// A case for each target: whether every interval meets it.
[[nodiscard]] std::string staff_junit(const StaffResult& result);

}  // namespace acdsim
