// What a replication's events tell beside its statistics: how many wait and are served at each
// instant, who gave up when, and who served whom.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "acd/simulation/simulation.hpp"

namespace acd::test {

/// Of one period of a day: sums over replications. Times are in microseconds.
struct WatchedPeriod {
  double busy_us = 0;          ///< of all who are served
  double busy_squared_us = 0;  ///< of the square of their number
  double queue_us = 0;
  double abandoned = 0;  ///< in this period, whenever they came
};

struct Watched {
  std::vector<WatchedPeriod> periods{};
  double busy_at_end = 0;
  double queue_at_end = 0;
  void add(const Watched& other);
};

/// Who served a recorded customer, and when.
struct Service {
  std::uint32_t agent = 0;  ///< line of the blueprint
  Instant at{};
};

/// Commands as they were given.
[[nodiscard]] JournalWriter recorded(const Scenario& scenario, const CompiledPlan& plan,
                                     std::uint64_t replication);

/// Of the group; of all if it is none.
[[nodiscard]] Watched watch(const Scenario& scenario, const CompiledPlan& plan,
                            const JournalWriter& journal, GroupId group);

/// By customer.
[[nodiscard]] std::map<std::uint64_t, Service> services(const CompiledPlan& plan,
                                                        const JournalWriter& journal);

}  // namespace acd::test
