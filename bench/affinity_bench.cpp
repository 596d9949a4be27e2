// What it costs that customers meet the agent who knows them: a session's life without affinity,
// with an answer handed in by the host, and with the router's own memory, turn by turn; and what
// a memory of customers costs while it fills.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <vector>

#include "affinity_floor.hpp"
#include "cpu_time.hpp"
#include "plan.hpp"
#include "resident_memory.hpp"
#include "verdict.hpp"

namespace acd::bench {
namespace {

constexpr int rounds = 21;
constexpr std::uint32_t lives = 20'000;  // in a turn

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// Processor time of one life, in nanoseconds.
double turn_ns(AffinityFloor& floor) {
  const double begin = cpu_seconds();
  floor.play_measured(lives);
  return (cpu_seconds() - begin) * 1e9 / lives;
}

double preferred_percent(const AffinityFloor& floor) {
  return 100 * static_cast<double>(floor.preferred()) / static_cast<double>(floor.assigned());
}

/// Counters: nanoseconds of a life on each floor, and the medians of the turns' differences to a
/// life without affinity; percent of the sessions that went to whom they preferred.
void affinity_life(benchmark::State& state) {
  const auto contacts = static_cast<std::uint32_t>(state.range(0));
  std::array floors{AffinityFloor{Acquaintance::none, contacts},
                    AffinityFloor{Acquaintance::given, contacts},
                    AffinityFloor{Acquaintance::memory, contacts},
                    AffinityFloor{Acquaintance::expected, contacts}};
  std::array<std::vector<double>, 4> lives_ns;
  std::array<std::vector<double>, 4> more_ns;
  for (AffinityFloor& floor : floors) floor.play_measured(lives);
  for (auto round : state) {
    std::array<double, 4> turn{};
    for (std::size_t i = 0; i < floors.size(); ++i) turn[i] = turn_ns(floors[i]);
    for (std::size_t i = 0; i < floors.size(); ++i) {
      lives_ns[i].push_back(turn[i]);
      more_ns[i].push_back(turn[i] - turn[0]);
    }
    state.SetIterationTime(turn[2] * 1e-9 * lives);
  }
  state.counters["none_ns"] = median(lives_ns[0]);
  state.counters["given_ns"] = median(lives_ns[1]);
  state.counters["memory_ns"] = median(lives_ns[2]);
  state.counters["given_more"] = median(more_ns[1]);
  state.counters["memory_more"] = median(more_ns[2]);
  state.counters["expected_more"] = median(more_ns[3]);
  state.counters["given_met_%"] = preferred_percent(floors[1]);
  state.counters["memory_met_%"] = preferred_percent(floors[2]);
  const bool refused = std::any_of(floors.begin(), floors.end(), [](const AffinityFloor& floor) {
    return floor.refusals() != 0;
  });
  if (!refused && floors[1].preferred() != 0 && floors[2].preferred() != 0) return;
  disagreed = true;
  state.SkipWithError("a command was refused, or nobody met whom he preferred");
}
BENCHMARK(affinity_life)
    ->ArgName("remembered")
    ->Arg(1'000'000)
    ->Arg(2'000'000)
    ->Iterations(rounds)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);

/// Nobody works; customers who never came before are remembered until the memory is full.
class Filling {
 public:
  explicit Filling(std::uint32_t contacts) : router_{compiled(blueprint_of(contacts))} {
    command_.kind = CommandKind::remember;
    command_.group = GroupId{0};
    command_.agent = router_.agent(std::size_t{0});
  }
  void remember_one() {
    ++command_.customer;
    refusals_ += router_.apply(command_, earliest) == Status::applied ? 0U : 1U;
    events_ += router_.drain_events().size();
  }
  [[nodiscard]] bool is_sound() const { return refusals_ == 0 && events_ == command_.customer; }

 private:
  static Blueprint blueprint_of(std::uint32_t contacts) {
    Blueprint blueprint;
    blueprint.limits.sessions = 1;
    blueprint.add(Channel{.name = "voice"});
    blueprint.add(SkillGroup{.name = "only", .affinity = owner()});
    blueprint.add(Agent{.name = "knows everybody", .memberships = {{.group = GroupId{0}}}});
    blueprint.memory.contacts = contacts;
    return blueprint;
  }

  Router router_;
  Command command_{};
  std::uint64_t events_ = 0;
  std::uint64_t refusals_ = 0;
};

using Clock = std::chrono::steady_clock;
double nanoseconds(Clock::duration duration) {
  return std::chrono::duration<double, std::nano>(duration).count();
}

/// Three fillings. A pause that the memory makes comes at the same command in all of them, one
/// that the machine makes does not: so the longest of the commands' least times is the memory's.
void memory_growth(benchmark::State& state) {
  const auto contacts = static_cast<std::uint32_t>(state.range(0));
  std::vector<float> least_ns(contacts, 1e12F);
  double longest_ns = 0;
  double bytes = 0;  // the first filling's: later ones may get pages that are in memory already
  for (auto round : state) {
    const double before = resident_bytes();
    const Clock::time_point start = Clock::now();
    Filling filling{contacts};
    state.counters["made_us"] = nanoseconds(Clock::now() - start) / 1000;
    for (float& least : least_ns) {
      const Clock::time_point begin = Clock::now();
      filling.remember_one();
      const double spent = nanoseconds(Clock::now() - begin);
      longest_ns = std::max(longest_ns, spent);
      least = std::min(least, static_cast<float>(spent));
    }
    const double filled = resident_bytes() - before;
    state.SetIterationTime(nanoseconds(Clock::now() - start) * 1e-9);
    bytes = std::max(bytes, filled / contacts);
    if (filling.is_sound()) continue;
    disagreed = true;
    state.SkipWithError("a customer was not remembered");
  }
  state.counters["bytes_customer"] = bytes;
  state.counters["longest_us"] = *std::max_element(least_ns.begin(), least_ns.end()) / 1000;
  state.counters["longest_seen_us"] = longest_ns / 1000;
}
BENCHMARK(memory_growth)
    ->ArgName("contacts")
    ->Arg(1'000'000)
    ->Arg(10'000'000)
    ->Iterations(3)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace acd::bench
