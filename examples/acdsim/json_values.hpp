// Values of the JSON files that reports write.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "estimate.hpp"

namespace acdsim {

using Json = nlohmann::ordered_json;

/// To nine digits: those behind them may differ between machines.
[[nodiscard]] double rounded(double value);
/// Null where there is nothing to tell.
[[nodiscard]] Json number(const std::optional<double>& value);
/// "value" and, if it is known, "half_width".
[[nodiscard]] Json estimate_json(const Estimate& estimate);
/// The file: indented, its texts made sound UTF-8.
[[nodiscard]] std::string json_text(const Json& json);

}  // namespace acdsim
