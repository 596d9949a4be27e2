// Expected wait and the plain formulas beside it: by hand on a small day, and measured in
// simulated groups.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "forecast_errors.hpp"
#include "log_trial.hpp"
#include "program.hpp"
#include "replay.hpp"
#include "simulated_group.hpp"
#include "support/catch.hpp"

using namespace acdsim;
using acdsim_test::Run;
using acdsim_test::run_acdsim;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

acd::Instant at(int second) { return acd::Instant{seconds{second}}; }

/// One group, and Ann.
struct Desk {
  acd::Blueprint blueprint{};
  ReplayDay day{};

  Desk() {
    blueprint.add(acd::Channel{"phone"});
    blueprint.add(acd::SkillGroup{.name = "desk", .forecast = acd::Forecast::counted});
    blueprint.add(acd::Agent{.name = "ann", .memberships = {{.group = acd::GroupId{0}}}});
    day.shifts.push_back({0, at(0), at(10'000)});
  }
  void call(int arrival_s, int patience_s, int service_s) {
    day.calls.push_back({.arrival = at(arrival_s),
                         .id = day.calls.size() + 1,
                         .group = acd::GroupId{0},
                         .plan = {seconds{patience_s}, seconds{service_s}}});
  }
  [[nodiscard]] std::vector<ForecastCase> play() const {
    acd::Router router{acd::CompiledPlan::compile(blueprint).plan.value()};
    ForecastTrial trial{router};
    Replay replay{day, router, nullptr};
    replay.put_to_the_test(trial);
    while (replay.step()) {
    }
    replay.close();
    return trial.cases();
  }
};

/// Four callers: the first is answered at once, the second has nobody's past to go by but his,
/// the third and fourth come while Ann talks to the second; the fourth gives up.
Desk four_callers() {
  Desk desk;
  desk.call(10, 500, 60);
  desk.call(20, 500, 30);
  desk.call(80, 500, 10);
  desk.call(90, 5, 10);
  return desk;
}

const ForecastErrors& errors_of(const ForecastSummary& summary, Estimator estimator) {
  return summary.errors[static_cast<std::size_t>(estimator)];
}

std::vector<ForecastCase> played(const SimulatedGroup& group) {
  const ReplayDay day = day_of(group);
  acd::Router router{acd::CompiledPlan::compile(blueprint_of(group)).plan.value()};
  ForecastTrial trial{router};
  Replay replay{day, router, nullptr};
  replay.put_to_the_test(trial);
  while (replay.step()) {
  }
  return trial.cases();
}

ForecastSummary simulated(const SimulatedGroup& group) { return summarise(played(group), {}); }

void check_the_router_is_nearest(const ForecastSummary& summary) {
  const ForecastErrors& own = errors_of(summary, Estimator::expected_wait);
  for (const ForecastErrors& other : summary.errors) {
    INFO(other.name);
    CHECK((&other == &own || own.mean_absolute_s < other.mean_absolute_s));
    CHECK((&other == &own || own.root_mean_square_s < other.root_mean_square_s));
  }
}

}  // namespace

TEST_CASE("the plain formulas say what their definitions say") {
  WaitFormulas past;
  const Estimates nothing = past.estimates(3, 2);
  for (const Estimator estimator : estimators) CHECK_FALSE(nothing[estimator]);

  past.talked(seconds{60});
  past.wraps_up(seconds{20});
  past.talked(seconds{40});
  past.answered(seconds{0});
  past.answered(seconds{16});
  const Estimates few = past.estimates(3, 2);
  CHECK(few[Estimator::handle_time] == seconds{90});  // 3 * 60 / 2
  CHECK(few[Estimator::ten_answered] == seconds{8});
  CHECK(few[Estimator::ten_waited] == seconds{16});
  CHECK(few[Estimator::hold_time] == seconds{4});
  CHECK(few[Estimator::last_to_enter] == seconds{16});
  CHECK_FALSE(past.estimates(3, 0)[Estimator::handle_time]);

  for (int i = 0; i < 10; ++i) past.answered(seconds{30});
  past.answered(seconds{0});
  CHECK(past.estimates(1, 1)[Estimator::ten_answered] == seconds{27});
  CHECK(past.estimates(1, 1)[Estimator::ten_waited] == seconds{30});
  CHECK(past.estimates(1, 1)[Estimator::last_to_enter] == seconds{30});
}

TEST_CASE("a caller who begins to wait is a case, one who is answered at once is not") {
  const auto cases = four_callers().play();
  REQUIRE(cases.size() == 3);
  CHECK(cases[0].end == ForecastCase::End::answered);
  CHECK(cases[0].wait == seconds{50});
  CHECK(cases[1].end == ForecastCase::End::answered);
  CHECK(cases[1].wait == seconds{20});
  CHECK(cases[2].end == ForecastCase::End::gave_up);
  CHECK(cases[2].wait == seconds{5});
  CHECK(cases[2].place == 2);
  CHECK(cases[2].ready == 1);
}

TEST_CASE("a call that is offered at once does not begin to wait") {
  Desk desk;
  desk.blueprint.add(acd::OfferRule{.name = "ask", .mode = acd::OfferMode::offer});
  desk.call(10, 500, 60);
  desk.call(20, 500, 60);
  CHECK(desk.play().size() == 1);
}

TEST_CASE("each estimator is asked just before the caller arrives") {
  const auto cases = four_callers().play();
  REQUIRE(cases.size() == 3);
  // The second caller: nobody's talk has ended, nobody waited before.
  CHECK_FALSE(cases[0].said[Estimator::expected_wait]);
  CHECK_FALSE(cases[0].said[Estimator::handle_time]);
  CHECK(cases[0].said[Estimator::ten_answered] == seconds{0});
  CHECK_FALSE(cases[0].said[Estimator::ten_waited]);
  CHECK(cases[0].said[Estimator::hold_time] == seconds{0});
  CHECK_FALSE(cases[0].said[Estimator::last_to_enter]);
  // The third: answers are four times the 60 s of the first talk, then the 50 s of agent's time
  // that passed until the second was answered: 290 s / 5. Nobody gave up yet.
  CHECK(cases[1].said[Estimator::expected_wait] == seconds{58});
  CHECK(cases[1].said[Estimator::handle_time] == seconds{60});
  CHECK(cases[1].said[Estimator::ten_answered] == seconds{25});
  CHECK(cases[1].said[Estimator::ten_waited] == seconds{50});
  CHECK(cases[1].said[Estimator::hold_time] == milliseconds{12'500});
  CHECK(cases[1].said[Estimator::last_to_enter] == seconds{50});
  // The fourth, behind the third.
  CHECK(cases[2].said[Estimator::expected_wait] == seconds{116});
  CHECK(cases[2].said[Estimator::handle_time] == seconds{120});
  CHECK(cases[2].said[Estimator::ten_answered] == seconds{25});
}

TEST_CASE("errors are of the answered for whom every estimator had something to say") {
  const ForecastSummary summary =
      summarise(four_callers().play(), {{"a minute", [](const ForecastCase&) { return 60.0; }}});
  CHECK(summary.cases == 3);
  CHECK(summary.answered == 1);
  CHECK(summary.gave_up == 1);
  CHECK(summary.mean_wait_s == 20.0);
  const ForecastErrors& own = errors_of(summary, Estimator::expected_wait);
  CHECK(own.mean_absolute_s == 38.0);
  CHECK(own.root_mean_square_s == 38.0);
  CHECK(own.bias_s == 38.0);
  CHECK(own.outwaited == 0.0);
  CHECK(own.silent == 1);
  CHECK(errors_of(summary, Estimator::hold_time).mean_absolute_s == 7.5);
  CHECK(errors_of(summary, Estimator::hold_time).bias_s == -7.5);
  CHECK(errors_of(summary, Estimator::hold_time).silent == 0);
  REQUIRE(summary.errors.size() == estimators.size() + 2);
  CHECK(summary.errors[estimators.size()].bias_s == 40.0);
  CHECK(summary.errors.back().bias_s == 0.0);
}

TEST_CASE("mean absolute and squared errors, and who waited longer than told") {
  ForecastCase told_30;
  for (const Estimator estimator : estimators) told_30.said[estimator] = seconds{30};
  std::vector<ForecastCase> cases(5, told_30);
  cases[0].end = cases[1].end = ForecastCase::End::answered;
  cases[0].wait = seconds{31};
  cases[1].wait = seconds{23};
  cases[2].end = cases[3].end = ForecastCase::End::gave_up;
  cases[2].wait = seconds{31};
  cases[3].wait = seconds{30};
  cases[4].end = ForecastCase::End::other;
  const ForecastSummary summary = summarise(cases, {});
  CHECK(summary.mean_wait_s == 27.0);
  for (const Estimator estimator : estimators) {
    CHECK(errors_of(summary, estimator).mean_absolute_s == 4.0);
    CHECK(errors_of(summary, estimator).root_mean_square_s == 5.0);
    CHECK(errors_of(summary, estimator).bias_s == 3.0);
    CHECK(errors_of(summary, estimator).outwaited == 0.5);
  }
}

TEST_CASE("without cases there are no errors") {
  const ForecastSummary summary = summarise({}, {});
  CHECK(summary.answered == 0);
  CHECK(summary.errors.back().mean_absolute_s == 0.0);
  CHECK_FALSE(summary.errors.back().outwaited);
}

TEST_CASE("in a simulated group the router's expected wait is nearest, and hardly biased") {
  for (const std::uint32_t load : {90U, 100U, 110U}) {
    const ForecastSummary summary = simulated({.load_percent = load, .hours = 100});
    check_the_router_is_nearest(summary);
    const ForecastErrors& own = errors_of(summary, Estimator::expected_wait);
    CHECK(std::abs(own.bias_s) < 0.03 * summary.mean_wait_s);
  }
}

TEST_CASE("when half of the agents leave the router's expected wait is nearest") {
  check_the_router_is_nearest(simulated(
      {.agents = 20, .load_percent = 85, .hours = 100, .patience = minutes{15}, .away = 10}));
}

TEST_CASE("what a replay did, read as a log, makes the same cases") {
  const SimulatedGroup group{.agents = 5, .load_percent = 90, .hours = 30, .away = 2};
  ReplayInput input{.plan = acd::CompiledPlan::compile(blueprint_of(group)).plan.value()};
  input.day = day_of(group);
  acd::Router router{input.plan};
  ForecastTrial trial{router};
  Replay replay{input.day, router, nullptr};
  replay.put_to_the_test(trial);
  while (replay.step()) {
  }
  input.log.calls = replay.calls().records();
  for (const ReplayShift& shift : input.day.shifts) {
    input.log.signed_in.push_back({shift.agent, shift.begin, shift.end});
  }
  const std::vector<ForecastCase> cases = forecasts_of_log(input);
  REQUIRE(cases.size() > 500);
  REQUIRE(cases.size() == trial.cases().size());
  for (std::size_t i = 0; i < cases.size(); ++i) {
    INFO("case " << i);
    const ForecastCase& played = trial.cases()[i];
    CHECK(cases[i].end == played.end);
    CHECK(cases[i].wait == played.wait);
    CHECK(cases[i].place == played.place);
    CHECK(cases[i].ready == played.ready);
    for (const Estimator each : estimators) CHECK(cases[i].said[each] == played.said[each]);
  }
}

TEST_CASE("of the first who wait in a group that has just opened the router's is nearest too") {
  std::vector<ForecastCase> first;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    const auto cases = played({.load_percent = 110, .hours = 2, .seed = seed});
    first.insert(first.end(), cases.begin(),
                 cases.begin() + std::min<std::ptrdiff_t>(10, std::ssize(cases)));
  }
  check_the_router_is_nearest(summarise(first, {}));
}

TEST_CASE("agents who are away come and go as they should") {
  const ReplayDay day = day_of({.agents = 2, .hours = 16, .away = 1});
  REQUIRE(day.shifts.size() > 3);
  using std::chrono::hours;
  CHECK(day.shifts[0].end - day.shifts[0].begin == hours{3});
  CHECK(day.shifts[1].begin - day.shifts[0].end == hours{2});
  CHECK(day.shifts[1].end - day.shifts[1].begin == hours{6});
  CHECK(day.shifts.back().agent == 1);
  CHECK(day.shifts.back().end - day.shifts.back().begin == hours{40});
}

TEST_CASE("acdsim forecast prints its golden report") {
  const Run run = run_acdsim("forecast --hours 20 --agents 5 --away 2 --load 90");
  CHECK(run.exit_code == 0);
  CHECK(acdsim_test::golden("forecast.out", run.out) == run.out);
}

TEST_CASE("what acdsim forecast cannot simulate is wrong usage") {
  CHECK(run_acdsim("forecast --agents 0").exit_code == 64);
  const Run run = run_acdsim("forecast --handle-time soon");
  CHECK(run.exit_code == 64);
  CHECK(run.err == "acdsim: --handle-time: \"soon\" is not a duration up to a day, such as 180s\n");
}

TEST_CASE("asking for expected waits adds tables to the surge day, and changes nothing else") {
  const std::string file = acdsim_test::examples_directory() + "/surge_day/replay.toml --quiet";
  const std::string plain = run_acdsim("replay " + file).out;
  const Run run = run_acdsim("replay " + file + " --forecast");
  CHECK(run.exit_code == 0);
  const std::size_t begin = run.out.find("\nExpected wait in the replay\n");
  const std::size_t end = run.out.find("\nEvery call accounted for\n");
  REQUIRE(begin < end);
  const std::string table = run.out.substr(begin, end - begin);
  CHECK(acdsim_test::golden("surge_day_forecast.out", table) == table);
  CHECK((run.out.substr(0, begin) + run.out.substr(end) == plain));
}
