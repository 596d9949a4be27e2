// How long callers would wait: the Kaplan-Meier estimate of patience.
//
// An abandoner's wait is his patience. Of a served caller we know only that he would have
// waited longer than he did: his observation is *censored*. At equal times abandonments come
// before censorings.
//
// Beyond the last observed abandonment the data say nothing. If the estimate has not reached
// zero there, it goes on as an exponential curve through its last value (Brown, Hollander and
// Korwar 1974): survival(t) = survival(last) ^ (t / last).
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "acd/vocabulary/time.hpp"

namespace acdsim {

struct PatienceObservation {
  enum class Kind : bool { abandoned, censored };
  acd::Duration time{0};
  Kind kind = Kind::censored;
};

class KaplanMeier {
 public:
  /// One abandonment time: `survival` holds from it to the next one.
  struct Step {
    acd::Duration time{0};
    std::size_t at_risk = 0;    ///< still waiting just before
    std::size_t abandoned = 0;  ///< at this time
    double survival = 1;
  };

  /// O(n log n).
  [[nodiscard]] static KaplanMeier estimate(std::vector<PatienceObservation> observations);

  [[nodiscard]] std::span<const Step> steps() const { return steps_; }
  [[nodiscard]] std::size_t abandoned() const { return abandoned_; }
  /// Probability to wait longer than `time`; 1 if nobody ever abandoned.
  [[nodiscard]] double survival(acd::Duration time) const;
  /// The time at which a caller who has waited for `waited` loses patience, given a number
  /// above 0 and at most 1; later than `waited`. acd::longest if nobody ever abandoned.
  [[nodiscard]] acd::Duration draw_beyond(acd::Duration waited, double uniform) const;

 private:
  [[nodiscard]] acd::Duration tail_time(double survival) const;
  std::vector<Step> steps_{};
  std::size_t abandoned_ = 0;
};

}  // namespace acdsim
