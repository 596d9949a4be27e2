// When the customers of one demand come.
#pragma once

#include <cstddef>
#include <cstdint>

#include "acd/simulation/random.hpp"
#include "acd/simulation/scenario.hpp"

namespace acd::simulation {

/// A Poisson process whose rate is constant between the pieces' instants, times a factor that a
/// whole replication shares, beside what was recorded.
class ArrivalSource {
 public:
  /// The demand and the scenario outlive it.
  ArrivalSource(const Scenario& scenario, const Demand& demand, std::uint64_t seed,
                std::uint64_t replication, std::uint64_t line);

  /// The next one; `never` when no more come. Rises.
  [[nodiscard]] Instant next() const { return next_; }
  /// Of a recorded one that is next: its line; nullptr of one that was drawn.
  [[nodiscard]] const RecordedArrival* recorded() const;
  /// It has come.
  void pass();

 private:
  void draw();
  void find_next();

  const Scenario* scenario_;
  const Demand* demand_;
  Random random_;
  double factor_ = 1;
  std::size_t piece_ = 0;
  double at_us_ = 0;  // of the latest drawn, with its fraction
  Instant drawn_ = never;
  std::size_t recorded_ = 0;  // the next of them
  Instant next_ = never;
};

}  // namespace acd::simulation
