// Reads dates, hours and weekdays.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "toml/values.hpp"

namespace acd {
inline namespace v1 {

/// 0 Sunday to 6 Saturday.
struct Weekday {
  std::uint8_t index = 0;
};
using Week = std::array<std::vector<Hours>, 7>;

/// A date of TOML, or a string such as "2026-10-01".
void read_value(const Source& source, Date& target);
/// A date, a string such as "2026-10-01..2026-10-03 2026-10-10", or an array of them.
void read_value(const Source& source, std::vector<Date>& target);
void read_value(const Source& source, Hours& target);
void read_value(const Source& source, Weekday& target);
/// A table from weekdays to hours: {mon-fri = ["09:00-18:00"]}.
void read_value(const Source& source, Week& target);

}  // namespace v1
}  // namespace acd
