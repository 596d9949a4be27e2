// Reads zones and time plans: which keys their tables have.
#pragma once

#include "toml/holiday_list.hpp"
#include "toml/values.hpp"

namespace acd {
inline namespace v1 {

void read_value(const Source& source, Instant& target);
void read_value(const Source& source, ZoneTransition& target);
void read_value(const Source& source, ZoneRules& target);
void read_value(const Source& source, TimePlan& target);
void read_value(const Source& source, HolidayList& target);

}  // namespace v1
}  // namespace acd
