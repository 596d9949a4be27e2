// How far off each estimator was.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "forecast_trial.hpp"

namespace acdsim {

/// Of one estimator; in seconds.
struct ForecastErrors {
  double mean_absolute_s = 0;
  double root_mean_square_s = 0;
  double bias_s = 0;  ///< mean of estimate - wait: above zero, people waited less than said
  /// Of those who gave up: who had waited longer than the estimate when they did. None if
  /// nobody gave up.
  std::optional<double> outwaited{};
  std::size_t silent = 0;  ///< cases in which it had no answer
};

/// Errors are over those cases in which every estimator has an answer.
struct ForecastSummary {
  std::size_t cases = 0;
  std::size_t answered = 0;  ///< with an answer of every estimator
  std::size_t gave_up = 0;   ///< with an answer of every estimator
  double mean_wait_s = 0;    ///< of these answered
  std::array<ForecastErrors, estimators.size()> errors{};
  /// As if everybody had been told `mean_wait_s`, which is known afterwards only.
  ForecastErrors constant{};
};

[[nodiscard]] ForecastSummary summarise(const std::vector<ForecastCase>& cases);

}  // namespace acdsim
