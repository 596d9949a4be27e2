// Several groups and pools: who may serve whom, who is served first, and by whom.
#include <cmath>
#include <string>
#include <utility>

#include "simulation/theory.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

const Played played_weighted_wait{"weighted_wait"};
const Played played_iv_most_idle_pool{"IV_most_idle_pool"};
const Played played_fcfs_alis{"fcfs_alis"};
const Played played_cobham_mm5_3{"cobham_mm5_3"};
const Played played_cobham_mg1_d_m{"cobham_mg1_D_M"};
const Played played_x_own_first{"X_own_first"};
const Played played_m_flexible_first{"M_flexible_first"};
const Played played_v_priority_abandon{"V_priority_abandon"};
const Played played_v_fqr_30_70{"V_FQR_30_70"};
const Played played_trunk_reservation_loss{"trunk_reservation_loss"};
const Played played_overflow_kosten_a10_n10{"overflow_kosten_a10_n10"};
const Played played_callback_overflow_k4_r0{"callback_overflow_K4_r0"};
const Played played_affinity_last_agent_mm50_a45{"affinity_last_agent_mm50_a45"};
const Played played_wallace_whitt_balanced_skills3{"WallaceWhitt_balanced_skills3"};
const Played played_wallace_whitt_balanced_skills1{"WallaceWhitt_balanced_skills1"};
const Played played_n_own_first{"N_own_first"};
const Played played_n_other_first{"N_other_first"};
const Played played_iv_slowest_first{"IV_slowest_first"};
const Played played_iv_longest_idle{"IV_longest_idle"};
const Played played_lwisf_w2_1{"LWISF_w2_1"};

/// Classes of customers, a group each, named as they are published.
struct Classes {
  std::vector<double> rates{};
  std::vector<double> thetas{};         ///< 1 / mean patience; empty: infinite
  std::vector<std::uint8_t> weights{};  ///< of groups; empty: 1
  std::string names = "123456789";
  WorkOrder work_order = WorkOrder{oldest_first()};
  AgentOrder agent_order = AgentOrder{preferred()}.then(longest_ready());
};

TheoryCase with_classes(const Published& published, const Classes& classes) {
  TheoryCase one{.published = published, .scenario = empty_scenario()};
  one.scenario.blueprint.work_order = classes.work_order;
  for (std::size_t i = 0; i < classes.rates.size(); ++i) {
    const std::string name(1, classes.names[i]);
    const std::uint8_t weight = classes.weights.empty() ? 1 : classes.weights[i];
    const GroupId group = one.scenario.blueprint.add(
        SkillGroup{.name = name, .weight = weight, .agent_order = classes.agent_order});
    add_demand(one, name, group, classes.rates[i], exponential(1),
               classes.thetas.empty() ? infinite_patience() : exponential(1 / classes.thetas[i]));
  }
  return one;
}

/// The class's service by agents of the pool has this rate.
void set_service(TheoryCase& one, std::size_t of_class, std::size_t pool, double mu) {
  std::uint32_t agent = 0;
  for (std::size_t i = 0; i < pool; ++i) agent += one.pools[i];
  for (std::uint32_t i = 0; i < one.pools[pool]; ++i) {
    one.scenario.demands[of_class].service_of.push_back({agent + i, exponential(1 / mu)});
  }
}

Membership in(std::size_t of_class, Preference preference = 0) {
  return {.group = GroupId{of_class}, .preference = preference};
}

void add_pools(TheoryCase& one, const std::vector<std::vector<Membership>>& pools) {
  const std::vector<double> agents = one.published.numbers("n");
  for (std::size_t i = 0; i < pools.size(); ++i) {
    add_pool(one, static_cast<std::uint32_t>(agents[i]), pools[i]);
  }
}

std::string played(TheoryCase one, double calls) {
  set_calls(one, calls);
  return disagreements(one);
}

