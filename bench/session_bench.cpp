// Parts of a session's life in the router alone: waiting and leaving, deadlines, orders.
#include <benchmark/benchmark.h>

#include <vector>

#include "floor.hpp"
#include "verdict.hpp"

namespace acd::bench {
namespace {

void check(benchmark::State& state, const Floor& floor) {
  if (floor.refusals() == 0) return;
  disagreed = true;
  state.SkipWithError("a command was refused");
}

/// Nobody is ready, as many wait as there are agents; one more arrives and gives up.
void wait_and_cancel(benchmark::State& state, const SkillGroup& group) {
  Floor floor{{.group = group}};
  std::uint64_t number = 0;
  while (number < 1000) floor.arrive(number++);
  for (auto life : state) {
    const Outcome outcome = floor.arrive(number++);
    floor.pass(std::chrono::milliseconds{1});
    floor.cancel(outcome.session);
  }
  check(state, floor);
}
BENCHMARK_CAPTURE(wait_and_cancel, no_deadline, SkillGroup{});
/// The same with a maximum wait: a deadline is set and taken back in each life.
BENCHMARK_CAPTURE(wait_and_cancel, deadline, SkillGroup{.max_wait = std::chrono::hours{1}});
BENCHMARK_CAPTURE(wait_and_cancel, aged,
                  SkillGroup{.session_order = aged(std::chrono::seconds{45})});

/// 95 % of the agents serve; one session arrives and is assigned, then the oldest completes.
void serve(benchmark::State& state, const SkillGroup& group) {
  Floor floor{{.group = group}};
  floor.everybody_ready();
  std::vector<SessionHandle> served;
  std::uint64_t number = 0;
  while (number < 950) served.push_back(floor.arrive(number++).session);
  std::size_t oldest = 0;
  for (auto life : state) {
    const SessionHandle ends = std::exchange(served[oldest], floor.arrive(number++).session);
    floor.complete(ends);
    oldest = (oldest + 1) % served.size();
    floor.pass(std::chrono::milliseconds{1});
  }
  check(state, floor);
}
BENCHMARK_CAPTURE(serve, longest_ready, SkillGroup{});
BENCHMARK_CAPTURE(serve, highest_level_then_longest_ready,
                  SkillGroup{.agent_order = AgentOrder{highest_level()}.then(longest_ready())});
BENCHMARK_CAPTURE(serve, fewest_handled, SkillGroup{.agent_order = fewest_handled()});
BENCHMARK_CAPTURE(serve, longest_unoffered, SkillGroup{.agent_order = longest_unoffered()});
BENCHMARK_CAPTURE(serve, weighted_random, SkillGroup{.agent_order = weighted_random()});
BENCHMARK_CAPTURE(serve, circular, SkillGroup{.agent_order = circular()});
BENCHMARK_CAPTURE(serve, longest_weighted_ready,
                  SkillGroup{.agent_order = longest_weighted_ready()});
BENCHMARK_CAPTURE(serve, wrap_up,
                  SkillGroup{.wrap_up = {.any_channel = std::chrono::milliseconds{5}}});

}  // namespace
}  // namespace acd::bench
