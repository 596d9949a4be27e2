// Leaves of expressions and layers of plans, by name.
#include "acd/time_plan/time_plan.hpp"

#include <utility>

namespace acd {
inline namespace v1 {

TimeExpression shifts(DaySet days, std::vector<Hours> hours) {
  return TimeRule{.kind = TimeRuleKind::shifts, .days = std::move(days), .hours = std::move(hours)};
}

TimeExpression on_days(DaySet days) { return shifts(std::move(days), {whole_day}); }

TimeExpression between(LocalTime from, LocalTime to) {
  return TimeRule{.kind = TimeRuleKind::stretch, .from = from, .to = to};
}

TimeExpression while_open(TimePlanId plan) {
  return TimeRule{.kind = TimeRuleKind::plan, .plan = plan};
}

PlanLayer opens(std::string name, TimeExpression when) {
  return {.name = std::move(name), .effect = LayerEffect::opens, .when = std::move(when)};
}

PlanLayer closes(std::string name, TimeExpression when) {
  return {.name = std::move(name), .effect = LayerEffect::closes, .when = std::move(when)};
}

}  // namespace v1
}  // namespace acd
