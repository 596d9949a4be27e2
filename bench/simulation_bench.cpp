// Simulated sessions per second of processor time, statistics on, the real router: the workloads
// that simulators of contact centres publish, beside a bare event loop and SimPy.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <functional>
#include <queue>
#include <string>
#include <vector>

#include "acd/simulation/simulation.hpp"
#include "cpu_time.hpp"
#include "plan.hpp"
#include "verdict.hpp"

namespace acd::bench {
namespace {

using namespace std::chrono_literals;

// The workload M/M/50+M: 12 calls a minute, 4 minutes each, patience of 2 minutes.
constexpr std::uint32_t agents_of_one = 50;
constexpr double per_minute = 12;
constexpr double service_minutes = 4;
constexpr double patience_minutes = 2;
constexpr double abandonment = 0.0480218;  // of its Markov chain (Erlang A)

constexpr int rounds = 5;

/// A day without hours: as long as so many calls take.
Scenario empty_day(double calls, double calls_per_hour) {
  Scenario scenario;
  scenario.blueprint.add(Channel{.name = "voice"});
  scenario.blueprint.limits.sessions = 4000;
  const auto hours = static_cast<std::int64_t>(std::ceil(calls / calls_per_hour));
  scenario.end = scenario.begin + std::chrono::hours{hours};
  scenario.interval = 24h;
  return scenario;
}

void add_class(Scenario& scenario, std::uint32_t number, double per_hour,
               const TimeDistribution& service, const TimeDistribution& patience) {
  const GroupId group = scenario.blueprint.add(SkillGroup{
      .name = numbered('g', number), .agent_order = AgentOrder{preferred()}.then(longest_ready())});
  Demand demand{.name = numbered('d', number),
                .rates = {{scenario.begin, per_hour}},
                .service = service,
                .patience = patience};
  demand.arrive = {.kind = CommandKind::arrive, .group = group};
  scenario.demands.push_back(demand);
}

void add_agent(Scenario& scenario, const std::vector<Membership>& memberships) {
  const auto line = static_cast<std::uint32_t>(scenario.blueprint.agents.size());
  Agent agent{.name = numbered('a', line)};
  for (const Membership& membership : memberships) agent.memberships.push_back(membership);
  scenario.blueprint.add(agent);
  scenario.staff.push_back({line, scenario.begin, scenario.end});
}

/// The one group of the workload.
Scenario one_group(double calls) {
  Scenario scenario = empty_day(calls, 60 * per_minute);
  add_class(scenario, 0, 60 * per_minute, exponential_time(4min), exponential_time(2min));
  for (std::uint32_t i = 0; i < agents_of_one; ++i) {
    add_agent(scenario, {{.group = GroupId{0}}});
  }
  return scenario;
}

/// So many classes and pools; the agents of a pool have the same classes, one of them preferred.
/// 93 % busy.
Scenario many_groups(double calls, std::uint32_t classes, std::uint32_t pools, std::uint32_t agents,
                     std::uint32_t skills) {
  const double per_hour = 0.93 * agents * 60 / service_minutes;
  Scenario scenario = empty_day(calls, per_hour);
  for (std::uint32_t i = 0; i < classes; ++i) {
    add_class(scenario, i, per_hour / classes, exponential_time(4min), exponential_time(2min));
  }
  for (std::uint32_t i = 0; i < agents; ++i) {
    const std::uint32_t pool = i % pools;
    const std::uint32_t stride = 1 + pool / classes % (classes - 1);
    std::vector<Membership> memberships;
    for (std::uint32_t skill = 0; skill < skills; ++skill) {
      const GroupId group{(pool + skill * stride) % classes};
      const bool is_known = std::any_of(memberships.begin(), memberships.end(),
                                        [&](const Membership& m) { return m.group == group; });
      if (is_known) continue;
      memberships.push_back({.group = group, .preference = static_cast<Preference>(skill)});
    }
    add_agent(scenario, memberships);
  }
  scenario.blueprint.work_order = WorkOrder{preferred_group()}.then(oldest_first());
  return scenario;
}

struct Speed {
  double calls = 0;
  double seconds = 0;
  double abandoned = 0;  ///< share
  [[nodiscard]] double per_second() const { return calls / seconds; }
};

Speed speed_of(Simulation& simulation, std::uint64_t replication) {
  const double begin = cpu_seconds();
  const ReplicationResult result = simulation.run(1, replication);
  const double took = cpu_seconds() - begin;
  const ServiceCounts& total = result.statistics.total;
  const auto offered = static_cast<double>(total.offered);
  return {offered, took, static_cast<double>(total.abandoned) / offered};
}

/// The workload without a router: the standard library's queue, first come, first served.
class BareLoop {
 public:
  Speed run(double calls, std::uint64_t seed) {
    Random random{seed};
    const double begin = cpu_seconds();
    Totals totals;
    plan(draw(random, 1 / per_minute), arrives, 0);
    while (!events_.empty()) {
      const Event event = events_.top();
      events_.pop();
      if (event.kind == arrives) {
        if (totals.offered < calls) plan(event.at + draw(random, 1 / per_minute), arrives, 0);
        arrive(event.at, random, totals);
      } else if (event.kind == ends) {
        ++free_;
        serve_next(event.at, totals);
      } else if (calls_[event.call].waits) {
        calls_[event.call].waits = false;
        totals.wait += event.at - calls_[event.call].arrived;
        ++totals.abandoned;
      }
    }
    return {totals.offered, cpu_seconds() - begin, totals.abandoned / totals.offered};
  }

