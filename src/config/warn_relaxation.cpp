// Warns of relaxations that let nobody new serve.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "config/findings.hpp"
#include "config/staff.hpp"

namespace acd {
inline namespace v1 {
namespace {

/// An algebra for Boolean::fold: the least waiting with which a condition may hold; nothing where
/// a negation makes that hard to say.
struct LeastWait {
  using Wait = std::optional<std::int64_t>;
  static Wait leaf(const Test& test) {
    return test.kind == TestKind::waited ? std::max<std::int64_t>(test.low, 0) : 0;
  }
  static Wait both(Wait a, Wait b) { return a && b ? std::max(a, b) : std::nullopt; }
  static Wait either(Wait a, Wait b) { return a && b ? std::min(a, b) : std::nullopt; }
  static Wait negation(Wait) { return std::nullopt; }
  static Wait anything() { return 0; }
  static Wait nothing() { return std::nullopt; }
};

class RelaxationWarnings {
 public:
  RelaxationWarnings(Findings& findings, const Staff& staff, GroupId group)
      : findings_{findings},
        staff_{staff},
        group_{group},
        rules_{findings.blueprint().groups[group.index()].overflow},
        world_{findings.blueprint(), ConditionPlace::waiting, group} {}

  void report() {
    for (std::size_t i = 0; i < rules_.size(); ++i) {
      const OverflowRule& rule = rules_[i];
      if (rule.stage != OverflowStage::waiting || !rule.targets.empty()) continue;
      const std::string path =
          fmt::format("{}.overflow[{}]", findings_.path_of(Family::groups, group_.index()), i);
      if (rule.relaxation == Relaxation::dropped) warn_of_dropped(path, rule);
      if (rule.relaxation == Relaxation::replaced && !warn_of_asked(path, rule)) {
        warn_of_sequence(path, i);
      }
    }
  }

 private:
  /// True if the rule acts only on sessions that ask just for this.
  [[nodiscard]] bool is_sure_of(const OverflowRule& rule, RequirementId id) const {
    const std::array holding{rule.when};
    const std::array failing{requires_just(id)};
    return world_.possible(holding) == Possibility::somehow &&
           world_.possible(holding, failing) == Possibility::impossible;
  }

  void warn_of_dropped(const std::string& path, const OverflowRule& rule) {
    if (!is_sure_of(rule, {})) return;
    findings_.warn(path + ".relaxation", "it acts on sessions that ask for nothing");
  }

  /// Of a rule that says what the session asks for until now.
  bool warn_of_asked(const std::string& path, const OverflowRule& rule) {
    const auto& requirements = findings_.blueprint().requirements;
    for (std::size_t i = 0; i < requirements.size(); ++i) {
      if (!is_sure_of(rule, RequirementId{i}) || adds_to(RequirementId{i}, rule)) continue;
      findings_.warn(path + ".requirement",
                     fmt::format("no relaxation: every member who meets it meets {} too",
                                 quoted(requirements[i].name)));
      return true;
    }
    return false;
  }

  /// Of a rule after another that replaces the requirement, of the same sessions.
  void warn_of_sequence(const std::string& path, std::size_t index) {
    const OverflowRule& rule = rules_[index];
    const auto wait = rule.when.fold(LeastWait{});
    for (std::size_t i = 0; i < index && wait; ++i) {
      const OverflowRule& before = rules_[i];
      if (before.stage != rule.stage || before.relaxation != Relaxation::replaced) continue;
      const auto wait_before = before.when.fold(LeastWait{});
      const bool is_later = wait_before && *wait_before < *wait;
      const std::array both{before.when, rule.when};
      if (!is_later || world_.possible(both) != Possibility::somehow) continue;
      if (adds_to(before.requirement, rule)) continue;
      findings_.warn(path + ".requirement",
                     fmt::format("no relaxation: every member who meets it meets that of {} too",
                                 quoted(before.name)));
      return;
    }
  }

  /// True if somebody meets the rule's requirement who does not meet the one before it.
  [[nodiscard]] bool adds_to(RequirementId before, const OverflowRule& rule) const {
    if (!rule.also_in.empty()) return true;
    const auto& requirements = findings_.blueprint().requirements;
    const Requirement& old = requirements[before.index()].requirement;
    const auto now = staff_.who_meets(group_, requirements[rule.requirement.index()].requirement);
    return now.empty() ||
           std::ranges::any_of(now, [&](std::size_t agent) { return !staff_.meets(agent, old); });
  }

  Findings& findings_;
  const Staff& staff_;
  GroupId group_;
  const std::vector<OverflowRule>& rules_;
  Circumstances world_;
};

}  // namespace

void warn_of_relaxations(Findings& findings) {
  if (findings.blueprint().agents.empty()) return;
  const Staff staff{findings.blueprint()};
  for (std::size_t i = 0; i < findings.blueprint().groups.size(); ++i) {
    RelaxationWarnings{findings, staff, GroupId{i}}.report();
  }
}

}  // namespace v1
}  // namespace acd
