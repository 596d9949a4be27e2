// Random time plans and zones, sound by construction.
#pragma once

#include <cstddef>

#include "acd/time_plan/time_plan.hpp"
#include "acd/time_plan/zone.hpp"

namespace acd {
inline namespace v1 {

[[nodiscard]] Hours random_hours();
/// Of the years 1990 to 2100.
[[nodiscard]] Date random_date();
[[nodiscard]] LocalTime random_local_time();
[[nodiscard]] DaySet random_day_set();
/// Over the plans 0 to `plans` - 1.
[[nodiscard]] TimeExpression random_time_expression(std::size_t plans);
[[nodiscard]] PlanLayer random_layer(std::size_t plans);
/// Its transitions lie at least a day apart.
[[nodiscard]] ZoneRules random_zone();

}  // namespace v1
}  // namespace acd
