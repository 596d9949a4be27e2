// Levels are read from the agents' lists.
#include "config/staff.hpp"

#include <algorithm>

namespace acd {
inline namespace v1 {

Staff::Staff(const Blueprint& blueprint)
    : blueprint_{blueprint}, members_(blueprint.groups.size()) {
  for (std::size_t i = 0; i < blueprint.agents.size(); ++i) {
    for (const Membership& membership : blueprint.agents[i].memberships) {
      members_[membership.group.index()].push_back(i);
    }
  }
}

bool Staff::any_member_serves(GroupId group, ChannelId channel) const {
  const auto lists = [&](CapacityRuleId id) {
    const auto& listed = blueprint_.capacities[id.index()].channels;
    return std::ranges::find(listed, channel, &ChannelCapacity::channel) != listed.end();
  };
  return std::ranges::any_of(members(group), [&](std::size_t member) {
    const CapacityRuleId own = blueprint_.agents[member].capacity;
    if (lists(own)) return true;
    return std::ranges::any_of(blueprint_.surges, [&](const Surge& surge) {
      return std::ranges::any_of(surge.capacities, [&](const CapacitySwap& swap) {
        return swap.from == own && lists(swap.to);
      });
    });
  });
}

bool Staff::meets(std::size_t agent, const Requirement& requirement) const {
  const std::vector<SkillLevel>& skills = blueprint_.agents[agent].skills;
  return requirement.evaluate([&](const SkillTest& test) {
    const auto found = std::ranges::find(skills, test.skill, &SkillLevel::skill);
    return found != skills.end() && test.low <= found->level && found->level <= test.high;
  });
}

bool Staff::any_meets(const Requirement& requirement) const {
  for (std::size_t i = 0; i < blueprint_.agents.size(); ++i) {
    if (meets(i, requirement)) return true;
  }
  return false;
}

std::vector<std::size_t> Staff::who_meets(GroupId group, const Requirement& requirement) const {
  std::vector<std::size_t> found;
  for (const std::size_t agent : members(group)) {
    const bool meets_both =
        meets(agent, blueprint_.groups[group.index()].requirement) && meets(agent, requirement);
    if (meets_both) found.push_back(agent);
  }
  return found;
}

}  // namespace v1
}  // namespace acd
