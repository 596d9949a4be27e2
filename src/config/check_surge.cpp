// Checks surges: thresholds that do not contradict each other, and what a surge changes.
#include <fmt/format.h>

#include <array>

#include "config/bounds.hpp"
#include "config/circumstances.hpp"
#include "config/findings.hpp"

namespace acd {
inline namespace v1 {
namespace {

constexpr Duration shortest_dwell = std::chrono::seconds{1};

/// Entering and leaving at once, a surge would flicker.
void check_thresholds(Findings& findings, const std::string& path, const Surge& surge) {
  const std::size_t before = findings.count();
  check_condition(findings, path + ".enter", surge.enter, ConditionPlace::surge);
  if (!surge.leave) return;
  check_condition(findings, path + ".leave", *surge.leave, ConditionPlace::surge);
  if (findings.count() != before) return;
  const Circumstances world{findings.blueprint(), ConditionPlace::surge};
  const std::array both{surge.enter, *surge.leave};
  if (world.possible(both) != Possibility::somehow) return;
  constexpr std::string_view message = "it can hold while enter does: the surge would flicker";
  if (world.quantities(surge.enter) == world.quantities(*surge.leave)) {
    findings.report(path + ".leave", std::string{message});
  } else {
    findings.warn(path + ".leave", std::string{message});
  }
}

void check_capacities(Findings& findings, const std::string& path, const Surge& surge) {
  const std::vector<CapacityRule>& rules = findings.blueprint().capacities;
  Listed<CapacityRuleId> listed;
  for (std::size_t i = 0; i < surge.capacities.size(); ++i) {
    const auto& [from, to] = surge.capacities[i];
    const std::string line = fmt::format("{}[{}]", path, i);
    const bool knows_from = findings.names_line(line + ".from", from, rules, "capacity rule");
    const bool knows_to = findings.names_line(line + ".to", to, rules, "capacity rule");
    if (knows_from && listed.again(from)) {
      findings.report(line + ".from", quoted(rules[from.index()].name) + " is listed twice");
    }
    if (knows_to && from == to) findings.report(line + ".to", "nothing is swapped");
  }
}

void check_wrap_ups(Findings& findings, const std::string& path, const Surge& surge) {
  const std::vector<SkillGroup>& groups = findings.blueprint().groups;
  Listed<GroupId> listed;
  for (std::size_t i = 0; i < surge.wrap_ups.size(); ++i) {
    const auto& [group, percent] = surge.wrap_ups[i];
    const std::string line = fmt::format("{}[{}]", path, i);
    findings.may_name_line(line + ".group", group, groups, "group");
    if (listed.again(group)) {
      const bool is_known = group.index() < groups.size();
      findings.report(line + ".group", is_known
                                           ? quoted(groups[group.index()].name) + " is listed twice"
                                           : "every group is listed twice");
    }
    findings.in_range(line + ".percent", percent, 0, 100);
  }
}

}  // namespace

void check_surges(Findings& findings) {
  const std::vector<Surge>& lines = findings.blueprint().surges;
  if (lines.size() > surges_max) {
    findings.report("surges", fmt::format("{} lines, at most {}", lines.size(), surges_max));
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string path = findings.named_line(Family::surges, i, lines[i]);
    check_thresholds(findings, path, lines[i]);
    if (lines[i].dwell < shortest_dwell) {
      findings.report(path + ".dwell", "it is a second at least");
    } else {
      findings.not_negative(path + ".dwell", lines[i].dwell);
    }
    check_capacities(findings, path + ".capacities", lines[i]);
    check_wrap_ups(findings, path + ".wrap_ups", lines[i]);
  }
}

}  // namespace v1
}  // namespace acd
