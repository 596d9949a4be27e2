// The drawings of a scenario's page, each for a desk and for a phone.
#pragma once

#include <string>

#include "phrases.hpp"
#include "run_figures.hpp"

namespace acdsim {

/// One target: bound, mean and interval on a scale.
[[nodiscard]] std::string target_chart(const TargetResult& target, const Wording& say);
/// Service level above, sessions by what became of them below, over the intervals.
[[nodiscard]] std::string day_chart(const RunFigures& figures, const Wording& say);
/// Service level of each group in each interval, with its number.
[[nodiscard]] std::string heat_map(const RunFigures& figures, const Wording& say);
/// Percentiles of each group, on a logarithmic scale.
[[nodiscard]] std::string wait_chart(const RunFigures& figures, const Wording& say);
/// How signed-in time was used, of each agent, or of each pool where there are many.
[[nodiscard]] std::string agent_chart(const RunFigures& figures, const Wording& say);
/// From group to group, as thick as there were sessions.
[[nodiscard]] std::string flow_chart(const RunFigures& figures, const Wording& say);

}  // namespace acdsim
