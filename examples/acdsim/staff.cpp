// Memberships by the number of calls taken.
#include "staff.hpp"

#include <algorithm>
#include <utility>

namespace acdsim {
namespace {

struct Skill {
  acd::GroupId group{};
  std::uint64_t calls = 0;
};

/// The queues' groups, in the order of the matrix; none for a queue without a group.
std::vector<acd::GroupId> groups_of(const acd::Blueprint& blueprint, const SkillMatrix& matrix) {
  std::vector<acd::GroupId> groups;
  for (const std::string& queue : matrix.queues) {
    const auto found = std::find_if(blueprint.groups.begin(), blueprint.groups.end(),
                                    [&](const acd::SkillGroup& g) { return g.name == queue; });
    groups.push_back(found == blueprint.groups.end()
                         ? acd::GroupId{}
                         : acd::GroupId{found - blueprint.groups.begin()});
  }
  return groups;
}

/// What he may serve, most calls first.
std::vector<Skill> skills_of(const SkillRow& row, const std::vector<acd::GroupId>& groups,
                             std::uint64_t calls_min) {
  std::vector<Skill> skills;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (groups[i].is_none() || row.calls[i] < calls_min) continue;
    skills.push_back({groups[i], row.calls[i]});
  }
  std::stable_sort(skills.begin(), skills.end(),
                   [](const Skill& a, const Skill& b) { return a.calls > b.calls; });
  return skills;
}

acd::Level level_of(std::uint64_t calls, std::vector<std::uint64_t>& of_members) {
  std::sort(of_members.begin(), of_members.end(), std::greater<>{});
  const auto rank =
      std::lower_bound(of_members.begin(), of_members.end(), calls, std::greater<>{}) -
      of_members.begin();
  return static_cast<acd::Level>(3 - 3 * rank / static_cast<std::ptrdiff_t>(of_members.size()));
}

acd::Agent make_agent(std::string name, const std::vector<Skill>& skills,
                      std::vector<std::vector<std::uint64_t>>& calls_of_groups,
                      acd::Duration help_after) {
  acd::Agent agent{.name = std::move(name)};
  for (std::size_t rank = 0; rank < skills.size(); ++rank) {
    const Skill& skill = skills[rank];
    agent.memberships.push_back(
        {.group = skill.group,
         .level = level_of(skill.calls, calls_of_groups[skill.group.index()]),
         .preference = static_cast<acd::Preference>(rank),
         .delay = rank == 0 ? acd::Duration{0} : help_after});
  }
  return agent;
}

}  // namespace

std::vector<std::string> add_staff(acd::Blueprint& blueprint, const SkillMatrix& matrix,
                                   const Names& agents, const StaffRules& rules) {
  const std::vector<acd::GroupId> groups = groups_of(blueprint, matrix);
  std::vector<std::vector<Skill>> skills;
  std::vector<std::vector<std::uint64_t>> calls_of_groups(blueprint.groups.size());
  for (const SkillRow& row : matrix.rows) {
    skills.push_back(skills_of(row, groups, rules.calls_min));
    for (const Skill& skill : skills.back()) {
      calls_of_groups[skill.group.index()].push_back(skill.calls);
    }
  }
  std::vector<std::string> left_out;
  for (std::size_t i = 0; i < matrix.rows.size(); ++i) {
    const std::string& name = agents.name(matrix.rows[i].agent);
    const bool known = std::any_of(blueprint.agents.begin(), blueprint.agents.end(),
                                   [&](const acd::Agent& a) { return a.name == name; });
    if (known) continue;
    if (skills[i].empty()) {
      left_out.push_back(name);
      continue;
    }
    blueprint.add(make_agent(name, skills[i], calls_of_groups, rules.help_after));
  }
  return left_out;
}

}  // namespace acdsim
