// How long something takes, at random: service, patience, the time to a redial.
//
//   TimeDistribution talk = lognormal_time(240s, 0.9);        // mean, coefficient of variation
//   Duration drawn = talk.sample(random);
//
// Own transforms with own logarithm and exponential: only additions, multiplications,
// divisions and square roots, which IEEE 754 rounds exactly. So the same seed draws the same
// microseconds everywhere, whatever the compiler and its level of optimisation.
#pragma once

#include <cstdint>
#include <vector>

#include "acd/export.hpp"
#include "acd/simulation/random.hpp"
#include "acd/vocabulary/time.hpp"

namespace acd {
inline namespace v1 {

enum class TimeDistributionKind : std::uint8_t {
  constant,
  exponential,
  gamma,             ///< Marsaglia and Tsang 2000
  lognormal,         ///< Wichura's AS 241 (1988) for the normal quantile
  hyperexponential,  ///< of two or more exponentials
  uniform,
  empirical,  ///< one of the values, each as likely
  survival,   ///< a step curve as Kaplan and Meier estimate it, an exponential tail beyond
  endless,    ///< acd::longest: infinite patience
};
inline constexpr TimeDistributionKind last_time_distribution_kind = TimeDistributionKind::endless;

/// A part of a mixture, a value of a list, or a step of a survival curve.
struct TimePart {
  Duration time{0};
  /// hyperexponential: the part's weight (they add up to 1); survival: probability to last longer
  /// than `time` (falling). Else unused.
  double share = 0;
  friend bool operator==(const TimePart&, const TimePart&) = default;
};

/// Plain value; which members count depends on the kind. `check` of the scenario tells what is
/// wrong with it; `sample` asserts.
struct ACD_EXPORT TimeDistribution {
  TimeDistributionKind kind = TimeDistributionKind::constant;
  Duration mean{0};  ///< constant: the value; uniform: the middle
  double cv =
      1;  ///< gamma, lognormal: coefficient of variation, above 0; uniform: half width / mean
  std::vector<TimePart> parts{};
  friend bool operator==(const TimeDistribution&, const TimeDistribution&) = default;

  /// 0 to acd::longest, rounded to microseconds. Takes as many numbers as it needs: give each
  /// subject a generator of its own. Constant time on average; logarithmic in the parts.
  [[nodiscard]] Duration sample(Random& random) const;
  /// Of those that last longer than `least`: a survival, exponential or endless only. A second more
  /// than `least` where the curve has come to zero.
  [[nodiscard]] Duration sample_beyond(Duration least, Random& random) const;
  /// Those can be sampled so.
  [[nodiscard]] bool has_remainder() const;
  /// Of what it draws; acd::longest for `endless`. Linear in the parts.
  [[nodiscard]] Duration expected() const;
};

[[nodiscard]] inline TimeDistribution constant_time(Duration value) {
  return {.kind = TimeDistributionKind::constant, .mean = value};
}
[[nodiscard]] inline TimeDistribution exponential_time(Duration mean) {
  return {.kind = TimeDistributionKind::exponential, .mean = mean};
}
[[nodiscard]] inline TimeDistribution gamma_time(Duration mean, double cv) {
  return {.kind = TimeDistributionKind::gamma, .mean = mean, .cv = cv};
}
[[nodiscard]] inline TimeDistribution lognormal_time(Duration mean, double cv) {
  return {.kind = TimeDistributionKind::lognormal, .mean = mean, .cv = cv};
}
[[nodiscard]] inline TimeDistribution infinite_patience() {
  return {.kind = TimeDistributionKind::endless};
}

}  // namespace v1
}  // namespace acd
