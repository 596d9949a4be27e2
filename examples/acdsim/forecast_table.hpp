// The errors of estimators as a table.
#pragma once

#include <string>

#include "forecast_errors.hpp"
#include "text_table.hpp"

namespace acdsim {

/// With what the columns mean.
[[nodiscard]] std::string forecast_table(const ForecastSummary& summary, const TextStyle& style);

}  // namespace acdsim
