// The tables of a simulated scenario: words in cells, for text and for HTML alike.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "phrases.hpp"
#include "run_figures.hpp"
#include "text_table.hpp"

namespace acdsim {

struct ReportTable {
  std::vector<TableColumn> columns{};
  std::vector<std::vector<std::string>> rows{};
};

/// Agents with the same groups.
struct AgentPool {
  std::string groups{};
  std::vector<const AgentFigures*> agents{};
};
[[nodiscard]] std::vector<AgentPool> agent_pools(const RunFigures& figures);
/// Nothing if he was not there.
[[nodiscard]] std::optional<double> occupancy_of(const AgentFigures& agent);

/// Label and value: what was simulated, and how it is counted.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> head_lines(const RunFigures& figures,
                                                                          const Wording& say);
[[nodiscard]] std::vector<std::string> definition_lines(const RunFigures& figures,
                                                        const Wording& say);
/// "service level in 20s"
[[nodiscard]] std::string figure_name(const TargetResult& target, const Wording& say);
/// "at least 80.0 %"
[[nodiscard]] std::string bound_text(const TargetResult& target, const Wording& say);
/// "76.5 %", "31.3 s"
[[nodiscard]] std::string value_text(const TargetResult& target);
/// "± 2.7"; nothing of one replication.
[[nodiscard]] std::string half_width_text(const TargetResult& target);
/// "08:00"; with its date where the scenario is longer than a day.
[[nodiscard]] std::string interval_name(const RunFigures& figures, acd::Instant begin);

[[nodiscard]] ReportTable target_table(const RunFigures& figures, const Wording& say);
/// Each figure with its confidence interval.
[[nodiscard]] ReportTable total_table(const RunFigures& figures, const Wording& say);
[[nodiscard]] ReportTable group_table(const RunFigures& figures, const Wording& say);
[[nodiscard]] ReportTable wait_table(const RunFigures& figures, const Wording& say);
[[nodiscard]] ReportTable demand_table(const RunFigures& figures, const Wording& say);
[[nodiscard]] ReportTable interval_table(const RunFigures& figures, const Wording& say);
/// Of one group.
[[nodiscard]] ReportTable interval_table_of(const RunFigures& figures, std::size_t group,
                                            const Wording& say);
/// Service levels: intervals down, groups `first` to `last` (not included) across.
[[nodiscard]] ReportTable level_table(const RunFigures& figures, std::size_t first,
                                      std::size_t last, const Wording& say);
[[nodiscard]] ReportTable pool_table(const RunFigures& figures, const Wording& say);
[[nodiscard]] ReportTable agent_table(const RunFigures& figures, const Wording& say);
[[nodiscard]] ReportTable flow_table(const RunFigures& figures, const Wording& say);

}  // namespace acdsim
