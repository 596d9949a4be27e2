// What customers do in menus, with bots and afterwards; sites that go dark; hosts that lose or
// repeat what they have to say.
#include <chrono>
#include <cmath>
#include <cstdint>
#include <string>

#include "acd/config/compiled_plan.hpp"
#include "acd/simulation/simulation.hpp"
#include "acd/time_plan/everyday_plan.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;

constexpr std::uint32_t ann = 0;

/// One group of `agents` of one team, who work an hour longer than anybody calls.
struct Centre {
  Scenario scenario{};
  GroupId desk{};
  TeamId wuhan{};

  explicit Centre(std::uint32_t agents) {
    Blueprint& blueprint = scenario.blueprint;
    blueprint.add(Channel{.name = "voice"});
    wuhan = blueprint.add(Team{.name = "wuhan"});
    desk = blueprint.add(SkillGroup{.name = "desk"});
    scenario.end = scenario.begin + 8h;
    for (std::uint32_t i = 0; i < agents; ++i) {
      blueprint.add(
          Agent{.name = std::to_string(i), .memberships = {{.group = desk}}, .team = wuhan});
      scenario.staff.push_back({i, scenario.begin, scenario.end + 1h});
    }
  }
  /// One who comes at each of these times, takes a minute, and never gives up.
  Demand& calls(const std::vector<Duration>& after) {
    Demand demand{.name = "calls", .service = constant_time(1min)};
    demand.arrive = {.kind = CommandKind::arrive, .group = desk};
    for (const Duration each : after) demand.recorded.push_back({.at = scenario.begin + each});
    scenario.demands.push_back(demand);
    return scenario.demands.back();
  }
  /// So many an hour.
  Demand& stream_of_calls(double per_hour) {
    Demand& demand = calls({});
    demand.rates = {{scenario.begin, per_hour}};
    return demand;
  }
  /// They come through an entry whose only rule has this target.
  void through(Demand& demand, const Target& target) {
    Entry entry{.name = "door"};
    entry.rules = {{.name = "all", .on_duty = {.target = target}}};
    demand.arrive.entry = scenario.blueprint.add(entry);
    demand.arrive.group = GroupId::none();
    demand.arrive.channel = ChannelId{0};
  }
  [[nodiscard]] Statistics day(std::uint64_t replication = 0) const {
    const CompiledPlan::Result compiled = CompiledPlan::compile(scenario.blueprint);
    REQUIRE(compiled.plan);
    REQUIRE(check(scenario).empty());
    return Simulation{scenario, *compiled.plan}.run(1, replication).statistics;
  }
};

double mean_wait_seconds(const ServiceCounts& counts) {
  return static_cast<double>(counts.wait_served.sum_us) / 1e6 / static_cast<double>(counts.served);
}

/// A menu with a key for the desk and one for another group.
GroupId add_menu(Centre& centre, Demand& demand) {
  Blueprint& blueprint = centre.scenario.blueprint;
  const GroupId other = blueprint.add(SkillGroup{.name = "other"});
  const MenuNodeId root = blueprint.add(MenuNode{.name = "root"});
  blueprint.add(MenuNode{
      .name = "one", .parent = root, .key = 1, .on_duty = {.target = to_group(centre.desk)}});
  blueprint.add(
      MenuNode{.name = "two", .parent = root, .key = 2, .on_duty = {.target = to_group(other)}});
  centre.through(demand, to_menu(root));
  for (Agent& agent : blueprint.agents) agent.memberships.push_back({.group = other});
  return other;
}

TEST_CASE("in a menu customers press keys by their weights, each after its time") {
  Centre centre{40};
  Demand& demand = centre.stream_of_calls(1000);
  const GroupId other = add_menu(centre, demand);
  demand.keys = {{.key = 1, .weight = 3}, {.key = 2, .weight = 1}};
  demand.key_after = constant_time(7s);
  demand.patience = constant_time(3s);
  const Statistics day = centre.day();
  const auto at_desk = static_cast<double>(day.by_group[centre.desk.index()].served);
  const auto at_other = static_cast<double>(day.by_group[other.index()].served);
  const double all = at_desk + at_other;
  REQUIRE(all > 7000);
  CHECK(std::abs(at_desk / all - 0.75) < 4 * std::sqrt(0.75 * 0.25 / all));
  // Nobody is impatient in a menu: patience begins with waiting.
  CHECK(day.total.abandoned == 0);
  CHECK(mean_wait_seconds(day.total) == Approx(7.0));
}

