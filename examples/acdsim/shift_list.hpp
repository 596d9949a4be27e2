// When agents were signed in: one stretch per row.
//
// Columns: agent_id, login_time, logout_time; others are ignored.
#pragma once

#include <vector>

#include "acd/vocabulary/time.hpp"
#include "csv_file.hpp"
#include "names.hpp"

namespace acdsim {

struct Shift {
  std::size_t agent = 0;  ///< in the names of the agents
  acd::Instant begin{};
  acd::Instant end{};
  acd::Position position{};  ///< of the agent's name
};

struct ShiftList {
  std::string file{};
  std::vector<Shift> shifts{};  ///< by begin, then as in the file
};

/// An agent's stretches must not overlap.
[[nodiscard]] ShiftList read_shift_list(CsvFile file, Names& agents);

}  // namespace acdsim
