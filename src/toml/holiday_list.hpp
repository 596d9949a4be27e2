// Days of a file's everyday plans before they are a plan's own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "acd/time_plan/everyday_plan.hpp"

namespace acd {
inline namespace v1 {

struct NamedDates {
  std::string name{};
  std::vector<Date> dates{};
};

/// Dates with hours: their own, or those of a weekday of the plan that they become part of.
struct WorkdayLine {
  NamedDates days{};
  std::vector<Hours> hours{};
  std::optional<std::uint8_t> like{};  ///< 0 Sunday to 6 Saturday
};

/// `[[holiday_list]]`: what several plans share.
struct HolidayList {
  std::string name{};
  std::vector<NamedDates> holidays{};
  std::vector<WorkdayLine> workdays{};
};

}  // namespace v1
}  // namespace acd
