// Reading rules once, for what the engine asks of all of them together.
#include "config/overflow_tables.hpp"

#include <algorithm>
#include <span>

namespace acd {
inline namespace v1 {
namespace {

template <class Visit>
void for_each_test(const Condition& condition, const Visit& visit) {
  for (const Condition::Node& node : condition.nodes()) {
    if (node.op == BooleanOp::leaf) visit(node.leaf);
  }
}

/// Every condition of the blueprint, with the group whose rule it is (none: no rule of a group).
template <class Visit>
void for_each_condition(const Blueprint& blueprint, const Visit& visit) {
  for (std::size_t i = 0; i < blueprint.groups.size(); ++i) {
    for (const OverflowRule& rule : blueprint.groups[i].overflow) visit(rule.when, GroupId{i});
    for (const AffinityStrategy& strategy : blueprint.groups[i].affinity.criteria()) {
      visit(strategy.when, GroupId{i});
    }
  }
  for (const Surge& surge : blueprint.surges) {
    visit(surge.enter, GroupId::none());
    if (surge.leave) visit(*surge.leave, GroupId::none());
  }
  for (const Entry& entry : blueprint.entries) {
    for (const EntryRule& rule : entry.rules) visit(rule.when, GroupId::none());
  }
}

/// It observes what happened to sessions in groups.
bool asks_stays(TestKind kind) {
  return kind == TestKind::oldest_wait || kind == TestKind::waited || kind == TestKind::hops;
}

void add_threshold(std::vector<Duration>& thresholds, std::int64_t at) {
  if (at > 0 && at <= longest.count()) thresholds.emplace_back(at);
}

void read_thresholds(const OverflowRule& rule, std::vector<Duration>& thresholds) {
  for_each_test(rule.when, [&](const Test& test) {
    if (test.kind != TestKind::waited) return;
    add_threshold(thresholds, test.low);
    if (test.high < longest.count()) add_threshold(thresholds, test.high + 1);
  });
  if (!rule.repeat) return;
  for (int k = 1; k <= rule.repeat->times; ++k) {
    add_threshold(thresholds, rule.repeat->every.count() * k);
  }
}

/// The least wait with which a condition can hold; in doubt, none. An algebra for Boolean::fold.
struct LeastWait {
  static constexpr std::int64_t leaf(const Test& test) {
    return test.kind == TestKind::waited ? test.low : 0;
  }
  static constexpr std::int64_t both(std::int64_t a, std::int64_t b) { return std::max(a, b); }
  static constexpr std::int64_t either(std::int64_t a, std::int64_t b) { return std::min(a, b); }
  static constexpr std::int64_t negation(std::int64_t) { return 0; }
  static constexpr std::int64_t anything() { return 0; }
  static constexpr std::int64_t nothing() { return unbounded_above; }
};

std::uint32_t candidates_after(const SkillGroup& group, Duration waited) {
  std::uint32_t candidates = 0;
  for (std::size_t i = 0; i < group.overflow.size(); ++i) {
    const OverflowRule& rule = group.overflow[i];
    if (rule.stage != OverflowStage::waiting) continue;
    std::int64_t least = rule.when.fold(LeastWait{});
    if (rule.repeat) least = std::max(least, rule.repeat->every.count());
    if (least <= waited.count()) candidates |= std::uint32_t{1} << i;
  }
  return candidates;
}

GroupOverflow read_rules(const SkillGroup& group) {
  GroupOverflow tables;
  for (const OverflowRule& rule : group.overflow) {
    if (rule.stage == OverflowStage::arriving) {
      tables.has_arriving = true;
      continue;
    }
    tables.has_waiting = true;
    read_thresholds(rule, tables.thresholds);
  }
  std::sort(tables.thresholds.begin(), tables.thresholds.end());
  const auto end = std::unique(tables.thresholds.begin(), tables.thresholds.end());
  tables.thresholds.erase(end, tables.thresholds.end());
  // One who has not reached the next threshold has waited less than that.
  for (const Duration threshold : tables.thresholds) {
    tables.candidates.push_back(candidates_after(group, threshold - Duration{1}));
  }
  tables.candidates.push_back(candidates_after(group, longest));
  return tables;
}

}  // namespace

OverflowTables::OverflowTables(const Blueprint& blueprint) {
  for (std::size_t i = 0; i < blueprint.groups.size(); ++i) {
    const SkillGroup& group = blueprint.groups[i];
    GroupOverflow tables = read_rules(group);
    tables.first_threshold = thresholds;
    thresholds += static_cast<std::uint32_t>(tables.thresholds.size());
    keeps_stays = keeps_stays || !group.overflow.empty() || group.tickets || group.callbacks;
    keeps_free = keeps_free || group.keeps_free != 0;
    has_rounds = has_rounds || tables.has_waiting;
    for (const AffinityStrategy& strategy : group.affinity.criteria()) {
      keeps_stays = keeps_stays || !strategy.backup.is_none();
    }
    for (const OverflowRule& rule : group.overflow) {
      if (!rule.also_in.empty()) places_max = 1 + also_in_max;
      if (rule.stage == OverflowStage::arriving) continue;
      for_each_test(rule.when, [&](const Test& test) {
        if (wakes(test.kind)) waking.push_back({GroupId{i}, test});
      });
    }
    tables.is_counted = group.forecast == Forecast::counted;
    groups.push_back(std::move(tables));
  }
  for_each_condition(blueprint, [&](const Condition& condition, GroupId owner) {
    for_each_test(condition, [&](const Test& test) {
      keeps_stays = keeps_stays || asks_stays(test.kind);
      const bool is_counted =
          test.kind == TestKind::service_level || test.kind == TestKind::expected_wait;
      if (!is_counted) return;
      groups[(test.group.is_none() ? owner : test.group).index()].is_counted = true;
    });
  });
  for (const GroupOverflow& group : groups) keeps_stays = keeps_stays || group.is_counted;
  has_rounds = has_rounds || !blueprint.surges.empty() || !blueprint.break_rules.empty();
  for (const Agent& agent : blueprint.agents) {
    for (const Membership& membership : agent.memberships) {
      has_reserves = has_reserves || !membership.when.is_none();
    }
  }
}

}  // namespace v1
}  // namespace acd
