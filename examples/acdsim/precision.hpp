// When enough was simulated: the figure that decides has an interval as narrow as asked for.
#pragma once

#include <optional>

#include "acd/simulation/service_target.hpp"
#include "load_scenario.hpp"
#include "replications.hpp"
#include "simulation_options.hpp"

namespace acdsim {

/// Looked at after every tenth replication from the twentieth on, so that it does not matter how
/// many threads there are.
class Precision {
 public:
  /// Of the first target, or else of the service level of all: "1%" is a point of a share, or a
  /// hundredth of a time; "2s" is a time. Without --precision no number is enough. Throws
  /// Failure(usage).
  Precision(const LoadedScenario& loaded, const SimulationOptions& options);

  /// True if it is time to end.
  [[nodiscard]] bool is_reached(const Replications& replications) const;
  /// How many replications it takes in all, as far as can be told by these; none without
  /// --precision.
  [[nodiscard]] std::optional<double> expected(const Replications& replications) const;

 private:
  /// Half width over what is allowed.
  [[nodiscard]] std::optional<double> excess(const Replications& replications) const;

  acd::ServiceTarget target_{};
  acd::ServiceLevel formula_{};
  double confidence_ = 0.95;
  double allowed_ = 0;  ///< 0: not asked for
  bool is_relative_ = false;
};

}  // namespace acdsim
