// Plays a scenario to a router: one replication at a time, in simulated time.
//
//   Simulation simulation{scenario, plan};
//   Statistics day = simulation.run(seed, 0);
//
// At each instant the order is: what falls due in the router, ends of services and of waits for
// answers, staff, happenings, redials, abandonments, arrivals. Each customer's service and patience
// are drawn when he arrives, from streams that no decision of the router disturbs: two blueprints
// see the same customers (common random numbers).
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "acd/companion/journal.hpp"
#include "acd/config/compiled_plan.hpp"
#include "acd/config/registry.hpp"
#include "acd/simulation/scenario.hpp"
#include "acd/simulation/statistics.hpp"

namespace acd {
inline namespace v1 {

/// What one replication gave beside its statistics.
struct ReplicationResult {
  Statistics statistics{};
  std::uint64_t state_hash = 0;  ///< of the router at the end: the same everywhere
  std::uint64_t commands = 0;
  std::uint64_t events = 0;
};

class ACD_EXPORT Simulation {
 public:
  /// `check(scenario)` found nothing; `plan` was compiled from its blueprint with this registry.
  /// The first two are kept by reference for as long as the simulation lives.
  Simulation(const Scenario& scenario, const CompiledPlan& plan, Registry registry = {});
  ~Simulation();
  Simulation(Simulation&&) noexcept;
  Simulation& operator=(Simulation&&) noexcept;

  /// From an empty router to the end of its last session. The same for the same seed and number,
  /// whatever ran before, on whatever thread. `journal`, if not null, was made from the blueprint
  /// of `plan_of(seed, replication)`. Not noexcept: it allocates.
  [[nodiscard]] ReplicationResult run(std::uint64_t seed, std::uint64_t replication,
                                      JournalWriter* journal = nullptr);

  /// By which the router of this replication decides: that of the constructor, but that no shift of
  /// the blueprint signs in agents who are absent (AgentHabits::absence). It is compiled if there
  /// are such.
  [[nodiscard]] CompiledPlan plan_of(std::uint64_t seed, std::uint64_t replication) const;

 private:
  class ACD_NO_EXPORT World;
  std::unique_ptr<World> world_;
};

}  // namespace v1
}  // namespace acd
