// Checks break rules.
#include <fmt/format.h>

#include "config/findings.hpp"

namespace acd {
inline namespace v1 {
namespace {

void check_rule(Findings& findings, const std::string& path, const BreakRule& rule) {
  const Blueprint& blueprint = findings.blueprint();
  findings.may_name_line(path + ".group", rule.group, blueprint.groups, "group");
  Listed<ReasonId> listed;
  for (std::size_t i = 0; i < rule.reasons.size(); ++i) {
    const ReasonId reason = rule.reasons[i];
    const std::string line = fmt::format("{}.reasons[{}]", path, i);
    if (!findings.names_line(line, reason, blueprint.reasons, "reason")) continue;
    if (listed.again(reason)) {
      findings.report(line, quoted(blueprint.reasons[reason.index()].name) + " is listed twice");
    }
  }
  findings.enumerator(path + ".answer", rule.answer, last_break_answer);
  findings.enumerator(path + ".approval", rule.approval, last_break_approval);
  if (rule.ready_min == 0 && !rule.away_max && rule.approval == BreakApproval::not_needed) {
    findings.warn(path, "the rule allows every break");
  }
}

}  // namespace

void check_break_rules(Findings& findings) {
  const std::vector<BreakRule>& lines = findings.blueprint().break_rules;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    check_rule(findings, findings.named_line(Family::break_rules, i, lines[i]), lines[i]);
  }
}

}  // namespace v1
}  // namespace acd
