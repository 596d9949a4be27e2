// Agents who stay free for their own class, calls out when enough are idle, and customers who wait
// for their own agent until they no longer like to: exact figures of small Markov chains.
#include <string>
#include <vector>

#include "simulation/theory.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

const Played played_n_reserve2{"N_reserve2"};
const Played played_v_reserve2{"V_reserve2"};
const Played played_blend_reserve1{"blend_reserve1"};
const Played played_blend_reserve3{"blend_reserve3"};
const Played played_sticky_timer{"affinity_sticky_timer_d0_25"};

GroupId add_group(TheoryCase& one, std::string name, std::uint8_t weight) {
  return one.scenario.blueprint.add(
      SkillGroup{.name = std::move(name),
                 .weight = weight,
                 .agent_order = AgentOrder{preferred()}.then(longest_ready())});
}

/// Two classes, the first of which goes first; each gives up at its own rate.
TheoryCase two_classes(const Published& published) {
  TheoryCase one{.published = published, .scenario = empty_scenario()};
  one.scenario.blueprint.work_order = WorkOrder{heaviest_group()};
  const std::vector<double> rates = published.numbers("lam");
  const std::vector<double> thetas = published.numbers("theta");
  for (std::size_t i = 0; i < rates.size(); ++i) {
    const std::string name = std::to_string(i + 1);
    const GroupId group = add_group(one, name, i == 0 ? 2 : 1);
    add_demand(one, name, group, rates[i], exponential(1), exponential(1 / thetas[i]));
  }
  return one;
}

std::uint16_t kept(const Published& published, std::string_view parameter) {
  return static_cast<std::uint16_t>(published.number(parameter));
}

TEST_CASE("a pool that keeps two free helps the other class only with more than these") {
  const Published& published = played_n_reserve2.only();
  TheoryCase one = two_classes(published);
  one.scenario.blueprint.groups[1].keeps_free = kept(published, "reserve");
  const std::vector<double> agents = published.numbers("n");
  add_pool(one, static_cast<std::uint32_t>(agents[0]), {{.group = GroupId{0}}});
  add_pool(one, static_cast<std::uint32_t>(agents[1]),
           {{.group = GroupId{0}, .preference = 1}, {.group = GroupId{1}}});
  set_calls(one, 50'000);
  CHECK(disagreements(one) == "");
}

TEST_CASE("one pool of two classes keeps two agents free for the first") {
  const Published& published = played_v_reserve2.only();
  TheoryCase one = two_classes(published);
  one.scenario.blueprint.groups[0].keeps_free = kept(published, "reserve");
  add_pool(one, static_cast<std::uint32_t>(published.numbers("n")[0]),
           {{.group = GroupId{0}}, {.group = GroupId{1}}});
  set_calls(one, 50'000);
  CHECK(disagreements(one) == "");
}

TEST_CASE("calls out are made while more agents are idle than are kept for calls in") {
  for (const auto* played : {&played_blend_reserve1, &played_blend_reserve3}) {
    const Published& published = played->only();
    TheoryCase one{.published = published, .scenario = empty_scenario()};
    one.scenario.blueprint.work_order = WorkOrder{heaviest_group()};
    const GroupId in = add_group(one, "in", 2);
    const GroupId out = add_group(one, "out", 1);
    one.scenario.blueprint.groups[in.index()].keeps_free = kept(published, "r");
    const double rate = published.number("lam");
    const double agents = published.number("n");
    add_demand(one, "in", in, rate, exponential(1), infinite_patience());
    // A list that is never empty: more come than can be called, and few of them wait.
    one.scenario.blueprint.groups[out.index()].max_length = 20;
    add_demand(one, "out", out, agents, exponential(1), infinite_patience());
    add_pool(one, static_cast<std::uint32_t>(agents), {{.group = in}, {.group = out}});
    for (const char* name : {"P_wait", "E_wait", "P_abandon"}) {
      one.figures[name] = figure(one, std::string{name} + "_in");
    }
    one.figures["outbound_rate"] = [](const Outcome& all) {
      return static_cast<double>(all.statistics.by_demand[1].served) /
             in_units(static_cast<double>(all.statistics.counted_us));
    };
    set_calls(one, 100'000);
    CHECK(disagreements(one) == "");
  }
}

TEST_CASE("who waits for his own agent goes to anybody when his time is over") {
  const Published& published = played_sticky_timer.only();
  TheoryCase one{.published = published, .scenario = empty_scenario()};
  one.scenario.blueprint.work_order = WorkOrder{heaviest_group()}.then(oldest_first());
  const GroupId shared = add_group(one, "shared", 1);
  for (const std::string name : {"first", "second"}) {
    const GroupId own = add_group(one, name, 2);
    add_pool(one, 1, {{.group = own}, {.group = shared}});
    // Whose own timer runs out gives up there, and comes to both at once.
    add_demand(one, name, own, published.number("lam_per_owner"), exponential(1),
               exponential(1 / published.number("delta")))
        .follow_ups = {{.after_end = Cause::abandoned, .demand = 2}};
  }
  add_demand(one, "shared", shared, 0, exponential(1), infinite_patience()).rates.clear();
  const auto calls = [](const Outcome& all) {
    const std::vector<ServiceCounts>& by = all.statistics.by_demand;
    return static_cast<double>(by[0].offered + by[1].offered);
  };
  const auto of_own = [calls](std::uint64_t ServiceCounts::*count) {
    return [calls, count](const Outcome& all) {
      const std::vector<ServiceCounts>& by = all.statistics.by_demand;
      return static_cast<double>(by[0].*count + by[1].*count) / calls(all);
    };
  };
  const Metric at_once = of_own(&ServiceCounts::served_at_once);
  one.figures["P_wait"] = [at_once](const Outcome& all) { return 1 - at_once(all); };
  one.figures["E_wait"] = [calls](const Outcome& all) {
    const ServiceCounts& total = all.statistics.total;
    return in_units(static_cast<double>(total.wait_served.sum_us + total.wait_abandoned.sum_us)) /
           calls(all);
  };
  one.figures["frac_timer_expired"] = of_own(&ServiceCounts::abandoned);
  one.figures["frac_served_via_own"] = of_own(&ServiceCounts::served);
  one.figures["frac_expired_to_other_idle"] = [calls](const Outcome& all) {
    return static_cast<double>(all.statistics.by_demand[2].served_at_once) / calls(all);
  };
  one.half_width_max = 0.1;
  set_calls(one, 50'000);
  CHECK(disagreements(one) == "");
}

}  // namespace
}  // namespace acd::test
