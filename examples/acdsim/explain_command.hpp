// acdsim explain: one session of a simulated day, from its arrival to its end.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "exit_status.hpp"
#include "simulation_options.hpp"
#include "text_table.hpp"

namespace acdsim {

struct ExplainRequest {
  std::filesystem::path file{};  ///< scenario
  std::string session{};         ///< as `find_life` takes it
  std::uint64_t replication = 1;
  SimulationOptions options{};  ///< seed and sets count
};

struct ExplainResult {
  std::string report{};
  std::string problems{};  ///< of the scenario; for stderr
  ExitStatus status = ExitStatus::done;
};

/// Simulates the replication with a journal, and replays that one. Throws Failure(no_input), and
/// Failure(usage) for a session that there is not.
[[nodiscard]] ExplainResult explain_session(const ExplainRequest& request, const TextStyle& style);

}  // namespace acdsim
