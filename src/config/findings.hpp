// Collects the problems of a blueprint, with the tests that every part of it shares.
#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "acd/config/blueprint.hpp"
#include "acd/config/problem.hpp"
#include "acd/config/registry.hpp"
#include "config/circumstances.hpp"
#include "config/path.hpp"

namespace acd {
inline namespace v1 {

/// The blueprint under test and what was found so far.
class Findings {
 public:
  Findings(const Blueprint& blueprint, const Registry& registry)
      : blueprint_{blueprint}, registry_{registry}, paths_{blueprint} {}

  [[nodiscard]] const Blueprint& blueprint() const { return blueprint_; }
  [[nodiscard]] const Registry& registry() const { return registry_; }
  [[nodiscard]] std::vector<Problem> take() { return std::move(problems_); }

  void report(std::string path, std::string message) {
    problems_.push_back({.path = std::move(path), .message = std::move(message)});
  }
  void warn(std::string path, std::string message) {
    problems_.push_back({.path = std::move(path),
                         .message = std::move(message),
                         .position = {},
                         .severity = Severity::warning});
  }
  [[nodiscard]] std::size_t count() const { return problems_.size(); }
  [[nodiscard]] bool has_errors() const { return any_error(problems_); }

  [[nodiscard]] std::string path_of(Family family, std::size_t index) const {
    return paths_.of(family, index);
  }

  /// Path of a line, whose name must not be empty or taken by an earlier line.
  template <class Line>
  std::string named_line(Family family, std::size_t index, const Line& line) {
    std::string path = paths_.of(family, index);
    const std::optional<std::size_t> first = paths_.find(family, line.name);
    if (line.name.empty()) {
      report(path + ".name", "the name is empty");
    } else if (first != index) {
      report(path + ".name", fmt::format("the name {} is taken by {}[{}]", quoted(line.name),
                                         Paths::name_of(family), first.value_or(0)));
    }
    return path;
  }

  /// False, and reported, if the id names no line; `what` says what it should name.
  template <class LineId, class Line>
  bool names_line(const std::string& path, LineId id, const std::vector<Line>& lines,
                  std::string_view what) {
    if (id.index() < lines.size()) return true;
    report(path, id.is_none() ? fmt::format("no {} is given", what)
                              : fmt::format("there is no {} #{}", what, id.index()));
    return false;
  }

  /// As `names_line`, of an id that may name nothing.
  template <class LineId, class Line>
  void may_name_line(const std::string& path, LineId id, const std::vector<Line>& lines,
                     std::string_view what) {
    if (!id.is_none()) names_line(path, id, lines, what);
  }

  void in_range(std::string path, std::uint64_t value, std::uint64_t low, std::uint64_t high) {
    if (value >= low && value <= high) return;
    report(std::move(path), fmt::format("{} is not in {} to {}", value, low, high));
  }

  void level(std::string path, Level value) {
    const Level level_max = blueprint_.limits.level_max;
    if (value <= level_max) return;
    report(std::move(path), fmt::format("level {} is above level_max, {}", value, level_max));
  }

  void not_negative(std::string path, Duration value) {
    if (value < Duration::zero()) {
      report(std::move(path), "a duration is not negative");
    } else if (value > longest) {
      report(std::move(path), "a duration is at most 2^51 microseconds, 71 years");
    }
  }

  void above_zero(std::string path, Duration value) {
    if (value <= Duration::zero()) {
      report(std::move(path), "this duration is above zero");
    } else {
      not_negative(std::move(path), value);
    }
  }

  /// Reports an enumerator that its type does not have.
  template <class Enum>
  void enumerator(std::string path, Enum value, Enum last) {
    if (value <= last) return;
    report(std::move(path), fmt::format("there is no enumerator {}", static_cast<int>(value)));
  }

 private:
  const Blueprint& blueprint_;
  const Registry& registry_;
  Paths paths_;
  std::vector<Problem> problems_{};
};

/// Ids of one list: finds those listed twice.
template <class LineId>
class Listed {
 public:
  [[nodiscard]] bool again(LineId id) { return !seen_.insert(id).second; }

 private:
  std::set<LineId> seen_{};
};

// The parts of a check; each reports in the order of its members.

void check_attributes(Findings& findings);
void check_host_ranks(Findings& findings);
void check_host_choices(Findings& findings);
void check_offer_rules(Findings& findings);
void check_capacities(Findings& findings);
void check_zones(Findings& findings);
void check_time_plans(Findings& findings);
/// What is probably not meant; zones and time plans are without an error.
void warn_of_time_plans(Findings& findings);
void check_groups(Findings& findings);
void check_agents(Findings& findings);
void check_bots(Findings& findings);
void check_menu_nodes(Findings& findings);
void check_entries(Findings& findings);
void check_break_rules(Findings& findings);
void check_surges(Findings& findings);
void check_limits(Findings& findings);
void check_memory(Findings& findings);

/// What a blueprint without an error probably does not mean, seen as a whole.
void warn_of_overflow(Findings& findings);
void warn_of_moves(Findings& findings);
void warn_of_hours(Findings& findings);
void warn_of_staff(Findings& findings);
void warn_of_relaxations(Findings& findings);
void warn_of_surges(Findings& findings);
void warn_of_affinity(Findings& findings);
void warn_of_entries(Findings& findings);

void check_requirement(Findings& findings, const std::string& path, const Requirement& requirement);
void check_order(Findings& findings, const std::string& path, const SessionOrder& order);
void check_order(Findings& findings, const std::string& path, const AgentOrder& order);
void check_order(Findings& findings, const std::string& path, const WorkOrder& order);
void check_condition(Findings& findings, const std::string& path, const Condition& when,
                     ConditionPlace place);
void check_target(Findings& findings, const std::string& path, const Target& target);
void check_slot(Findings& findings, const std::string& path, const EntrySlot& slot);
void check_wrap_up(Findings& findings, const std::string& path, const WrapUpRule& rule);
// Of the group's rules; it has them.
void check_overflow(Findings& findings, const std::string& path, GroupId group);
void check_affinity(Findings& findings, const std::string& path, GroupId group);
void check_ticket_rule(Findings& findings, const std::string& path, GroupId group);
void check_callback_rule(Findings& findings, const std::string& path, GroupId group);

/// Whoever it is and whenever it is, nobody gets past such a target.
[[nodiscard]] bool always_takes(const Target& target);
/// True if the capacity lists one of the blueprint's `channels` channels that the group serves.
[[nodiscard]] bool can_serve(const CapacityRule& rule, const SkillGroup& group,
                             std::size_t channels);
/// True if some channel is served by both.
[[nodiscard]] bool share_channel(const SkillGroup& a, const SkillGroup& b);

}  // namespace v1
}  // namespace acd
