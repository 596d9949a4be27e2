// Laws of what a check says about conditions: what it calls impossible never happens.
#include "config/circumstances.hpp"

#include <rapidcheck.h>

#include <array>
#include <map>
#include <optional>

#include "law/random_condition.hpp"
#include "support/catch.hpp"

namespace acd {
namespace {

/// Two of everything; alpha is full at three, has hours, and loses who waits too long.
Blueprint two_of_each() {
  Blueprint b;
  for (const char* name : {"alpha", "beta"}) {
    b.add(Channel{name});
    b.add(Attribute{.name = name});
    b.add(TimePlan{.name = name});
    b.add(NamedRequirement{.name = name});
    b.add(Surge{.name = name});
    b.add(OfferRule{.name = name});
    b.add(SkillGroup{.name = name});
  }
  b.offer_rules[1].offers_max = 3;
  b.groups[0].max_length = 3;
  b.groups[0].hours = TimePlanId{0};
  b.groups[0].max_wait = std::chrono::minutes{5};
  b.groups[0].offer_rule = OfferRuleId{1};
  b.groups[1].distribution = Distribution::pull;
  return b;
}

/// What could be observed at some instant, each quantity drawn when it is first asked for.
class World {
 public:
  World(const Blueprint& blueprint, GroupId own) : blueprint_{blueprint}, own_{own} {}

  bool holds(const Condition& condition) {
    return condition.evaluate([this](const Test& test) { return holds(test); });
  }

 private:
  bool holds(const Test& test) {
    const GroupId group = test.group.is_none() ? own_ : test.group;
    const SkillGroup& line = blueprint_.groups[group.index()];
    switch (test.kind) {
      case TestKind::channel: return drawn(test.kind, 0, 2) == test.channel.value();
      case TestKind::attribute: {
        const auto value = drawn(test.kind, test.attribute.value(), 4);
        return value > 0 && test.low <= value - 1 && value - 1 <= test.high;
      }
      case TestKind::split: {
        const auto lot = drawn(test.kind, test.salt, 10'000);
        return test.low <= lot && lot < test.high;
      }
      case TestKind::plan_open: return is_open(test.plan);
      case TestKind::surge_on: return drawn(test.kind, test.surge.value(), 2) == 1;
      case TestKind::named: {
        const auto named = drawn(test.kind, 0, 3);
        return named > 0 && (test.group.is_none() || named - 1 == test.group.value());
      }
      case TestKind::requirement: {
        const auto asked = drawn(test.kind, 0, 3);
        return test.requirement.is_none() ? asked == 0 : asked - 1 == test.requirement.value();
      }
      case TestKind::eligible:
        return line.distribution == Distribution::push && drawn(test.kind, 0, 2) == 1;
      case TestKind::overdue: return line.max_wait && drawn(test.kind, 0, 2) == 1;
      case TestKind::exhausted:
        return blueprint_.offer_rules[line.offer_rule.index()].offers_max &&
               drawn(test.kind, 0, 2) == 1;
      case TestKind::group_open: return line.hours.is_none() || is_open(line.hours);
      case TestKind::full:
        return line.max_length && length(group) >= std::int64_t{*line.max_length};
      case TestKind::length: return within(test, length(group));
      case TestKind::signed_in: return within(test, staff(group, 0));
      case TestKind::ready: return within(test, staff(group, 1));
      case TestKind::free: return within(test, staff(group, 2));
      case TestKind::priority: return within(test, drawn(test.kind, 0, 10));
      case TestKind::hops: return within(test, drawn(test.kind, 0, 9));
      case TestKind::position: return within(test, 1 + drawn(test.kind, 0, 100));
      case TestKind::waited: return within(test, drawn(test.kind, 0, 600'000'000));
      case TestKind::oldest_wait:
      case TestKind::expected_wait:
        return within(test, drawn(test.kind, group.value(), 600'000'000));
      case TestKind::occupancy:
      case TestKind::service_level: return within(test, drawn(test.kind, group.value(), 101));
      case TestKind::load: return within(test, drawn(test.kind, 0, 201));
    }
    return false;
  }

  static bool within(const Test& test, std::int64_t value) {
    return test.low <= value && value <= test.high;
  }
  bool is_open(TimePlanId plan) { return drawn(TestKind::plan_open, plan.value(), 2) == 1; }
  std::int64_t length(GroupId group) { return drawn(TestKind::length, group.value(), 100); }
  /// Signed in, ready, free: each at most the one before.
  std::int64_t staff(GroupId group, int which) {
    std::int64_t count = drawn(TestKind::signed_in, group.value(), 100);
    if (which > 0) count = drawn(TestKind::ready, group.value(), count + 1);
    return which > 1 ? drawn(TestKind::free, group.value(), count + 1) : count;
  }
  std::int64_t drawn(TestKind kind, std::uint32_t line, std::int64_t end) {
    const auto [at, is_new] = values_.try_emplace({kind, line}, 0);
    if (is_new) at->second = *rc::gen::inRange<std::int64_t>(0, end);
    return at->second;
  }

  const Blueprint& blueprint_;
  GroupId own_;
  std::map<std::pair<TestKind, std::uint32_t>, std::int64_t> values_{};
};

Condition random_question(const Blueprint& b) {
  ConditionBounds bounds = bounds_of(b);
  bounds.asks_session = bounds.has_own_group = bounds.asks_agent = true;
  const Condition condition = random_condition(bounds);
  RC_PRE(!condition.is_too_long());
  return condition;
}

TEST_CASE("what is called impossible never happens") {
  REQUIRE(rc::check([] {
    const Blueprint b = two_of_each();
    const GroupId own{*rc::gen::inRange(0, 2)};
    const std::array questions{random_question(b), random_question(b)};
    World world{b, own};
    std::vector<Condition> holding;
    std::vector<Condition> failing;
    for (const Condition& question : questions) {
      (world.holds(question) ? holding : failing).push_back(question);
    }
    const Circumstances circumstances{b, ConditionPlace::affinity, own};
    RC_ASSERT(circumstances.possible(holding, failing) != Possibility::impossible);
    RC_CLASSIFY(circumstances.possible(questions) == Possibility::impossible, "never together");
  }));
}

TEST_CASE("nothing holds and fails at once, whatever it is") {
  REQUIRE(rc::check([] {
    const Blueprint b = two_of_each();
    const Circumstances circumstances{b, ConditionPlace::affinity, GroupId{0}};
    const std::array question{random_question(b)};
    RC_ASSERT(circumstances.possible(question, question) != Possibility::somehow);
  }));
}

}  // namespace
}  // namespace acd
