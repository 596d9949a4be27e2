// What a centre's own system wrote down of its calls, and what a scenario makes of it.
//
//   const RecordedCalls calls = recorded_calls(log, log.queue("sales"), begin, end);
//   demand.recorded = calls.arrivals;
//   demand.service = calls.habits.service;
//   demand.patience = calls.habits.patience;
//
// A log tells the service of those who were served and the patience of those who hung up. The
// other half is drawn in each replication: see RecordedArrival. Where a queue has fewer than
// `CallLog::observations_min` of one kind, all queues together say how the others are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "acd/export.hpp"
#include "acd/simulation/scenario.hpp"
#include "acd/simulation/time_distribution.hpp"
#include "acd/vocabulary/level.hpp"
#include "acd/vocabulary/time.hpp"

namespace acd {
inline namespace v1 {

enum class LoggedOutcome : std::uint8_t { served, abandoned };

struct LoggedCall {
  Instant arrival{};           ///< at which it asked for an agent
  std::uint64_t id = 0;        ///< one call each
  std::uint64_t customer = 0;  ///< 0: unknown
  std::uint32_t queue = 0;     ///< line of CallLog::queues
  std::int32_t agent = -1;     ///< as the host numbers them; -1: not recorded
  Priority priority = 0;
  LoggedOutcome outcome = LoggedOutcome::served;
  Duration wait{0};
  Duration service{0};   ///< served
  Duration patience{0};  ///< abandoned
};

struct ACD_EXPORT CallLog {
  std::vector<std::string> queues{};  ///< by name
  std::vector<LoggedCall> calls{};    ///< by arrival

  static constexpr std::size_t observations_min = 20;

  /// Its line; nothing if there is none of that name.
  [[nodiscard]] std::optional<std::uint32_t> queue(std::string_view name) const;
};

/// How long the callers of a queue talk and wait, by what the log has of them.
struct CallerHabits {
  TimeDistribution service{};   ///< each of the recorded ones as likely; no part if there is none
  TimeDistribution patience{};  ///< the Kaplan-Meier estimate
};

/// Of one queue, or of all for nothing. O(n log n).
[[nodiscard]] ACD_EXPORT CallerHabits caller_habits(const CallLog& log,
                                                    std::optional<std::uint32_t> queue);

struct RecordedCalls {
  std::vector<RecordedArrival> arrivals{};
  CallerHabits habits{};  ///< by the whole log
};

/// Who arrived in one queue, or in all for nothing, from `begin` to before `end`. O(n log n).
[[nodiscard]] ACD_EXPORT RecordedCalls recorded_calls(const CallLog& log,
                                                      std::optional<std::uint32_t> queue,
                                                      Instant begin, Instant end);

}  // namespace v1
}  // namespace acd
