// One group, one pool of agents: Erlang's formulas and what became of them.
#include <cmath>
#include <string>

#include "simulation/theory.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;

const Played played_erlang_b{"erlang_b"};
const Played played_erlang_c{"erlang_c"};
const Played played_erlang_a{"erlang_a"};
const Played played_overflow_timer{"overflow_timer"};
const Played played_general_patience{"general_patience"};
const Played played_finite_room{"finite_room"};
const Played played_md1_rho0_5{"md1_rho0_5"};
const Played played_m_d_5{"M_D_5"};
const Played played_m_e2_5{"M_E2_5"};
const Played played_d_m_1{"D_M_1"};
const Played played_acw_talk_wrap_m_ph_n{"ACW_talk_wrap_M_PH_n"};
const Played played_linear_hunt_queue{"linear_hunt_queue"};
const Played played_redial_erlang_a{"redial_erlang_A"};
const Played played_retrial_m_m_1_1{"retrial_M_M_1_1"};

/// A group with its agents and one kind of customers.
struct Queue {
  double rate = 1;
  double agents = 1;
  TimeDistribution service{};
  TimeDistribution patience = infinite_patience();
  double calls = 25'000;  ///< of each replication
  SkillGroup group{};
};

TheoryCase queue_of(const Published& published, const Queue& queue) {
  TheoryCase one{.published = published, .scenario = empty_scenario()};
  SkillGroup group = queue.group;
  group.name = "all";
  const GroupId line = one.scenario.blueprint.add(group);
  add_pool(one, static_cast<std::uint32_t>(queue.agents), {{.group = line}});
  add_demand(one, "all", line, queue.rate, queue.service, queue.patience);
  set_calls(one, queue.calls);
  return one;
}

TheoryCase with_cap(TheoryCase one, double half_width_max) {
  one.half_width_max = half_width_max;
  return one;
}

TEST_CASE("who finds every trunk busy is lost as Erlang's B formula says") {
  for (const Published& one : played_erlang_b.cases()) {
    CHECK(disagreements(queue_of(one, {.rate = one.number("offered_load"),
                                       .agents = one.number("n"),
                                       .service = exponential(1),
                                       .group = {.max_length = 0}})) == "");
  }
}

TEST_CASE("who waits for an agent waits as Erlang's C formula says") {
  for (const Published& one : played_erlang_c.cases()) {
    const TheoryCase queue = queue_of(one, {.rate = one.number("lam"),
                                            .agents = one.number("n"),
                                            .service = exponential(1 / one.number("mu")),
                                            .calls = 200'000,
                                            .group = {.target_wait = units(one.number("t"))}});
    CHECK(disagreements(with_cap(queue, 0.12)) == "");
  }
}

TEST_CASE("who loses patience is lost as the Erlang A model says, by four service levels") {
  for (const Published& one : played_erlang_a.cases()) {
    CHECK(disagreements(queue_of(one, {.rate = one.number("lam"),
                                       .agents = one.number("n"),
                                       .service = exponential(1 / one.number("mu")),
                                       .patience = exponential(1 / one.number("theta")),
                                       .calls = 50'000,
                                       .group = {.target_wait = units(one.number("t"))}})) == "");
  }
}

TEST_CASE("who has waited too long leaves at that very instant") {
  for (const Published& one : played_overflow_timer.cases()) {
    const double timer = one.number("timer");
    TheoryCase queue = queue_of(one, {.rate = one.number("lam"),
                                      .agents = one.number("n"),
                                      .service = exponential(1 / one.number("mu")),
                                      .group = {.max_wait = units(timer)}});
    queue.figures["P_timeout"] = [](const Outcome& all) {
      const ServiceCounts& counts = all.statistics.total;
      return static_cast<double>(counts.elsewhere) / static_cast<double>(counts.offered);
    };
    queue.figures["E_wait"] = [timer](const Outcome& all) {
      const ServiceCounts& counts = all.statistics.total;
      return (in_units(static_cast<double>(counts.wait_served.sum_us)) +
              timer * static_cast<double>(counts.elsewhere)) /
             static_cast<double>(counts.offered);
    };
    CHECK(disagreements(queue) == "");
  }
}

TEST_CASE("who hangs up at once when he would have to wait counts as an abandoned wait of zero") {
  for (const Published& one : played_general_patience.cases()) {
    TheoryCase queue = queue_of(one, {.rate = one.number("lam"),
                                      .agents = one.number("n"),
                                      .service = exponential(1 / one.number("mu")),
                                      .patience = exponential(1 / one.number("theta"))});
    queue.scenario.demands.front().balking = one.number("balk");
    CHECK(disagreements(queue) == "");
  }
}

TEST_CASE("a full queue turns away those who come") {
  for (const Published& one : played_finite_room.cases()) {
    const double agents = one.number("n");
    TheoryCase queue = queue_of(
        one, {.rate = one.number("lam"),
              .agents = agents,
              .service = exponential(1 / one.number("mu")),
              .group = {.max_length = static_cast<std::uint32_t>(one.number("K") - agents)}});
    queue.figures["E_in_system"] = [&queue, agents](const Outcome& all) {
      return figure(queue, "E_queue")(all) + agents * figure(queue, "occupancy")(all);
    };
    CHECK(disagreements(queue) == "");
  }
}

