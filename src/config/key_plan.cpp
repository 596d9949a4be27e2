// Compiling orderings to keys, and the ranks of each criterion.
#include "config/key_plan.hpp"

#include <algorithm>
#include <array>

namespace acd::config {
namespace {

constexpr std::uint64_t all_ones(int bits) { return (std::uint64_t{1} << bits) - 1; }

std::uint64_t instant_rank(Instant instant) {
  constexpr std::uint64_t last = all_ones(instant_bits);
  if (instant == never) return last;
  return static_cast<std::uint64_t>(instant.time_since_epoch().count());
}

const Registry::Binding* binding_of(HostRankId id, std::span<const Registry::Binding> bindings) {
  return id.index() < bindings.size() ? &bindings[id.index()] : nullptr;
}

int host_bits(HostRankId id, std::span<const Registry::Binding> bindings) {
  const Registry::Binding* binding = binding_of(id, bindings);
  return binding == nullptr ? 0 : binding->bits;
}

// 65535 times the share in use. Units are at most 255, so different shares differ by more
// than 1 / 65535 and equal ones are equal: the rank orders as the exact fraction does.
std::uint64_t load_rank(const AgentFacts& facts) {
  const std::uint32_t charged = std::min(facts.charged_units, facts.units);
  return std::uint64_t{65535} * charged / facts.units;
}

std::uint64_t attribute_rank(const SessionFacts& facts, AttributeId attribute, int direction) {
  constexpr std::int64_t low = -32768;
  constexpr std::int64_t high = 32767;
  const std::size_t index = attribute.index();
  if ((facts.present_attributes >> index & 1) == 0) return all_ones(attribute_bits);
  const std::int64_t value = std::clamp(facts.attributes[index], low, high);
  return static_cast<std::uint64_t>(direction > 0 ? value - low : high - value);
}

TieBreak tie_break_of(AgentCriterionKind kind) {
  if (kind == AgentCriterionKind::weighted_random) return TieBreak::drawn;
  if (kind == AgentCriterionKind::circular) return TieBreak::circular;
  return kind == AgentCriterionKind::longest_weighted_ready ? TieBreak::weighted_ready
                                                            : TieBreak::ready_number;
}

}  // namespace

std::uint64_t aged_rank(const Ageing& ageing, Priority priority, Instant start) {
  constexpr std::int64_t bias = std::int64_t{1} << (instant_bits - 1);
  const std::int64_t from = start.time_since_epoch().count() + bias;
  const bool above_cap = priority > ageing.cap;
  const auto band = static_cast<std::uint64_t>(ageing.priority_max - (above_cap ? priority : 0));
  const std::int64_t head_start = above_cap ? 0 : ageing.step.count() * priority;
  const auto rest = static_cast<std::uint64_t>(from - std::min(head_start, bias));
  return band << instant_bits | rest;
}

AgentKeyPlan::AgentKeyPlan(const AgentOrder& order, const Limits& limits,
                           std::span<const Registry::Binding> bindings) {
  const RankBounds bounds{limits.priority_max, limits.level_max};
  for (const AgentCriterion& criterion : order.criteria()) {
    tie_break_ = tie_break_of(criterion.kind);
    if (criterion.kind == AgentCriterionKind::longest_ready || scans()) break;
    const Registry::Binding* host = binding_of(criterion.host_rank, bindings);
    const int bits = bits_of(criterion, bounds, host_bits(criterion.host_rank, bindings));
    steps_.push_back({criterion, bits, host == nullptr ? nullptr : &host->agent_rank});
    rank_bits_ += static_cast<unsigned>(bits);
  }
  band_bits_ = rank_bits_;
}

std::uint64_t AgentKeyPlan::rank(const Step& step, const AgentKeyFacts& facts) {
  const AgentFacts& shared = facts.shared;
  switch (step.criterion.kind) {
    case AgentCriterionKind::longest_ready: return facts.ready_number;
    case AgentCriterionKind::longest_unhandled: return facts.handled_number;
    case AgentCriterionKind::longest_unoffered: return facts.offered_number;
    case AgentCriterionKind::lowest_load: return load_rank(shared);
    case AgentCriterionKind::fewest_handled:
      return std::min<std::uint64_t>(shared.handled, all_ones(step.bits));
    case AgentCriterionKind::highest_level: return all_ones(step.bits) - shared.level;
    case AgentCriterionKind::lowest_level: return shared.level;
    case AgentCriterionKind::skill_at_least:
      return facts.skills[step.criterion.skill.index()] > step.criterion.level ? 0 : 1;
    case AgentCriterionKind::preferred: return shared.preference;
    case AgentCriterionKind::fixed: return shared.agent.slot;
    case AgentCriterionKind::host_rank: return (*step.host)(shared)&all_ones(step.bits);
    case AgentCriterionKind::weighted_random:
    case AgentCriterionKind::circular:
    case AgentCriterionKind::longest_weighted_ready: return 0;
  }
  return 0;
}

Key AgentKeyPlan::key(const AgentKeyFacts& facts) const {
  util::KeyPacker packer;
  for (const Step& step : steps_)
    packer.append(rank(step, facts), static_cast<unsigned>(step.bits));
  packer.append(facts.ready_number, number_bits);
  return packer.key();
}

bool AgentKeyPlan::is_same_rank(const Key& a, const Key& b) const {
  const unsigned in_high = std::min(rank_bits_, 64U);
  const unsigned in_low = rank_bits_ - in_high;
  const bool high = in_high == 0 || (a.high ^ b.high) >> (64 - in_high) == 0;
  return high && (in_low == 0 || (a.low ^ b.low) >> (64 - in_low) == 0);
}

SessionKeyPlan::SessionKeyPlan(const SessionOrder& order, const Limits& limits,
                               std::span<const Registry::Binding> bindings) {
  const RankBounds bounds{limits.priority_max, limits.level_max};
  bool in_rank = true;  // no criterion yet whose values mostly rise with arrival
  for (const SessionCriterion& criterion : order.criteria()) {
    const Registry::Binding* host = binding_of(criterion.host_rank, bindings);
    const int bits = bits_of(criterion, bounds, host_bits(criterion.host_rank, bindings));
    in_rank = in_rank && criterion.kind != SessionCriterionKind::oldest &&
              criterion.kind != SessionCriterionKind::newest;
    if (in_rank) band_bits_ += static_cast<unsigned>(bits);
    steps_.push_back(
        {criterion, bits, limits.priority_max, host == nullptr ? nullptr : &host->session_rank});
  }
  is_usual_ = steps_.size() == 2 && steps_[0].criterion.kind == SessionCriterionKind::most_urgent &&
              steps_[1].criterion.kind == SessionCriterionKind::oldest;
}

std::uint64_t SessionKeyPlan::rank(const Step& step, const SessionKeyFacts& facts) {
  const SessionFacts& shared = facts.shared;
  const SessionCriterion& criterion = step.criterion;
  switch (criterion.kind) {
    case SessionCriterionKind::most_urgent: return step.priority_max - shared.priority;
    case SessionCriterionKind::oldest: return instant_rank(shared.start);
    case SessionCriterionKind::newest: return all_ones(step.bits) - instant_rank(shared.start);
    case SessionCriterionKind::earliest_due: return instant_rank(shared.due);
    case SessionCriterionKind::aged:
      return aged_rank({criterion.step, criterion.cap, step.priority_max}, shared.priority,
                       shared.start);
    case SessionCriterionKind::lowest_attribute:
      return attribute_rank(shared, criterion.attribute, 1);
    case SessionCriterionKind::highest_attribute:
      return attribute_rank(shared, criterion.attribute, -1);
    case SessionCriterionKind::host_rank: return (*step.host)(shared)&all_ones(step.bits);
  }
  return 0;
}

Key SessionKeyPlan::key(const SessionKeyFacts& facts) const {
  util::KeyPacker packer;
  for (const Step& step : steps_)
    packer.append(rank(step, facts), static_cast<unsigned>(step.bits));
  packer.append(facts.number, number_bits);
  return packer.key();
}

WorkPlan::WorkPlan(const WorkOrder& order)
    : criteria_(order.criteria().begin(), order.criteria().end()) {
  for (const WorkCriterion& criterion : criteria_) {
    asks_share_ = asks_share_ || criterion.kind == WorkCriterionKind::largest_share_deficit;
  }
}

bool WorkPlan::is_usual() const {
  constexpr std::array usual{WorkCriterionKind::heaviest_group, WorkCriterionKind::most_urgent,
                             WorkCriterionKind::oldest};
  return std::ranges::equal(criteria_, usual, {}, &WorkCriterion::kind);
}

std::int64_t WorkPlan::rank(const WorkCriterion& criterion, const WorkFacts& facts) {
  switch (criterion.kind) {
    case WorkCriterionKind::heaviest_group: return -std::int64_t{facts.weight};
    case WorkCriterionKind::preferred_group: return facts.preference;
    case WorkCriterionKind::most_urgent: return -std::int64_t{facts.priority};
    case WorkCriterionKind::oldest: return facts.start.time_since_epoch().count();
    case WorkCriterionKind::earliest_due: return facts.due.time_since_epoch().count();
    case WorkCriterionKind::aged:
      return static_cast<std::int64_t>(
          aged_rank({criterion.step, criterion.cap, 63}, facts.priority, facts.start));
    case WorkCriterionKind::longest_weighted_wait:
      return -(facts.now - facts.start).count() * facts.weight;
    case WorkCriterionKind::longest_queue: return -std::int64_t{facts.waiting} * facts.weight;
    case WorkCriterionKind::largest_share_deficit: return -facts.share_deficit;
  }
  return 0;
}

bool WorkPlan::before(const WorkFacts& a, const WorkFacts& b) const {
  for (const WorkCriterion& criterion : criteria_) {
    const std::int64_t rank_a = rank(criterion, a);
    const std::int64_t rank_b = rank(criterion, b);
    if (rank_a != rank_b) return rank_a < rank_b;
  }
  return a.number < b.number;
}

}  // namespace acd::config
