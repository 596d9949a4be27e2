// The errors of estimators as a table.
#pragma once

#include <string>
#include <string_view>

#include "forecast_errors.hpp"
#include "text_table.hpp"

namespace acdsim {

[[nodiscard]] std::string forecast_table(const ForecastSummary& summary, const TextStyle& style);
/// What its columns mean.
[[nodiscard]] std::string_view forecast_legend();

}  // namespace acdsim
