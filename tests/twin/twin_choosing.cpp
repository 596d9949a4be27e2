// Who is chosen: by asking everybody.
#include <algorithm>

#include "twin/twin_router.hpp"

namespace acd::twin {

// The first by the group's order; among equals by lot if it says so, else the smallest
// ready number.
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
  const auto lots = [&](std::size_t agent) {
    return agents_[agent].memberships[*membership(agent, place.group)].level + std::uint64_t{1};
  };
  std::uint64_t sum = 0;
  for (const std::size_t agent : best) sum += lots(agent);
  std::uint64_t drawn = draw_below(sum);
  for (const std::size_t agent : best) {
    if (drawn < lots(agent)) return agent;
    drawn -= lots(agent);
  }
  return std::nullopt;
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