TEST_CASE("a key that the menu has not is not pressed") {
  Centre centre{5};
  Demand& demand = centre.calls({1min, 2min, 3min});
  const GroupId other = add_menu(centre, demand);
  demand.keys = {{.key = 9, .weight = 5}, {.key = 2, .weight = 1}};
  CHECK(centre.day().by_group[other.index()].served == 3);
}

TEST_CASE("a bot solves its share, hands over the rest, and patience begins there") {
  Centre centre{200};
  Demand& demand = centre.stream_of_calls(1000);
  const BotId bot = centre.scenario.blueprint.add(Bot{.name = "helper"});
  centre.through(demand, to_bot(bot));
  centre.scenario.blueprint.entries[0].rules.push_back(
      {.name = "people", .on_duty = {.target = to_group(centre.desk)}});
  demand.bots = {{.bot = bot, .stay = constant_time(90s), .solved = 0.4}};
  demand.patience = constant_time(1s);
  const ServiceCounts total = centre.day().total;
  const auto offered = static_cast<double>(total.offered);
  REQUIRE(total.offered == total.served + total.by_bot);
  CHECK(std::abs(static_cast<double>(total.by_bot) / offered - 0.4) <
        4 * std::sqrt(0.4 * 0.6 / offered));
  CHECK(mean_wait_seconds(total) == Approx(90.0));
}

TEST_CASE("an outside pool takes as many as its quota, and the others wait at home") {
  Centre centre{1};
  Demand& demand = centre.calls({1s, 2s, 3s, 4s});
  const BotId pool = centre.scenario.blueprint.add(Bot{.name = "pool", .sessions_max = 2});
  centre.through(demand, to_bot(pool));
  centre.scenario.blueprint.entries[0].rules.push_back(
      {.name = "people", .on_duty = {.target = to_group(centre.desk)}});
  demand.bots = {{.stay = constant_time(5min), .solved = 1}};
  const ServiceCounts total = centre.day().total;
  CHECK(total.by_bot == 2);
  CHECK(total.served == 2);
}

TEST_CASE("nobody gives up while a bot or an outside pool talks to him") {
  Centre centre{0};
  const BotId pool = centre.scenario.blueprint.add(Bot{.name = "pool"});
  centre.scenario.blueprint.groups[0].overflow = {
      {.name = "to the pool", .when = waited(30s), .targets = {to_bot(pool)}}};
  Demand& demand = centre.calls({1min, 2min, 3min});
  demand.patience = constant_time(50s);
  demand.bots = {{.bot = pool, .stay = constant_time(10min), .solved = 1}};
  const ServiceCounts total = centre.day().total;
  CHECK(total.by_bot == 3);
  CHECK(total.abandoned == 0);
}

TEST_CASE("who is called back has hung up, and does not give up") {
  Centre centre{1};
  Blueprint& blueprint = centre.scenario.blueprint;
  const ChannelId callback = blueprint.add(Channel{.name = "callback"});
  const GroupId later = blueprint.add(SkillGroup{.name = "later"});
  blueprint.groups[later.index()].callbacks = CallbackRule{.channel = callback};
  blueprint.agents[ann].memberships.push_back({.group = later});
  blueprint.groups[0].overflow = {
      {.name = "call back", .when = waited(30s), .targets = {ask_callback(later)}}};
  Demand& demand = centre.calls({1min, 2min, 3min});
  demand.service = constant_time(1h);
  demand.patience = constant_time(50s);
  const Statistics day = centre.day();
  CHECK(day.total.abandoned == 0);
  CHECK(day.by_group[later.index()].served == 2);
}

TEST_CASE("who leaves a message comes again as a ticket, by its share and after its time") {
  Centre centre{50};
  Demand& demand = centre.stream_of_calls(500);
  centre.through(demand, leave_message());
  Demand tickets{.name = "tickets", .service = constant_time(1min)};
  tickets.arrive = {.kind = CommandKind::arrive, .group = centre.desk};
  centre.scenario.demands.push_back(tickets);
  centre.scenario.demands[0].follow_ups = {{.after_end = Cause::message,
                                            .demand = 1,
                                            .probability = 0.8,
                                            .after = constant_time(10min)}};
  const Statistics day = centre.day();
  const auto messages = static_cast<double>(day.by_demand[0].elsewhere);
  REQUIRE(messages > 3000);
  // Those of the last ten minutes come after the end, and do not count.
  const double expected = 0.8 * messages * (8 * 60 - 10) / (8 * 60);
  CHECK(std::abs(static_cast<double>(day.by_demand[1].served) - expected) <
        4 * std::sqrt(messages * 0.2));
  CHECK(day.by_demand[1].redials == 0);
}

