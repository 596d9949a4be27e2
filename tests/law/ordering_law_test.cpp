// Laws of every ordering: a monoid under `then`, for each of its families.
#include <algorithm>
#include <vector>

#include "acd/policy/affinity.hpp"
#include "acd/policy/agent_order.hpp"
#include "acd/policy/session_order.hpp"
#include "acd/policy/work_order.hpp"
#include "policy/key_width.hpp"
#include "support/catch.hpp"

namespace acd {
namespace {

using std::chrono_literals::operator""s;

struct Agents {
  using Order = AgentOrder;
  static std::vector<AgentCriterion> criteria() {
    return {longest_ready(), highest_level(), skilled_first(SkillId{1}, 3),
            skilled_first(SkillId{1}, 4), agent_host_rank(HostRankId{0})};
  }
};

struct Sessions {
  using Order = SessionOrder;
  static std::vector<SessionCriterion> criteria() {
    return {most_urgent(), oldest(), aged(45s, 5), aged(45s), lowest_attribute(AttributeId{2})};
  }
};

struct Work {
  using Order = WorkOrder;
  static std::vector<WorkCriterion> criteria() {
    return {heaviest_group(), most_urgent_first(), aged_first(10s), aged_first(10s, 3)};
  }
};

struct Strategies {
  using Order = Affinity;
  static std::vector<AffinityStrategy> criteria() {
    return {owner(), owner().held(30s),
            last_agent().within(90s).only_if(at_most(TestKind::load, 80)), listed({{{0, 1}, 9}}),
            most_frequent(AffinityScope::own_group).or_else(GroupId{1})};
  }
};

/// Every order of at most two criteria.
template <class Family>
std::vector<typename Family::Order> orders() {
  using Order = typename Family::Order;
  std::vector<Order> all{Order{}};
  for (const auto& first : Family::criteria()) {
    all.push_back(first);
    for (const auto& second : Family::criteria()) all.push_back(Order{first}.then(second));
  }
  return all;
}

TEMPLATE_TEST_CASE("indifferent is the identity of then", "", Agents, Sessions, Work, Strategies) {
  using Order = typename TestType::Order;
  const Order indifferent;
  CHECK(indifferent.is_indifferent());
  for (const Order& a : orders<TestType>()) {
    CHECK(indifferent.then(a) == a);
    CHECK(a.then(indifferent) == a);
  }
}

TEMPLATE_TEST_CASE("then is associative", "", Agents, Sessions, Work, Strategies) {
  using Order = typename TestType::Order;
  const std::vector<Order> all = orders<TestType>();
  int exceptions = 0;
  for (const Order& a : all) {
    for (const Order& b : all) {
      for (const Order& c : all) exceptions += a.then(b).then(c) == a.then(b.then(c)) ? 0 : 1;
    }
  }
  CHECK(exceptions == 0);
}

TEMPLATE_TEST_CASE("then keeps the criteria of both, in their order", "", Agents, Sessions, Work,
                   Strategies) {
  using Order = typename TestType::Order;
  for (const Order& a : orders<TestType>()) {
    for (const Order& b : orders<TestType>()) {
      const Order joined = a.then(b);
      std::vector criteria(a.criteria().begin(), a.criteria().end());
      criteria.insert(criteria.end(), b.criteria().begin(), b.criteria().end());
      const bool same = std::ranges::equal(joined.criteria(), criteria);
      CHECK(same);
      CHECK(Order::from_criteria(criteria) == joined);
    }
  }
}

TEMPLATE_TEST_CASE("orders are equal exactly if their criteria are", "", Agents, Sessions, Work,
                   Strategies) {
  const auto all = orders<TestType>();
  int equal = 0;
  for (const auto& a : all) {
    for (const auto& b : all) equal += a == b ? 1 : 0;
  }
  CHECK(equal == static_cast<int>(all.size()));
}

TEST_CASE("a key is as wide as its criteria and the number at its end") {
  const auto host_bits = [](HostRankId) { return 7; };
  const RankBounds bounds{.priority_max = 9, .level_max = 10};
  for (const SessionOrder& a : orders<Sessions>()) {
    int sum = number_bits;
    for (const SessionCriterion& criterion : a.criteria()) sum += bits_of(criterion, bounds, 0);
    CHECK(key_bits(a, bounds, host_bits) == sum);
  }
  CHECK(key_bits(AgentOrder{}, bounds, host_bits) == 48);
  CHECK(key_bits(AgentOrder{highest_level()}, bounds, host_bits) == 4 + 48);
  CHECK(key_bits(AgentOrder{agent_host_rank(HostRankId{0})}, bounds, host_bits) == 7 + 48);
}

TEST_CASE("what follows longest_ready makes no key wider") {
  const auto host_bits = [](HostRankId) { return 7; };
  const RankBounds bounds{};
  for (const AgentOrder& a : orders<Agents>()) {
    const AgentOrder decided = AgentOrder{longest_ready()}.then(a);
    CHECK(key_bits(decided, bounds, host_bits) == 48);
  }
}

}  // namespace
}  // namespace acd
