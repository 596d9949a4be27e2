// The tables of a report.
#pragma once

#include <string>

#include "report.hpp"

namespace acdsim {

[[nodiscard]] std::string interval_table(const ReportContext& context, const TextStyle& style);
[[nodiscard]] std::string total_table(const ReportContext& context, const TextStyle& style);
[[nodiscard]] std::string queue_table(const ReportContext& context, const TextStyle& style);
[[nodiscard]] std::string priority_table(const ReportContext& context, const TextStyle& style);
[[nodiscard]] std::string reunion_table(const ReportContext& context, const TextStyle& style);

/// True if first and last call came on the same local day.
[[nodiscard]] bool is_one_day(const ReportContext& context);

}  // namespace acdsim
