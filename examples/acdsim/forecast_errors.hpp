// How far off each estimator was.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "forecast_trial.hpp"

namespace acdsim {

/// Of one estimator; in seconds.
struct ForecastErrors {
  std::string name{};
  double mean_absolute_s = 0;
  double root_mean_square_s = 0;
  double bias_s = 0;  ///< mean of estimate - wait: above zero, people waited less than told
  /// Of those who gave up: who had waited longer than the estimate when they did. None if
  /// nobody gave up.
  std::optional<double> outwaited{};
  std::size_t silent = 0;  ///< cases in which it had no answer
};

/// An estimate that only a simulation can make; in seconds.
struct Yardstick {
  std::string name{};
  std::function<double(const ForecastCase&)> estimate_s{};
};

/// Errors are over those cases in which every estimator has an answer.
struct ForecastSummary {
  std::size_t cases = 0;
  std::size_t answered = 0;              ///< with an answer of every estimator
  std::size_t gave_up = 0;               ///< with an answer of every estimator
  double mean_wait_s = 0;                ///< of these answered
  std::vector<ForecastErrors> errors{};  ///< by estimator, then the yardsticks
};

/// The last yardstick is the mean wait of the answered, as if everybody had been told it.
[[nodiscard]] ForecastSummary summarise(const std::vector<ForecastCase>& cases,
                                        std::vector<Yardstick> yardsticks);

}  // namespace acdsim