TEST_CASE("services that vary less make shorter queues") {
  const Published& even = played_md1_rho0_5.only();
  CHECK(disagreements(queue_of(even, {.rate = even.number("lam"),
                                      .service = constant_time(units(even.number("D"))),
                                      .group = {.target_wait = units(even.number("t"))}})) == "");
  const Published& five = played_m_d_5.only();
  CHECK(disagreements(queue_of(five, {.rate = five.number("lam"),
                                      .agents = five.number("n"),
                                      .service = constant_time(units(five.number("D")))})) == "");
  const Published& erlang = played_m_e2_5.only();
  CHECK(disagreements(queue_of(erlang, {.rate = erlang.number("lam"),
                                        .agents = erlang.number("n"),
                                        .service = gamma_time(unit, std::sqrt(0.5))})) == "");
}

TEST_CASE("arrivals at even distances make a shorter queue") {
  const Published& published = played_d_m_1.only();
  TheoryCase one = queue_of(published, {.service = exponential(1 / published.number("mu"))});
  Demand& demand = one.scenario.demands.front();
  demand.rates.clear();
  const Duration distance = units(published.number("interarrival"));
  for (Instant at = one.scenario.begin; at < one.scenario.end; at += distance) {
    demand.recorded.push_back({.at = at});
  }
  CHECK(disagreements(one) == "");
}

TEST_CASE("an agent who wraps up is busy, and serves nobody") {
  const Published& published = played_acw_talk_wrap_m_ph_n.only();
  TheoryCase one = queue_of(published, {.rate = published.number("lam"),
                                        .agents = published.number("n"),
                                        .service = exponential(published.number("talk_mean")),
                                        .group = {.wrap_up = {.any_channel = units(1000)}}});
  one.scenario.demands.front().wrap_up = exponential(published.number("wrap_mean"));
  one.figures["frac_time_phase1"] = [](const Outcome& all) {
    AgentTimes times;
    for (const AgentTimes& agent : all.statistics.agents) times.add(agent);
    return static_cast<double>(times.serving_us) / static_cast<double>(times.signed_in_us);
  };
  one.figures["frac_time_phase2"] = [](const Outcome& all) {
    AgentTimes times;
    for (const AgentTimes& agent : all.statistics.agents) times.add(agent);
    return static_cast<double>(times.wrapping_up_us) / static_cast<double>(times.signed_in_us);
  };
  CHECK(disagreements(one) == "");
}

TEST_CASE("in a fixed order the first agent works most") {
  const Published& published = played_linear_hunt_queue.only();
  const GroupId group{0};
  TheoryCase one{.published = published, .scenario = empty_scenario()};
  one.scenario.blueprint.add(SkillGroup{.name = "all", .agent_order = AgentOrder{fixed()}});
  for (int i = 0; i < published.number("n"); ++i) add_pool(one, 1, {{.group = group}});
  add_demand(one, "all", group, published.number("lam"), exponential(1 / published.number("mu")),
             infinite_patience());
  set_calls(one, 25'000);
  CHECK(disagreements(one) == "");
}

TEST_CASE("who gave up calls again") {
  const Published& published = played_redial_erlang_a.only();
  TheoryCase one = queue_of(published, {.rate = published.number("lam"),
                                        .agents = published.number("n"),
                                        .service = exponential(1 / published.number("mu")),
                                        .patience = exponential(1 / published.number("theta"))});
  one.scenario.demands.front().redial = {.probability = published.number("p"),
                                         .after = exponential(1 / published.number("nu"))};
  const auto fresh = [](const ServiceCounts& counts) {
    return static_cast<double>(counts.offered - counts.redials);
  };
  one.figures["P_abandon_per_attempt"] = figure(one, "P_abandon");
  one.figures["E_wait_per_attempt"] = figure(one, "E_wait");
  one.figures["attempts_per_fresh_call"] = [fresh](const Outcome& all) {
    return static_cast<double>(all.statistics.total.offered) / fresh(all.statistics.total);
  };
  one.figures["P_finally_lost"] = [fresh](const Outcome& all) {
    const ServiceCounts& counts = all.statistics.total;
    return (static_cast<double>(counts.abandoned) - static_cast<double>(counts.redials)) /
           fresh(counts);
  };
  CHECK(disagreements(one) == "");
}

// Others, who do not try again and need no time, see what one sees who comes for the first time:
// both arrive as Poisson processes.
TEST_CASE("who is turned away tries again until he is served") {
  const Published& published = played_retrial_m_m_1_1.only();
  const double nu = published.number("nu");
  TheoryCase one = queue_of(published, {.rate = published.number("lam"),
                                        .agents = published.number("n"),
                                        .service = exponential(1 / published.number("mu"))});
  Demand& demand = one.scenario.demands.front();
  demand.balking = 1;
  demand.redial = {.probability = 1, .after = exponential(1 / nu)};
  add_demand(one, "others", demand.arrive.group, 1, constant_time(Duration{0}), infinite_patience())
      .balking = 1;
  set_calls(one, 100'000);
  one.figures["P_block_fresh"] = [](const Outcome& all) {
    const ServiceCounts& counts = all.statistics.by_demand[1];
    return static_cast<double>(counts.abandoned) / static_cast<double>(counts.offered);
  };
  one.figures["E_orbit"] = [nu](const Outcome& all) {  // by Little's law
    const Statistics& sums = all.statistics;
    return static_cast<double>(sums.total.redials) / nu /
           in_units(static_cast<double>(sums.counted_us));
  };
  one.figures["E_time_in_orbit"] = [nu](const Outcome& all) {
    const ServiceCounts& counts = all.statistics.by_demand[0];
    return static_cast<double>(counts.redials) / nu /
           static_cast<double>(counts.offered - counts.redials);
  };
  CHECK(disagreements(one) == "");
}

}  // namespace
}  // namespace acd::test
