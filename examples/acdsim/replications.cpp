// Rounds of a few replications for each thread; each round is added up before the next begins.
#include "replications.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <future>
#include <utility>

#include "acd/simulation/simulation.hpp"

namespace acdsim {
namespace {

constexpr std::uint32_t per_thread = 4;

void add(Replications& all, const acd::ReplicationResult& one) {
  acd::AgentTimes agents;
  for (const acd::AgentTimes& agent : one.statistics.agents) agents.add(agent);
  all.each.push_back({one.statistics.total, one.statistics.by_group, agents});
  all.sum.add(one.statistics);
  all.state_hash = (all.state_hash ^ one.state_hash) * 0x100000001b3U;
  all.events += one.events;
}

}  // namespace

Replications run_replications(const acd::Scenario& scenario, const acd::CompiledPlan& plan,
                              const ReplicationOrder& order, Progress& progress) {
  Replications all;
  const std::uint32_t jobs = std::clamp(order.jobs, 1U, order.count);
  std::vector<acd::Simulation> simulations;
  for (std::uint32_t i = 0; i < jobs; ++i) simulations.emplace_back(scenario, plan);
  for (std::uint32_t first = 0; first < order.count; first += jobs * per_thread) {
    const std::uint32_t count = std::min(jobs * per_thread, order.count - first);
    std::vector<acd::ReplicationResult> round(count);
    const auto work = [&](std::uint32_t job) {
      for (std::uint32_t i = job; i < count; i += jobs) {
        round[i] = simulations[job].run(order.seed, first + i);
      }
    };
    std::vector<std::future<void>> others;
    for (std::uint32_t job = 1; job < jobs; ++job) {
      others.push_back(std::async(std::launch::async, work, job));
    }
    work(0);
    for (std::future<void>& other : others) other.get();
    for (const acd::ReplicationResult& one : round) add(all, one);
    progress.show(first + count, fmt::format("{} of {}", first + count, order.count));
  }
  return all;
}

}  // namespace acdsim
