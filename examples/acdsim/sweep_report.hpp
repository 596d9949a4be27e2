// The points of a sweep, a line each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "estimate.hpp"
#include "experiment_figures.hpp"
#include "sweep_command.hpp"
#include "text_table.hpp"

namespace acdsim {

/// What was found at one point, by figure.
struct SweepPoint {
  std::vector<Estimate> estimates{};
  std::vector<bool> is_met{};  ///< true for what is no target
  std::size_t replications = 0;

  [[nodiscard]] std::size_t targets_missed() const;
};

struct Sweep {
  const SweepRequest& request;
  std::vector<std::vector<std::string>> grid{};  ///< values, by point and path
  std::vector<std::string> paths{};
  std::vector<ExperimentFigure> figures{};
  std::vector<SweepPoint> points{};
  std::uint64_t events = 0;
};

[[nodiscard]] std::string sweep_report(const Sweep& sweep, const Wording& say,
                                       const TextStyle& style);

/// What would be simulated, a command for each.
[[nodiscard]] std::string sweep_runs(const Sweep& sweep);

// For other programs: shares as shares, times in seconds.
[[nodiscard]] std::string sweep_csv(const Sweep& sweep);
/// "acdsim-sweep-1" of docs/guide/experiments.md.
[[nodiscard]] std::string sweep_json(const Sweep& sweep);
/// A case for each target of each run.
[[nodiscard]] std::string sweep_junit(const Sweep& sweep);

}  // namespace acdsim
