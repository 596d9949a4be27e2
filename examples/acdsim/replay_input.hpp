// Reads the files of a replay, checks them against each other, and makes a day of them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "acd/config/compiled_plan.hpp"
#include "replay.hpp"
#include "replay_settings.hpp"
#include "summary.hpp"
#include "surge_multipliers.hpp"

namespace acdsim {

struct ReplayInput {
  acd::CompiledPlan plan;
  ReplayDay day{};
  std::optional<SurgeMultipliers> surge{};  ///< that make `day` of the recorded one
  std::vector<ReplayCall> recorded{};       ///< with a surge: the calls as they were
  Story log{};                              ///< the log's own, of the same calls and shifts
  acd::Instant first{};                     ///< arrival, recorded or not
  acd::Instant last{};
  std::size_t left_vru = 0;             ///< rows that never asked for an agent; of the whole log
  std::vector<std::string> left_out{};  ///< agents with too few calls in every queue
};

/// Throws Failure(no_input) for a file that cannot be read, BadInput with all problems of
/// all files that could be read.
[[nodiscard]] ReplayInput load_replay(const ReplaySettings& settings);

}  // namespace acdsim
