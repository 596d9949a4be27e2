// A staffing, simulated: which interval meets which target.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "replications.hpp"
#include "simulation_options.hpp"
#include "staffing.hpp"

namespace acdsim {

/// How much was simulated.
struct StaffingEffort {
  std::uint64_t staffings = 0;
  std::uint64_t replications = 0;
  std::uint64_t events = 0;
};

/// Told after every replication.
using EffortSeen = std::function<void(const StaffingEffort&, const Replications& so_far)>;

class StaffingTrial {
 public:
  /// All are kept by reference.
  StaffingTrial(const LoadedScenario& loaded, const SimulationOptions& options,
                const Staffing& staffing)
      : loaded_{loaded}, options_{options}, staffing_{staffing} {}

  /// Of all that is simulated from now on; nobody, if it is empty.
  void tell(EffortSeen seen) { seen_ = std::move(seen); }

  // Each simulates the staffing as it is now. The same customers come to all of one seed.
  void simulate(std::uint64_t seed, std::uint32_t replications);
  /// Notes, besides, how far the figures of the first `paired` replications are off.
  void simulate_base(std::uint64_t seed, std::uint32_t replications, std::uint32_t paired);
  /// Only the first `paired` replications of the base's seed. What they were off by there is taken
  /// off here: the base is a control variate for a staffing that is nearly the same.
  void simulate_beside_base(std::uint64_t seed, std::uint32_t paired);

  // Of what was simulated last.
  [[nodiscard]] acd::ServiceCounts counts(acd::GroupId group, std::size_t interval) const;
  /// By line of the targets; nothing if there was nobody.
  [[nodiscard]] std::optional<double> figure(std::size_t target, std::size_t interval) const {
    return figures_[target][interval];
  }
  /// A target of nobody is met.
  [[nodiscard]] bool meets(std::size_t target, std::size_t interval) const;
  [[nodiscard]] bool meets_all(std::size_t interval) const;
  /// Intervals that miss a target, each once.
  [[nodiscard]] std::vector<std::size_t> missed() const;
  [[nodiscard]] const Replications& replications() const { return replications_; }

  [[nodiscard]] const StaffingEffort& effort() const { return effort_; }

 private:
  using Figures = std::vector<std::vector<std::optional<double>>>;  // by target and interval

  void run(std::uint64_t seed, std::uint32_t replications, const GoOn& each);
  [[nodiscard]] Figures figures_of(const acd::Statistics& sum) const;

  const LoadedScenario& loaded_;
  const SimulationOptions& options_;
  const Staffing& staffing_;
  EffortSeen seen_{};
  Replications replications_{};
  Figures figures_{};
  Figures of_paired_{};  ///< of the base's first replications ...
  Figures of_base_{};    ///< ... and of all
  StaffingEffort effort_{};
};

}  // namespace acdsim
