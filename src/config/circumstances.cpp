// The search over cells.
#include "config/circumstances.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace acd {
inline namespace v1 {
namespace {

constexpr std::size_t cells_max = 64;  // a leaf's are bits of a word

template <class LineId>
std::uint32_t line_of(LineId id) {
  return static_cast<std::uint32_t>(id.value());
}

/// One of a session's attributes may have no value, and it may name no group.
bool may_be_absent(TestKind kind) { return kind == TestKind::attribute || kind == TestKind::named; }

bool serves(const Blueprint& blueprint, GroupId group, std::int64_t channel) {
  if (group.index() >= blueprint.groups.size()) return true;
  const std::vector<ChannelId>& channels = blueprint.groups[group.index()].channels;
  return channels.empty() ||
         std::ranges::any_of(channels, [&](ChannelId id) { return id.value() == channel; });
}

}  // namespace

ValueRange values_of(const Blueprint& blueprint, const Quantity& quantity) {
  const auto lines = [](const auto& all) {
    return ValueRange{0, static_cast<std::int64_t>(all.size()) - 1};
  };
  switch (quantity.kind) {
    case TestKind::channel: return lines(blueprint.channels);
    case TestKind::attribute: {
      if (quantity.line >= blueprint.attributes.size()) break;
      const Attribute& attribute = blueprint.attributes[quantity.line];
      if (attribute.type == AttributeType::flag) return {0, 1};
      if (attribute.type == AttributeType::symbol) return lines(attribute.symbols);
      return {unbounded_below, unbounded_above};
    }
    case TestKind::split: return {0, 9'999};
    case TestKind::named: return lines(blueprint.groups);
    case TestKind::requirement: return {-1, RequirementId::none().value()};
    case TestKind::priority: return {0, blueprint.limits.priority_max};
    case TestKind::hops: return {0, blueprint.limits.hops};
    case TestKind::position: return {1, unbounded_above};
    case TestKind::waited:
    case TestKind::oldest_wait:
    case TestKind::expected_wait:
    case TestKind::length:
    case TestKind::signed_in:
    case TestKind::ready:
    case TestKind::free:
    case TestKind::load: return {0, unbounded_above};
    case TestKind::occupancy:
    case TestKind::service_level: return {0, 100};
    case TestKind::plan_open:
    case TestKind::eligible:
    case TestKind::overdue:
    case TestKind::exhausted:
    case TestKind::group_open:
    case TestKind::full:
    case TestKind::surge_on: return {0, 1};
  }
  return {unbounded_below, unbounded_above};
}

// --- leaves as ranges -----------------------------------------------------------

GroupId Circumstances::group_of(const Test& test) const {
  const bool names_one = scope_of(test.kind) == TestScope::group && !test.group.is_none();
  return names_one ? test.group : group_;
}

Circumstances::Reading Circumstances::read(const Test& test) const {
  const GroupId group = group_of(test);
  switch (form_of(test.kind)) {
    case TestForm::names: return read_names(test);
    case TestForm::fact: return read_fact(test, group);
    case TestForm::lots:
      return {.quantity = Quantity{test.kind, test.salt}, .low = test.low, .high = test.high - 1};
    case TestForm::range:
    case TestForm::duration: break;
  }
  if (test.kind == TestKind::waited && place_ == ConditionPlace::arriving) {
    return {.holds = test.low <= 0 && test.high >= 0};
  }
  const bool of_group = scope_of(test.kind) == TestScope::group;
  const std::uint32_t line = test.kind == TestKind::attribute ? line_of(test.attribute)
                             : of_group                       ? line_of(group)
                                                              : 0;
  return {.quantity = Quantity{test.kind, line}, .low = test.low, .high = test.high};
}

Circumstances::Reading Circumstances::read_names(const Test& test) const {
  const auto is_line = [&](auto id) {
    const std::int64_t value = id.value();
    return Reading{.quantity = Quantity{test.kind, 0}, .low = value, .high = value};
  };
  const auto is_true = [&](auto id) {
    return Reading{.quantity = Quantity{test.kind, line_of(id)}, .low = 1, .high = 1};
  };
  if (test.kind == TestKind::channel) return is_line(test.channel);
  if (test.kind == TestKind::plan_open) return is_true(test.plan);
  if (test.kind == TestKind::surge_on) {
    const bool is_supposed = supposed_ && supposed_->surge == test.surge;
    return is_supposed ? Reading{.holds = supposed_->is_on} : is_true(test.surge);
  }
  if (test.kind == TestKind::named) {
    if (!test.group.is_none()) return is_line(test.group);
    return {.quantity = Quantity{test.kind, 0}, .low = unbounded_below, .high = unbounded_above};
  }
  if (!test.requirement.is_none()) return is_line(test.requirement);
  return {.quantity = Quantity{test.kind, 0}, .low = -1, .high = -1};
}

Circumstances::Reading Circumstances::read_fact(const Test& test, GroupId group) const {
  const Reading itself{.quantity = Quantity{test.kind, line_of(group)}, .low = 1, .high = 1};
  if (group.index() >= blueprint_.groups.size()) return itself;
  const SkillGroup& line = blueprint_.groups[group.index()];
  const bool is_coming = place_ == ConditionPlace::arriving;
  if (test.kind == TestKind::group_open) {
    return line.hours.is_none() ? Reading{.holds = true}
                                : read_names({.kind = TestKind::plan_open, .plan = line.hours});
  }
  if (test.kind == TestKind::full) {
    if (!line.max_length) return {};
    return {.quantity = Quantity{TestKind::length, line_of(group)},
            .low = *line.max_length,
            .high = unbounded_above};
  }
  if (test.kind == TestKind::eligible) {
    return line.distribution == Distribution::push ? itself : Reading{};
  }
  if (test.kind == TestKind::overdue) return is_coming || !line.max_wait ? Reading{} : itself;
  const bool is_known = line.offer_rule.index() < blueprint_.offer_rules.size();
  const bool has_budget = is_known && blueprint_.offer_rules[line.offer_rule.index()].offers_max;
  return is_coming || !has_budget ? Reading{} : itself;  // exhausted
}

std::vector<Quantity> Circumstances::quantities(const Condition& condition) const {
  std::vector<Quantity> found;
  for (const Condition::Node& node : condition.nodes()) {
    if (node.op != BooleanOp::leaf) continue;
    if (const Reading reading = read(node.leaf); reading.quantity)
      found.push_back(*reading.quantity);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

// --- the search -----------------------------------------------------------------

/// Settles one quantity after the other, and turns back as soon as a condition is decided wrongly.
class CaseSearch {
 public:
  CaseSearch(const Circumstances& world, std::span<const Condition> holding,
             std::span<const Condition> failing)
      : world_{world} {
    for (const Condition& condition : holding) collect(condition);
    for (const Condition& condition : failing) collect(condition);
    for (Dimension& one : dimensions_) cut(one);
    for (const Condition& condition : holding) add(condition, Truth::yes);
    for (const Condition& condition : failing) add(condition, Truth::no);
  }

  Possibility run() {
    for (const Dimension& one : dimensions_) {
      if (one.cells.size() > cells_max) return Possibility::unknown;
    }
    const Truth found = try_from(0);
    return found == Truth::yes  ? Possibility::somehow
           : found == Truth::no ? Possibility::impossible
                                : Possibility::unknown;
  }

 private:
  enum class Truth : std::uint8_t { no, yes, open };
  struct Dimension {
    Quantity quantity{};
    std::vector<ValueRange> leaves{};
    std::vector<ValueRange> cells{};
    bool has_absence = false;  ///< the last cell: no leaf holds there
    std::size_t at = 0;
    bool is_settled = false;
  };
  struct Step {
    BooleanOp op{};
    std::optional<std::size_t> dimension{};
    bool holds = false;       ///< without a dimension
    std::uint64_t cells = 0;  ///< in which the leaf holds
  };
  struct Demand {
    std::vector<Step> steps{};
    Truth wanted{};
  };

  void collect(const Condition& condition) {
    for (const Condition::Node& node : condition.nodes()) {
      if (node.op != BooleanOp::leaf) continue;
      const auto reading = world_.read(node.leaf);
      if (!reading.quantity) continue;
      dimension(*reading.quantity).leaves.push_back({reading.low, reading.high});
    }
  }

  Dimension& dimension(const Quantity& quantity) {
    const auto found = std::ranges::find(dimensions_, quantity, &Dimension::quantity);
    if (found != dimensions_.end()) return *found;
    dimensions_.push_back({.quantity = quantity});
    return dimensions_.back();
  }

  /// Cells between the ends of the leaves' ranges.
  void cut(Dimension& one) const {
    const ValueRange all = values_of(world_.blueprint_, one.quantity);
    std::vector<std::int64_t> begins{all.low};
    for (const ValueRange& leaf : one.leaves) {
      begins.push_back(leaf.low);
      if (leaf.high != unbounded_above) begins.push_back(leaf.high + 1);
    }
    std::sort(begins.begin(), begins.end());
    begins.erase(std::unique(begins.begin(), begins.end()), begins.end());
    for (std::size_t i = 0; i < begins.size(); ++i) {
      const std::int64_t high = i + 1 < begins.size() ? begins[i + 1] - 1 : all.high;
      if (begins[i] < all.low || begins[i] > all.high) continue;
      if (is_possible(one.quantity, begins[i], high)) {
        one.cells.push_back({begins[i], std::min(high, all.high)});
      }
    }
    one.has_absence = may_be_absent(one.quantity.kind);
    if (one.has_absence) one.cells.push_back({});
  }

  /// A group's sessions are of its channels.
  [[nodiscard]] bool is_possible(const Quantity& quantity, std::int64_t low,
                                 std::int64_t high) const {
    if (quantity.kind != TestKind::channel) return true;
    const auto last = static_cast<std::int64_t>(world_.blueprint_.channels.size()) - 1;
    for (std::int64_t channel = low; channel <= std::min(high, last); ++channel) {
      if (serves(world_.blueprint_, world_.group_, channel)) return true;
    }
    return false;
  }

  void add(const Condition& condition, Truth wanted) {
    Demand demand{.wanted = wanted};
    if (condition.nodes().empty()) demand.steps.push_back({.op = BooleanOp::anything});
    for (const Condition::Node& node : condition.nodes()) {
      demand.steps.push_back(node.op == BooleanOp::leaf ? step_of(node.leaf) : Step{node.op});
    }
    demands_.push_back(std::move(demand));
  }

  Step step_of(const Test& test) {
    const auto reading = world_.read(test);
    if (!reading.quantity) return {.op = BooleanOp::leaf, .holds = reading.holds};
    const Dimension& one = dimension(*reading.quantity);
    Step step{.op = BooleanOp::leaf,
              .dimension = static_cast<std::size_t>(&one - dimensions_.data())};
    const std::size_t present = one.cells.size() - (one.has_absence ? 1 : 0);
    for (std::size_t i = 0; i < std::min(present, cells_max); ++i) {
      const bool inside = reading.low <= one.cells[i].low && one.cells[i].low <= reading.high;
      if (inside) step.cells |= std::uint64_t{1} << i;
    }
    return step;
  }

  /// Yes: a case that meets every demand; no: none from here; open: too many.
  Truth try_from(std::size_t next) {
    if (++tried_ > cases_max) return Truth::open;
    const Truth met = all_met();
    if (met != Truth::open) return met;
    Dimension& one = dimensions_[next];
    one.is_settled = true;
    Truth found = Truth::no;
    for (one.at = 0; one.at < one.cells.size() && found == Truth::no; ++one.at) {
      if (agrees(next)) found = try_from(next + 1);
    }
    one.is_settled = false;
    return found;
  }

  [[nodiscard]] Truth all_met() const {
    Truth all = Truth::yes;
    for (const Demand& demand : demands_) {
      const Truth now = value_of(demand.steps);
      if (now == Truth::open) {
        all = Truth::open;
      } else if (now != demand.wanted) {
        return Truth::no;
      }
    }
    return all;
  }

  [[nodiscard]] Truth value_of(const std::vector<Step>& steps) const {
    std::array<Truth, Condition::capacity + 1> stack{};
    std::size_t size = 0;
    for (const Step& step : steps) {
      if (step.op == BooleanOp::negation) {
        stack[size - 1] = negated(stack[size - 1]);
      } else if (step.op == BooleanOp::both || step.op == BooleanOp::either) {
        --size;
        stack[size - 1] = joined(step.op, stack[size - 1], stack[size]);
      } else {
        stack[size++] = leaf_value(step);
      }
    }
    return stack[0];
  }

  [[nodiscard]] Truth leaf_value(const Step& step) const {
    if (step.op != BooleanOp::leaf) return truth(step.op == BooleanOp::anything);
    if (!step.dimension) return truth(step.holds);
    const Dimension& one = dimensions_[*step.dimension];
    return one.is_settled ? truth((step.cells >> one.at & 1) != 0) : Truth::open;
  }

  static Truth truth(bool holds) { return holds ? Truth::yes : Truth::no; }
  static Truth negated(Truth value) {
    return value == Truth::open ? value : truth(value == Truth::no);
  }
  static Truth joined(BooleanOp op, Truth a, Truth b) {
    const Truth decides = truth(op == BooleanOp::either);
    if (a == decides || b == decides) return decides;
    return a == Truth::open || b == Truth::open ? Truth::open : negated(decides);
  }

  /// Free members are ready, ready ones signed in.
  [[nodiscard]] bool agrees(std::size_t last) const {
    const Dimension& one = dimensions_[last];
    if (!is_staff(one.quantity.kind)) return true;
    for (std::size_t i = 0; i < last; ++i) {
      const Dimension& other = dimensions_[i];
      if (!is_staff(other.quantity.kind) || other.quantity.line != one.quantity.line) continue;
      const bool is_wider = other.quantity.kind < one.quantity.kind;
      const ValueRange& wide = is_wider ? other.cells[other.at] : one.cells[one.at];
      const ValueRange& narrow = is_wider ? one.cells[one.at] : other.cells[other.at];
      if (narrow.low > wide.high) return false;
    }
    return true;
  }
  static bool is_staff(TestKind kind) {
    return kind == TestKind::signed_in || kind == TestKind::ready || kind == TestKind::free;
  }

  static constexpr int cases_max = 4096;

  const Circumstances& world_;
  std::vector<Dimension> dimensions_{};
  std::vector<Demand> demands_{};
  int tried_ = 0;
};

Possibility Circumstances::possible(std::span<const Condition> holding,
                                    std::span<const Condition> failing) const {
  return CaseSearch{*this, holding, failing}.run();
}

}  // namespace v1
}  // namespace acd
