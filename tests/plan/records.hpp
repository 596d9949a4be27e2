// Records of the real world: those kept here, and those of a directory beside the project.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace acd::test {

/// Text of a file in $ACD_DATA_DIR or ../shared/data; if it is absent, a warning that begins
/// with "Skipped:", and nothing.
[[nodiscard]] std::optional<std::string> record(const std::string& file);
/// Text of a file in tests/plan.
[[nodiscard]] std::string kept_record(const std::string& file);

/// The lines below the heading, cut at their first commas into that many cells.
[[nodiscard]] std::vector<std::vector<std::string>> rows_of(const std::string& csv,
                                                            std::size_t cells);

}  // namespace acd::test
