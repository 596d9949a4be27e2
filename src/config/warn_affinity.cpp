// Warns of strategies of affinity that never decide, and of what has no effect in them.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "config/circumstances.hpp"
#include "config/findings.hpp"

namespace acd {
inline namespace v1 {
namespace {

constexpr bool has_scope(AffinityKind kind) {
  return kind == AffinityKind::last_agent || kind == AffinityKind::most_frequent;
}
constexpr bool has_rings(AffinityKind kind) {
  return kind == AffinityKind::given || kind == AffinityKind::listed;
}

/// All whom `b` names are named by `a`, and looked back at as far.
bool names_as_many(const AffinityStrategy& a, const AffinityStrategy& b) {
  if (a.kind != b.kind || a.agents != b.agents || a.host_choice != b.host_choice) return false;
  if (has_scope(a.kind) && a.scope != b.scope) return false;
  if (!asks_memory(a.kind) || a.window == b.window) return true;
  const bool looks_further =
      a.window == Duration{0} || (b.window != Duration{0} && a.window > b.window);
  return looks_further && a.kind != AffinityKind::most_frequent;  // its winner may be another
}

/// Wherever `b` would decide, `a` does.
bool decides_first(const AffinityStrategy& a, const AffinityStrategy& b) {
  const bool holds_as_long =
      b.hold == Duration{0} || (a.hold >= b.hold && a.hold_for >= b.hold_for);
  return names_as_many(a, b) && (a.when.is_anything() || a.when == b.when) && holds_as_long &&
         (b.backup.is_none() || a.backup == b.backup);
}

class AffinityWarnings {
 public:
  explicit AffinityWarnings(Findings& findings)
      : findings_{findings}, blueprint_{findings.blueprint()} {
    for (const Agent& agent : blueprint_.agents) has_teams_ = has_teams_ || !agent.team.is_none();
  }

  void report(GroupId group) {
    group_ = group;
    strategies_ = own().affinity.criteria();
    path_ = findings_.path_of(Family::groups, group.index());
    report_group();
  }

 private:
  void report_group() {
    const auto keeps_owners = [](const AffinityStrategy& one) { return asks_owner(one.kind); };
    if (own().substitutes != SkillGroup{}.substitutes &&
        std::ranges::none_of(strategies_, keeps_owners)) {
      findings_.warn(path_ + ".substitutes", "the group keeps no owners: it has no effect");
    }
    if (strategies_.empty()) return;
    if (own().distribution == Distribution::pull) {
      findings_.warn(path_ + ".affinity", "nobody is offered anything in a pull group");
    }
    for (std::size_t i = 0; i < strategies_.size(); ++i) {
      const std::string line = fmt::format("{}.affinity[{}]", path_, i);
      warn_of_order(line, i);
      warn_of_people(line, strategies_[i]);
      warn_of_operands(line, strategies_[i]);
      warn_of_hold(line, strategies_[i]);
      warn_of_backup(line, strategies_[i]);
    }
  }

  void warn_of_order(const std::string& path, std::size_t index) {
    const AffinityStrategy& strategy = strategies_[index];
    const Circumstances world{blueprint_, ConditionPlace::affinity, group_};
    if (world.possible(std::array{strategy.when}) == Possibility::impossible) {
      return findings_.warn(path + ".when",
                            "the strategy never decides: its condition cannot hold");
    }
    for (std::size_t i = 0; i < index; ++i) {
      if (!decides_first(strategies_[i], strategy)) continue;
      return findings_.warn(
          path, fmt::format("the strategy never decides: affinity[{}] does wherever it would", i));
    }
  }

  void warn_of_people(const std::string& path, const AffinityStrategy& strategy) {
    if (strategy.kind == AffinityKind::owner_team && !has_teams_) {
      findings_.warn(path + ".kind", "no agent belongs to a team: it names nobody");
    }
    for (std::size_t i = 0; i < strategy.agents.size(); ++i) {
      const Agent& agent = blueprint_.agents[strategy.agents[i].agent.slot];
      if (std::ranges::count(agent.memberships, group_, &Membership::group) > 0) continue;
      findings_.warn(fmt::format("{}.agents[{}].agent", path, i),
                     quoted(agent.name) + " is no member of the group");
    }
  }

  void warn_of_operands(const std::string& path, const AffinityStrategy& strategy) {
    if (!has_scope(strategy.kind) && strategy.scope != AffinityStrategy{}.scope) {
      findings_.warn(path + ".scope", "only last_agent and most_frequent have a scope");
    }
    const Duration keep = blueprint_.memory.keep;
    if (strategy.window == Duration{0}) return;
    if (!asks_memory(strategy.kind)) {
      findings_.warn(path + ".window", "only what reads the memory of customers has a window");
    } else if (keep > Duration{0} && strategy.window > keep) {
      findings_.warn(path + ".window", "it is longer than memory.keep: nothing so old is there");
    }
  }

  void warn_of_hold(const std::string& path, const AffinityStrategy& strategy) {
    const AffinityStrategy by_default;
    constexpr std::string_view idle = "without a hold it has no effect";
    const bool holds = strategy.hold > Duration{0};
    if (!holds && strategy.hold_for != by_default.hold_for) {
      findings_.warn(path + ".hold_for", std::string{idle});
    }
    if (!holds && strategy.hold_place != by_default.hold_place) {
      findings_.warn(path + ".hold_place", std::string{idle});
    }
    if (strategy.ring == Duration{0}) return;
    if (!has_rings(strategy.kind)) {
      findings_.warn(path + ".ring", "only a list has rings: it has no effect");
    } else if (!holds) {
      findings_.warn(path + ".ring", std::string{idle});
    } else if (strategy.ring >= strategy.hold) {
      findings_.warn(path + ".ring", "the hold is over before the next ring joins");
    }
  }

  void warn_of_backup(const std::string& path, const AffinityStrategy& strategy) {
    if (strategy.backup.is_none()) return;
    const SkillGroup& backup = blueprint_.groups[strategy.backup.index()];
    if (share_channel(own(), backup)) return;
    findings_.warn(path + ".backup", quoted(backup.name) + " serves no channel of this group");
  }

  [[nodiscard]] const SkillGroup& own() const { return blueprint_.groups[group_.index()]; }

  Findings& findings_;
  const Blueprint& blueprint_;
  bool has_teams_ = false;  ///< somebody belongs to one
  // Of the group that is reported on.
  GroupId group_{};
  std::span<const AffinityStrategy> strategies_{};
  std::string path_{};
};

}  // namespace

void warn_of_affinity(Findings& findings) {
  AffinityWarnings warnings{findings};
  for (std::size_t i = 0; i < findings.blueprint().groups.size(); ++i) {
    warnings.report(GroupId{i});
  }
  const MemoryRule& memory = findings.blueprint().memory;
  if (memory.contacts == 0 && memory.keep > Duration{0}) {
    findings.warn("memory.keep", "memory.contacts is 0: nobody is remembered");
  }
}

}  // namespace v1
}  // namespace acd
