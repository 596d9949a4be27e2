// What a surge makes of a recorded day, hour by hour: the log, the replay of the day as it was,
// and the day with the surge.
#pragma once

#include <string>

#include "report.hpp"

namespace acdsim {

/// Only for input with a surge.
[[nodiscard]] std::string surge_section(const ReportContext& context, const TextStyle& style);

}  // namespace acdsim
