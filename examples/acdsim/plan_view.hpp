// One time plan of a blueprint, compiled for what is asked of it.
#pragma once

#include <string>

#include "acd/config/blueprint.hpp"
#include "acd/time_plan/timetable.hpp"

namespace acdsim {

/// The blueprint outlives it.
struct PlanView {
  const acd::Blueprint& blueprint;
  const acd::TimePlan& plan;
  const acd::ZoneRules& zone;
  acd::Timetable hours;

  [[nodiscard]] acd::PlanBook book() const { return {blueprint.time_plans, blueprint.zones}; }
};

/// Of a sound blueprint; two days more than its window at either end, so that the local days
/// at its ends are whole.
[[nodiscard]] PlanView view_of(const acd::Blueprint& blueprint, const acd::TimePlan& plan);

/// The civil day [start, end) as instants.
struct DayBounds {
  acd::Instant start{};
  acd::Instant end{};
};
[[nodiscard]] DayBounds bounds_of(const acd::ZoneRules& zone, acd::Date date);

/// "2026-10-01 Thu 09:30 +08:00"
[[nodiscard]] std::string local_text(const acd::ZoneRules& zone, acd::Instant at);
/// "2026-10-01 Thu 09:30 +08:00 (2026-10-01T01:30:00Z)"
[[nodiscard]] std::string both_text(const acd::ZoneRules& zone, acd::Instant at);
/// Hours and minutes: "46h30m"; days for more than two of them: "6d 23h30m".
[[nodiscard]] std::string span_text(acd::Duration span);

}  // namespace acdsim
