// acdsim compare: two scenarios with the same customers, and what the second does otherwise.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "experiment_result.hpp"
#include "simulation_options.hpp"
#include "text_table.hpp"

namespace acdsim {

struct CompareRequest : SimulationOptions {
  enum class Agents : std::uint8_t { searched, left_out };

  std::filesystem::path first{};           ///< scenarios; `sets` hold for both
  std::filesystem::path second{};          ///< empty: the first, with `second_sets`
  std::vector<std::string> second_sets{};  ///< for the second alone
  std::vector<std::string> out{};          ///< "KIND:FILE", each
  Agents agents = Agents::searched;        ///< how many each needs for the targets of the first
};

/// Missed: the second scenario misses a target of the first. Throws Failure(no_input, usage or
/// cannot_create).
[[nodiscard]] ExperimentResult compare(const CompareRequest& request, const TextStyle& style);

}  // namespace acdsim