TEST_CASE("the more urgent class waits less, as Cobham's formula says") {
  const Published& three = played_cobham_mm5_3.only();
  TheoryCase one{.published = three, .scenario = empty_scenario()};
  const GroupId group = one.scenario.blueprint.add(SkillGroup{.name = "all"});
  add_pool(one, 5, {{.group = group}});
  Priority priority = 3;
  for (const double rate : three.numbers("lam")) {
    const std::string name = std::to_string(4 - priority);
    add_demand(one, name, group, rate, exponential(1), infinite_patience()).arrive.priority =
        --priority;
  }
  CHECK(played(one, 50'000) == "");

  const Published& mixed = played_cobham_mg1_d_m.only();
  TheoryCase two = with_classes(mixed, {.rates = mixed.numbers("lam"),
                                        .weights = {2, 1},
                                        .work_order = WorkOrder{heaviest_group()}});
  add_pool(two, 1, {in(0), in(1)});
  two.scenario.demands[0].service = constant_time(unit);
  two.scenario.demands[1].service = exponential(2);
  CHECK(played(two, 50'000) == "");
}

TEST_CASE("who waits at a weight is overtaken by those whose waiting weighs more") {
  for (const Published& published : played_weighted_wait.cases()) {
    TheoryCase one = with_classes(published, {.rates = published.numbers("lam"),
                                              .weights = {3, 2, 1},
                                              .work_order = WorkOrder{longest_weighted_wait()}});
    add_pools(one, {{in(0), in(1), in(2)}});
    CHECK(played(one, 50'000) == "");
  }
}

TEST_CASE("a second pool helps where its own class leaves it room") {
  for (const auto& [played_case, work_order] :
       {std::pair{&played_n_own_first, WorkOrder{preferred_group()}},
        std::pair{&played_n_other_first, WorkOrder{heaviest_group()}}}) {
    const Published& published = played_case->only();
    TheoryCase one = with_classes(published, {.rates = published.numbers("lam"),
                                              .thetas = published.numbers("theta"),
                                              .weights = {2, 1},
                                              .work_order = work_order});
    add_pools(one, {{in(0)}, {in(0, 1), in(1)}});
    CHECK(played(one, 50'000) == "");
  }
}

TEST_CASE("cross-trained agents serve their own class first, and the other slower") {
  const Published& published = played_x_own_first.only();
  TheoryCase one = with_classes(published, {.rates = published.numbers("lam"),
                                            .thetas = published.numbers("theta"),
                                            .work_order = WorkOrder{preferred_group()}});
  add_pools(one, {{in(0), in(1, 1)}, {in(0, 1), in(1)}});
  for (std::size_t of_class = 0; of_class < 2; ++of_class) {
    for (std::size_t pool = 0; pool < 2; ++pool) {
      set_service(one, of_class, pool, published.parameters["mu"][of_class][pool]);
    }
  }
  CHECK(played(one, 50'000) == "");
}

TEST_CASE("the flexible pool serves the longer queue") {
  const Published& published = played_m_flexible_first.only();
  TheoryCase one =
      with_classes(published, {.rates = published.numbers("lam"),
                               .thetas = published.numbers("theta"),
                               .work_order = WorkOrder{longest_queue()}.then(preferred_group())});
  add_pools(one, {{in(0, 2)}, {in(0), in(1, 1)}, {in(1, 2)}});
  CHECK(played(one, 50'000) == "");
}

TEST_CASE("one pool serves two classes, by weight or by the ratio of their queues") {
  const Published& strict = played_v_priority_abandon.only();
  TheoryCase first = with_classes(strict, {.rates = strict.numbers("lam"),
                                           .thetas = strict.numbers("theta"),
                                           .weights = {2, 1},
                                           .work_order = WorkOrder{heaviest_group()}});
  add_pools(first, {{in(0), in(1)}});
  CHECK(played(first, 50'000) == "");

  // q1 - p1 (q1 + q2) >= q2 - p2 (q1 + q2) where p2 q1 >= p1 q2.
  const Published& ratio = played_v_fqr_30_70.only();
  TheoryCase second =
      with_classes(ratio, {.rates = ratio.numbers("lam"),
                           .thetas = ratio.numbers("theta"),
                           .weights = {7, 3},
                           .work_order = WorkOrder{longest_queue()}.then(preferred_group())});
  add_pools(second, {{in(0), in(1, 1)}});
  CHECK(played(second, 50'000) == "");
}

TEST_CASE("of two pools the slower one, or whoever is longest idle, comes first") {
  for (const auto& [played_case, slower, faster] :
       {std::tuple{&played_iv_slowest_first, 0, 1}, std::tuple{&played_iv_longest_idle, 0, 0}}) {
    const Published& published = played_case->only();
    TheoryCase one = with_classes(
        published, {.rates = published.numbers("lam"), .thetas = published.numbers("theta")});
    add_pools(one,
              {{in(0, static_cast<Preference>(faster))}, {in(0, static_cast<Preference>(slower))}});
    const std::vector<double> mu = published.numbers("mu");
    set_service(one, 0, 0, mu[0]);
    set_service(one, 0, 1, mu[1]);
    CHECK(played(one, 50'000) == "");
  }
}

TEST_CASE("idle time counts twice in the pool of twice the weight") {
  const Published& published = played_lwisf_w2_1.only();
  TheoryCase one = with_classes(published, {.rates = published.numbers("lam"),
                                            .thetas = published.numbers("theta"),
                                            .agent_order = AgentOrder{longest_weighted_ready()}});
  const std::vector<double> weights = published.numbers("w");
  std::vector<std::vector<Membership>> pools;
  for (const double weight : weights) {  // of an agent: level + 1
    pools.push_back({{.group = GroupId{0}, .level = static_cast<Level>(weight - 1)}});
  }
  add_pools(one, pools);
  const std::vector<double> mu = published.numbers("mu");
  for (std::size_t pool = 0; pool < mu.size(); ++pool) set_service(one, 0, pool, mu[pool]);
  CHECK(played(one, 50'000) == "");
}

TEST_CASE("of two pools the one with more idle agents comes first, by rules of arrival") {
  const Published& published = played_iv_most_idle_pool.only();
  TheoryCase one = with_classes(
      published, {.rates = published.numbers("lam"), .thetas = published.numbers("theta")});
  Blueprint& blueprint = one.scenario.blueprint;
  const GroupId first = blueprint.add(SkillGroup{.name = "first pool"});
  const GroupId second = blueprint.add(SkillGroup{.name = "second pool"});
  const auto agents = static_cast<std::int64_t>(published.numbers("n")[0]);
  Condition more_in_second = Condition::nothing();
  for (std::int64_t idle = 0; idle < agents; ++idle) {
    more_in_second = more_in_second || (at_most(TestKind::free, idle, first) &&
                                        at_least(TestKind::free, idle + 1, second));
  }
  blueprint.groups[0].overflow = {{.name = "more in the second",
                                   .stage = OverflowStage::arriving,
                                   .when = more_in_second,
                                   .targets = {to_group(second)}},
                                  {.name = "somebody in the first",
                                   .stage = OverflowStage::arriving,
                                   .when = at_least(TestKind::free, 1, first),
                                   .targets = {to_group(first)}}};
  add_pools(one, {{in(0), {.group = first}}, {in(0), {.group = second}}});
  const std::vector<double> mu = published.numbers("mu");
  set_service(one, 0, 0, mu[0]);
  set_service(one, 0, 1, mu[1]);
  CHECK(played(one, 50'000) == "");
}

TEST_CASE("first come, first served by whoever is longest idle has a product form") {
  for (const Published& published : played_fcfs_alis.cases()) {
    Classes classes{.agent_order = AgentOrder{longest_ready()}};
    classes.names = "";
    for (const auto& [name, rate] : published.parameters["lam"].items()) {
      classes.names += name;
      classes.rates.push_back(rate);
    }
    TheoryCase one = with_classes(published, classes);
    for (const std::string skills : published.parameters["skills"]) {
      std::vector<Membership> memberships;
      for (const char skill : skills) memberships.push_back(in(classes.names.find(skill)));
      add_pool(one, 1, memberships);
    }
    const std::vector<double> mu = published.numbers("mu");
    for (std::size_t of_class = 0; of_class < classes.rates.size(); ++of_class) {
      for (std::size_t agent = 0; agent < mu.size(); ++agent) {
        set_service(one, of_class, agent, mu[agent]);
      }
    }
    CHECK(played(one, 50'000) == "");
  }
}

TEST_CASE("trunks are reserved for the class that is not turned away by a rule") {
  const Published& published = played_trunk_reservation_loss.only();
  const auto reserved = static_cast<std::int64_t>(published.number("r"));
  TheoryCase one = with_classes(published, {.rates = published.numbers("lam")});
  std::vector<SkillGroup>& groups = one.scenario.blueprint.groups;
  groups[0].max_length = 0;
  groups[1].overflow = {{.name = "reserved",
                         .stage = OverflowStage::arriving,
                         .cause = OverflowCause::all_busy,
                         .when = at_most(TestKind::free, reserved),
                         .targets = {reject()}}};
  add_pools(one, {{in(0), in(1)}});
  CHECK(played(one, 25'000) == "");
}

TEST_CASE("what overflows from a pool comes in bursts, as Kosten and Wilkinson say") {
  const Published& published = played_overflow_kosten_a10_n10.only();
  const std::uint32_t room_beyond = 60;
  TheoryCase one = with_classes(published, {.rates = {published.number("a")}});
  const GroupId beyond = one.scenario.blueprint.add(SkillGroup{.name = "beyond"});
  one.scenario.blueprint.groups[0].overflow = {{.name = "all busy",
                                                .stage = OverflowStage::arriving,
                                                .cause = OverflowCause::all_busy,
                                                .when = !holds(TestKind::eligible),
                                                .targets = {to_group(beyond)}}};
  add_pools(one, {{in(0)}});
  add_pool(one, room_beyond, {{.group = beyond}});
  set_calls(one, 25'000);
  one.watching = Watching::events;
  one.watched_group = beyond;
  const auto mean = [](const Outcome& all) {
    return all.watched.periods[0].busy_us / static_cast<double>(all.statistics.counted_us);
  };
  const auto variance = [mean](const Outcome& all) {
    const auto time_us = static_cast<double>(all.statistics.counted_us);
    return all.watched.periods[0].busy_squared_us / time_us - mean(all) * mean(all);
  };
  one.figures["overflow_mean"] = mean;
  one.figures["overflow_variance"] = variance;
  one.figures["peakedness"] = [mean, variance](const Outcome& all) {
    return variance(all) / mean(all);
  };
  CHECK(disagreements(one) == "");
}

TEST_CASE("who would wait behind too many is called back when nobody waits") {
  const Published& published = played_callback_overflow_k4_r0.only();
  TheoryCase one = with_classes(published, {.rates = {published.number("lam")},
                                            .weights = {2},
                                            .work_order = WorkOrder{heaviest_group()}});
  const GroupId list = one.scenario.blueprint.add(SkillGroup{.name = "callbacks"});
  const auto room = static_cast<std::int64_t>(published.number("waiting_room"));
  one.scenario.blueprint.groups[0].overflow = {{.name = "too long",
                                                .stage = OverflowStage::arriving,
                                                .cause = OverflowCause::too_long,
                                                .when = at_least(TestKind::length, room),
                                                .targets = {to_group(list)}}};
  add_pools(one, {{in(0), {.group = list}}});
  const auto share = [](std::uint64_t part, std::uint64_t whole) {
    return static_cast<double>(part) / static_cast<double>(whole);
  };
  const auto mean_wait = [share](const ServiceCounts& counts) {
    return in_units(static_cast<double>(counts.wait_served.sum_us)) /
           static_cast<double>(counts.served);
  };
  one.figures["P_callback"] = [share](const Outcome& all) {
    return share(all.statistics.by_group[1].offered, all.statistics.total.offered);
  };
  one.figures["P_immediate"] = [share](const Outcome& all) {
    return share(all.statistics.total.served_at_once, all.statistics.total.offered);
  };
  one.figures["E_wait_live"] = [mean_wait](const Outcome& all) {
    return mean_wait(all.statistics.by_group[0]);
  };
  one.figures["E_callback_delay"] = [mean_wait](const Outcome& all) {
    return mean_wait(all.statistics.by_group[1]);
  };
  one.figures["E_callback_list"] = [](const Outcome& all) {
    return static_cast<double>(all.statistics.queue_us[1]) /
           static_cast<double>(all.statistics.counted_us);
  };
  one.half_width_max = 0.1;
  CHECK(played(one, 50'000) == "");
}

TEST_CASE("whom the last agent served meets him again where he is free") {
  const Published& published = played_affinity_last_agent_mm50_a45.only();
  const auto agents = static_cast<std::uint32_t>(published.number("n"));
  TheoryCase one{.published = published, .scenario = empty_scenario()};
  const GroupId group =
      one.scenario.blueprint.add(SkillGroup{.name = "all", .affinity = Affinity{given()}});
  add_pool(one, agents, {{.group = group}});
  for (std::uint32_t owner = 0; owner < agents; ++owner) {  // the same for each of his customers
    Demand& demand = add_demand(one, std::to_string(owner), group, published.number("lam") / agents,
                                exponential(1 / published.number("mu")), infinite_patience());
    demand.arrive.preferred.push_back({.agent = {owner, 1}});
  }
  one.figures["hit_rate"] = [agents](const Outcome& all) {
    std::uint64_t hits = 0;
    for (std::size_t i = 0; i < agents; ++i) hits += all.statistics.served_by[i][i];
    return static_cast<double>(hits) / static_cast<double>(all.statistics.total.served);
  };
  CHECK(played(one, 50'000) == "");
}

// Ninety agents, fifteen of each primary skill; with three skills for each, the others are spread
// evenly as secondary ones.
TheoryCase six_skills(const Published& published) {
  TheoryCase one =
      with_classes(published, {.rates = std::vector<double>(6, 1.4),
                               .work_order = WorkOrder{preferred_group()}.then(oldest_first())});
  const auto skills = static_cast<std::size_t>(published.number("skills_per_agent"));
  for (Demand& demand : one.scenario.demands) demand.service = exponential(10);
  for (std::size_t agent = 0; agent < 90; ++agent) {
    const std::size_t primary = agent % 6;
    const std::size_t turn = agent / 6 % 5;
    std::vector<Membership> memberships{in(primary)};
    for (std::size_t i = 1; i < skills; ++i) {
      memberships.push_back(in((primary + 1 + (turn + i - 1) % 5) % 6, 1));
    }
    add_pool(one, 1, memberships);
  }
  return one;
}

TEST_CASE("three skills for each agent are nearly as good as all of them") {
  TheoryCase one = six_skills(played_wallace_whitt_balanced_skills3.only());
  // Room for thirty who wait: who waits here while anybody is idle is so rare that room for a
  // hundred and twenty in all is the same.
  one.scenario.blueprint.limits.sessions = 120;
  one.half_width_max = 0.06;
  CHECK(played(one, 50'000) == "");
}

TEST_CASE("one skill for each agent makes six lines in one waiting room") {
  const Published& published = played_wallace_whitt_balanced_skills1.only();
  TheoryCase one{.published = published, .scenario = empty_scenario()};
  Blueprint& blueprint = one.scenario.blueprint;
  const GroupId group = blueprint.add(SkillGroup{.name = "all", .max_length = 30});
  for (std::size_t skill = 0; skill < 6; ++skill) {
    const std::string name = std::to_string(skill + 1);
    const SkillId id = blueprint.add(Skill{.name = name});
    const RequirementId asked =
        blueprint.add(NamedRequirement{.name = name, .requirement = has_skill(id)});
    add_demand(one, name, group, 1.4, exponential(10), infinite_patience()).arrive.requirement =
        asked;
    const std::size_t first = blueprint.agents.size();
    add_pool(one, 15, {{.group = group}});
    for (std::size_t i = first; i < blueprint.agents.size(); ++i) {
      blueprint.agents[i].skills = {{.skill = id}};
    }
  }
  CHECK(played(one, 50'000) == "");
}

}  // namespace
}  // namespace acd::test
