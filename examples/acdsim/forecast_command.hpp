// acdsim forecast: how far expected wait is off in a simulated group.
#pragma once

#include <cstdint>
#include <string>

#include "text_table.hpp"

namespace acdsim {

struct ForecastRequest {
  std::uint32_t agents = 10;
  std::uint32_t load = 100;  ///< percent
  std::uint32_t hours = 250;
  std::string handle_time = "180s";
  std::string patience = "360s";
  std::uint32_t away = 0;
  std::uint64_t seed = 1;
};

/// Throws Failure(usage) for a duration that is none.
[[nodiscard]] std::string forecast_report(const ForecastRequest& request, const TextStyle& style);

}  // namespace acdsim
