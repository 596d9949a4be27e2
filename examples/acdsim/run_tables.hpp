// The tables of a simulated scenario.
#pragma once

#include <string>

#include "run_report.hpp"

namespace acdsim {

/// Each figure with its confidence interval.
[[nodiscard]] std::string run_total_table(const RunContext& c, const TextStyle& style);
[[nodiscard]] std::string run_group_table(const RunContext& c, const TextStyle& style);
[[nodiscard]] std::string run_interval_table(const RunContext& c, const TextStyle& style);

}  // namespace acdsim
