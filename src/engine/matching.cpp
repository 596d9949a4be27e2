// Choosing: an agent for a session, a session for an agent.
#include "engine/engine_inline.hpp"

#include <algorithm>

namespace acd {
inline namespace v1 {

void Router::Engine::match_session(Slot slot) {
  while (is_matchable(sessions_[slot])) {
    const Slot seat = choose_agent(slot);
    if (seat == nil) return;
    make_offer(slot, seats_[seat]);
    refresh_agent(seats_[seat].agent);
  }
}

void Router::Engine::match_agent(Slot slot) {
  while (indexed_sessions_ != 0) {
    refresh_room(slot);
    if (agents_[slot].room == 0) return;
    const Pair chosen = choose_session(slot);
    if (chosen.entry == nil) return;
    make_offer(chosen.entry / plan_.rings_max, seats_[chosen.seat]);
  }
}

Router::Engine::Slot Router::Engine::choose_agent(Slot slot) {
  const SessionRecord& session = sessions_[slot];
  if (plan_.groups[session.group.index()].agent_keys.is_random()) return choose_at_random(slot);
  const auto suits = [this, slot](Slot seat) { return !is_barred(slot, seats_[seat].agent); };
  Slot best = nil;
  for (std::size_t ring = 0; ring < session.rings; ++ring) {
    const util::KeyIndex& ready = ready_[session.first_class + ring];
    Slot seat = ready.top(seat_nodes_);
    if (seat == nil) continue;
    if (!suits(seat)) seat = ready.first_where(seat_nodes_, suits);
    if (seat == nil) continue;
    if (best == nil || seat_nodes_[seat].key < seat_nodes_[best].key) best = seat;
  }
  return best;
}

// Linear in the members of the group: those whose rank is least, in blueprint order, each
// with the weight level + 1.
Router::Engine::Slot Router::Engine::choose_at_random(Slot slot) {
  const SessionRecord& session = sessions_[slot];
  const GroupTables& group = plan_.groups[session.group.index()];
  candidates_.clear();
  for (std::size_t ring = 0; ring < session.rings; ++ring) {
    ready_[session.first_class + ring].for_each(seat_nodes_, [&](Slot seat) {
      if (!is_barred(slot, seats_[seat].agent)) candidates_.push_back(seat);
    });
  }
  return draw(candidates_, group.agent_keys);
}

Router::Engine::Slot Router::Engine::draw(std::vector<Slot>& seats,
                                          const config::AgentKeyPlan& keys) {
  if (seats.empty()) return nil;
  util::Key least = seat_nodes_[seats.front()].key;
  for (const Slot seat : seats) least = std::min(least, seat_nodes_[seat].key);
  std::erase_if(seats, [&](Slot seat) { return !keys.is_same_rank(seat_nodes_[seat].key, least); });
  std::sort(seats.begin(), seats.end(),
            [&](Slot a, Slot b) { return seats_[a].agent < seats_[b].agent; });
  const auto weight = [&](Slot seat) {
    return std::uint64_t{memberships_[seats_[seat].membership].level} + 1;
  };
  std::uint64_t total = 0;
  for (const Slot seat : seats) total += weight(seat);
  std::uint64_t drawn = seats.size() == 1 ? 0 : random_.below(total);
  for (const Slot seat : seats) {
    if (drawn < weight(seat)) return seat;
    drawn -= weight(seat);
  }
  return seats.back();
}

// An agent's seats are ordered by group: the best of each group by session order, then
// the best of these by work order.
Router::Engine::Pair Router::Engine::choose_session(Slot slot) const {
  const AgentRecord& agent = agents_[slot];
  Pair best;
  Pair of_group;  // best within the group whose seats are being looked at
  const auto close_group = [&] {
    if (best.entry == nil || is_before(of_group, best)) best = of_group;
    of_group = {};
  };
  for (Slot seat = agent.first_seat; seat < agent.end_seat; ++seat) {
    const Slot cls = seats_[seat].cls;
    if (waiting_[cls].is_known_empty() || (agent.room & seats_[seat].channel_bit) == 0) continue;
    const Slot found = best_waiting(cls, slot);
    if (found == nil) continue;
    const bool is_next_group =
        of_group.entry != nil && classes_[seats_[of_group.seat].cls].group != classes_[cls].group;
    if (is_next_group) close_group();
    if (of_group.entry == nil || entry_nodes_[found].key < entry_nodes_[of_group.entry].key) {
      of_group = {found, seat};
    }
  }
  if (of_group.entry != nil) close_group();
  return best;
}

Router::Engine::Slot Router::Engine::best_waiting(Slot cls, Slot agent) const {
  const auto suits = [this, agent](Slot entry) {
    return !is_barred(entry / plan_.rings_max, agent);
  };
  const Slot top = waiting_[cls].top(entry_nodes_);
  return top == nil || suits(top) ? top : waiting_[cls].first_where(entry_nodes_, suits);
}

bool Router::Engine::is_before(const Pair& a, const Pair& b) const {
  const Slot session_a = a.entry / plan_.rings_max;
  const Slot session_b = b.entry / plan_.rings_max;
  return plan_.work.before(work_facts(session_a, seats_[a.seat].membership),
                           work_facts(session_b, seats_[b.seat].membership));
}

config::WorkFacts Router::Engine::work_facts(Slot slot, Slot membership) const {
  const SessionRecord& session = sessions_[slot];
  const MembershipRecord& member = memberships_[membership];
  config::WorkFacts facts{.weight = plan_.blueprint.groups[session.group.index()].weight,
                          .preference = member.preference,
                          .priority = session.priority,
                          .start = session.start,
                          .due = session.due,
                          .now = at_,
                          .waiting = groups_[session.group.index()].waiting,
                          .number = session.number};
  if (plan_.work.asks_share()) facts.share_deficit = share_deficit(membership);
  return facts;
}

// How far the agent is below the share of his time meant for this group.
std::int64_t Router::Engine::share_deficit(Slot membership) const {
  const std::uint32_t agent = plan_.memberships[membership].agent;
  const AgentTables& own = plan_.agents[agent];
  std::int64_t total = 0;
  for (Slot i = 0; i < own.memberships; ++i) {
    total += memberships_[own.first_membership + i].served.count();
  }
  const Slot line = membership - own.first_membership;
  const Membership& stated = plan_.blueprint.agents[agent].memberships[line];
  return std::int64_t{stated.share_percent} * total - 100 * memberships_[membership].served.count();
}

}  // namespace v1
}  // namespace acd
