// Checks agents.
#include <fmt/format.h>

#include <algorithm>

#include "config/findings.hpp"

namespace acd {
inline namespace v1 {
namespace {

void check_capacity(Findings& findings, const std::string& path, const Agent& agent,
                    const SkillGroup& group) {
  const Blueprint& blueprint = findings.blueprint();
  if (agent.capacity.index() >= blueprint.capacities.size() || blueprint.channels.empty()) return;
  const CapacityRule& rule = blueprint.capacities[agent.capacity.index()];
  if (can_serve(rule, group, blueprint.channels.size())) return;
  findings.report(path, fmt::format("capacity {} serves no channel of {}", quoted(rule.name),
                                    quoted(group.name)));
}

void check_memberships(Findings& findings, const std::string& path, const Agent& agent) {
  const std::vector<SkillGroup>& groups = findings.blueprint().groups;
  Listed<GroupId> listed;
  int percent = 0;
  for (std::size_t i = 0; i < agent.memberships.size(); ++i) {
    const Membership& membership = agent.memberships[i];
    const std::string line = fmt::format("{}[{}]", path, i);
    if (findings.names_line(line + ".group", membership.group, groups, "group")) {
      const SkillGroup& group = groups[membership.group.index()];
      if (listed.again(membership.group)) {
        findings.report(line + ".group", quoted(group.name) + " is listed twice");
      }
      check_capacity(findings, line + ".group", agent, group);
    }
    findings.level(line + ".level", membership.level);
    findings.not_negative(line + ".delay", membership.delay);
    findings.may_name_line(line + ".when", membership.when, findings.blueprint().surges, "surge");
    percent += membership.share_percent;
  }
  if (percent > 100) {
    findings.report(path, fmt::format("the shares add up to {} percent, at most 100", percent));
  }
}

void check_skills(Findings& findings, const std::string& path, const Agent& agent) {
  const std::vector<Skill>& skills = findings.blueprint().skills;
  Listed<SkillId> listed;
  for (std::size_t i = 0; i < agent.skills.size(); ++i) {
    const auto& [skill, level] = agent.skills[i];
    const std::string line = fmt::format("{}[{}]", path, i);
    if (findings.names_line(line + ".skill", skill, skills, "skill") && listed.again(skill)) {
      findings.report(line + ".skill", quoted(skills[skill.index()].name) + " is listed twice");
    }
    findings.level(line + ".level", level);
  }
}

void check_agent(Findings& findings, const std::string& path, const Agent& agent) {
  findings.names_line(path + ".capacity", agent.capacity, findings.blueprint().capacities,
                      "capacity rule");
  check_memberships(findings, path + ".memberships", agent);
  check_skills(findings, path + ".skills", agent);
  check_wrap_up(findings, path + ".wrap_up", agent.wrap_up);
  findings.enumerator(path + ".pick_right", agent.pick_right, PickRight::all_groups);
  findings.may_name_line(path + ".shift", agent.shift, findings.blueprint().time_plans,
                         "time plan");
  findings.enumerator(path + ".shift_kind", agent.shift_kind, last_shift_kind);
  findings.may_name_line(path + ".team", agent.team, findings.blueprint().teams, "team");
}

}  // namespace

bool can_serve(const CapacityRule& rule, const SkillGroup& group, std::size_t channels) {
  return std::ranges::any_of(rule.channels, [&](const ChannelCapacity& capacity) {
    if (capacity.channel.index() >= channels) return false;
    return group.channels.empty() ||
           std::ranges::find(group.channels, capacity.channel) != group.channels.end();
  });
}

void check_agents(Findings& findings) {
  const std::vector<Agent>& lines = findings.blueprint().agents;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    check_agent(findings, findings.named_line(Family::agents, i, lines[i]), lines[i]);
  }
}

}  // namespace v1
}  // namespace acd
