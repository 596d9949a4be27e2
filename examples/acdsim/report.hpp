// The report of a replay: the router's day, and the log's own figures beside.
#pragma once

#include <string>

#include "acd/config/blueprint.hpp"
#include "forecast_errors.hpp"
#include "replay_command.hpp"
#include "replay_input.hpp"
#include "replay_settings.hpp"
#include "summary.hpp"
#include "text_table.hpp"

namespace acdsim {

/// What the report needs beside the two summaries.
struct ReportContext {
  const ReplaySettings& settings;
  const ReplayInput& input;
  const ReplayResult& result;
  const IntervalGrid& grid;
  const Summary& replay;
  const Summary& log;
  acd::Counts counts{};         ///< the router's own
  ForecastSummary forecasts{};  ///< shown if the settings ask for it
  ForecastSummary forecasts_of_log{};
  std::size_t not_ended_once = 0;  ///< calls without exactly one terminal record: 0
};

[[nodiscard]] std::string report_text(const ReportContext& context, const TextStyle& style);

}  // namespace acdsim
