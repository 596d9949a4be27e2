// Reading strategies once: lists sorted, teams gathered, choices bound.
#include "config/affinity_tables.hpp"

#include <algorithm>

namespace acd {
inline namespace v1 {
namespace {

std::vector<RingedAgent> in_rings(std::vector<ScoredAgent> agents) {
  std::ranges::stable_sort(agents, std::ranges::greater{}, &ScoredAgent::score);
  std::vector<RingedAgent> ringed;
  std::uint32_t ring = 0;
  for (std::size_t i = 0; i < agents.size(); ++i) {
    if (i > 0 && agents[i].score != agents[i - 1].score) ++ring;
    ringed.push_back({agents[i].agent.slot, ring});
  }
  return ringed;
}

GroupAffinity read_group(const SkillGroup& group) {
  GroupAffinity tables;
  for (const AffinityStrategy& strategy : group.affinity.criteria()) {
    const bool is_asked = !strategy.when.is_anything();
    tables.strategies.push_back({.kind = strategy.kind,
                                 .scope = strategy.scope,
                                 .hold_for = strategy.hold_for,
                                 .hold_place = strategy.hold_place,
                                 .host_choice = strategy.host_choice,
                                 .has_condition = is_asked,
                                 .backup = strategy.backup,
                                 .window = strategy.window,
                                 .hold = strategy.hold,
                                 .ring = strategy.ring});
    tables.conditions.push_back(&strategy.when);
    tables.lists.push_back(in_rings(strategy.agents));
    tables.keeps_owners = tables.keeps_owners || asks_owner(strategy.kind);
    tables.asks_conditions = tables.asks_conditions || is_asked;
  }
  return tables;
}

std::vector<AgentChoice> bind(const Blueprint& blueprint, const Registry& registry) {
  std::vector<AgentChoice> choices;
  for (const HostChoice& choice : blueprint.host_choices) {
    const Registry::Binding* binding = registry.find(choice.name);
    choices.push_back(binding == nullptr ? AgentChoice{} : binding->agent_choice);
  }
  return choices;
}

}  // namespace

AffinityTables::AffinityTables(const Blueprint& blueprint, const Registry& registry)
    : keeps_memory{blueprint.memory.contacts > 0}, choices{bind(blueprint, registry)} {
  read_groups(blueprint);
  for (const GroupAffinity& chain : chains_) {
    has_affinity = has_affinity || !chain.strategies.empty();
    for (const StrategyTables& strategy : chain.strategies) {
      has_backups = has_backups || !strategy.backup.is_none();
    }
  }
  gather_teams(blueprint);
}

// Compared with so many that came before at most: linear in the groups.
void AffinityTables::read_groups(const Blueprint& blueprint) {
  constexpr std::size_t compared_max = 64;
  std::vector<const Affinity*> first_with;  // by chain
  for (const SkillGroup& group : blueprint.groups) {
    const auto end =
        first_with.begin() + static_cast<std::ptrdiff_t>(std::min(first_with.size(), compared_max));
    const auto same = std::find_if(first_with.begin(), end,
                                   [&](const Affinity* other) { return *other == group.affinity; });
    if (same != end) {
      chain_of_.push_back(static_cast<std::uint16_t>(same - first_with.begin()));
      continue;
    }
    chain_of_.push_back(static_cast<std::uint16_t>(chains_.size()));
    chains_.push_back(read_group(group));
    first_with.push_back(&group.affinity);
  }
}

void AffinityTables::gather_teams(const Blueprint& blueprint) {
  std::vector<std::vector<std::uint32_t>> members(blueprint.teams.size());
  for (std::size_t i = 0; i < blueprint.agents.size(); ++i) {
    const TeamId team = blueprint.agents[i].team;
    if (!team.is_none()) members[team.index()].push_back(static_cast<std::uint32_t>(i));
  }
  team_begins_.push_back(0);
  for (const std::vector<std::uint32_t>& team : members) {
    team_members_.insert(team_members_.end(), team.begin(), team.end());
    team_begins_.push_back(static_cast<std::uint32_t>(team_members_.size()));
  }
}

}  // namespace v1
}  // namespace acd
