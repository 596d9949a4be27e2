// acdsim replay: from settings to a printed report.
#pragma once

#include <string>

#include "progress.hpp"
#include "replay_input.hpp"
#include "replay_settings.hpp"
#include "summary.hpp"
#include "text_table.hpp"

namespace acdsim {

/// What a replay leaves behind.
struct ReplayResult {
  Story story{};
  Story ordinary{};  ///< with a surge: the replay of the day without it
  acd::Counts counts{};
  ReplayCounts commands{};
  std::uint64_t state_hash = 0;
  std::size_t not_ended_once = 0;         ///< calls without exactly one terminal record
  std::vector<std::byte> journal{};       ///< empty unless asked for
  std::vector<ForecastCase> forecasts{};  ///< empty unless asked for
  std::vector<ForecastCase> forecasts_of_log{};
};

/// Plays the whole day, and closes what is left of it.
[[nodiscard]] ReplayResult run_replay(const ReplaySettings& settings, const ReplayInput& input,
                                      Progress& progress);

[[nodiscard]] std::string replay_report(const ReplaySettings& settings, const ReplayInput& input,
                                        const ReplayResult& result, const TextStyle& style);

}  // namespace acdsim