// --- outages --------------------------------------------------------------------------

TEST_CASE("calls of a site that goes dark wait again, and are served when it is back") {
  Centre centre{1};
  centre.calls({10min});
  const Instant dark = centre.scenario.begin + 10min + 30s;
  centre.scenario.outages = {{.team = centre.wuhan, .begin = dark, .end = dark + 20min}};
  const Statistics day = centre.day();
  CHECK(day.total.served == 1);
  // Half a minute at first, a whole service later.
  CHECK(day.agents[ann].serving_us == 90'000'000);
  CHECK(day.agents[ann].signed_in_us == (8h - 20min) / 1us);
}

TEST_CASE("customers who are cut off by an outage are lost, or call again") {
  Centre centre{1};
  Demand& demand = centre.calls({10min});
  const Instant dark = centre.scenario.begin + 10min + 30s;
  centre.scenario.outages = {
      {.team = centre.wuhan, .begin = dark, .end = dark + 20min, .calls = LostCalls::cut}};
  Statistics day = centre.day();
  CHECK(day.total.served == 0);
  CHECK(day.total.abandoned == 1);
  demand.redial = Redial{.probability = 1, .after = constant_time(5min)};
  day = centre.day();
  CHECK(day.total.abandoned == 1);
  CHECK(day.total.redials == 1);
  CHECK(day.total.served == 1);
}

TEST_CASE("whose shift ends in the dark does not come back, and whose begins there comes after") {
  Centre centre{2};
  Scenario& scenario = centre.scenario;
  scenario.staff = {{0, scenario.begin, scenario.begin + 2h},
                    {1, scenario.begin + 2h, scenario.begin + 6h}};
  centre.calls({1min});
  scenario.outages = {
      {.team = centre.wuhan, .begin = scenario.begin + 1h, .end = scenario.begin + 3h}};
  const Statistics day = centre.day();
  CHECK(day.agents[0].signed_in_us == 1h / 1us);
  CHECK(day.agents[1].signed_in_us == 3h / 1us);
}

TEST_CASE("agents whom the router signs in by their shift come and go with an outage, too") {
  Centre centre{1};
  Scenario& scenario = centre.scenario;
  scenario.staff.clear();
  Blueprint& blueprint = scenario.blueprint;
  EverydayPlan day_shift{.name = "day", .zone = blueprint.add(ZoneRules{.name = "UTC"})};
  day_shift.weekly.fill({{.start = 1h, .end = 7h}});
  blueprint.agents[0].shift = blueprint.add(time_plan(day_shift));
  blueprint.timetables_from = scenario.begin;
  blueprint.timetables_until = scenario.begin + 48h;
  centre.calls({1min});
  scenario.outages = {
      {.team = centre.wuhan, .begin = scenario.begin + 30min, .end = scenario.begin + 2h}};
  const Statistics day = centre.day();
  CHECK(day.agents[0].signed_in_us == 5h / 1us);
  CHECK(day.total.served == 1);
}

/// One who works by a shift of the blueprint, from one to seven.
TimePlanId add_day_shift(Scenario& scenario) {
  Blueprint& blueprint = scenario.blueprint;
  EverydayPlan day_shift{.name = "day", .zone = blueprint.add(ZoneRules{.name = "UTC"})};
  day_shift.weekly.fill({{.start = 1h, .end = 7h}});
  blueprint.timetables_from = scenario.begin;
  blueprint.timetables_until = scenario.begin + 48h;
  return blueprint.add(time_plan(day_shift));
}

