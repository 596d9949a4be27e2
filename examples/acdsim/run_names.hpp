// Names that files of a run use, the same in every language.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "acd/engine/event.hpp"
#include "acd/simulation/service_target.hpp"
#include "acd/vocabulary/time.hpp"

namespace acdsim {

/// "2026-11-23T08:00:00+08:00" of an instant that is local already.
[[nodiscard]] std::string instant_name(acd::Instant local, std::chrono::seconds utc_offset);
/// "of_offered"
[[nodiscard]] std::string_view formula_name(acd::ServiceLevel formula);
/// "arrival", "end"
[[nodiscard]] std::string_view attribution_name(acd::Attribution attribution);
/// "service_level", "abandonment", "speed_of_answer"
[[nodiscard]] std::string_view target_name(acd::ServiceFigure figure);
/// "too_slow"
[[nodiscard]] std::string flow_cause_name(acd::Cause cause);

}  // namespace acdsim
