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

#include "acd/simulation/call_log.hpp"
#include "csv_file.hpp"
#include "names.hpp"

namespace acdsim {

struct CallLogFile {
  std::string file{};
  acd::CallLog log{};                         ///< without those that left in the menu
  std::size_t left_vru = 0;                   ///< how many did: they never asked for an agent
  std::vector<acd::Position> queue_places{};  ///< by queue: where its name was first read
};

/// Reads all rows; those with problems are reported and left out. Agents are interned in
/// `agents`, and numbered so; a customer's number is of his text, the same in every log.
[[nodiscard]] CallLogFile read_call_log(CsvFile file, Names& agents);

}  // namespace acdsim
