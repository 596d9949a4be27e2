// What there is at first, and how much one step can tell.
#include "twin/twin_facts.hpp"

#include <algorithm>

namespace acd::twin {

TwinFacts::TwinFacts(Blueprint blueprint, Registry registry)
    : blueprint_{std::move(blueprint)}, registry_{std::move(registry)} {
  if (blueprint_.offer_rules.empty()) blueprint_.add(OfferRule{});
  if (blueprint_.capacities.empty()) {
    CapacityRule one;
    for (std::size_t i = 0; i < blueprint_.channels.size(); ++i) {
      one.channels.push_back({.channel = ChannelId{i}});
    }
    blueprint_.add(one);
  }
  generator_ = blueprint_.seed;
  for (const NamedRequirement& named : blueprint_.requirements) {
    requirements_.push_back(named.requirement);
  }
  for (std::size_t group = 0; group < blueprint_.groups.size(); ++group) {
    for (std::size_t channel = 0; channel < blueprint_.channels.size(); ++channel) {
      if (!serves(GroupId{group}, ChannelId{channel})) continue;
      first_classes_.emplace(GroupId{group}, ChannelId{channel}, RequirementId::none());
    }
  }
  classes_ = first_classes_;
  plans_.resize(blueprint_.time_plans.size());
  materialise_plans();
  surges_.resize(blueprint_.surges.size());
  forecasts_.resize(blueprint_.groups.size());
  turns_.resize(blueprint_.groups.size());
  for (const Agent& agent : blueprint_.agents) {
    AgentRecord& record = agents_.emplace_back();
    record.capacity = agent.capacity;
    record.outside.resize(blueprint_.channels.size());
    for (const Membership& of : agent.memberships) {
      record.memberships.push_back({.level = of.level, .preference = of.preference});
    }
  }
}

// How many events one command, or one deadline, can emit at most: its own, two for every
// offer there is, an end and new offers for every session, and changes of agents.
std::uint64_t TwinFacts::step_bound() const {
  const std::uint64_t agents = agents_.size();
  const std::uint64_t sessions = sessions_.live().size() + 1;
  std::uint64_t entry_rules = 0;
  for (const Entry& entry : blueprint_.entries) entry_rules += entry.rules.size();
  std::uint64_t overflow_rules = 0;
  for (const SkillGroup& group : blueprint_.groups) {
    overflow_rules = std::max<std::uint64_t>(overflow_rules, group.overflow.size());
  }
  const std::uint64_t offers = offers_.live().size();
  const std::uint64_t of_affinity = asks_affinity() ? 6 * sessions * (agents + offers + 3) : 0;
  return of_affinity + 20 + 2 * offers + sessions * (agents + 2) + 4 * agents +
         blueprint_.groups.size() + 2 * plans_.size() + entry_rules + blueprint_.menu_nodes.size() +
         2 * surges_.size() +
         8 * sessions * (blueprint_.limits.hops + std::uint64_t{2}) * overflow_rules;
}

}  // namespace acd::twin
