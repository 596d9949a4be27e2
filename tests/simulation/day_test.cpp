// Days that begin empty: figures of periods, and of the end.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "simulation/theory.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

const Played played_finite_mmc{"finite_MMC"};
const Played played_finite_mmcab{"finite_MMCAb"};
const Played played_time_varying_4periods{"time_varying_4periods"};
const Played played_asymvar_mm1_number{"asymvar_mm1_number"};

double replications_of(const Outcome& all) {
  return static_cast<double>(all.statistics.replications);
}

/// As many agents as the plan says in each period. In the published model who is over the plan
/// finishes his call, whoever he is, and nobody takes one until enough have: so here those who
/// leave are taken by work that goes before every call and does not end.
void set_shifts(TheoryCase& one, const std::vector<double>& agents, double period) {
  Scenario& scenario = one.scenario;
  const GroupId leave = scenario.blueprint.add(SkillGroup{.name = "leave", .weight = 2});
  scenario.blueprint.work_order = WorkOrder{heaviest_group()}.then(oldest_first());
  for (Agent& agent : scenario.blueprint.agents) agent.memberships.push_back({.group = leave});
  Demand& leaving =
      add_demand(one, "leave", leave, 0, constant_time(units(1000)), infinite_patience());
  double present = 0;
  for (std::size_t i = 0; i < agents.size(); ++i) {
    const Instant at = scenario.begin + units(period * static_cast<double>(i));
    for (double line = present; line < agents[i]; ++line) {
      scenario.staff[static_cast<std::size_t>(line)].begin = at;
    }
    for (double line = agents[i]; line < present; ++line) leaving.recorded.push_back({.at = at});
    present = agents[i];
  }
}

TheoryCase day_of(const Published& published, std::uint32_t agents, double length,
                  const TimeDistribution& patience) {
  TheoryCase one{.published = published, .scenario = empty_scenario()};
  const GroupId group = one.scenario.blueprint.add(SkillGroup{.name = "all"});
  add_pool(one, agents, {{.group = group}});
  add_demand(one, "all", group, published.numbers("lam").front(),
             exponential(1 / published.number("mu")), patience);
  set_horizon(one, length);
  one.watching = Watching::events;
  one.watched_group = group;
  one.figures["E_busy_end"] = [](const Outcome& all) {
    return all.watched.busy_at_end / replications_of(all);
  };
  one.figures["E_queue_end"] = [](const Outcome& all) {
    return all.watched.queue_at_end / replications_of(all);
  };
  return one;
}

TheoryCase finite_day(const Published& published, const TimeDistribution& patience) {
  TheoryCase one = day_of(published, static_cast<std::uint32_t>(published.number("n")),
                          published.number("T"), patience);
  one.figures["E_arrivals"] = [](const Outcome& all) {
    return static_cast<double>(all.statistics.total.offered) / replications_of(all);
  };
  one.figures["avg_busy"] = [](const Outcome& all) {
    return all.watched.periods[0].busy_us / static_cast<double>(all.statistics.counted_us);
  };
  one.figures["E_in_target"] = [](const Outcome& all) {
    return static_cast<double>(all.statistics.total.served_in_target) / replications_of(all);
  };
  one.figures["E_abandons_to_T"] = [](const Outcome& all) {
    return all.watched.periods[0].abandoned / replications_of(all);
  };
  one.figures["E_abandons_total"] = [](const Outcome& all) {
    return static_cast<double>(all.statistics.total.abandoned) / replications_of(all);
  };
  one.replications = 40 * static_cast<std::uint64_t>(std::ceil(40 * effort()));
  one.half_width_max = 0.25;
  return one;
}

TEST_CASE("a day that begins empty has the mean figures that its equations say") {
  const Published& patient = played_finite_mmc.only();
  TheoryCase one = finite_day(patient, infinite_patience());
  one.scenario.blueprint.groups[0].target_wait = units(patient.number("awt"));
  CHECK(disagreements(one) == "");
  const Published& impatient = played_finite_mmcab.only();
  CHECK(disagreements(finite_day(impatient, exponential(1 / impatient.number("theta")))) == "");
}

TEST_CASE("rates and staff that change each half hour give each half hour its figures") {
  const Published& published = played_time_varying_4periods.only();
  const std::vector<double> rates = published.numbers("lam");
  const std::vector<double> agents = published.numbers("n");
  const double period = published.number("period");
  const auto periods = static_cast<double>(rates.size());
  TheoryCase one = day_of(published, static_cast<std::uint32_t>(*std::ranges::max_element(agents)),
                          periods * period, exponential(1 / published.number("theta")));
  one.scenario.interval = units(period);
  set_shifts(one, agents, period);
  Demand& demand = one.scenario.demands.front();
  demand.rates.clear();
  for (std::size_t i = 0; i < rates.size(); ++i) {
    const Instant from = one.scenario.begin + units(period * static_cast<double>(i));
    demand.rates.push_back({from, per_hour(rates[i])});
    const std::string suffix = fmt::format("_p{}", i + 1);
    const auto mean = [period](double sum_us, const Outcome& all) {
      return in_units(sum_us) / period / replications_of(all);
    };
    one.figures["E_abandons" + suffix] = [i](const Outcome& all) {
      return all.watched.periods[i].abandoned / replications_of(all);
    };
    one.figures["avg_queue" + suffix] = [i, mean](const Outcome& all) {
      return mean(all.watched.periods[i].queue_us, all);
    };
    one.figures["avg_busy" + suffix] = [i, mean](const Outcome& all) {
      return mean(all.watched.periods[i].busy_us, all);
    };
    one.figures["P_wait" + suffix] = [i](const Outcome& all) {
      const ServiceCounts& counts = all.statistics.by_interval[0][i];
      return 1 - static_cast<double>(counts.served_at_once) / static_cast<double>(counts.offered);
    };
  }
  one.replications = 40 * static_cast<std::uint64_t>(std::ceil(200 * effort()));
  one.half_width_max = 0.1;
  CHECK(disagreements(one) == "");
}

// Whitt 1989: the variance of a time average, times the time, tends to a constant.
TEST_CASE("means over longer runs vary as theory says") {
  const Published& published = played_asymvar_mm1_number.only();
  TheoryCase one{.published = published, .scenario = empty_scenario()};
  const GroupId group = one.scenario.blueprint.add(SkillGroup{.name = "all"});
  add_pool(one, 1, {{.group = group}});
  add_demand(one, "all", group, published.number("lam"), exponential(1), infinite_patience());
  set_calls(one, 10'000);
  const CompiledPlan::Result compiled = CompiledPlan::compile(one.scenario.blueprint);
  REQUIRE(compiled.plan);
  Simulation simulation{one.scenario, *compiled.plan};
  const std::size_t runs = 400;
  std::vector<double> means;
  double time = 0;
  double sum = 0;
  for (std::size_t i = 0; i < runs; ++i) {
    const Statistics statistics = simulation.run(1, i).statistics;
    time = in_units(static_cast<double>(statistics.counted_us));
    const auto present_us =
        static_cast<double>(statistics.queue_us[0] + statistics.agents[0].serving_us);
    means.push_back(in_units(present_us) / time);
    sum += means.back();
  }
  double squares = 0;
  const double mean = sum / runs;
  for (const double value : means) squares += (value - mean) * (value - mean);
  const double found = squares / (runs - 1) * time;
  const double expected = published.rows.front()["expected"];
  const double error = expected * std::sqrt(2.0 / (runs - 1));  // of a normal sample's variance
  CHECK(std::abs(found - expected) < 4 * error);
}

}  // namespace
}  // namespace acd::test
