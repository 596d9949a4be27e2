// Random overflow rules.
#include "twin/random_overflow.hpp"

#include <algorithm>
#include <string>

#include "twin/random_condition.hpp"
#include "twin/random_plan.hpp"

namespace acd::twin {
namespace {

GroupId random_group(Random& random, const Blueprint& b) {
  return GroupId{random.below(b.groups.size())};
}

std::optional<Target> random_target(Random& random, const Blueprint& b, GroupId own) {
  const std::size_t way = random.below(100);
  const GroupId group = random_group(random, b);
  if (way < 70) return group == own ? std::nullopt : std::optional{to_group(group)};
  if (way < 80 && !b.bots.empty()) return to_bot(BotId{random.below(b.bots.size())});
  const Target end = random_end(random, b);
  return end.group == own ? std::nullopt : std::optional{end};
}

std::vector<Target> random_targets(Random& random, const Blueprint& b, GroupId own) {
  std::vector<Target> targets;
  for (std::size_t left = random.between<std::size_t>(1, 4); left > 0; --left) {
    if (const auto target = random_target(random, b, own)) targets.push_back(*target);
  }
  return targets;
}

void widen(Random& random, const Blueprint& b, GroupId own, OverflowRule& rule) {
  for (std::size_t left = random.between<std::size_t>(0, 3); left > 0; --left) {
    const GroupId group = random_group(random, b);
    const bool pulls = b.groups[group.index()].distribution == Distribution::pull;
    if (group == own || pulls || std::ranges::count(rule.also_in, group) > 0) continue;
    rule.also_in.push_back(group);
  }
}

void relax(Random& random, const Blueprint& b, OverflowRule& rule) {
  if (random.percent(40)) rule.raise_priority = random.between<std::uint8_t>(1, 2);
  if (random.percent(20)) rule.relaxation = Relaxation::dropped;
  if (b.requirements.empty() || !random.percent(20)) return;
  rule.relaxation = Relaxation::replaced;
  rule.requirement = RequirementId{random.below(b.requirements.size())};
}

std::optional<OverflowRule> random_rule(Random& random, const Blueprint& b, GroupId own,
                                        std::size_t index) {
  OverflowRule rule{.name = "overflow" + std::to_string(index)};
  const bool arriving = random.percent(35);
  if (arriving) rule.stage = OverflowStage::arriving;
  rule.cause =
      static_cast<OverflowCause>(random.below(static_cast<std::size_t>(last_overflow_cause) + 1));
  rule.when = random_condition(random, b, arriving ? AskedBy::arriving : AskedBy::waiting);
  if (random.percent(3)) rule.when = Condition::anything();
  relax(random, b, rule);
  const bool leads = arriving || random.percent(45);
  if (leads) rule.targets = random_targets(random, b, own);
  if (!leads) widen(random, b, own, rule);
  if (!arriving && random.percent(25)) {
    rule.repeat = Repeat{.every = random_seconds(random, 1, 3),
                         .times = random.between<std::uint8_t>(1, random.percent(5) ? 100 : 4)};
  }
  const bool relaxes = rule.raise_priority > 0 || rule.relaxation != Relaxation::none;
  const bool acts = leads ? !rule.targets.empty() : relaxes || !rule.also_in.empty();
  return acts ? std::optional{rule} : std::nullopt;
}

}  // namespace

void add_overflow(Random& random, Blueprint& b) {
  if (random.percent(25)) return;
  for (std::size_t i = 0; i < b.groups.size(); ++i) {
    const std::size_t rules = random.percent(45) ? random.between<std::size_t>(1, 6) : 0;
    for (std::size_t rule = 0; rule < rules; ++rule) {
      const auto made = random_rule(random, b, GroupId{i}, rule);
      if (made) b.groups[i].overflow.push_back(*made);
    }
  }
}

}  // namespace acd::twin
