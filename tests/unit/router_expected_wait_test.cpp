// How long one who joins a counted group would wait: by hand, and against floating point.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>

#include "acd/vocabulary/random.hpp"
#include "desk.hpp"
#include "support/catch.hpp"

using namespace acd;
using namespace acd::test;
using std::chrono::microseconds;
using std::chrono::seconds;

namespace {

constexpr GroupId line{0};

Blueprint counted_line(int agents) {
  Blueprint blueprint;
  blueprint.limits.sessions = 20'000;
  blueprint.add(Channel{"phone"});
  blueprint.add(SkillGroup{.name = "line", .forecast = Forecast::counted});
  for (int i = 0; i < agents; ++i) {
    blueprint.add(Agent{.name = "agent " + std::to_string(i), .memberships = {{.group = line}}});
  }
  return blueprint;
}

/// A history that leaves known means.
struct History {
  int agents = 1;
  Duration handling{0};  ///< of the only service that ended; none answered after waiting
  Duration loss{0};      ///< waited until the only one gave up; zero: nobody did
  int waiting = 0;       ///< now
};

/// Many sessions: no check of invariants after each command.
class Past {
 public:
  explicit Past(const History& history) : router_{compiled(counted_line(history.agents))} {
    for (int i = 0; i < history.agents; ++i) {
      const AgentHandle agent = router_.agent(static_cast<std::size_t>(i));
      REQUIRE(router_.sign_in(agent, now_) == Status::applied);
      REQUIRE(router_.ready(agent, now_) == Status::applied);
    }
    const SessionHandle first = arrive(0);
    now_ += history.handling;
    REQUIRE(router_.complete(first, now_) == Status::applied);
    for (int i = 0; i < history.agents; ++i) arrive(0);
    if (history.loss > Duration{0}) {
      const SessionHandle loser = arrive(0);
      now_ += history.loss;
      REQUIRE(router_.cancel(loser, now_) == Status::applied);
    }
    for (int i = 0; i < history.waiting; ++i) arrive(0);
  }
  SessionHandle arrive(Priority priority) {
    const auto arrival = router_.arrive({.priority = priority, .group = line}, now_);
    REQUIRE(arrival.status == Status::applied);
    return arrival.session;
  }
  [[nodiscard]] std::optional<Duration> expected(Priority priority = 0) const {
    return router_.expected_wait(line, priority);
  }

 private:
  Router router_;
  Instant now_ = earliest + std::chrono::hours{1};
};

using Real = long double;

Real real(Duration duration) { return static_cast<Real>(duration.count()); }

/// Of the next in line, as docs/guide/expected_wait.md has it.
Real closed_form(const History& history) {
  const Real gap = real(history.handling) / history.agents;
  const Real wait = (history.waiting + 1) * gap;
  if (history.loss == Duration{0}) return wait;
  const Real loss = real(history.loss);
  return loss * std::log1p(2 * wait / (2 * loss + gap));
}

Real sum_of_stages(const History& history) {
  const Real answers = history.agents / real(history.handling);
  const Real losses = 1 / real(history.loss);
  Real sum = 0;
  for (int i = 1; i <= history.waiting + 1; ++i) sum += 1 / (answers + i * losses);
  return sum;
}

Real relative_error(Duration got, Real wanted) { return std::abs(real(got) / wanted - 1); }

class Draw {
 public:
  explicit Draw(std::uint64_t seed) : random_{seed} {}
  /// 10 to a power between the two.
  std::int64_t power(double low, double high) {
    return static_cast<std::int64_t>(std::pow(10.0, low + random_.uniform() * (high - low)));
  }

 private:
  Random random_;
};

}  // namespace

