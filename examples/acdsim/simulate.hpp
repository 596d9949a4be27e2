// A loaded scenario, played as often as the options say.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "load_scenario.hpp"
#include "progress.hpp"
#include "replications.hpp"
#include "simulation_options.hpp"

namespace acdsim {

/// Of the replications to come: as asked for, else 30; with a precision at most so many, else
/// 10,000.
[[nodiscard]] std::uint32_t replications_max(const SimulationOptions& options);

/// On stderr, unless quiet.
[[nodiscard]] Progress::Kind progress_kind(const SimulationOptions& options);

/// On how many threads, at least 1.
[[nodiscard]] std::uint32_t jobs_of(const SimulationOptions& options);

/// Told after every replication of what there is so far, and of how many are expected in all.
using Seen = std::function<void(const Replications& so_far, std::uint64_t expected)>;

/// `loaded.plan` is there. Ends as soon as the precision asked for is reached. Throws
/// Failure(usage) for a precision that does not fit.
[[nodiscard]] Replications simulate(const LoadedScenario& loaded, const SimulationOptions& options,
                                    const Seen& seen);
/// Shows progress with the service level so far.
[[nodiscard]] Replications simulate(const LoadedScenario& loaded, const SimulationOptions& options,
                                    const std::string& what);

}  // namespace acdsim
