// Checks entries: conditions, slots, and rules that are never asked.
#include <fmt/format.h>

#include "config/bounds.hpp"
#include "config/findings.hpp"

namespace acd {
inline namespace v1 {
namespace {

constexpr std::int64_t lots = 10'000;

void check_test(Findings& findings, const std::string& path, const EntryTest& test) {
  const Blueprint& b = findings.blueprint();
  const auto span = [&](std::string_view what) {
    if (test.low > test.high) {
      findings.report(path, fmt::format("{} of {} to {} is empty", what, test.low, test.high));
    }
  };
  switch (test.kind) {
    case EntryTestKind::channel:
      findings.names_line(path, test.channel, b.channels, "channel");
      return;
    case EntryTestKind::attribute:
      findings.names_line(path, test.attribute, b.attributes, "attribute");
      return span("a value");
    case EntryTestKind::split:
      if (test.low < 0 || test.high > lots || test.low >= test.high) {
        findings.report(path, fmt::format("lots {} to {} are not a part of 0 to {}", test.low,
                                          test.high, lots));
      }
      return;
    case EntryTestKind::plan_open:
      findings.names_line(path, test.plan, b.time_plans, "time plan");
      return;
    case EntryTestKind::named: return findings.may_name_line(path, test.group, b.groups, "group");
  }
  findings.enumerator(path, test.kind, last_entry_test_kind);
}

void check_condition(Findings& findings, const std::string& path, const EntryCondition& when) {
  if (when.is_too_long()) {
    return findings.report(path, fmt::format("the condition has more than {} leaves and operators",
                                             EntryCondition::capacity));
  }
  for (const EntryCondition::Node& node : when.nodes()) {
    if (node.op == BooleanOp::leaf) check_test(findings, path, node.leaf);
  }
}

/// Whoever it is and whenever it is, nobody gets past such a target.
bool always_takes(const Target& target) {
  switch (target.kind) {
    case TargetKind::message:
    case TargetKind::callback:
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

bool always_takes(const EntryRule& rule) {
  const bool off_duty = rule.hours.is_none() || always_takes(rule.off_duty.target);
  return rule.when.is_anything() && always_takes(rule.on_duty.target) && off_duty;
}

void check_rule(Findings& findings, const std::string& path, const EntryRule& rule) {
  if (rule.name.empty()) findings.report(path + ".name", "the name is empty");
  check_condition(findings, path + ".when", rule.when);
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

}  // namespace

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
    case TargetKind::undecided:
    case TargetKind::named_group:
    case TargetKind::message:
    case TargetKind::callback:
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
