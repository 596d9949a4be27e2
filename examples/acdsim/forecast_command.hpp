// acdsim forecast: how far expected wait is off in a simulated group.
#pragma once

#include <string>

#include "command_line.hpp"
#include "text_table.hpp"

namespace acdsim {

/// Throws Failure(usage) for a duration that is none.
[[nodiscard]] std::string forecast_report(const ForecastRequest& request, const TextStyle& style);

}  // namespace acdsim