TEST_CASE("who is absent does not come, whether a stretch or a shift would bring him") {
  constexpr std::uint32_t agents = 40;
  Centre by_stretch{agents};
  by_stretch.calls({2h});
  by_stretch.scenario.habits.absence = 0.3;
  Centre by_shift = by_stretch;
  by_shift.scenario.staff.clear();
  const TimePlanId shift = add_day_shift(by_shift.scenario);
  for (Agent& agent : by_shift.scenario.blueprint.agents) agent.shift = shift;
  // A site that is dark for a while brings nobody who is absent.
  by_shift.scenario.outages = {{.team = by_shift.wuhan,
                                .begin = by_shift.scenario.begin + 4h,
                                .end = by_shift.scenario.begin + 5h}};
  std::size_t absent = 0;
  for (std::uint64_t replication = 0; replication < 5; ++replication) {
    const Statistics stretched = by_stretch.day(replication);
    const Statistics shifted = by_shift.day(replication);
    CHECK(shifted.total.served == 1);
    for (std::uint32_t i = 0; i < agents; ++i) {
      const bool is_absent = stretched.agents[i].signed_in_us == 0;
      CHECK(shifted.agents[i].signed_in_us == (is_absent ? 0 : 5h / 1us));
      absent += is_absent ? 1 : 0;
    }
  }
  CHECK(absent > agents);  // of five times as many days, a fifth
  CHECK(absent < 2 * agents);
}

TEST_CASE("a journal of a day without some of those who have shifts replays by the day's plan") {
  Centre centre{3};
  centre.stream_of_calls(30);
  Scenario& scenario = centre.scenario;
  scenario.staff.clear();
  const TimePlanId shift = add_day_shift(scenario);
  for (Agent& agent : scenario.blueprint.agents) agent.shift = shift;
  scenario.habits.absence = 0.5;
  const CompiledPlan plan = CompiledPlan::compile(scenario.blueprint).plan.value();
  Simulation simulation{scenario, plan};
  for (std::uint64_t replication = 0; replication < 5; ++replication) {
    const CompiledPlan of_the_day = simulation.plan_of(1, replication);
    JournalWriter journal{of_the_day.blueprint()};
    const ReplicationResult result = simulation.run(1, replication, &journal);
    Router again{of_the_day};
    CHECK(replay(journal.bytes(), again).fault == JournalFault::none);
    CHECK(again.state_hash() == result.state_hash);
  }
}

// --- hosts ----------------------------------------------------------------------------

TEST_CASE("an agent whose call's end was lost is stuck until the host reconciles") {
  Centre centre{3};
  Demand& demand = centre.stream_of_calls(120);
  demand.patience = exponential_time(2min);
  centre.scenario.faults = {.lost = 0.05};
  const Statistics stuck = centre.day();
  centre.scenario.faults.reconcile_every = 5min;
  const Statistics mended = centre.day();
  centre.scenario.faults = {};
  const Statistics perfect = centre.day();
  // All three agents are stuck soon, and nobody else is served.
  CHECK(stuck.total.served < perfect.total.served / 4);
  CHECK(mended.total.served > stuck.total.served * 2);
  CHECK(mended.total.served < perfect.total.served);
  for (const Statistics* day : {&stuck, &mended, &perfect}) {
    const ServiceCounts& total = day->total;
    CHECK(total.offered == total.served + total.abandoned + total.left_waiting);
  }
}

TEST_CASE("who hangs up unheard counts once, and writes one letter") {
  Centre centre{1};
  Demand& demand = centre.calls({1min, 2min});
  demand.service = constant_time(30min);
  demand.recorded[1].patience = 1min;
  demand.follow_ups = {{.after_end = Cause::abandoned, .demand = 1},
                       {.after_end = Cause::completed, .demand = 2},
                       {.after_end = Cause::lost, .demand = 2}};
  for (const char* name : {"letters", "others"}) {
    Demand other{.name = name, .service = constant_time(1s)};
    other.arrive = {.kind = CommandKind::arrive, .group = centre.desk};
    centre.scenario.demands.push_back(other);
  }
  centre.scenario.faults = {.lost = 1, .reconcile_every = 10min};
  const Statistics day = centre.day();
  // The first is with the agent until the host reconciles; the second gave up meanwhile.
  CHECK(day.by_demand[0].served == 1);
  CHECK(day.by_demand[0].abandoned == 1);
  CHECK(day.by_demand[1].offered == 1);
  CHECK(day.by_demand[2].offered == 1);
}

TEST_CASE("messages that come twice change nothing") {
  Centre centre{3};
  Demand& demand = centre.stream_of_calls(160);
  demand.patience = exponential_time(2min);
  demand.redial = Redial{.probability = 0.5, .after = exponential_time(5min)};
  Scenario& scenario = centre.scenario;
  scenario.blueprint.groups[0].wrap_up = {.any_channel = 30s};
  demand.wrap_up = exponential_time(10s);
  const Statistics once = centre.day();
  scenario.faults = {.repeated = 1};
  CHECK(centre.day() == once);
}

}  // namespace
}  // namespace acd::test
