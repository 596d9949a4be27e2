// Every leaf in turn; one that would name a line of which there is none becomes a split.
#include "law/random_condition.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace acd {
inline namespace v1 {
namespace {

bool coin() { return *rc::gen::arbitrary<bool>(); }
std::size_t below(std::size_t end) { return *rc::gen::inRange<std::size_t>(0, end); }

template <class LineId>
LineId line(std::size_t lines) {
  return LineId{below(lines)};
}

Condition random_split() {
  const auto low = static_cast<std::int64_t>(below(10'000));
  return lot_between(low, low + 1, coin() ? 0 : *rc::gen::arbitrary<std::uint32_t>());
}

/// Within what the value can be; one end open at times.
Condition random_range(Test test, std::int64_t low, std::int64_t high) {
  const auto value = [&] { return *rc::gen::inRange(low, high + 1); };
  std::tie(test.low, test.high) = std::minmax(value(), value());
  if (test.low > low && below(3) == 0) test.high = unbounded_above;
  if (test.high < high && below(3) == 0) test.low = unbounded_below;
  return test;
}

Condition random_duration_range(Test test) {
  const std::int64_t most = below(3) == 0 ? longest.count() - 1 : 600'000'000;
  const std::int64_t low = *rc::gen::inRange<std::int64_t>(1, most);
  if (coin())
    return Test{.kind = test.kind, .group = test.group, .low = low, .high = unbounded_above};
  test.low = coin() ? unbounded_below : low;
  test.high = *rc::gen::inRange<std::int64_t>(low + 1, most + 2);
  return test;
}

/// An attribute's values are any: in sound blueprints they are numbers or small.
Condition random_attribute_test(std::size_t attributes) {
  const auto end = [](std::int64_t open) {
    return below(4) == 0 ? open : std::int64_t{*rc::gen::inRange(0, 2)};
  };
  auto [low, high] = std::pair{end(unbounded_below), end(unbounded_above)};
  if (low > high) std::swap(low, high);
  return attribute_between(line<AttributeId>(attributes), low, high);
}

Condition random_line_test(TestKind kind, const ConditionBounds& bounds) {
  if (kind == TestKind::channel && bounds.channels > 0) {
    return is_channel(line<ChannelId>(bounds.channels));
  }
  if (kind == TestKind::plan_open && bounds.time_plans > 0) {
    return is_open(line<TimePlanId>(bounds.time_plans));
  }
  if (kind == TestKind::surge_on && bounds.surges > 0) {
    return is_on(line<SurgeId>(bounds.surges));
  }
  if (kind == TestKind::named) {
    return names_group(bounds.groups > 0 && coin() ? line<GroupId>(bounds.groups) : GroupId{});
  }
  if (kind == TestKind::requirement && bounds.asks_session) {
    const bool names_one = bounds.requirements > 0 && coin();
    return requires_just(names_one ? line<RequirementId>(bounds.requirements) : RequirementId{});
  }
  return random_split();
}

/// Whether it is a fact of the session, the group or the whole, of the kind.
Condition random_test(TestKind kind, const ConditionBounds& bounds) {
  Test test{.kind = kind};
  if (scope_of(kind) == TestScope::session && !bounds.asks_session) return random_split();
  if (scope_of(kind) == TestScope::agent && !bounds.asks_agent) return random_split();
  if (scope_of(kind) == TestScope::group) {
    const bool names_one = bounds.groups > 0 && (!bounds.has_own_group || coin());
    if (!names_one && !bounds.has_own_group) return random_split();
    if (names_one) test.group = line<GroupId>(bounds.groups);
  }
  switch (form_of(kind)) {
    case TestForm::names: return random_line_test(kind, bounds);
    case TestForm::lots: return random_split();
    case TestForm::fact: return test;
    case TestForm::duration: return random_duration_range(test);
    case TestForm::range: break;
  }
  if (kind == TestKind::attribute) {
    return bounds.attributes > 0 ? random_attribute_test(bounds.attributes) : random_split();
  }
  if (kind == TestKind::priority) return random_range(test, 0, bounds.limits.priority_max);
  if (kind == TestKind::hops) return random_range(test, 0, bounds.limits.hops);
  return random_range(test, 1, 100);
}

Condition random_leaf(const ConditionBounds& bounds) {
  return random_test(static_cast<TestKind>(below(static_cast<std::size_t>(last_test_kind) + 1)),
                     bounds);
}

}  // namespace

ConditionBounds bounds_of(const Blueprint& b) {
  return {.channels = b.channels.size(),
          .attributes = b.attributes.size(),
          .time_plans = b.time_plans.size(),
          .groups = b.groups.size(),
          .requirements = b.requirements.size(),
          .surges = b.surges.size(),
          .limits = b.limits};
}

Condition random_condition(const ConditionBounds& bounds) {
  Condition condition = random_leaf(bounds);
  for (std::size_t left = below(6); left > 0; --left) {
    switch (below(4)) {
      case 0: condition = condition && random_leaf(bounds); break;
      case 1: condition = condition || random_leaf(bounds); break;
      case 2: condition = random_leaf(bounds) && !condition; break;
      case 3: condition = (condition || Condition::nothing()) && random_leaf(bounds); break;
    }
  }
  return condition;
}

Condition random_whole_condition(const ConditionBounds& bounds) {
  const auto leaf = [&bounds] {
    constexpr auto first = static_cast<std::size_t>(TestKind::group_open);
    constexpr auto count = static_cast<std::size_t>(TestKind::surge_on) - first + 1;
    const auto kind = static_cast<TestKind>(first + below(count));
    const bool has_line = kind == TestKind::surge_on ? bounds.surges > 0 : bounds.groups > 0;
    return has_line ? random_test(kind, bounds) : Condition::nothing();
  };
  return coin() ? leaf() : leaf() || leaf();
}

}  // namespace v1
}  // namespace acd