 private:
  enum Kind : std::uint8_t { arrives, ends, gives_up };
  struct Event {
    double at = 0;
    Kind kind = arrives;
    std::size_t call = 0;
    friend bool operator>(const Event& a, const Event& b) { return a.at > b.at; }
  };
  struct Call {
    double arrived = 0;
    double service = 0;
    bool waits = false;
  };
  struct Totals {
    double offered = 0;
    double served = 0;
    double abandoned = 0;
    double wait = 0;
  };

  static double draw(Random& random, double mean) { return -std::log(random.uniform()) * mean; }
  void plan(double at, Kind kind, std::size_t call) { events_.push({at, kind, call}); }
  void arrive(double at, Random& random, Totals& totals) {
    ++totals.offered;
    const double service = draw(random, service_minutes);
    const double patience = draw(random, patience_minutes);
    if (free_ > 0) {
      --free_;
      ++totals.served;
      return plan(at + service, ends, 0);
    }
    const std::size_t call = calls_.size();
    calls_.push_back({at, service, true});
    line_.push_back(call);
    plan(at + patience, gives_up, call);
  }
  // Who gave up stays in the line until his turn; who was served stays until he would give up.
  void serve_next(double at, Totals& totals) {
    while (!line_.empty()) {
      const std::size_t call = line_.front();
      line_.pop_front();
      if (!calls_[call].waits) continue;
      calls_[call].waits = false;
      totals.wait += at - calls_[call].arrived;
      ++totals.served;
      --free_;
      return plan(at + calls_[call].service, ends, 0);
    }
  }
  std::priority_queue<Event, std::vector<Event>, std::greater<>> events_{};
  std::vector<Call> calls_{};
  std::deque<std::size_t> line_{};
  std::uint32_t free_ = agents_of_one;
};

/// Calls per second of SimPy, if it is there: else 0.
double simpy_per_second() {
  const std::string command =
      std::string{"python3 "} + ACD_BENCH_DIR + "/simpy_mm50.py 40000 2>/dev/null";
  std::FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return 0;
  double per_second = 0;
  const bool is_read = std::fscanf(pipe, "%lf", &per_second) == 1;
  pclose(pipe);
  return is_read ? per_second : 0;
}

double median_of(std::array<double, rounds> values) {
  std::sort(values.begin(), values.end());
  return values[rounds / 2];
}

void check_truth(benchmark::State& state, double share) {
  if (std::abs(share - abandonment) < 0.005) return;
  disagreed = true;
  state.SkipWithError("the share of those who give up is not Erlang A's");
}

/// Counters: millions of calls a second; how many times slower than the bare loop, and faster than
/// SimPy (0: it is not installed).
void simulated_sessions(benchmark::State& state) {
  const Scenario one = one_group(400'000);
  const Scenario six = many_groups(200'000, 6, 30, 90, 3);
  const Scenario fifty = many_groups(200'000, 50, 50, 1000, 5);
  std::array<std::array<double, rounds>, 4> speeds{};
  std::vector<CompiledPlan> plans{compiled(one.blueprint), compiled(six.blueprint),
                                  compiled(fifty.blueprint)};
  Simulation of_one{one, plans[0]};
  Simulation of_six{six, plans[1]};
  Simulation of_fifty{fifty, plans[2]};
  std::size_t round = 0;
  for (auto each : state) {
    const Speed speed = speed_of(of_one, round);
    check_truth(state, speed.abandoned);
    const Speed bare = BareLoop{}.run(speed.calls, round + 1);
    check_truth(state, bare.abandoned);
    speeds[0][round] = speed.per_second();
    speeds[1][round] = speed_of(of_six, round).per_second();
    speeds[2][round] = speed_of(of_fifty, round).per_second();
    speeds[3][round] = bare.per_second();
    state.SetIterationTime(speed.seconds);
    ++round;
  }
  const double mm50 = median_of(speeds[0]);
  const double simpy = simpy_per_second();
  state.counters["mm50_M"] = mm50 / 1e6;
  state.counters["six_classes_M"] = median_of(speeds[1]) / 1e6;
  state.counters["fifty_types_M"] = median_of(speeds[2]) / 1e6;
  state.counters["bare_M"] = median_of(speeds[3]) / 1e6;
  state.counters["slower_than_bare"] = median_of(speeds[3]) / mm50;
  state.counters["simpy_M"] = simpy / 1e6;
  state.counters["times_simpy"] = simpy > 0 ? mm50 / simpy : 0;
}
BENCHMARK(simulated_sessions)->Iterations(rounds)->UseManualTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace acd::bench
