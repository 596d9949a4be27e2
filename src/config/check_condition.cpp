// Checks conditions: leaves that can be asked where they stand, of what there is, and that can
// hold.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "config/circumstances.hpp"
#include "config/findings.hpp"
#include "policy/test_word.hpp"

namespace acd {
inline namespace v1 {
namespace {

/// What a leaf's bounds are written in.
std::string bound_text(TestKind kind, std::int64_t value) {
  if (form_of(kind) != TestForm::duration) return std::to_string(value);
  constexpr std::int64_t second = 1'000'000;
  return value % second == 0 ? fmt::format("{}s", value / second) : fmt::format("{}us", value);
}

/// One leaf under test.
class TestCheck {
 public:
  TestCheck(Findings& findings, const std::string& path, const Test& test, ConditionPlace place)
      : findings_{findings}, path_{path}, test_{test}, place_{place} {}

  void run() {
    if (test_.kind > last_test_kind) {
      return findings_.enumerator(path_, test_.kind, last_test_kind);
    }
    check_place();
    check_group();
    switch (form_of(test_.kind)) {
      case TestForm::names: return check_line();
      case TestForm::lots: return check_lots();
      case TestForm::range: return check_range();
      case TestForm::duration: return check_duration();
      case TestForm::fact: return;
    }
  }

 private:
  void check_place() {
    const TestScope scope = scope_of(test_.kind);
    const bool of_session = scope == TestScope::session || scope == TestScope::arrival;
    if (place_ != ConditionPlace::affinity && scope == TestScope::agent) {
      report("{} is asked of an agent whom affinity names, and there is none here");
    } else if (place_ == ConditionPlace::entry && scope == TestScope::session) {
      report("{} is asked of a session in a group, not by an entry");
    } else if (place_ == ConditionPlace::surge && of_session) {
      report("{} is asked of a session, and a surge has none");
    } else if (asks_again() && test_.kind == TestKind::position) {
      findings_.warn(path_,
                     "position is counted anew whenever it is asked: "
                     "slow where many wait");
    }
  }

  /// Of one that waits in a group.
  [[nodiscard]] bool asks_again() const {
    return place_ == ConditionPlace::waiting || place_ == ConditionPlace::affinity;
  }

  void check_group() {
    if (test_.kind == TestKind::named) return;
    const bool of_group = scope_of(test_.kind) == TestScope::group;
    const bool has_own = place_ == ConditionPlace::arriving || asks_again();
    if (!of_group && !test_.group.is_none()) {
      report("{} is not of a group, and one is named");
    } else if (of_group && test_.group.is_none() && !has_own) {
      report("{} names no group, and there is no group of its own here");
    } else if (of_group) {
      findings_.may_name_line(path_, test_.group, blueprint().groups, "group");
    }
  }

  void check_line() {
    const Blueprint& b = blueprint();
    if (test_.kind == TestKind::channel) {
      findings_.names_line(path_, test_.channel, b.channels, "channel");
    } else if (test_.kind == TestKind::plan_open) {
      findings_.names_line(path_, test_.plan, b.time_plans, "time plan");
    } else if (test_.kind == TestKind::surge_on) {
      findings_.names_line(path_, test_.surge, b.surges, "surge");
    } else if (test_.kind == TestKind::named) {
      findings_.may_name_line(path_, test_.group, b.groups, "group");
    } else {
      findings_.may_name_line(path_, test_.requirement, b.requirements, "requirement");
    }
  }

  void check_lots() {
    constexpr std::int64_t lots = 10'000;
    if (test_.low >= 0 && test_.high <= lots && test_.low < test_.high) return;
    findings_.report(
        path_, fmt::format("lots {} to {} are not a part of 0 to {}", test_.low, test_.high, lots));
  }

  void check_duration() {
    if (test_.kind == TestKind::waited && test_.low == test_.high) {
      return findings_.report(path_, fmt::format("waited is just {}: a step of no length",
                                                 bound_text(test_.kind, test_.low)));
    }
    check_range();
  }

  void check_range() {
    const bool is_attribute = test_.kind == TestKind::attribute;
    if (is_attribute &&
        !findings_.names_line(path_, test_.attribute, blueprint().attributes, "attribute")) {
      return;
    }
    if (test_.low > test_.high) {
      return findings_.report(path_,
                              fmt::format("{} of {} to {} is empty", subject(), low(), high()));
    }
    const ValueRange all = values_of(
        blueprint(), {test_.kind, is_attribute ? std::uint32_t{test_.attribute.value()} : 0});
    if (test_.high < all.low || test_.low > all.high) {
      const std::string message =
          fmt::format("{} never holds: it is {}", range_text(), values_text(all));
      if (is_attribute) return findings_.warn(path_, message);  // its symbols may become more
      findings_.report(path_, message);
    } else if (is_percent() && is_beyond(all)) {
      findings_.report(path_, fmt::format("{} is not in 0 to 100 percent", range_text()));
    } else if (!is_attribute && test_.low <= all.low && test_.high >= all.high) {
      findings_.warn(path_, range_text() + " always holds");
    }
  }

  [[nodiscard]] bool is_percent() const {
    return test_.kind == TestKind::occupancy || test_.kind == TestKind::service_level;
  }
  [[nodiscard]] bool is_beyond(const ValueRange& all) const {
    return (test_.low < all.low && test_.low != unbounded_below) ||
           (test_.high > all.high && test_.high != unbounded_above);
  }

  [[nodiscard]] std::string subject() const {
    return test_.kind == TestKind::attribute ? "a value" : std::string{word_of(test_.kind)};
  }
  [[nodiscard]] std::string low() const { return bound_text(test_.kind, test_.low); }
  [[nodiscard]] std::string high() const { return bound_text(test_.kind, test_.high); }
  [[nodiscard]] std::string range_text() const {
    const std::string what = test_.kind == TestKind::attribute
                                 ? quoted(blueprint().attributes[test_.attribute.index()].name)
                                 : std::string{word_of(test_.kind)};
    if (test_.low == unbounded_below) return fmt::format("{} <= {}", what, high());
    if (test_.high == unbounded_above) return fmt::format("{} >= {}", what, low());
    return fmt::format("{} in {}..{}", what, low(), high());
  }
  [[nodiscard]] std::string values_text(const ValueRange& all) const {
    const std::string least = bound_text(test_.kind, all.low);
    if (all.high == unbounded_above) return "at least " + least;
    return fmt::format("{} to {}", least, bound_text(test_.kind, all.high));
  }

  [[nodiscard]] const Blueprint& blueprint() const { return findings_.blueprint(); }
  void report(fmt::format_string<std::string_view> message) {
    findings_.report(path_, fmt::format(message, word_of(test_.kind)));
  }

  Findings& findings_;
  const std::string& path_;
  const Test& test_;
  ConditionPlace place_;
};

}  // namespace

void check_condition(Findings& findings, const std::string& path, const Condition& when,
                     ConditionPlace place) {
  if (when.is_too_long()) {
    return findings.report(path, fmt::format("the condition has more than {} leaves and operators",
                                             Condition::capacity));
  }
  for (const Condition::Node& node : when.nodes()) {
    if (node.op == BooleanOp::leaf) TestCheck{findings, path, node.leaf, place}.run();
  }
}

}  // namespace v1
}  // namespace acd
