// Holidays as JSON: the files of holiday-cn, a year each, and all years in one file.
//
//   {"year": 2026, "days": [{"name": "元旦", "date": "2026-01-01", "isOffDay": true}, ...]}
//   {"years": {"2026": {"off": ["2026-01-01", ...], "work": ["2026-01-04", ...]}, ...}}
#pragma once

#include <string>

#include "import_book.hpp"

namespace acdsim {

/// Enters its days; whatever is malformed becomes a problem, with its place.
void read_holiday_json(const std::string& file, const std::string& text, ImportBook& book,
                       ProblemList& problems);

}  // namespace acdsim
