// Warns of groups without members, requirements that nobody meets, breaks that nobody gets.
#include <fmt/format.h>

#include <algorithm>

#include "config/findings.hpp"
#include "config/staff.hpp"

namespace acd {
inline namespace v1 {
namespace {

class StaffWarnings {
 public:
  explicit StaffWarnings(Findings& findings)
      : findings_{findings}, blueprint_{findings.blueprint()}, staff_{blueprint_} {}

  void report() {
    for (std::size_t i = 0; i < blueprint_.requirements.size(); ++i) warn_of_requirement(i);
    for (std::size_t i = 0; i < blueprint_.groups.size(); ++i) warn_of_group(GroupId{i});
    for (std::size_t i = 0; i < blueprint_.menu_nodes.size(); ++i) {
      warn_of_slots(findings_.path_of(Family::menu_nodes, i), blueprint_.menu_nodes[i]);
    }
    for (std::size_t i = 0; i < blueprint_.entries.size(); ++i) {
      const std::vector<EntryRule>& rules = blueprint_.entries[i].rules;
      for (std::size_t j = 0; j < rules.size(); ++j) {
        warn_of_slots(fmt::format("{}.rules[{}]", findings_.path_of(Family::entries, i), j),
                      rules[j]);
      }
    }
    for (std::size_t i = 0; i < blueprint_.break_rules.size(); ++i) warn_of_breaks(i);
  }

 private:
  void warn_of_requirement(std::size_t index) {
    if (staff_.any_meets(blueprint_.requirements[index].requirement)) return;
    findings_.warn(findings_.path_of(Family::requirements, index) + ".requirement",
                   "no agent meets it");
  }

  void warn_of_group(GroupId id) {
    const SkillGroup& group = blueprint_.groups[id.index()];
    const std::string path = findings_.path_of(Family::groups, id.index());
    if (staff_.members(id).empty()) {
      if (!is_served_otherwise(group)) findings_.warn(path, "no agent is a member");
    } else if (staff_.who_meets(id, Requirement::anything()).empty()) {
      findings_.warn(path + ".requirement", "no member meets it");
    }
    const bool has_members = !staff_.members(id).empty();
    if (has_members && group.callbacks && !staff_.any_member_serves(id, group.callbacks->channel)) {
      findings_.warn(path + ".callbacks.channel", "the capacity of no member lists it");
    }
    for (std::size_t i = 0; i < group.overflow.size(); ++i) {
      warn_of_rule(fmt::format("{}.overflow[{}]", path, i), id, group.overflow[i]);
    }
  }

  /// Its rules lead elsewhere, or a supervisor picks from it.
  [[nodiscard]] bool is_served_otherwise(const SkillGroup& group) const {
    const bool leads_on = std::ranges::any_of(group.overflow, [](const OverflowRule& rule) {
      return !rule.targets.empty() || !rule.also_in.empty();
    });
    if (leads_on || group.distribution == Distribution::push) return leads_on;
    return std::ranges::count(blueprint_.agents, PickRight::all_groups, &Agent::pick_right) > 0;
  }

  void warn_of_rule(const std::string& path, GroupId group, const OverflowRule& rule) {
    if (rule.relaxation != Relaxation::replaced) return;
    std::vector<GroupId> groups = rule.also_in;
    if (rule.targets.empty()) groups.push_back(group);
    for (const Target& target : rule.targets) {
      if (target.kind != TargetKind::group) return;
      groups.push_back(target.group);
    }
    warn_unless_met(path + ".requirement", groups, rule.requirement);
  }

  template <class Line>
  void warn_of_slots(const std::string& path, const Line& line) {
    warn_of_slot(path + ".on_duty", line.on_duty);
    warn_of_slot(path + ".off_duty", line.off_duty);
  }
  void warn_of_slot(const std::string& path, const EntrySlot& slot) {
    if (slot.target.kind != TargetKind::group || slot.requirement.is_none()) return;
    warn_unless_met(path + ".requirement", {slot.target.group}, slot.requirement);
  }

  /// What no agent meets, and what has no members, is told of once, elsewhere.
  void warn_unless_met(const std::string& path, const std::vector<GroupId>& groups,
                       RequirementId id) {
    const Requirement& requirement = blueprint_.requirements[id.index()].requirement;
    if (!staff_.any_meets(requirement)) return;
    std::string names;
    for (const GroupId group : groups) {
      if (!staff_.who_meets(group, requirement).empty()) return;
      names += (names.empty() ? "" : " or ") + quoted(blueprint_.groups[group.index()].name);
    }
    findings_.warn(path, "no member of " + names + " meets it");
  }

  void warn_of_breaks(std::size_t index) {
    const BreakRule& rule = blueprint_.break_rules[index];
    const std::string path = findings_.path_of(Family::break_rules, index);
    const std::size_t members =
        rule.group.is_none() ? blueprint_.agents.size() : staff_.members(rule.group).size();
    if (rule.away_max && *rule.away_max == 0) {
      findings_.warn(path + ".away_max", "no break is ever allowed");
    } else if (rule.ready_min >= members && members > 0) {
      findings_.warn(path + ".ready_min",
                     fmt::format("no break is ever allowed: there are {} members", members));
    }
  }

  Findings& findings_;
  const Blueprint& blueprint_;
  Staff staff_;
};

}  // namespace

void warn_of_staff(Findings& findings) {
  // Without agents the plan is a part, and they come from elsewhere.
  if (!findings.blueprint().agents.empty()) StaffWarnings{findings}.report();
}

}  // namespace v1
}  // namespace acd
