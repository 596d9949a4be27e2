// How numbers are written.
#include "json_values.hpp"

#include <fmt/format.h>

#include <cstdlib>

namespace acdsim {

double rounded(double value) { return std::strtod(fmt::format("{:.9g}", value).c_str(), nullptr); }

Json number(const std::optional<double>& value) {
  return value ? Json(rounded(*value)) : Json(nullptr);
}

Json estimate_json(const Estimate& estimate) {
  Json json{{"value", number(estimate.value)}};
  if (estimate.half_width) json["half_width"] = rounded(*estimate.half_width);
  return json;
}

std::string json_text(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace acdsim
