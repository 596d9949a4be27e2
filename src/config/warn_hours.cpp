// Warns of targets that are never open while a rule can send a session there.
//
// A condition is read as the instants at which it may hold and those at which it must, by the
// time plans it names; other leaves may or may not hold at any instant. Switches by hand are
// left out.
#include <fmt/format.h>

#include "config/findings.hpp"
#include "time_plan/materialiser.hpp"

namespace acd {
inline namespace v1 {
namespace {

/// The blueprint's plans as sets of instants.
class OpenSets {
 public:
  explicit OpenSets(const Blueprint& blueprint)
      : blueprint_{blueprint},
        made_{{.plans = blueprint.time_plans, .zones = blueprint.zones},
              blueprint.timetables_from,
              blueprint.timetables_until} {}

  TimeSet of(TimePlanId plan) { return plan.is_none() ? made_.window() : made_.open(plan); }
  TimeSet of(GroupId group) { return of(blueprint_.groups[group.index()].hours); }
  TimeSet closed(TimePlanId plan) { return made_.window() - of(plan); }

  /// When the condition of a rule of the group, if it is one of a group, may hold.
  TimeSet may_hold(const Condition& when, GroupId own) {
    own_ = own;
    return when.fold(*this).may & made_.window();
  }

  struct Instants {
    TimeSet may;
    TimeSet must;
  };
  // An algebra for Boolean::fold.
  Instants leaf(const Test& test) {
    if (test.kind == TestKind::plan_open) return exactly(of(test.plan));
    if (test.kind != TestKind::group_open) return {TimeSet::all(), {}};
    return exactly(of(test.group.is_none() ? own_ : test.group));
  }
  static Instants both(const Instants& a, const Instants& b) {
    return {a.may & b.may, a.must & b.must};
  }
  static Instants either(const Instants& a, const Instants& b) {
    return {a.may | b.may, a.must | b.must};
  }
  static Instants negation(const Instants& a) { return {~a.must, ~a.may}; }
  static Instants anything() { return exactly(TimeSet::all()); }
  static Instants nothing() { return exactly({}); }

 private:
  static Instants exactly(const TimeSet& set) { return {set, set}; }

  const Blueprint& blueprint_;
  Materialiser made_;
  GroupId own_{};
};

class HoursWarnings {
 public:
  explicit HoursWarnings(Findings& findings) : findings_{findings}, open_{findings.blueprint()} {}

  void report() {
    const Blueprint& b = findings_.blueprint();
    for (std::size_t i = 0; i < b.groups.size(); ++i) warn_of_group(GroupId{i});
    for (std::size_t i = 0; i < b.menu_nodes.size(); ++i) {
      const MenuNode& node = b.menu_nodes[i];
      warn_of_slots(findings_.path_of(Family::menu_nodes, i), node, open_.of(TimePlanId::none()));
    }
    for (std::size_t i = 0; i < b.entries.size(); ++i) {
      const std::vector<EntryRule>& rules = b.entries[i].rules;
      for (std::size_t j = 0; j < rules.size(); ++j) {
        warn_of_slots(fmt::format("{}.rules[{}]", findings_.path_of(Family::entries, i), j),
                      rules[j], open_.may_hold(rules[j].when, GroupId::none()));
      }
    }
  }

 private:
  void warn_of_group(GroupId id) {
    const SkillGroup& group = findings_.blueprint().groups[id.index()];
    for (std::size_t i = 0; i < group.overflow.size(); ++i) {
      const OverflowRule& rule = group.overflow[i];
      const TimeSet sends = open_.may_hold(rule.when, id);
      const std::string path =
          fmt::format("{}.overflow[{}]", findings_.path_of(Family::groups, id.index()), i);
      // While its own group is closed, targets that open later take the session, too.
      const bool waits_for_opening = sends - open_.of(id) != TimeSet{};
      for (std::size_t j = 0; j < rule.targets.size(); ++j) {
        const bool is_group = rule.targets[j].kind == TargetKind::group;
        if (is_group && waits_for_opening) continue;
        warn_of_target(fmt::format("{}.targets[{}]", path, j), rule.targets[j], sends);
      }
      for (std::size_t j = 0; j < rule.also_in.size(); ++j) {
        warn_of_group_target(fmt::format("{}.also_in[{}]", path, j), rule.also_in[j], sends);
      }
    }
  }

  template <class Line>
  void warn_of_slots(const std::string& path, const Line& line, const TimeSet& sends) {
    warn_of_target(path + ".on_duty.target", line.on_duty.target, sends & open_.of(line.hours));
    if (line.hours.is_none()) return;
    warn_of_target(path + ".off_duty.target", line.off_duty.target,
                   sends & open_.closed(line.hours));
  }

  void warn_of_target(const std::string& path, const Target& target, const TimeSet& sends) {
    if (target.group.is_none()) return;
    if (target.kind == TargetKind::group) {
      warn_of_group_target(path + ".group", target.group, sends);
    } else if (target.kind == TargetKind::callback) {
      const SkillGroup& group = findings_.blueprint().groups[target.group.index()];
      warn_unless_open(path + ".group", "the callback hours of " + quoted(group.name) + " are",
                       group.callbacks->hours, sends);
    }
  }
  void warn_of_group_target(const std::string& path, GroupId id, const TimeSet& sends) {
    const SkillGroup& group = findings_.blueprint().groups[id.index()];
    warn_unless_open(path, quoted(group.name) + " is", group.hours, sends);
  }
  void warn_unless_open(const std::string& path, const std::string& what, TimePlanId hours,
                        const TimeSet& sends) {
    if (hours.is_none() || sends == TimeSet{} || (open_.of(hours) & sends) != TimeSet{}) return;
    findings_.warn(path, what + " never open while the rule sends there");
  }

  Findings& findings_;
  OpenSets open_;
};

}  // namespace

void warn_of_hours(Findings& findings) {
  if (!findings.blueprint().time_plans.empty()) HoursWarnings{findings}.report();
}

}  // namespace v1
}  // namespace acd
