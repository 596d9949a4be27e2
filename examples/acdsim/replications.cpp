// Threads take the next replication that nobody has; what they bring is added up in its order.
#include "replications.hpp"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

#include "acd/simulation/simulation.hpp"

namespace acdsim {
namespace {

void add(Replications& all, const acd::ReplicationResult& one) {
  acd::AgentTimes agents;
  for (const acd::AgentTimes& agent : one.statistics.agents) agents.add(agent);
  all.each.push_back({one.statistics.total, one.statistics.by_group, agents});
  all.sum.add(one.statistics);
  all.state_hash = (all.state_hash ^ one.state_hash) * 0x100000001b3U;
  all.events += one.events;
}

class Crew {
 public:
  Crew(const acd::Scenario& scenario, const acd::CompiledPlan& plan, const ReplicationOrder& order)
      : order_{order} {
    const std::uint32_t jobs = std::clamp(order.jobs, 1U, order.count);
    ahead_max_ = 4 * jobs;
    for (std::uint32_t i = 0; i < jobs; ++i) {
      threads_.emplace_back([this, &scenario, &plan] { work(scenario, plan); });
    }
  }
  ~Crew() {
    stop();
    for (std::thread& thread : threads_) thread.join();
  }
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  /// Those of one number after another. Throws what a thread threw.
  [[nodiscard]] acd::ReplicationResult take() {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [this] { return failure_ || done_.contains(taken_); });
    if (failure_) std::rethrow_exception(failure_);
    acd::ReplicationResult result = std::move(done_.extract(taken_).mapped());
    ++taken_;
    changed_.notify_all();
    return result;
  }

 private:
  void stop() {
    const std::lock_guard lock{mutex_};
    is_stopped_ = true;
    changed_.notify_all();
  }
  /// Number of a replication that nobody has; the count if there is nothing more to do.
  [[nodiscard]] std::uint32_t next() {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [this] { return is_stopped_ || next_ < taken_ + ahead_max_; });
    return is_stopped_ ? order_.count : std::min(next_++, order_.count);
  }
  void work(const acd::Scenario& scenario, const acd::CompiledPlan& plan) try {
    acd::Simulation simulation{scenario, plan};
    for (std::uint32_t number = next(); number < order_.count; number = next()) {
      acd::ReplicationResult result = simulation.run(order_.seed, number);
      const std::lock_guard lock{mutex_};
      done_.emplace(number, std::move(result));
      changed_.notify_all();
    }
  } catch (...) {
    const std::lock_guard lock{mutex_};
    failure_ = std::current_exception();
    changed_.notify_all();
  }

  const ReplicationOrder& order_;
  std::uint32_t ahead_max_ = 0;
  std::mutex mutex_{};
  std::condition_variable changed_{};
  std::map<std::uint32_t, acd::ReplicationResult> done_{};
  std::uint32_t next_ = 0;
  std::uint32_t taken_ = 0;
  bool is_stopped_ = false;
  std::exception_ptr failure_{};
  std::vector<std::thread> threads_{};
};

}  // namespace

Replications run_replications(const acd::Scenario& scenario, const acd::CompiledPlan& plan,
                              const ReplicationOrder& order, const GoOn& go_on) {
  Replications all;
  Crew crew{scenario, plan, order};
  for (std::uint32_t i = 0; i < order.count; ++i) {
    add(all, crew.take());
    if (go_on && !go_on(all)) break;
  }
  return all;
}

}  // namespace acdsim
