// Holidays as iCalendar (RFC 5545), as calendars publish them.
#pragma once

#include <string>

#include "import_book.hpp"

namespace acdsim {

/// Enters the days of its events; an event with a workday word is a make-up workday. What is no
/// calendar becomes a problem.
void read_icalendar(const std::string& file, const std::string& text, ImportBook& book,
                    ProblemList& problems);

}  // namespace acdsim
