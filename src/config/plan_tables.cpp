// Filling the tables from a checked blueprint.
#include "config/plan_tables.hpp"

#include <algorithm>
#include <optional>

namespace acd {
inline namespace v1 {
namespace {

std::vector<Registry::Binding> bind(const Blueprint& blueprint, const Registry& registry) {
  std::vector<Registry::Binding> bindings;
  for (const HostRank& rank : blueprint.host_ranks) {
    const Registry::Binding* binding = registry.find(rank.name);
    bindings.push_back(binding == nullptr ? Registry::Binding{} : *binding);
  }
  return bindings;
}

// First to decide wins: the rule for the channel, then the rule for any.
std::optional<Duration> decide(const WrapUpRule& rule, ChannelId channel) {
  for (const WrapUpRule::ForChannel& entry : rule.channels) {
    if (entry.channel == channel) return entry.duration;
  }
  return rule.any_channel;
}

GroupTables compile_group(const SkillGroup& group, const Blueprint& blueprint,
                          std::span<const Registry::Binding> bindings) {
  GroupTables tables{.agent_keys = {group.agent_order, blueprint.limits, bindings},
                     .session_keys = {group.session_order, blueprint.limits, bindings},
                     .first_channel = group.channels.empty() ? ChannelId{0} : group.channels[0],
                     .offer = blueprint.offer_rules[group.offer_rule.index()],
                     .max_length = group.max_length.value_or(unlimited),
                     .max_wait = group.max_wait.value_or(Duration{0}),
                     .ends_at_closing = group.at_closing == AtClosing::end,
                     .keeps_free = group.keeps_free,
                     .delays = {},
                     .members = {}};
  for (const ChannelId channel : group.channels) tables.channels |= 1U << channel.index();
  if (group.channels.empty()) {
    for (std::size_t i = 0; i < blueprint.channels.size(); ++i) tables.channels |= 1U << i;
  }
  if (tables.offer.mode == OfferMode::assign) tables.offer.fan_out = 1;
  tables.offers_max = tables.offer.offers_max.value_or(0);
  tables.is_push = group.distribution == Distribution::push;
  return tables;
}

CapacityTables compile_capacity(const CapacityRule& rule, std::size_t channels) {
  CapacityTables tables{.units = rule.units, .channels = {}};
  tables.channels.resize(channels);
  for (const ChannelCapacity& entry : rule.channels) {
    ChannelTables& channel = tables.channels[entry.channel.index()];
    channel.cost = entry.cost;
    channel.sessions_max = entry.sessions_max;
    for (const ChannelId other : entry.interrupts) channel.interrupts |= 1U << other.index();
    tables.interrupts = tables.interrupts || channel.interrupts != 0;
    tables.is_exclusive = tables.is_exclusive && entry.cost == rule.units && !tables.interrupts;
    tables.listed |= 1U << entry.channel.index();
  }
  return tables;
}

// Charges that one agent can hold: each channel by its widest bound, for his rule may change
// while he works, and a channel that the new one does not list costs nothing then.
std::uint32_t charges_max(const std::vector<CapacityTables>& rules, std::size_t channels) {
  std::uint32_t total = 0;
  for (std::size_t channel = 0; channel < channels; ++channel) {
    std::uint32_t widest = 0;
    for (const CapacityTables& rule : rules) {
      const ChannelTables& line = rule.channels[channel];
      if (line.cost == 0) continue;
      widest = std::max(widest, std::min<std::uint32_t>(line.sessions_max, rule.units / line.cost));
    }
    total += widest;
  }
  return total;
}

void compile_wrap_ups(PlanTables& tables) {
  const std::size_t channels = tables.blueprint.channels.size();
  for (const SkillGroup& group : tables.blueprint.groups) {
    for (std::size_t i = 0; i < channels; ++i) {
      tables.wrap_ups.push_back(decide(group.wrap_up, ChannelId{i}).value_or(Duration{0}));
    }
  }
}

void compile_agents(PlanTables& tables) {
  const Blueprint& blueprint = tables.blueprint;
  const std::size_t skills = blueprint.skills.size();
  tables.skill_levels.resize(blueprint.agents.size() * skills);
  for (std::size_t i = 0; i < blueprint.agents.size(); ++i) {
    const Agent& agent = blueprint.agents[i];
    tables.agents.push_back({static_cast<std::uint32_t>(tables.memberships.size()),
                             static_cast<std::uint32_t>(agent.memberships.size()),
                             agent.wrap_up.any_channel || !agent.wrap_up.channels.empty()});
    for (const SkillLevel& skill : agent.skills) {
      tables.skill_levels[i * skills + skill.skill.index()] =
          static_cast<std::uint8_t>(skill.level + 1);
    }
    for (const Membership& membership : agent.memberships) {
      GroupTables& group = tables.groups[membership.group.index()];
      group.members.push_back(static_cast<std::uint32_t>(tables.memberships.size()));
      group.delays.push_back(membership.delay);
      tables.memberships.push_back(
          {static_cast<std::uint32_t>(i), membership.group, 0, membership.when});
    }
  }
}

void compile_rings(PlanTables& tables) {
  for (GroupTables& group : tables.groups) {
    if (group.delays.empty()) group.delays.emplace_back(0);
    std::sort(group.delays.begin(), group.delays.end());
    group.delays.erase(std::unique(group.delays.begin(), group.delays.end()), group.delays.end());
    group.has_delays = group.delays.back() > Duration{0};
    tables.rings_max = std::max(tables.rings_max, static_cast<std::uint32_t>(group.delays.size()));
  }
  std::size_t next = 0;
  for (const Agent& agent : tables.blueprint.agents) {
    for (const Membership& membership : agent.memberships) {
      const std::vector<Duration>& delays = tables.groups[membership.group.index()].delays;
      const auto place = std::lower_bound(delays.begin(), delays.end(), membership.delay);
      tables.memberships[next++].ring = static_cast<std::uint16_t>(place - delays.begin());
    }
  }
}

void compile_hours(PlanTables& tables) {
  const Blueprint& plan = tables.blueprint;
  const PlanBook book{.plans = plan.time_plans, .zones = plan.zones};
  for (const TimePlan& hours : plan.time_plans) {
    tables.timetables.push_back(
        Timetable::compile(hours, book, plan.timetables_from, plan.timetables_until));
  }
}

void compile_menus(PlanTables& tables) {
  const std::vector<MenuNode>& nodes = tables.blueprint.menu_nodes;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].parent.is_none()) continue;
    tables.menu_children.push_back({nodes[i].parent, nodes[i].key, MenuNodeId{i}});
  }
  std::sort(tables.menu_children.begin(), tables.menu_children.end());
}

}  // namespace

