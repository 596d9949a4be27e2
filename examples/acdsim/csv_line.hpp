// A line of comma-separated values (RFC 4180).
#pragma once

#include <string>
#include <vector>

namespace acdsim {

/// Quoted where a cell has a comma, a quote or a line break. A text that a spreadsheet would take
/// for a formula is preceded by an apostrophe. Ends with CR LF.
[[nodiscard]] std::string csv_line(const std::vector<std::string>& cells);

}  // namespace acdsim
