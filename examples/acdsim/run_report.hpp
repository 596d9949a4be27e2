// What came of a simulated scenario, as text, as a page, and for other programs.
#pragma once

#include <string>

#include "phrases.hpp"
#include "run_figures.hpp"
#include "text_table.hpp"

namespace acdsim {

/// For a terminal: targets first, then totals and tables.
[[nodiscard]] std::string run_text(const RunFigures& figures, const Wording& say,
                                   const TextStyle& style);
/// One page that needs nothing else: no scripts, no other files.
[[nodiscard]] std::string run_html(const RunFigures& figures, const Wording& say);
/// "acdsim-run-1" of docs/guide/report.md.
[[nodiscard]] std::string run_json(const RunFigures& figures);
/// A row for each group and interval, for all groups, and for the whole time.
[[nodiscard]] std::string run_csv(const RunFigures& figures);
/// A case for each target.
[[nodiscard]] std::string run_junit(const RunFigures& figures);

}  // namespace acdsim