PlanTables::PlanTables(const Blueprint& complete, const Registry& registry)
    : blueprint{complete},
      overflow{blueprint},
      affinity{blueprint, registry},
      bindings{bind(complete, registry)},
      work{complete.work_order} {
  channels = blueprint.channels.size();
  for (const SkillGroup& group : blueprint.groups) {
    groups.push_back(compile_group(group, blueprint, bindings));
  }
  for (const CapacityRule& rule : blueprint.capacities) {
    capacities.push_back(compile_capacity(rule, blueprint.channels.size()));
  }
  compile_wrap_ups(*this);
  compile_agents(*this);
  compile_rings(*this);
  compile_hours(*this);
  compile_menus(*this);
  offers_max = charges_max(capacities, blueprint.channels.size()) *
               static_cast<std::uint32_t>(blueprint.agents.size());
}

bool PlanTables::has_menu_children(MenuNodeId node) const {
  const auto first = std::ranges::lower_bound(menu_children, node, {}, &MenuChild::parent);
  return first != menu_children.end() && first->parent == node;
}

MenuNodeId PlanTables::menu_child(MenuNodeId node, std::int64_t key) const {
  const MenuChild wanted{node, key, MenuNodeId{0}};
  const auto found = std::lower_bound(menu_children.begin(), menu_children.end(), wanted);
  const bool is_it = found != menu_children.end() && found->parent == node && found->key == key;
  return is_it ? found->node : MenuNodeId::none();
}

bool PlanTables::meets(std::uint32_t agent, const Requirement& requirement) const {
  const std::span<const std::uint8_t> levels = skills_of(agent);
  return requirement.evaluate([levels](const SkillTest& test) {
    const std::uint8_t stored = levels[test.skill.index()];
    return stored != 0 && stored - 1 >= test.low && stored - 1 <= test.high;
  });
}

bool PlanTables::has_wrap_up(GroupId group) const {
  bool any = false;
  for (std::size_t i = 0; i < channels; ++i) {
    any = any || wrap_up(group, ChannelId{i}) > Duration{0};
  }
  return any;
}

Duration PlanTables::own_wrap_up(std::uint32_t agent, GroupId group, ChannelId channel) const {
  return decide(blueprint.agents[agent].wrap_up, channel).value_or(wrap_up(group, channel));
}

}  // namespace v1
}  // namespace acd
