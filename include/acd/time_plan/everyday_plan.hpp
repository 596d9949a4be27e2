// The everyday form of a time plan: a week, make-up workdays, holidays, special days.
//
//   open = ((weekly, except on special days) or workdays) minus holidays, or special days
//
// Special hours are not removed by a holiday. It is sugar: `time_plan` says it in layers.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "acd/export.hpp"
#include "acd/time_plan/time_plan.hpp"

namespace acd {
inline namespace v1 {

struct DatedHours {
  Date date{};
  std::vector<Hours> hours{};  ///< special_days: none closes the date for the week's hours
  std::string name{};
  friend bool operator==(const DatedHours&, const DatedHours&) = default;
};

struct Holiday {
  Date date{};
  std::string name{};
  friend bool operator==(const Holiday&, const Holiday&) = default;
};

/// What a holiday removes.
enum class HolidayScope : std::uint8_t {
  civil_day,  ///< 00:00 to 24:00 of its date: also the tail of a shift that began the day before
  starting_shifts  ///< every shift of the week or of a workday that starts on its date, whole
};
inline constexpr HolidayScope last_holiday_scope = HolidayScope::starting_shifts;

struct EverydayPlan {
  std::string name{};
  ZoneId zone{};
  std::array<std::vector<Hours>, 7> weekly{};  ///< Sunday first
  std::vector<DatedHours> workdays{};          ///< hours added on a date
  std::vector<DatedHours> special_days{};      ///< replace the week's hours that start on a date
  std::vector<Holiday> holidays{};
  HolidayScope holiday_scope = HolidayScope::civil_day;
  LocalReading reading = LocalReading::wall_clock;
  std::optional<Date> effective_from{};   ///< closed before
  std::optional<Date> effective_until{};  ///< closed from this day on
  friend bool operator==(const EverydayPlan&, const EverydayPlan&) = default;
};

/// Layers, topmost first: "not in effect" (closes), special days (open), holidays (close),
/// workdays (open), "week" (opens), special days' dates (close: only `why` can tell that from
/// nothing at all). Holidays of HolidayScope::starting_shifts take their shifts out of the
/// workdays and the week, and close below these. A layer per name, in order of appearance;
/// without a name they are "special day", "holiday", "workday". Days in effect are civil days:
/// a shift is cut at their ends.
[[nodiscard]] ACD_EXPORT TimePlan time_plan(const EverydayPlan& everyday);

}  // namespace v1
}  // namespace acd