TEST_CASE("nothing is expected where nothing is known, nobody is ready or nobody counts") {
  Blueprint blueprint = counted_line(1);
  blueprint.add(SkillGroup{.name = "uncounted"});
  Desk desk{blueprint};
  CHECK_FALSE(desk.router().expected_wait(line, 0));  // nobody is ready
  desk.ready("agent 0");
  CHECK_FALSE(desk.router().expected_wait(line, 0));  // nothing is known
  const SessionHandle call = desk.arrive({.group = line});
  desk.pass(seconds{60});
  desk.complete(call);
  CHECK(desk.router().expected_wait(line, 0) == seconds{60});
  CHECK_FALSE(desk.router().expected_wait(GroupId{1}, 0));
  CHECK_FALSE(desk.router().expected_wait(GroupId{2}, 0));
  CHECK_FALSE(desk.router().expected_wait(GroupId{}, 0));
  desk.not_ready("agent 0");
  CHECK_FALSE(desk.router().expected_wait(line, 0));
}

TEST_CASE("before the first answer a handling time is shared by those who are ready") {
  const Past past{{.agents = 4, .handling = seconds{60}, .waiting = 2}};
  CHECK(past.expected() == seconds{45});
}

TEST_CASE("only those of at least the same priority stand before one") {
  Past past{{.agents = 1, .handling = seconds{10}, .waiting = 2}};
  past.arrive(3);
  CHECK(past.expected(4) == seconds{10});
  CHECK(past.expected(3) == seconds{20});
  CHECK(past.expected(1) == seconds{20});
  CHECK(past.expected(0) == seconds{40});
}

TEST_CASE("answers count agents' time while somebody waits, beside four handling times") {
  Desk desk{counted_line(2)};
  desk.ready({"agent 0", "agent 1"});
  const SessionHandle first = desk.arrive({.group = line});
  desk.arrive({.group = line});
  desk.pass(seconds{50});
  desk.arrive({.group = line});  // waits
  desk.pass(seconds{10});
  desk.complete(first);  // 60 s of handling, 20 s of work: (240 + 20) / 5
  CHECK(desk.router().expected_wait(line, 0) == seconds{26});
}

TEST_CASE("the closed form agrees with floating point within 0.3 percent") {
  Draw draw{4};
  Real worst = 0;
  for (int i = 0; i < 400; ++i) {
    const History history{.agents = static_cast<int>(draw.power(0, 2)),
                          .handling = microseconds{draw.power(6, 11)},
                          .loss = microseconds{draw.power(6, 14)},
                          .waiting = static_cast<int>(draw.power(0, 3.5)) - 1};
    const Real wanted = closed_form(history);
    if (wanted < 1e6L || wanted > 1e14L) continue;  // below a second it is rounded
    const std::optional<Duration> got = Past{history}.expected();
    REQUIRE(got);
    INFO("agents " << history.agents << " handling " << history.handling.count() << " loss "
                   << history.loss.count() << " waiting " << history.waiting);
    CHECK(relative_error(*got, wanted) < 0.003L);
    worst = std::max(worst, relative_error(*got, wanted));
  }
  CHECK(worst > 0);  // something was compared
}

TEST_CASE("the closed form agrees with the sum of stages") {
  Draw draw{5};
  for (int i = 0; i < 400; ++i) {
    const History history{.agents = static_cast<int>(draw.power(0, 2)),
                          .handling = microseconds{draw.power(7, 9.5)},
                          .loss = microseconds{draw.power(7, 11)},
                          .waiting = static_cast<int>(draw.power(0, 3)) - 1};
    const Real gap = real(history.handling) / history.agents;
    const Real gaps = real(history.loss) / gap;
    if (gaps < 1 || gap < 1e5L) continue;
    const std::optional<Duration> got = Past{history}.expected();
    REQUIRE(got);
    INFO("agents " << history.agents << " handling " << history.handling.count() << " loss "
                   << history.loss.count() << " waiting " << history.waiting);
    CHECK(relative_error(*got, sum_of_stages(history)) < (gaps < 4 ? 0.03L : 0.01L));
  }
}
