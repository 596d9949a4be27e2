// Random blueprints, part by part.
#include "twin/random_plan.hpp"

#include <algorithm>
#include <string>

#include "acd/policy/agent_order.hpp"
#include "acd/policy/session_order.hpp"
#include "twin/random_affinity.hpp"
#include "twin/random_entry.hpp"
#include "twin/random_overflow.hpp"

namespace acd::twin {
namespace {

constexpr HostRankId agent_rank_id{0};
constexpr HostRankId session_rank_id{1};

std::string named(const char* kind, std::size_t index) { return kind + std::to_string(index); }

AgentCriterion random_criterion(Random& random, const Blueprint& b, AgentCriterionKind kind) {
  const Level level = random.between<Level>(0, b.limits.level_max);
  if (kind == AgentCriterionKind::skill_at_least) {
    if (b.skills.empty()) return fixed();
    return skilled_first(SkillId{random.below(b.skills.size())}, level);
  }
  if (kind == AgentCriterionKind::host_rank) return agent_host_rank(agent_rank_id);
  return {.kind = kind};
}

// At most one wide criterion before the last: the key holds 128 bits.
AgentOrder random_agent_order(Random& random, const Blueprint& b) {
  static const std::vector<AgentCriterionKind> wide = {
      AgentCriterionKind::longest_ready, AgentCriterionKind::longest_unhandled,
      AgentCriterionKind::longest_unoffered, AgentCriterionKind::fixed};
  static const std::vector<AgentCriterionKind> narrow = {
      AgentCriterionKind::lowest_load,    AgentCriterionKind::fewest_handled,
      AgentCriterionKind::highest_level,  AgentCriterionKind::lowest_level,
      AgentCriterionKind::skill_at_least, AgentCriterionKind::preferred,
      AgentCriterionKind::host_rank};
  AgentOrder order;
  if (random.percent(60)) {
    order = order.then(random_criterion(random, b, random.one_of(narrow)));
  }
  if (random.percent(40)) order = order.then(random_criterion(random, b, random.one_of(wide)));
  static const std::vector<AgentCriterion> last = {weighted_random(), circular(),
                                                   longest_weighted_ready()};
  if (random.percent(40)) order = order.then(random.one_of(last));
  return order;
}

SessionCriterion random_session_criterion(Random& random, const Blueprint& b) {
  const Duration step = random_seconds(random, 1, 4);
  switch (random.below(6)) {
    case 0: return oldest();
    case 1: return newest();
    case 2: return earliest_due();
    case 3: return aged(step, random.between<Priority>(0, 4));
    case 4: return aged(step);
    case 5: break;
  }
  if (b.attributes.empty()) return session_host_rank(session_rank_id);
  const AttributeId attribute{random.below(b.attributes.size())};
  return random.percent(50) ? lowest_attribute(attribute) : highest_attribute(attribute);
}

SessionOrder random_session_order(Random& random, const Blueprint& b) {
  SessionOrder order;
  if (random.percent(50)) order = order.then(most_urgent());
  if (random.percent(10)) order = order.then(session_host_rank(session_rank_id));
  if (random.percent(85)) order = order.then(random_session_criterion(random, b));
  return order;
}

WorkOrder random_work_order(Random& random) {
  WorkOrder order;
  for (std::size_t left = random.below(4); left > 0; --left) {
    const auto kind = static_cast<WorkCriterionKind>(
        random.below(static_cast<std::size_t>(WorkCriterionKind::largest_share_deficit) + 1));
    const bool ages = kind == WorkCriterionKind::aged;
    order =
        order.then(WorkCriterion{.kind = kind,
                                 .cap = ages ? random.between<Priority>(0, 4) : Priority{255},
                                 .step = ages ? random_seconds(random, 1, 4) : Duration::zero()});
  }
  return order;
}

OfferRule random_offer_rule(Random& random, std::size_t index) {
  OfferRule rule{.name = named("rule", index)};
  rule.mode = random.percent(70) ? OfferMode::offer : OfferMode::assign;
  rule.time_limit = random_seconds(random, 1, 4);
  rule.fan_out = random.percent(50) ? 1 : random.between<std::uint8_t>(2, 4);
  if (random.percent(40)) rule.offers_max = random.between<std::uint16_t>(1, 4);
  rule.retry_after = random_seconds(random, 1, 12);
  if (random.percent(40)) rule.misses_max = random.between<std::uint8_t>(1, 3);
  rule.withdrawal_lease = random_seconds(random, 0, 3);
  return rule;
}

CapacityRule random_capacity(Random& random, const Blueprint& b, std::size_t index) {
  CapacityRule rule{.name = named("capacity", index)};
  rule.units = random.between<std::uint16_t>(1, 5);
  for (std::size_t i = 0; i < b.channels.size(); ++i) {
    if (i > 0 && random.percent(20)) continue;  // every rule serves the first channel
    ChannelCapacity line{.channel = ChannelId{i}};
    line.cost = random.between<std::uint16_t>(1, rule.units);
    line.sessions_max = random.between<std::uint16_t>(1, 4);
    for (std::size_t other = 0; other < b.channels.size(); ++other) {
      if (other != i && random.percent(25)) line.interrupts.push_back(ChannelId{other});
    }
    rule.channels.push_back(line);
  }
  return rule;
}

WrapUpRule random_wrap_up(Random& random, const Blueprint& b, unsigned chance) {
  WrapUpRule rule;
  if (random.percent(chance)) rule.any_channel = random_seconds(random, 0, 3);
  if (random.percent(chance)) {
    rule.channels.push_back(
        {ChannelId{random.below(b.channels.size())}, random_seconds(random, 0, 3)});
  }
  return rule;
}

SkillGroup random_group(Random& random, const Blueprint& b, std::size_t index) {
  SkillGroup group{.name = named("group", index)};
  if (random.percent(30)) {
    group.channels.push_back(ChannelId{0});
    const ChannelId other{random.below(b.channels.size())};
    if (other != ChannelId{0}) group.channels.insert(group.channels.begin(), other);
  }
  group.weight = random.between<std::uint8_t>(1, 3);
  group.distribution = random.percent(12) ? Distribution::pull : Distribution::push;
  group.session_order = random_session_order(random, b);
  group.agent_order = random_agent_order(random, b);
  if (random.percent(20)) group.requirement = random_requirement(random, b);
  group.offer_rule = OfferRuleId{b.offer_rules.empty() ? 0 : random.below(b.offer_rules.size())};
  group.wrap_up = random_wrap_up(random, b, 30);
  if (random.percent(15)) group.keeps_free = random.between<std::uint16_t>(1, 2);
  if (random.percent(30)) group.max_length = random.between<std::uint32_t>(0, 3);
  if (random.percent(40)) group.max_wait = random_seconds(random, 1, 15);
  group.short_abandon = random_seconds(random, 0, 2);
  group.hours = random_hours(random, b, 50);
  group.at_closing = static_cast<AtClosing>(random.below(3));
  group.target_wait = random_seconds(random, 0, 3);
  group.service_window = random_seconds(random, 12, random.percent(50) ? 40 : 12);
  if (random.percent(15)) group.forecast = Forecast::counted;
  return group;
}

Agent random_agent(Random& random, const Blueprint& b, std::size_t index) {
  Agent agent{.name = named("agent", index)};
  agent.capacity = CapacityRuleId{b.capacities.empty() ? 0 : random.below(b.capacities.size())};
  for (std::size_t group = 0; group < b.groups.size(); ++group) {
    if (!random.percent(60)) continue;
    Membership member{.group = GroupId{group}};
    member.level = random.between<Level>(0, b.limits.level_max);
    member.preference = random.between<Preference>(0, 2);
    if (random.percent(25)) member.delay = random_seconds(random, 1, 4);
    member.share_percent = random.between<std::uint8_t>(0, 16);
    agent.memberships.push_back(member);
  }
  for (std::size_t skill = 0; skill < b.skills.size(); ++skill) {
    if (!random.percent(60)) continue;
    agent.skills.push_back({SkillId{skill}, random.between<Level>(0, b.limits.level_max)});
  }
  agent.wrap_up = random_wrap_up(random, b, 15);
  if (random.percent(20)) agent.pick_right = PickRight::all_groups;
  agent.shift = random_hours(random, b, 25);
  agent.shift_kind = random.percent(50) ? ShiftKind::fixed : ShiftKind::flexible;
  return agent;
}

// What would keep most lives from being plain.
void leave_out_much(Random& random, SkillGroup& group) {
  const SkillGroup plain;
  group.keeps_free = plain.keeps_free;
  group.forecast = plain.forecast;
  group.distribution = plain.distribution;
  group.channels = plain.channels;
  if (random.percent(94)) group.wrap_up = plain.wrap_up;
  if (random.percent(94)) group.agent_order = plain.agent_order;
  if (random.percent(80)) group.session_order = plain.session_order;
  if (random.percent(90)) group.hours = plain.hours;
  if (random.percent(80)) group.max_wait = plain.max_wait;
  if (random.percent(80)) group.weight = plain.weight;
}

void leave_out_much(Random& random, Agent& agent) {
  if (random.percent(94)) agent.wrap_up = {};
  if (random.percent(90)) agent.shift = {};
  const bool has_delays = random.percent(5);
  for (Membership& member : agent.memberships) {
    if (!has_delays) member.delay = Duration{0};
  }
}

// Of more than groups, agents and their orders.
void add_circumstances(Random& random, Blueprint& b) {
  add_tickets(random, b);
  add_entries(random, b);
  add_overflow(random, b);
  fill_surges(random, b);
  add_break_rules(random, b);
  add_affinity(random, b);
}

void add_attributes(Random& random, Blueprint& b) {
  static const std::vector<Attribute> choice = {
      {.name = "number", .type = AttributeType::number},
      {.name = "flag", .type = AttributeType::flag},
      {.name = "symbol", .type = AttributeType::symbol, .symbols = {"low", "middle", "high"}}};
  for (const Attribute& attribute : choice) {
    if (random.percent(60)) b.add(attribute);
  }
}

void add_limits(Random& random, Blueprint& b, bool crowded) {
  b.limits.sessions = crowded ? 60 : random.between<std::uint32_t>(2, 14);
  b.limits.requirements = random.between<std::uint16_t>(3, 7);
  b.limits.exclusions_per_session = 4;
  b.limits.priority_max = 3;
  b.limits.level_max = 5;
  b.limits.hops = random.between<std::uint8_t>(0, random.percent(20) ? 15 : 4);
  if (random.percent(30)) b.limits.classes = random.between<std::uint32_t>(1, 40);
}

}  // namespace

Registry random_registry() {
  Registry registry;
  registry.bind_agent_rank("agent_rank", 1, 2, [](const AgentFacts& a) {
    return a.handled + 3 * a.charged_units + a.units + a.level + 2 * a.preference +
           a.group.index() + a.agent.slot;
  });
  registry.bind_session_rank("session_rank", 2, 3, [](const SessionFacts& s) {
    std::uint64_t sum = s.reference + s.customer + s.priority + s.group.index() +
                        s.channel.index() + s.session.slot + (s.due == never ? 1 : 0);
    for (std::size_t i = 0; i < s.attributes.size(); ++i) {
      if (s.present_attributes >> i & 1) sum += static_cast<std::uint64_t>(s.attributes[i]);
    }
    return sum;
  });
  bind_choices(registry);
  return registry;
}

Duration random_seconds(Random& random, std::int64_t low, std::int64_t high) {
  return std::chrono::seconds{random.between(low, high)};
}

Requirement random_requirement(Random& random, const Blueprint& b) {
  if (b.skills.empty()) return random.percent(50) ? Requirement::anything() : !Requirement{};
  Requirement result = has_skill(SkillId{random.below(b.skills.size())});
  for (std::size_t left = random.below(6); left > 0; --left) {
    const SkillId skill{random.below(b.skills.size())};
    const Level low = random.between<Level>(0, b.limits.level_max);
    const Requirement test = SkillTest{skill, low, random.between<Level>(low, 6)};
    const std::size_t way = random.below(3);
    if (way == 0) result = result && test;
    if (way == 1) result = result || test;
    if (way == 2) result = !result;
  }
  return result;
}

Blueprint random_blueprint(Random& random) {
  Blueprint b{.name = "random"};
  const bool crowded = random.percent(4);
  const bool is_plain = random.percent(30);
  add_limits(random, b, crowded);
  const auto fill = [&random](std::size_t low, std::size_t high, const auto& add) {
    const std::size_t count = random.between(low, high);
    for (std::size_t i = 0; i < count; ++i) add(i);
  };
  fill(1, 4, [&](std::size_t i) { b.add(Channel{named("channel", i)}); });
  fill(0, 3, [&](std::size_t i) { b.add(Skill{named("skill", i)}); });
  add_attributes(random, b);
  fill(0, 2, [&](std::size_t i) { b.add(Reason{named("reason", i)}); });
  b.add(HostRank{"agent_rank", 1});
  b.add(HostRank{"session_rank", 2});
  const std::size_t rules_max = is_plain && random.percent(70) ? 0 : 3;
  fill(0, rules_max, [&](std::size_t i) { b.add(random_offer_rule(random, i)); });
  fill(0, rules_max, [&](std::size_t i) { b.add(random_capacity(random, b, i)); });
  fill(0, 2, [&](std::size_t i) {
    b.add(NamedRequirement{named("requirement", i), random_requirement(random, b)});
  });
  add_time_plans(random, b);
  if (!is_plain) add_surges(random, b);
  fill(1, 6, [&](std::size_t i) {
    SkillGroup group = random_group(random, b, i);
    if (is_plain) leave_out_much(random, group);
    b.add(group);
  });
  fill(crowded ? 8 : 1, crowded ? 20 : 7, [&](std::size_t i) {
    Agent agent = random_agent(random, b, i);
    if (is_plain) leave_out_much(random, agent);
    b.add(agent);
  });
  if (random.percent(3)) b.agents.clear();
  if (!is_plain) add_circumstances(random, b);
  if (is_plain && random.percent(40)) add_affinity(random, b);
  if (!is_plain || random.percent(40)) b.work_order = random_work_order(random);
  b.seed = random.bits();
  return b;
}

}  // namespace acd::twin
