// acd_bench: Google Benchmark's program, and one entry more for counting instructions.
//
//   acd_bench [--benchmark_filter=...]        every benchmark
//   acd_bench --instructions=bare|router      plays the trace once on one side and prints how
//                                             many lives `play_measured` held (instructions.sh)
//   acd_bench --instructions=none|given|memory|expected  the same of a floor with that affinity
#include <benchmark/benchmark.h>

#include <cstdio>
#include <string_view>

#include "affinity_floor.hpp"
#include "duel.hpp"
#include "verdict.hpp"

namespace {

int count_lives_of(acd::bench::Acquaintance acquaintance) {
  constexpr std::uint32_t lives = 20'000;
  acd::bench::AffinityFloor floor{acquaintance, 2'000'000};
  floor.play_measured(lives);
  std::printf("%u lives, assignments %s\n", lives, floor.refusals() == 0 ? "agree" : "DIFFER");
  return floor.refusals() == 0 ? 0 : 1;
}

int count_lives(std::string_view side) {
  using acd::bench::Acquaintance;
  if (side == "none") return count_lives_of(Acquaintance::none);
  if (side == "given") return count_lives_of(Acquaintance::given);
  if (side == "memory") return count_lives_of(Acquaintance::memory);
  if (side == "expected") return count_lives_of(Acquaintance::expected);
  const acd::bench::Trace trace = acd::bench::record({});
  const bool agreed =
      side == "bare" ? acd::bench::play_bare_alone(trace) : acd::bench::play_router_alone(trace);
  std::printf("%zu lives, assignments %s\n", trace.measured_lives, agreed ? "agree" : "DIFFER");
  return agreed ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  constexpr std::string_view option = "--instructions=";
  if (argc == 2 && std::string_view{argv[1]}.substr(0, option.size()) == option) {
    return count_lives(std::string_view{argv[1]}.substr(option.size()));
  }
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return acd::bench::disagreed ? 1 : 0;
}
