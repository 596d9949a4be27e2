// acdsim import: calendars of holidays into a fragment of a blueprint.
#pragma once

#include <string>

#include "command_line.hpp"

namespace acdsim {

struct ImportResult {
  std::string toml{};    ///< a [[holiday_list]]
  std::string report{};  ///< what became of every entry
};

/// JSON by a first "{", otherwise iCalendar. Throws BadInput for a malformed file, and
/// Failure(usage) for a wrong option.
[[nodiscard]] ImportResult import_calendars(const ImportRequest& request);

}  // namespace acdsim
