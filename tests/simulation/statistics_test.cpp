// How a day is counted: by whom, in which interval, why it overflowed.
#include <string>
#include <vector>

#include "acd/simulation/simulation.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;

struct Call {
  Duration after{};
  Duration service{};
  Duration patience = longest;
  std::uint64_t customer = 0;
};

/// Two groups with an agent each, two hours, calls to the first group as they are written down.
struct Day {
  Scenario scenario{};
  GroupId reserve{};
  GroupId first{};

  explicit Day(const std::vector<Call>& calls) {
    Blueprint& blueprint = scenario.blueprint;
    blueprint.add(Channel{.name = "voice"});
    reserve = blueprint.add(SkillGroup{.name = "reserve"});
    first = blueprint.add(SkillGroup{.name = "first"});
    blueprint.add(Agent{.name = "ann", .memberships = {{.group = first}}});
    blueprint.add(Agent{.name = "bob", .memberships = {{.group = reserve}}});
    scenario.end = scenario.begin + 2h;
    scenario.interval = 1h;
    scenario.staff = {{0, scenario.begin, scenario.end}, {1, scenario.begin, scenario.end}};
    Demand demand{.name = "calls", .service = constant_time(1min)};
    demand.arrive = {.kind = CommandKind::arrive, .group = first};
    for (const Call& call : calls) {
      demand.recorded.push_back({.at = scenario.begin + call.after,
                                 .customer = call.customer,
                                 .service = call.service,
                                 .patience = call.patience});
    }
    scenario.demands.push_back(demand);
  }

  SkillGroup& group(GroupId id) { return scenario.blueprint.groups[id.index()]; }

  [[nodiscard]] Statistics play() const {
    const CompiledPlan::Result compiled = CompiledPlan::compile(scenario.blueprint);
    REQUIRE(compiled.plan);
    REQUIRE_FALSE(any_error(check(scenario)));
    return Simulation{scenario, *compiled.plan}.run(1, 0).statistics;
  }
};

TEST_CASE("a session that a rule moved is a flow, with the rule's cause") {
  Day day{{{0s, 10min}, {60s, 5min}, {61s, 5min}}};
  day.group(day.first).overflow = {
      {.name = "wider", .when = waited(60s), .targets = {to_group(day.reserve)}}};
  const Statistics statistics = day.play();
  CHECK(statistics.flows == std::vector<Flow>{{day.first, day.reserve, Cause::too_slow, 2}});
  CHECK(statistics.by_group[day.reserve.index()].served == 2);
  Statistics twice = statistics;
  twice.add(statistics);
  CHECK(twice.flows == std::vector<Flow>{{day.first, day.reserve, Cause::too_slow, 4}});
}

TEST_CASE("a rule that moves nobody makes no flow") {
  Day day{{{0s, 10min}, {60s, 5min}, {90s, 5min}}};
  day.group(day.first).overflow = {{.name = "urgent", .when = waited(20s), .raise_priority = 1}};
  CHECK(day.play().flows.empty());
}

TEST_CASE("a session that also waits elsewhere and is served there is a flow") {
  Day day{{{0s, 10min}, {60s, 5min}}};
  day.group(day.first).overflow = {{.name = "both", .when = waited(30s), .also_in = {day.reserve}}};
  CHECK(day.play().flows == std::vector<Flow>{{day.first, day.reserve, Cause::too_slow, 1}});
}

TEST_CASE("a session counts in the interval of its arrival, or of its end") {
  Day day{{{50min, 20min}, {55min, 5min, 10min}}};  // ends at 70; gives up at 65
  const ServiceCounts none{};
  const Statistics by_arrival = day.play();
  const auto& arrived = by_arrival.by_interval[day.first.index()];
  CHECK(arrived[0].served == 1);
  CHECK(arrived[0].abandoned == 1);
  CHECK(arrived[1] == none);
  day.scenario.attribution = Attribution::end;
  const Statistics by_end = day.play();
  const auto& ended = by_end.by_interval[day.first.index()];
  CHECK(ended[0] == none);
  CHECK(ended[1] == arrived[0]);
  CHECK(by_end.total == by_arrival.total);
}

TEST_CASE("what ends after the last interval, or never, counts in it") {
  Day day{{{110min, 30min}}};
  day.scenario.attribution = Attribution::end;
  CHECK(day.play().by_interval[day.first.index()][1].served == 1);
  day.scenario.staff[0].end = day.scenario.begin + 1min;
  CHECK(day.play().by_interval[day.first.index()][1].left_waiting == 1);
}

TEST_CASE("waits are counted against every threshold, their own included") {
  Day day{{{0s, 3min}, {60s, 1min}, {70s, 1min, 10s}}};  // waits 0, 120 s, gives up after 10 s
  day.scenario.thresholds = {10s, 2min, 10min};
  const std::vector<WithinCounts> expected{{1, 1}, {2, 1}, {2, 1}};
  CHECK(day.play().within[day.first.index()] == expected);
}

TEST_CASE("the longest queue is the most who waited at once") {
  const Day day{{{0s, 10min}, {60s, 1min}, {70s, 1min}, {80s, 1min, 30s}, {300s, 1min}}};
  const Statistics statistics = day.play();
  CHECK(statistics.queue_longest[day.first.index()] == 3);
  CHECK(statistics.queue_longest[day.reserve.index()] == 0);
}

TEST_CASE("agents' time is cut at the intervals") {
  const Day day{{{50min, 20min}}};
  const Statistics statistics = day.play();
  const auto of = [](Duration signed_in, Duration ready, Duration busy) {
    return StaffTimes{signed_in.count(), ready.count(), busy.count()};
  };
  CHECK(statistics.staff_by_interval ==
        std::vector<StaffTimes>{of(2h, 110min, 10min), of(2h, 110min, 10min)});
  CHECK(statistics.agents[0].busy_us == Duration{20min}.count());
}

TEST_CASE("an agent with two chats is busy once") {
  Day day{{{0s, 10min}, {5min, 10min}}};
  day.scenario.blueprint.agents[0].capacity = day.scenario.blueprint.add(CapacityRule{
      .name = "two", .units = 2, .channels = {{.channel = ChannelId{0}, .sessions_max = 2}}});
  const AgentTimes ann = day.play().agents[0];
  CHECK(ann.serving_us == Duration{20min}.count());
  CHECK(ann.busy_us == Duration{15min}.count());
  CHECK(ann.ready_us == Duration{105min}.count());
}

TEST_CASE("a customer who is served again meets the same agent or another") {
  Day day{{{0s, 1min, longest, 7}, {10min, 1min, longest, 7}, {20min, 1min, longest, 8}}};
  const Statistics same = day.play();
  CHECK(same.total.known == 1);
  CHECK(same.total.met_again == 1);
  day.scenario.staff[0].end = day.scenario.begin + 5min;
  day.scenario.blueprint.agents[1].memberships.push_back({.group = day.first});
  day.scenario.staff[1].begin = day.scenario.begin + 5min;
  const Statistics other = day.play();
  CHECK(other.total.known == 1);
  CHECK(other.total.met_again == 0);
}

TEST_CASE("tickets that fell due before their end are counted") {
  Day day{{{0s, 10min}, {1min, 1min}, {30min, 1min}}};
  day.group(day.first).tickets = TicketRule{.due_in = 5min};
  const Statistics statistics = day.play();
  CHECK(statistics.total.due == 3);
  CHECK(statistics.total.fell_due == 2);  // ten minutes of service; nine of waiting
}

}  // namespace
}  // namespace acd::test
