// One scenario, all its replications.
#include "simulate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <thread>

#include "number_text.hpp"
#include "precision.hpp"

namespace acdsim {
namespace {

constexpr std::uint32_t usual_count = 30;
constexpr std::uint32_t precise_count_max = 10'000;
constexpr std::size_t expected_from = 10;  // replications; fewer tell too little

}  // namespace

std::uint32_t replications_max(const SimulationOptions& options) {
  if (options.replications != 0) return options.replications;
  return options.precision.empty() ? usual_count : precise_count_max;
}

Progress::Kind progress_kind(const SimulationOptions& options) {
  return options.quiet ? Progress::Kind::silent : Progress::kind_for(stderr);
}

std::uint32_t jobs_of(const SimulationOptions& options) {
  return options.jobs != 0 ? options.jobs : std::max(std::thread::hardware_concurrency(), 1U);
}

Replications simulate(const LoadedScenario& loaded, const SimulationOptions& options,
                      const Seen& seen) {
  const Precision precision{loaded, options};
  const std::uint32_t count_max = replications_max(options);
  const auto go_on = [&](const Replications& all) {
    const auto done = static_cast<double>(all.each.size());
    const bool can_tell = all.each.size() >= expected_from;
    const std::optional<double> expected = can_tell ? precision.expected(all) : std::nullopt;
    const double most = count_max;
    if (seen) {
      seen(all,
           static_cast<std::uint64_t>(std::clamp(std::ceil(expected.value_or(most)), done, most)));
    }
    return !precision.is_reached(all);
  };
  return run_replications(loaded.scenario, *loaded.plan,
                          {.seed = options.seed, .count = count_max, .jobs = jobs_of(options)},
                          go_on);
}

Replications simulate(const LoadedScenario& loaded, const SimulationOptions& options,
                      const std::string& what) {
  Progress progress{progress_kind(options), stderr, what, replications_max(options)};
  const Seen seen = [&](const Replications& all, std::uint64_t expected) {
    const std::size_t done = all.each.size();
    progress.expect(expected);
    if (!progress.is_due(done)) return;
    progress.show(done, fmt::format("{} replications, service level {} %", count_text(done),
                                    percent_text(service_level(all.sum.total, loaded.formula))));
  };
  return simulate(loaded, options, seen);
}

}  // namespace acdsim
