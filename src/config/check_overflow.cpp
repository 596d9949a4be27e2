// Checks overflow rules: what each may do at its stage, and where it may lead.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "config/circumstances.hpp"
#include "config/findings.hpp"

namespace acd {
inline namespace v1 {
namespace {

constexpr Duration shortest_repeat = std::chrono::seconds{1};
constexpr int repeats_max = 100;

/// One rule of a group under test.
class OverflowCheck {
 public:
  OverflowCheck(Findings& findings, std::string path, GroupId group, const OverflowRule& rule)
      : findings_{findings}, path_{std::move(path)}, group_{group}, rule_{rule} {}

  void run() {
    if (rule_.name.empty()) findings_.report(path_ + ".name", "the name is empty");
    findings_.enumerator(path_ + ".stage", rule_.stage, last_overflow_stage);
    findings_.enumerator(path_ + ".cause", rule_.cause, last_overflow_cause);
    const bool is_arriving = rule_.stage == OverflowStage::arriving;
    check_condition(findings_, path_ + ".when", rule_.when,
                    is_arriving ? ConditionPlace::arriving : ConditionPlace::waiting);
    check_repeat();
    check_relaxation();
    check_also_in();
    check_targets();
    if (is_arriving) {
      check_arriving();
    } else {
      check_waiting();
    }
  }

 private:
  void check_repeat() {
    if (!rule_.repeat) return;
    const std::string path = path_ + ".repeat";
    if (rule_.repeat->every < shortest_repeat) {
      findings_.report(path + ".every", "it is a second at least");
    } else {
      findings_.not_negative(path + ".every", rule_.repeat->every);
    }
    findings_.in_range(path + ".times", rule_.repeat->times, 1, repeats_max);
  }

  void check_relaxation() {
    findings_.enumerator(path_ + ".relaxation", rule_.relaxation, last_relaxation);
    const std::string path = path_ + ".requirement";
    if (rule_.relaxation == Relaxation::replaced) {
      findings_.names_line(path, rule_.requirement, blueprint().requirements, "requirement");
    } else if (!rule_.requirement.is_none()) {
      findings_.report(path, "a requirement is given, and the relaxation replaces none");
    }
  }

  void check_also_in() {
    const std::string path = path_ + ".also_in";
    if (rule_.also_in.size() > also_in_max) {
      findings_.report(path,
                       fmt::format("{} groups, at most {}", rule_.also_in.size(), also_in_max));
    }
    Listed<GroupId> listed;
    for (std::size_t i = 0; i < rule_.also_in.size(); ++i) {
      const GroupId id = rule_.also_in[i];
      const std::string line = fmt::format("{}[{}]", path, i);
      if (!findings_.names_line(line, id, blueprint().groups, "group")) continue;
      const SkillGroup& group = blueprint().groups[id.index()];
      if (id == group_) findings_.report(line, "it waits in its own group anyway");
      if (listed.again(id)) findings_.report(line, quoted(group.name) + " is listed twice");
      if (group.distribution == Distribution::pull) {
        findings_.report(line, quoted(group.name) + " is a pull group: nobody is offered there");
      }
      if (!share_channel(own(), group)) warn_of_channels(line, group);
    }
  }

  void check_targets() {
    for (std::size_t i = 0; i < rule_.targets.size(); ++i) {
      const Target& target = rule_.targets[i];
      const std::string line = fmt::format("{}.targets[{}]", path_, i);
      check_target(findings_, line, target);
      if (leads_nowhere(target.kind)) {
        findings_.report(line,
                         "an overflow rule leads to a group, a bot, a message, a callback, "
                         "the host or out");
      } else if (target.group == group_) {
        findings_.report(line + ".group", "it leads back to its own group");
      } else if (target.kind == TargetKind::group && is_known(target.group)) {
        const SkillGroup& group = blueprint().groups[target.group.index()];
        if (!share_channel(own(), group)) warn_of_channels(line + ".group", group);
      }
    }
  }

  void check_arriving() {
    if (rule_.repeat) findings_.report(path_ + ".repeat", "a session arrives once");
    if (!rule_.also_in.empty()) {
      findings_.report(path_ + ".also_in", "a session that arrives waits nowhere yet");
    }
    if (rule_.targets.empty()) {
      findings_.report(path_ + ".targets", "a rule of arrivals leads somewhere, and this does not");
    }
  }

  void check_waiting() {
    const bool changes = rule_.raise_priority > 0 || rule_.relaxation != Relaxation::none;
    if (!rule_.targets.empty()) {
      if (!rule_.also_in.empty()) {
        findings_.report(path_ + ".also_in",
                         "a rule widens or leads elsewhere, and this does both");
      }
    } else if (!changes && rule_.also_in.empty()) {
      findings_.report(path_, "the rule does nothing");
    }
  }

  static bool leads_nowhere(TargetKind kind) {
    return kind == TargetKind::undecided || kind == TargetKind::named_group ||
           kind == TargetKind::menu;
  }
  void warn_of_channels(const std::string& path, const SkillGroup& group) {
    findings_.warn(path, quoted(group.name) + " serves no channel of this group");
  }
  [[nodiscard]] bool is_known(GroupId id) const { return id.index() < blueprint().groups.size(); }
  [[nodiscard]] const SkillGroup& own() const { return blueprint().groups[group_.index()]; }
  [[nodiscard]] const Blueprint& blueprint() const { return findings_.blueprint(); }

  Findings& findings_;
  std::string path_;
  GroupId group_;
  const OverflowRule& rule_;
};

}  // namespace

bool share_channel(const SkillGroup& a, const SkillGroup& b) {
  if (a.channels.empty() || b.channels.empty()) return true;
  return std::ranges::any_of(a.channels, [&](ChannelId channel) {
    return std::ranges::find(b.channels, channel) != b.channels.end();
  });
}

void check_overflow(Findings& findings, const std::string& path, GroupId group) {
  const auto& rules = findings.blueprint().groups[group.index()].overflow;
  if (rules.size() > overflow_rules_max) {
    findings.report(path, fmt::format("{} lines, at most {}", rules.size(), overflow_rules_max));
  }
  for (std::size_t i = 0; i < rules.size(); ++i) {
    OverflowCheck{findings, fmt::format("{}[{}]", path, i), group, rules[i]}.run();
  }
}

}  // namespace v1
}  // namespace acd
