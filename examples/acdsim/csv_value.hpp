// The values of CSV fields, each reported with its place when it is not what it must be.
#pragma once

#include <cstdint>
#include <optional>

#include "acd/vocabulary/time.hpp"
#include "csv_file.hpp"

namespace acdsim {

/// Each reports and returns none when the field does not hold such a value.
[[nodiscard]] std::optional<acd::Instant> instant_of(CsvFile& file, const CsvField& field);
/// Whole seconds, 0 to a year.
[[nodiscard]] std::optional<acd::Duration> seconds_of(CsvFile& file, const CsvField& field);
/// 0 to `largest`.
[[nodiscard]] std::optional<std::uint64_t> number_of(CsvFile& file, const CsvField& field,
                                                     std::uint64_t largest);

}  // namespace acdsim
