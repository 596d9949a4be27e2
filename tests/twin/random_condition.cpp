// Random conditions, leaf by leaf.
#include "twin/random_condition.hpp"

#include <algorithm>
#include <chrono>

#include "twin/random_entry.hpp"
#include "twin/twin_facts.hpp"

namespace acd::twin {
namespace {

using std::chrono::microseconds;
using std::chrono::seconds;

GroupId random_group(Random& random, const Blueprint& b) {
  return GroupId{random.below(b.groups.size())};
}

// Mostly with an edge at a customer's own lot.
Test random_split(Random& random) {
  Test test{.kind = TestKind::split, .salt = random.between<std::uint32_t>(0, 2)};
  const std::int64_t edge = lot_of(random.between<std::uint64_t>(1, 4), test.salt);
  test.low = 2000;
  test.high = 7000;
  const std::size_t way = random.below(3);
  if (way == 0) {
    test.low = 0;
    test.high = std::max<std::int64_t>(edge, 1);
  } else if (way == 1) {
    test.low = edge;
    test.high = 10'000;
  }
  return test;
}

/// From a value on, up to one, between two, or open.
Test within(Random& random, Test test, std::int64_t least, std::int64_t most) {
  test.low = random.between(least, most);
  test.high = random.between(test.low, most);
  const std::size_t way = random.below(10);
  if (way < 5) test.high = unbounded_above;
  if (way == 5 || way == 6) test.low = unbounded_below;
  return test;
}

/// Seconds, sometimes a microsecond less; an edge above zero.
Test within_seconds(Random& random, Test test) {
  const auto edge = [&](std::int64_t low) {
    const microseconds at = seconds{random.between<std::int64_t>(low, 6)};
    return (random.percent(10) ? at - microseconds{1} : at).count();
  };
  test.low = edge(1);
  test.high = test.low + edge(1);
  const std::size_t way = random.below(10);
  if (way < 6) test.high = unbounded_above;
  if (way == 6) test.low = unbounded_below;
  return test;
}

Test random_attribute(Random& random, const Blueprint& b) {
  if (b.attributes.empty()) return random_split(random);
  const std::int64_t low = random.between<std::int64_t>(0, 1);
  return {.kind = TestKind::attribute,
          .attribute = AttributeId{random.below(b.attributes.size())},
          .low = low,
          .high = low + 1};
}

Test random_arrival_test(Random& random, const Blueprint& b) {
  switch (random.below(5)) {
    case 0:
      return {.kind = TestKind::channel, .channel = ChannelId{random.below(b.channels.size())}};
    case 1: return random_attribute(random, b);
    case 2: return random_split(random);
    case 3: return {.kind = TestKind::named, .group = random.percent(50) ? GroupId{} : GroupId{0}};
    case 4: break;
  }
  return within(random, {.kind = TestKind::priority}, 0, b.limits.priority_max);
}

Test random_session_test(Random& random, const Blueprint& b) {
  switch (random.below(10)) {
    case 0: {
      const bool none = b.requirements.empty() || random.percent(40);
      return {.kind = TestKind::requirement,
              .requirement = none ? RequirementId::none()
                                  : RequirementId{random.below(b.requirements.size())}};
    }
    case 1: return within(random, {.kind = TestKind::position}, 1, 3);
    case 2: return within(random, {.kind = TestKind::hops}, 0, std::min<int>(b.limits.hops, 2));
    case 3: return {.kind = TestKind::eligible};
    case 4: return {.kind = TestKind::overdue};
    case 5: return {.kind = TestKind::exhausted};
  }
  return within_seconds(random, {.kind = TestKind::waited});
}

Test random_whole_test(Random& random, const Blueprint& b) {
  const TimePlanId plan = random_hours(random, b, b.surges.empty() ? 100 : 40);
  if (!plan.is_none()) return {.kind = TestKind::plan_open, .plan = plan};
  if (b.surges.empty()) return random_pressure(random, b);
  return {.kind = TestKind::surge_on, .surge = SurgeId{random.below(b.surges.size())}};
}

Test random_group_test(Random& random, const Blueprint& b, AskedBy by) {
  Test test = random_pressure(random, b);
  if (random.percent(12)) test = {.kind = TestKind::group_open, .group = test.group};
  if (random.percent(12)) test = {.kind = TestKind::full, .group = test.group};
  const bool has_own = by != AskedBy::entry && by != AskedBy::surge;
  if (has_own && random.percent(60)) test.group = GroupId::none();
  return test;
}

Test random_test(Random& random, const Blueprint& b, AskedBy by) {
  const std::size_t way = random.below(100);
  if (by == AskedBy::surge) {
    return way < 75 ? random_group_test(random, b, by) : random_whole_test(random, b);
  }
  if (by == AskedBy::entry) {
    if (way < 60) return random_arrival_test(random, b);
    return way < 80 ? random_whole_test(random, b) : random_group_test(random, b, by);
  }
  if (by == AskedBy::affinity && random.percent(40)) {
    return within(random, {.kind = TestKind::load}, 0, 100);
  }
  if (way < 40) return random_session_test(random, b);
  if (way < 70) return random_group_test(random, b, by);
  return way < 85 ? random_arrival_test(random, b) : random_whole_test(random, b);
}

}  // namespace

Test random_pressure(Random& random, const Blueprint& b) {
  const Test test{.group = random_group(random, b)};
  const auto of = [&test](TestKind kind) {
    Test result = test;
    result.kind = kind;
    return result;
  };
  switch (random.below(10)) {
    case 0: return within_seconds(random, of(TestKind::oldest_wait));
    case 1: return within_seconds(random, of(TestKind::expected_wait));
    case 2: return within(random, of(TestKind::signed_in), 0, 3);
    case 3: return within(random, of(TestKind::ready), 0, 3);
    case 4: return within(random, of(TestKind::free), 0, 2);
    case 5: return within(random, of(TestKind::occupancy), 0, 100);
    case 6: return within(random, of(TestKind::service_level), 0, 100);
  }
  return within(random, of(TestKind::length), 0, 4);
}

Condition random_condition(Random& random, const Blueprint& b, AskedBy by) {
  Condition result = random_test(random, b, by);
  for (std::size_t left = random.percent(60) ? 0 : random.between<std::size_t>(1, 3); left > 0;
       --left) {
    const Condition other = random_test(random, b, by);
    const std::size_t way = random.below(3);
    if (way == 0) result = result && other;
    if (way == 1) result = result || other;
    if (way == 2) result = !result;
  }
  return result;
}

}  // namespace acd::twin
