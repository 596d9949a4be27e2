// A recorded day of calls: what the centre's own system wrote down.
//
// Columns: arrival_time, call_id, queue, priority, outcome, wait_seconds, service_seconds,
// patience_seconds, agent_id, and customer_id, which may be missing; others are ignored. Rows are
// in the order of arrival_time, the instant at which the call leaves the voice menu and asks for
// an agent.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "acd/vocabulary/level.hpp"
#include "acd/vocabulary/time.hpp"
#include "csv_file.hpp"
#include "names.hpp"

namespace acdsim {

enum class LoggedOutcome : std::uint8_t {
  served,
  abandoned,
  left_vru,  ///< hung up in the voice menu: it never asked for an agent
};

struct LoggedCall {
  acd::Instant arrival{};
  std::uint64_t id = 0;
  std::uint64_t customer = 0;  ///< of his customer_id, the same in every log; 0: none is given
  std::uint32_t queue = 0;     ///< in CallLog::queues
  std::int32_t agent = -1;     ///< in the names of the agents; -1: not recorded
  acd::Priority priority = 0;
  LoggedOutcome outcome = LoggedOutcome::left_vru;
  acd::Duration wait{0};      ///< served, abandoned
  acd::Duration service{0};   ///< served
  acd::Duration patience{0};  ///< abandoned
};

/// Where a queue's name was first read, to report one that the blueprint does not have.
struct QueuePlace {
  acd::Position position{};
};

struct CallLog {
  std::string file{};
  std::vector<LoggedCall> calls{};  ///< by arrival, without those that left in the menu
  std::size_t left_vru = 0;         ///< how many did
  Names queues{};
  std::vector<QueuePlace> queue_places{};
};

/// Reads all rows; those with problems are reported and left out. Agents are interned in
/// `agents`.
[[nodiscard]] CallLog read_call_log(CsvFile file, Names& agents);

}  // namespace acdsim
