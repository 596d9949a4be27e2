// Thresholds of waiting: what one session costs that arrives, reaches every threshold of its
// group's overflow rules, and leaves, while others wait.
//
// Nobody is ready. In each round one session arrives and the oldest gives up, so that as many wait
// as at the start, spread evenly over the thresholds: each round sees `steps` of them reached, and
// one rule act for each. Counters: nanoseconds for each session and for each threshold reached.
#include <benchmark/benchmark.h>

#include <chrono>
#include <string>
#include <vector>

#include "acd/engine/router.hpp"
#include "cpu_time.hpp"
#include "plan.hpp"
#include "verdict.hpp"

namespace acd::bench {
namespace {

constexpr Duration gap = std::chrono::milliseconds{1};  // between two arrivals

/// Each rule raises the priority once, which takes the session to another place in line.
Blueprint blueprint_of(std::int64_t waiting, std::int64_t steps) {
  Blueprint blueprint;
  blueprint.limits.sessions = static_cast<std::uint32_t>(waiting) + 1;
  blueprint.limits.priority_max = 63;
  blueprint.add(Channel{.name = "voice"});
  SkillGroup group{.name = "line"};
  for (std::int64_t i = 1; i <= steps; ++i) {
    group.overflow.push_back({.name = numbered('r', static_cast<std::uint32_t>(i)),
                              .when = waited(gap * waiting * i / (steps + 1)),
                              .raise_priority = 1});
  }
  blueprint.add(group);
  blueprint.add(Agent{.name = "nobody", .memberships = {{.group = GroupId{0}}}});
  return blueprint;
}

class Line {
 public:
  Line(std::int64_t waiting, std::int64_t steps)
      : router_{compiled(blueprint_of(waiting, steps))},
        waiting_(static_cast<std::size_t>(waiting)) {
    for (SessionHandle& session : waiting_) session = arrive();
  }

  /// One arrives, the oldest gives up.
  [[gnu::noinline]] void turn() {
    now_ += gap;
    done(router_.cancel(waiting_[oldest_], now_));
    waiting_[oldest_] = arrive();
    oldest_ = (oldest_ + 1) % waiting_.size();
  }
  [[nodiscard]] std::int64_t reached() const { return reached_; }
  [[nodiscard]] std::uint64_t refusals() const { return refusals_; }

 private:
  SessionHandle arrive() {
    const Router::Arrival arrival = router_.arrive({.group = GroupId{0}}, now_);
    done(arrival.status);
    return arrival.session;
  }
  void done(Status status) {
    refusals_ += status == Status::applied ? 0U : 1U;
    for (const Event& event : router_.drain_events()) {
      reached_ += event.kind == EventKind::overflowed ? 1 : 0;
    }
  }

  Router router_;
  std::vector<SessionHandle> waiting_;
  std::size_t oldest_ = 0;
  Instant now_ = earliest;
  std::int64_t reached_ = 0;
  std::uint64_t refusals_ = 0;
};

void thresholds(benchmark::State& state) {
  const std::int64_t steps = state.range(1);
  Line line{state.range(0), steps};
  for (std::int64_t i = 0; i < state.range(0); ++i) line.turn();  // until it is steady
  const std::int64_t before = line.reached();
  std::int64_t turns = 0;
  const double start = cpu_seconds();
  for (auto turn : state) {
    line.turn();
    ++turns;
  }
  const double spent = (cpu_seconds() - start) * 1e9;
  const std::int64_t reached = line.reached() - before;
  const bool is_steady = reached >= (turns - 1) * steps && reached <= (turns + 1) * steps;
  if (line.refusals() != 0 || !is_steady) {
    disagreed = true;
    state.SkipWithError("a session did not reach its thresholds");
    return;
  }
  state.counters["ns_session"] = spent / static_cast<double>(turns);
  if (reached != 0) state.counters["ns_threshold"] = spent / static_cast<double>(reached);
}
BENCHMARK(thresholds)
    ->ArgNames({"waiting", "steps"})
    ->ArgsProduct({{1, 32, 1024, 32'768, 1'000'000}, {0, 1, 8, 32}});

}  // namespace
}  // namespace acd::bench
