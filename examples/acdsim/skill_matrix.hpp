// Who has served what: calls and mean service per agent and queue.
//
// Columns: agent_id, and for every queue Q: Q_calls and, optionally, Q_mean_service_s; others
// are ignored.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "csv_file.hpp"
#include "names.hpp"

namespace acdsim {

struct SkillRow {
  std::size_t agent = 0;               ///< in the names of the agents
  std::vector<std::uint64_t> calls{};  ///< by SkillMatrix::queues
};

struct SkillMatrix {
  std::vector<std::string> queues{};
  std::vector<SkillRow> rows{};
};

[[nodiscard]] SkillMatrix read_skill_matrix(CsvFile file, Names& agents);

}  // namespace acdsim
