// Who is chosen: by asking everybody.
#include <algorithm>

#include "twin/twin_router.hpp"

namespace acd::twin {

// The first by the group's order; among equals by its last criterion, if that always decides,
// else the smallest ready number.
std::optional<std::size_t> TwinRouter::choose_agent(const SessionRecord& session,
                                                    const Place& place) {
  std::vector<std::size_t> best;
  Key best_key;
  for (std::size_t agent = 0; agent < agents_.size(); ++agent) {
    if (!is_eligible(session, place, agent)) continue;
    const Key key = agent_key(agent, place.group);
    if (best.empty() || key < best_key) {
      best = {agent};
      best_key = key;
    } else if (key == best_key) {
      best.push_back(agent);
    }
  }
  if (best.size() <= 1) return best.empty() ? std::nullopt : std::optional{best.front()};
  const auto last = decides_among_equals(place.group);  // no two have the same ready number
  if (last == AgentCriterionKind::weighted_random) return draw(best, place.group);
  if (last == AgentCriterionKind::circular) return next_after(turns_[place.group.index()], best);
  return longest_weighted_ready(best, place.group);
}

// Of the criteria that rank nobody, if the group has one that is ever asked.
std::optional<AgentCriterionKind> TwinFacts::decides_among_equals(GroupId group) const {
  for (const AgentCriterion& c : blueprint_.groups[group.index()].agent_order.criteria()) {
    if (c.kind == AgentCriterionKind::longest_ready) return std::nullopt;
    if (always_decides(c.kind)) return c.kind;
  }
  return std::nullopt;
}

std::int64_t TwinFacts::weight_of(std::size_t agent, GroupId group) const {
  return agents_[agent].memberships[*membership(agent, group)].level + std::int64_t{1};
}

std::optional<std::size_t> TwinRouter::draw(const std::vector<std::size_t>& among, GroupId group) {
  std::int64_t sum = 0;
  for (const std::size_t agent : among) sum += weight_of(agent, group);
  auto drawn = static_cast<std::int64_t>(draw_below(static_cast<std::uint64_t>(sum)));
  for (const std::size_t agent : among) {
    if (drawn < weight_of(agent, group)) return agent;
    drawn -= weight_of(agent, group);
  }
  return std::nullopt;
}

// One step after the other around all agents.
std::optional<std::size_t> TwinFacts::next_after(std::optional<std::size_t> turn,
                                                 const std::vector<std::size_t>& among) const {
  std::size_t next = turn ? *turn + 1 : 0;
  for (std::size_t steps = 0; steps < agents_.size(); ++steps, ++next) {
    if (std::ranges::count(among, next % agents_.size()) != 0) return next % agents_.size();
  }
  return std::nullopt;
}

std::optional<std::size_t> TwinFacts::longest_weighted_ready(const std::vector<std::size_t>& among,
                                                             GroupId group) const {
  std::optional<std::size_t> best;
  const auto product = [&](std::size_t agent) {
    return (now_ - agents_[agent].ready_at).count() * weight_of(agent, group);
  };
  for (const std::size_t agent : among) {
    const bool is_elder = best && agents_[agent].ready_number < agents_[*best].ready_number;
    if (!best || product(agent) > product(*best) ||
        (product(agent) == product(*best) && is_elder)) {
      best = agent;
    }
  }
  return best;
}

// It waits for him, and goes before all others.
bool TwinFacts::is_at_head_for(std::size_t agent, const SessionRecord& session) const {
  if (!session.hold || !is_matchable(session)) return false;
  const AffinityStrategy& by = strategies_of(session.group)[session.hold->strategy];
  return by.hold_place == HoldPlace::at_head &&
         is_eligible(session, {session.group, session.next_delay}, agent);
}

std::optional<TwinRouter::Chosen> TwinRouter::choose_session(std::size_t agent) {
  std::vector<const SessionRecord*> first_of_group(blueprint_.groups.size(), nullptr);
  const bool some_are_at_head = std::ranges::any_of(
      sessions_.live(), [&](const auto* session) { return is_at_head_for(agent, *session); });
  for (const SessionRecord* session : sessions_.live()) {
    if (!is_matchable(*session)) continue;
    if (some_are_at_head && !is_at_head_for(agent, *session)) continue;
    for (const Place& place : session->places()) {
      if (!is_eligible(*session, place, agent)) continue;
      const GroupId group = place.group;
      const SessionRecord*& first = first_of_group[group.index()];
      if (!first || session_key(*session, group) < session_key(*first, group)) first = session;
    }
  }
  std::optional<GroupId> best;
  const auto key_of = [&](GroupId group) {
    return work_key(*first_of_group[group.index()], group, agent);
  };
  for (std::size_t i = 0; i < first_of_group.size(); ++i) {
    if (!first_of_group[i]) continue;
    if (!best || key_of(GroupId{i}) < key_of(*best)) best = GroupId{i};
  }
  if (!best) return std::nullopt;
  return Chosen{sessions_.find(first_of_group[best->index()]->handle), *best};
}

// splitmix64; the high half of the product keeps the draw below the bound.
std::uint64_t TwinRouter::draw_below(std::uint64_t bound) {
  generator_ += 0x9e3779b97f4a7c15U;
  std::uint64_t z = generator_;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
  z ^= z >> 31;
  const std::uint64_t low = (z & 0xffffffffU) * bound;  // bound is below 2^32
  return ((z >> 32) * bound + (low >> 32)) >> 32;
}

}  // namespace acd::twin
