// Warns of surges that can be entered or left by hand only, without saying so.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "config/findings.hpp"

namespace acd {
inline namespace v1 {
namespace {

bool can_enter(const Blueprint& blueprint, SurgeId id) {
  Circumstances world{blueprint, ConditionPlace::surge};
  world.suppose(id, false);
  return world.possible(std::array{blueprint.surges[id.index()].enter}) != Possibility::impossible;
}

bool can_leave(const Blueprint& blueprint, SurgeId id) {
  Circumstances world{blueprint, ConditionPlace::surge};
  world.suppose(id, true);
  const Surge& surge = blueprint.surges[id.index()];
  const Possibility found = surge.leave ? world.possible(std::array{*surge.leave})
                                        : world.possible({}, std::array{surge.enter});
  return found != Possibility::impossible;
}

/// An agent who works by the rule may not serve a group of his any more.
void warn_of_swap(Findings& findings, const std::string& path, const CapacitySwap& swap) {
  const Blueprint& blueprint = findings.blueprint();
  const CapacityRule& to = blueprint.capacities[swap.to.index()];
  for (const Agent& agent : blueprint.agents) {
    if (agent.capacity != swap.from) continue;
    for (const Membership& membership : agent.memberships) {
      const SkillGroup& group = blueprint.groups[membership.group.index()];
      if (can_serve(to, group, blueprint.channels.size())) continue;
      return findings.warn(
          path, fmt::format("{} serves no channel of {}, of which {} is a member", quoted(to.name),
                            quoted(group.name), quoted(agent.name)));
    }
  }
}

bool names(const Condition& condition, SurgeId surge) {
  return std::ranges::any_of(condition.nodes(), [surge](const Condition::Node& node) {
    return node.op == BooleanOp::leaf && node.leaf.kind == TestKind::surge_on &&
           node.leaf.surge == surge;
  });
}

/// A surge is asked to enter while it is off, and to leave while it is on.
void warn_of_itself(Findings& findings, const std::string& path, SurgeId id) {
  const Surge& surge = findings.blueprint().surges[id.index()];
  constexpr std::string_view consequence = "with its dwell it may turn on and off for ever";
  if (names(surge.enter, id)) {
    findings.warn(path + ".enter", fmt::format("it names the surge itself: {}", consequence));
  }
  if (surge.leave && names(*surge.leave, id)) {
    findings.warn(path + ".leave", fmt::format("it names the surge itself: {}", consequence));
  }
}

}  // namespace

void warn_of_surges(Findings& findings) {
  const Blueprint& blueprint = findings.blueprint();
  for (std::size_t i = 0; i < blueprint.surges.size(); ++i) {
    const std::string path = findings.path_of(Family::surges, i);
    const Surge& surge = blueprint.surges[i];
    if (!surge.enter.is_nothing() && !can_enter(blueprint, SurgeId{i})) {
      findings.warn(path + ".enter", "it cannot hold: the surge is entered by hand only");
    }
    for (std::size_t j = 0; j < surge.capacities.size(); ++j) {
      warn_of_swap(findings, fmt::format("{}.capacities[{}].to", path, j), surge.capacities[j]);
    }
    if (can_leave(blueprint, SurgeId{i})) {
      warn_of_itself(findings, path, SurgeId{i});
      continue;
    }
    findings.warn(path + (surge.leave ? ".leave" : ".enter"),
                  surge.leave ? "it cannot hold: once entered, the surge is left by hand only"
                              : "it holds for good once the surge is on: it is left by hand only");
  }
}

}  // namespace v1
}  // namespace acd
