// Puts every estimator to the test on the log itself: the centre as it was, not as this router
// would have it.
#pragma once

#include <vector>

#include "forecast_trial.hpp"
#include "replay_input.hpp"

namespace acdsim {

/// A router is told what happened, as one whose groups are served by hand: each call is picked
/// at the instant at which the log says it was answered. Agents come and go as in the replay.
/// Callers with a wait of zero did not begin to wait.
[[nodiscard]] std::vector<ForecastCase> forecasts_of_log(const ReplayInput& input);

}  // namespace acdsim
