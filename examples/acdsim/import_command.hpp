// acdsim import: calendars of holidays into a fragment of a blueprint.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace acdsim {

struct ImportRequest {
  std::vector<std::filesystem::path> files{};
  std::string name = "holidays";  ///< of the holiday list
  std::string like = "mon";       ///< weekday whose hours make-up workdays have
  std::string from{};             ///< dates; empty: no bound
  std::string until{};
  std::vector<std::string> workday_words{"班", "workday", "work day", "working day"};
};

struct ImportResult {
  std::string toml{};    ///< a [[holiday_list]]
  std::string report{};  ///< what became of every entry
};

/// JSON by a first "{", otherwise iCalendar. Throws BadInput for a malformed file, and
/// Failure(usage) for a wrong option.
[[nodiscard]] ImportResult import_calendars(const ImportRequest& request);

}  // namespace acdsim
