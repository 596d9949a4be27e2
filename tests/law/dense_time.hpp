// Random zones, plans and sets whose edges all lie within a few weeks, so that they meet.
#pragma once

#include <cstddef>

#include "acd/time_plan/timetable.hpp"

namespace acd::dense {

inline constexpr Instant begin{std::chrono::sys_days{std::chrono::year{2024} / 2 / 20}};
inline constexpr Instant end = begin + std::chrono::days{24};

/// On whole quarters of an hour, from a day before `begin` to a day after `end`.
[[nodiscard]] Instant random_instant();
/// Up to three transitions, hours or days apart: gaps and folds, of minutes or a whole day.
[[nodiscard]] ZoneRules random_zone();
/// Over the plans 0 to `plans` - 1.
[[nodiscard]] TimeExpression random_expression(std::size_t plans);
[[nodiscard]] TimePlan random_plan(std::size_t zones, std::size_t plans);
[[nodiscard]] LocalReading random_reading();
[[nodiscard]] TimeSet random_set();

/// Zones, and plans each of which refers to earlier ones only.
struct Book {
  std::vector<ZoneRules> zones{};
  std::vector<TimePlan> plans{};
  [[nodiscard]] PlanBook book() const { return {.plans = plans, .zones = zones}; }
};
[[nodiscard]] Book random_book();

}  // namespace acd::dense
