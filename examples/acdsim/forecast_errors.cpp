// Sums over cases.
#include "forecast_errors.hpp"

#include <algorithm>
#include <cmath>

namespace acdsim {
namespace {

using End = ForecastCase::End;

double seconds_of(acd::Duration duration) {
  return std::chrono::duration<double>(duration).count();
}

bool is_answered_by_all(const ForecastCase& each) {
  return std::all_of(estimators.begin(), estimators.end(),
                     [&](Estimator estimator) { return each.said[estimator].has_value(); });
}

double mean_wait_s(const std::vector<ForecastCase>& answered) {
  double sum = 0;
  for (const ForecastCase& each : answered) sum += seconds_of(each.wait);
  return answered.empty() ? 0 : sum / static_cast<double>(answered.size());
}

ForecastErrors errors_of(const std::vector<ForecastCase>& answered,
                         const std::vector<ForecastCase>& gave_up, const Yardstick& told) {
  ForecastErrors result{.name = told.name};
  for (const ForecastCase& each : answered) {
    const double error = told.estimate_s(each) - seconds_of(each.wait);
    result.mean_absolute_s += std::abs(error);
    result.root_mean_square_s += error * error;
    result.bias_s += error;
  }
  const double count = std::max<double>(1, static_cast<double>(answered.size()));
  result.mean_absolute_s /= count;
  result.root_mean_square_s = std::sqrt(result.root_mean_square_s / count);
  result.bias_s /= count;
  if (!gave_up.empty()) {
    const auto longer = std::count_if(gave_up.begin(), gave_up.end(), [&](const auto& each) {
      return told.estimate_s(each) < seconds_of(each.wait);
    });
    result.outwaited = static_cast<double>(longer) / static_cast<double>(gave_up.size());
  }
  return result;
}

}  // namespace

ForecastSummary summarise(const std::vector<ForecastCase>& cases,
                          std::vector<Yardstick> yardsticks) {
  std::vector<ForecastCase> answered;
  std::vector<ForecastCase> gave_up;
  for (const ForecastCase& each : cases) {
    if (!is_answered_by_all(each)) continue;
    if (each.end == End::answered) answered.push_back(each);
    if (each.end == End::gave_up) gave_up.push_back(each);
  }
  ForecastSummary result{.cases = cases.size(),
                         .answered = answered.size(),
                         .gave_up = gave_up.size(),
                         .mean_wait_s = mean_wait_s(answered)};
  for (const Estimator estimator : estimators) {
    result.errors.push_back(errors_of(
        answered, gave_up, {std::string{name_of(estimator)}, [estimator](const ForecastCase& each) {
                              return seconds_of(*each.said[estimator]);
                            }}));
    result.errors.back().silent = static_cast<std::size_t>(
        std::count_if(cases.begin(), cases.end(),
                      [&](const ForecastCase& each) { return !each.said[estimator]; }));
  }
  yardsticks.push_back({"their own mean, known afterwards",
                        [mean = result.mean_wait_s](const ForecastCase&) { return mean; }});
  for (const Yardstick& each : yardsticks) {
    result.errors.push_back(errors_of(answered, gave_up, each));
  }
  return result;
}

}  // namespace acdsim
