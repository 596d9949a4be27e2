// One session's life (arrive, assigned or waiting, complete or abandoned, wrap-up zero), in the
// router and in the bare loop: turn by turn on one trace, decisions compared.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <vector>

#include "duel.hpp"
#include "verdict.hpp"

namespace acd::bench {
namespace {

constexpr int rounds = 11;

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// The time shown is that of the router's turn. Counters: nanoseconds of processor time per
/// life on both sides, and the median of the rounds' ratios.
void life(benchmark::State& state) {
  Duel duel{{.agents = static_cast<std::uint32_t>(state.range(0)),
             .groups = static_cast<std::uint32_t>(state.range(1)),
             .memberships = static_cast<std::uint32_t>(state.range(2)),
             .utilisation_percent = static_cast<std::uint32_t>(state.range(3))}};
  std::vector<double> bare;
  std::vector<double> router;
  std::vector<double> ratio;
  for (auto round : state) {
    const Duel::Round times = duel.play_round();
    bare.push_back(times.bare_ns);
    router.push_back(times.router_ns);
    ratio.push_back(times.router_ns / times.bare_ns);
    state.SetIterationTime(times.router_ns * 1e-9 *
                           static_cast<double>(duel.trace().measured_lives));
  }
  state.counters["bare_ns"] = median(bare);
  state.counters["router_ns"] = median(router);
  state.counters["ratio"] = median(ratio);
  if (duel.agreed()) return;
  disagreed = true;
  state.SkipWithError("router and bare loop took different decisions");
}
BENCHMARK(life)
    ->ArgNames({"agents", "groups", "memberships", "utilisation"})
    ->Args({1000, 100, 4, 95})
    ->Args({1000, 100, 4, 110})
    ->Args({1000, 100, 16, 95})
    ->Args({10'000, 100, 4, 95})
    ->Args({100'000, 100, 4, 95})
    ->Iterations(rounds)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace acd::bench
