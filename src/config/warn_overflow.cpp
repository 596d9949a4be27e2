// Warns of overflow rules that never act, and of targets that are never reached.
#include <fmt/format.h>

#include <algorithm>

#include "config/findings.hpp"
#include "config/shadow.hpp"

namespace acd {
inline namespace v1 {
namespace {

/// It takes whoever its condition holds for, whenever it is asked.
bool takes_all(const OverflowRule& rule) {
  return !rule.repeat && std::ranges::any_of(rule.targets, always_takes);
}

void warn_of_targets(Findings& findings, const std::string& path, const OverflowRule& rule) {
  const auto last = std::ranges::find_if(rule.targets, always_takes);
  for (auto target = last; target != rule.targets.end(); ++target) {
    if (target == last) continue;
    findings.warn(fmt::format("{}.targets[{}]", path, target - rule.targets.begin()),
                  "it is never reached: the targets before it take every session");
  }
}

void warn_of_stage(Findings& findings, const std::string& path, GroupId group,
                   OverflowStage stage) {
  const bool is_arriving = stage == OverflowStage::arriving;
  const Circumstances world{findings.blueprint(),
                            is_arriving ? ConditionPlace::arriving : ConditionPlace::waiting,
                            group};
  Shadow shadow{world};
  const std::vector<OverflowRule>& rules = findings.blueprint().groups[group.index()].overflow;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (rules[i].stage != stage) continue;
    const std::string line = fmt::format("{}[{}]", path, i);
    const std::string why = shadow.over(rules[i].when);
    if (!why.empty()) findings.warn(line + ".when", why);
    warn_of_targets(findings, line, rules[i]);
    if (takes_all(rules[i])) shadow.add(rules[i].name, rules[i].when);
  }
}

}  // namespace

void warn_of_overflow(Findings& findings) {
  for (std::size_t i = 0; i < findings.blueprint().groups.size(); ++i) {
    const std::string path = findings.path_of(Family::groups, i) + ".overflow";
    warn_of_stage(findings, path, GroupId{i}, OverflowStage::arriving);
    warn_of_stage(findings, path, GroupId{i}, OverflowStage::waiting);
  }
}

}  // namespace v1
}  // namespace acd
