// Local hours of a rule as instants of a window.
#pragma once

#include "acd/time_plan/time_plan.hpp"
#include "acd/time_plan/time_set.hpp"
#include "acd/time_plan/zone.hpp"

namespace acd {
inline namespace v1 {

/// A rule that is no plan, within [from, until).
[[nodiscard]] TimeSet local_hours(const TimeRule& rule, const ZoneRules& zone, LocalReading reading,
                                  Instant from, Instant until);

}  // namespace v1
}  // namespace acd
