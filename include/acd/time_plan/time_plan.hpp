// A time plan: when something is open, as a value in civil time.
//
// A plan is a list of layers; the first whose hours cover an instant decides, open or closed;
// where none covers it, the plan is closed. What a layer covers is an expression over shifts,
// stretches of local time and other plans, by and, or, not. Meaning: a set of instants, made
// by `materialise` (timetable.hpp), which commutes with every operation.
//
//   TimePlan office{.name = "office", .zone = shanghai};
//   office.layers = {closes("holiday", on_days(on_dates(holidays))),
//                    opens("week", shifts(weekdays(Monday, Friday), {{9h, 18h}}))};
//
// Overlay is a layer on top; inheritance is a layer that covers another plan's open time.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "acd/export.hpp"
#include "acd/policy/boolean.hpp"
#include "acd/time_plan/civil.hpp"
#include "acd/time_plan/day_set.hpp"
#include "acd/vocabulary/id.hpp"

namespace acd {
inline namespace v1 {

enum class TimeRuleKind : std::uint8_t {
  shifts,   ///< `hours` on each of `days`
  stretch,  ///< local time `from` to `to`
  plan,     ///< while `plan` is open, in that plan's own zone and reading
};
inline constexpr TimeRuleKind last_time_rule_kind = TimeRuleKind::plan;

/// One leaf of an expression. What its kind does not name keeps its default.
struct TimeRule {
  TimeRuleKind kind = TimeRuleKind::shifts;
  DaySet days{};
  std::vector<Hours> hours{};
  LocalTime from{};
  LocalTime to{};
  TimePlanId plan{};
  friend bool operator==(const TimeRule&, const TimeRule&) = default;
};

/// `anything` is always, `nothing` never.
using TimeExpression = Boolean<TimeRule>;

/// Each shift belongs to the day of `days` on which it starts. Overlapping or touching ones merge.
[[nodiscard]] ACD_EXPORT TimeExpression shifts(DaySet days, std::vector<Hours> hours);
/// The civil days from midnight to midnight.
[[nodiscard]] ACD_EXPORT TimeExpression on_days(DaySet days);
[[nodiscard]] ACD_EXPORT TimeExpression between(LocalTime from, LocalTime to);
[[nodiscard]] ACD_EXPORT TimeExpression while_open(TimePlanId plan);

enum class LayerEffect : std::uint8_t { opens, closes };

struct PlanLayer {
  std::string name{};  ///< said by `why`; may repeat
  LayerEffect effect = LayerEffect::opens;
  TimeExpression when{};
  friend bool operator==(const PlanLayer&, const PlanLayer&) = default;
};
[[nodiscard]] ACD_EXPORT PlanLayer opens(std::string name, TimeExpression when);
[[nodiscard]] ACD_EXPORT PlanLayer closes(std::string name, TimeExpression when);

/// How local hours become instants on days when clocks change.
enum class LocalReading : std::uint8_t {
  /// An instant is covered if the clock on the wall shows a covered local time: a skipped local
  /// time never occurs, a repeated one occurs twice.
  wall_clock,
  /// Both ends become instants first (ZoneRules::resolve): between them all is covered. Of a
  /// repeated hour only what lies after its first occurrence's resolved ends.
  end_points,
};
inline constexpr LocalReading last_local_reading = LocalReading::end_points;

struct TimePlan {
  std::string name{};
  ZoneId zone{};  ///< of the layers' local times
  LocalReading reading = LocalReading::wall_clock;
  std::vector<PlanLayer> layers{};  ///< topmost first
  friend bool operator==(const TimePlan&, const TimePlan&) = default;
};

}  // namespace v1
}  // namespace acd
