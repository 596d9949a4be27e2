// Checks entries: conditions, slots, and rules that are never asked.
#include <fmt/format.h>

#include "config/bounds.hpp"
#include "config/findings.hpp"

namespace acd {
inline namespace v1 {
namespace {

bool always_takes(const EntryRule& rule) {
  const bool off_duty = rule.hours.is_none() || always_takes(rule.off_duty.target);
  return rule.when.is_anything() && always_takes(rule.on_duty.target) && off_duty;
}

void check_rule(Findings& findings, const std::string& path, const EntryRule& rule) {
  if (rule.name.empty()) findings.report(path + ".name", "the name is empty");
  check_condition(findings, path + ".when", rule.when, ConditionPlace::entry);
  if (rule.when.is_nothing()) findings.warn(path + ".when", "the rule is never asked");
  findings.may_name_line(path + ".hours", rule.hours, findings.blueprint().time_plans, "time plan");
  check_slot(findings, path + ".on_duty", rule.on_duty);
  check_slot(findings, path + ".off_duty", rule.off_duty);
  if (rule.hours.is_none() && rule.off_duty != EntrySlot{}) {
    findings.warn(path + ".off_duty", "without hours the rule is never off duty");
  }
}

void check_entry(Findings& findings, const std::string& path, const Entry& entry) {
  if (entry.rules.size() > entry_rules_max) {
    findings.report(path + ".rules",
                    fmt::format("{} lines, at most {}", entry.rules.size(), entry_rules_max));
  }
  if (entry.rules.empty()) {
    findings.warn(path + ".rules", "there is no rule: every session ends unrouted");
  }
  std::optional<std::size_t> last;
  for (std::size_t i = 0; i < entry.rules.size(); ++i) {
    const std::string line = fmt::format("{}.rules[{}]", path, i);
    check_rule(findings, line, entry.rules[i]);
    if (last) {
      findings.warn(line, fmt::format("the rule is never asked: {} takes every session",
                                      quoted(entry.rules[*last].name)));
    } else if (always_takes(entry.rules[i])) {
      last = i;
    }
  }
}

void check_callback_target(Findings& findings, const std::string& path, const Target& target) {
  const std::vector<SkillGroup>& groups = findings.blueprint().groups;
  findings.may_name_line(path + ".group", target.group, groups, "group");
  if (target.group.index() < groups.size() && !groups[target.group.index()].callbacks) {
    findings.report(path + ".group", fmt::format("{} has no callback rule",
                                                 quoted(groups[target.group.index()].name)));
  }
}

}  // namespace

bool always_takes(const Target& target) {
  switch (target.kind) {
    case TargetKind::message:
    case TargetKind::callback: return target.group.is_none();
    case TargetKind::host:
    case TargetKind::reject: return true;
    case TargetKind::undecided:
    case TargetKind::group:
    case TargetKind::named_group:
    case TargetKind::bot:
    case TargetKind::menu: return false;
  }
  return false;
}

void check_target(Findings& findings, const std::string& path, const Target& target) {
  const Blueprint& b = findings.blueprint();
  switch (target.kind) {
    case TargetKind::group:
      findings.names_line(path + ".group", target.group, b.groups, "group");
      return;
    case TargetKind::bot: findings.names_line(path + ".bot", target.bot, b.bots, "bot"); return;
    case TargetKind::menu:
      findings.names_line(path + ".node", target.node, b.menu_nodes, "menu node");
      return;
    case TargetKind::message:
      return findings.may_name_line(path + ".group", target.group, b.groups, "group");
    case TargetKind::callback: return check_callback_target(findings, path, target);
    case TargetKind::undecided:
    case TargetKind::named_group:
    case TargetKind::host:
    case TargetKind::reject: return;
  }
  findings.enumerator(path + ".kind", target.kind, last_target_kind);
}

void check_slot(Findings& findings, const std::string& path, const EntrySlot& slot) {
  const Blueprint& b = findings.blueprint();
  check_target(findings, path + ".target", slot.target);
  if (slot.priority && *slot.priority > b.limits.priority_max) {
    findings.report(path + ".priority", fmt::format("priority {} is above priority_max, {}",
                                                    *slot.priority, b.limits.priority_max));
  }
  findings.may_name_line(path + ".requirement", slot.requirement, b.requirements, "requirement");
}

void check_entries(Findings& findings) {
  const std::vector<Entry>& lines = findings.blueprint().entries;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    check_entry(findings, findings.named_line(Family::entries, i, lines[i]), lines[i]);
  }
}

}  // namespace v1
}  // namespace acd
