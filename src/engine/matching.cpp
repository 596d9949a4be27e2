// Choosing: an agent for a session, a session for an agent.
#include "engine/engine_inline.hpp"

#include <algorithm>
#include <utility>

namespace acd {
inline namespace v1 {

void Router::Engine::match_session(SessionRecord& session) {
  while (is_matchable(session)) {
    const Slot seat = choose_agent(session);
    if (seat == nil) return;
    const Slot agent = ready_.note(seat).agent;
    make_offer(session, place_of(seat), group_for(session, seat), Cause::chosen);
    refresh_agent(agents_[agent]);
  }
}

// A seat of the best agent; nil if nobody is eligible.
EngineState::Slot Router::Engine::choose_agent(const SessionRecord& session) {
  if (session.roams) [[unlikely]]
    return choose_also(session);
  if (groups_[session.group.index()].tie_break != config::TieBreak::ready_number) [[unlikely]]
    return choose_among_equals(session, session.first_class, session.rings);
  const bool has_bars = session.first_bar != nil || session.first_offer != nil;
  if (has_bars || session.rings != 1 || plan_.overflow.keeps_free) [[unlikely]]
    return choose_in_rings(session, session.first_class, session.rings);
  return ready_.top(session.first_class);
}

// In its own group, else in the first of the others in which somebody is eligible.
[[gnu::noinline]] EngineState::Slot Router::Engine::choose_also(const SessionRecord& session) {
  const auto choose = [&](GroupId group, Slot first_class, std::uint32_t rings) {
    const bool scans = groups_[group.index()].tie_break != config::TieBreak::ready_number;
    return scans ? choose_among_equals(session, first_class, rings)
                 : choose_in_rings(session, first_class, rings);
  };
  Slot best = choose(session.group, session.first_class, session.rings);
  const StayRecord& stay = stays_[slot_of(session)];
  for (std::uint8_t i = 0; best == nil && i < stay.also_count; ++i) {
    best = choose(stay.also[i].group, stay.also[i].first_class, stay.also[i].rings);
  }
  return best;
}

[[gnu::noinline]] EngineState::Slot EngineFacts::choose_in_rings(const SessionRecord& session,
                                                                 Slot first_class,
                                                                 std::uint32_t rings) const {
  const GroupId group = classes_[first_class].group;
  const auto suits = [&](Slot seat) {
    const Slot agent = seats_[seat].place.agent;
    return !is_barred(session, agent) && !is_kept_free(agent, group);
  };
  Slot best = nil;
  for (std::size_t ring = 0; ring < rings; ++ring) {
    const Slot seat = ready_.first_where(first_class + ring, suits);
    if (seat == nil) continue;
    if (best == nil || ready_key(seat) < ready_key(best)) best = seat;
  }
  return best;
}

// Where the key does not tell who comes first. Linear in the members of the group.
[[gnu::noinline]] EngineState::Slot Router::Engine::choose_among_equals(
    const SessionRecord& session, Slot first_class, std::uint32_t rings) {
  candidates_.clear();
  const GroupId group = classes_[first_class].group;
  for (std::size_t ring = 0; ring < rings; ++ring) {
    ready_.for_each(first_class + ring, [&](Slot seat) {
      const Slot agent = seats_[seat].place.agent;
      if (is_barred(session, agent) || is_kept_free(agent, group)) return;
      candidates_.push_back(seat);
    });
  }
  if (candidates_.empty()) return nil;
  keep_least_rank(candidates_, plan_.groups[group.index()].agent_keys);
  switch (groups_[group.index()].tie_break) {
    case config::TieBreak::drawn: return draw(candidates_);
    case config::TieBreak::circular: return next_in_turn(candidates_, turns_[group.index()]);
    case config::TieBreak::weighted_ready: return longest_weighted_ready(candidates_);
    case config::TieBreak::ready_number: break;
  }
  return nil;
}

void Router::Engine::keep_least_rank(std::vector<Slot>& seats,
                                     const config::AgentKeyPlan& keys) const {
  util::Key least = ready_key(seats.front());
  for (const Slot seat : seats) least = std::min(least, ready_key(seat));
  std::erase_if(seats, [&](Slot seat) { return !keys.is_same_rank(ready_key(seat), least); });
}

std::uint32_t EngineFacts::weight_of(Slot seat) const {
  return std::uint32_t{memberships_[seats_[seat].place.membership].level} + 1;
}

// In blueprint order, each by his weight.
EngineState::Slot Router::Engine::draw(std::vector<Slot>& seats) {
  std::sort(seats.begin(), seats.end(),
            [&](Slot a, Slot b) { return seats_[a].place.agent < seats_[b].place.agent; });
  std::uint64_t total = 0;
  for (const Slot seat : seats) total += weight_of(seat);
  std::uint64_t drawn = seats.size() == 1 ? 0 : random_.below(total);
  for (const Slot seat : seats) {
    if (drawn < weight_of(seat)) return seat;
    drawn -= weight_of(seat);
  }
  return seats.back();
}

// The first in blueprint order behind the agent at whom the turn stands, else the first.
EngineState::Slot EngineFacts::next_in_turn(std::span<const Slot> seats, Slot turn) const {
  const auto place = [&](Slot seat) {
    const Slot agent = seats_[seat].place.agent;
    return std::pair{turn != nil && agent <= turn, agent};
  };
  return *std::ranges::min_element(seats, {}, place);
}

// Levels are at most 63, instants at most 2^52 microseconds: the product fits.
EngineState::Slot EngineFacts::longest_weighted_ready(std::span<const Slot> seats) const {
  const auto place = [&](Slot seat) {
    const ReadyInstant& ready = ready_instants_[seats_[seat].place.agent];
    return std::pair{-(now_ - ready.at).count() * std::int64_t{weight_of(seat)}, ready.number};
  };
  return *std::ranges::min_element(seats, {}, place);
}

// He is offered the best of what waits, if there is anything for him.
[[gnu::noinline, gnu::flatten]] bool Router::Engine::serve_next(AgentRecord& agent) {
  const std::uint32_t room = room_of(agent);
  if (room == 0) return false;
  const bool is_awaited = held_sessions_ != 0 && has_held(slot_of(agent));
  const Pair chosen = is_awaited ? choose_with_held(agent, room) : choose_session(agent, room);
  if (chosen.entry == nil) return false;
  SessionRecord& session = sessions_[session_of(chosen.entry)];
  make_offer(session, place_of(chosen.seat), group_for(session, chosen.seat),
             session.held ? Cause::preferred : Cause::chosen);
  return true;
}

// An agent's seats are ordered by group: the best of each group by session order, then
// the best of these by work order.
Pair EngineFacts::choose_session(const AgentRecord& agent, std::uint32_t room) const {
  const Slot slot = slot_of(agent);
  Pair best;
  Pair of_group;  // best within the group whose seats are being looked at
  GroupId group;
  for (Slot at = agent.seats.first(); at != agent.seats.end(); ++at) {
    const Slot cls = seats_[at].cls;
    if (waiting_.is_known_empty(cls)) continue;
    if (plan_.overflow.has_reserves && !is_in_force(seats_[at].place.membership)) continue;
    const ClassRecord& seen = classes_[cls];
    if ((room >> seen.channel.index() & 1) == 0) continue;
    const Slot found = best_waiting(cls, slot);
    if (found == nil || is_kept_free(slot, seen.group)) continue;
    if (of_group.entry != nil && seen.group == group) {
      if (waiting_.key(found) < waiting_.key(of_group.entry)) of_group = {found, at};
      continue;
    }
    best = first_of(best, of_group);
    of_group = {found, at};
    group = seen.group;
  }
  return first_of(best, of_group);
}

// One who is held has no key.
Pair EngineFacts::first_of(Pair a, Pair b) const {
  if (a.entry == nil) return b;
  if (b.entry == nil) return a;
  const bool is_next = works_by_keys_ && held_sessions_ == 0
                           ? waiting_.key(b.entry) < waiting_.key(a.entry)
                           : is_before(b, a);
  return is_next ? b : a;
}

// Another group of which he is a member has too few others who are free: nobody takes him from
// it for this one. Linear in their members.
[[gnu::noinline]] bool EngineFacts::is_missed(Slot agent, GroupId group) const {
  const AgentTables& own = plan_.agents[agent];
  for (Slot line = own.first_membership; line < own.first_membership + own.memberships; ++line) {
    const GroupId other = plan_.memberships[line].group;
    const std::uint16_t keeps_free = plan_.groups[other.index()].keeps_free;
    if (keeps_free == 0 || other == group || !is_in_force(line)) continue;
    if (staff_of(other).free <= keeps_free) return true;
  }
  return false;
}

EngineState::Slot EngineFacts::best_waiting(Slot cls, Slot agent) const {
  const auto suits = [this, agent](Slot entry) {
    return !is_barred(sessions_[session_of(entry)], agent);
  };
  const Slot top = waiting_.top(cls);
  return top == nil || suits(top) ? top : waiting_.first_where(cls, suits);
}

[[gnu::noinline]] bool EngineFacts::is_before(Pair a, Pair b) const {
  const SessionRecord& session_a = sessions_[session_of(a.entry)];
  const SessionRecord& session_b = sessions_[session_of(b.entry)];
  return plan_.work.before(work_facts(session_a, seats_[a.seat].place.membership),
                           work_facts(session_b, seats_[b.seat].place.membership));
}

[[gnu::noinline]] config::WorkFacts EngineFacts::work_facts(const SessionRecord& session,
                                                            Slot membership) const {
  const GroupId group = plan_.memberships[membership].group;
  config::WorkFacts facts{.weight = plan_.blueprint.groups[group.index()].weight,
                          .preference = memberships_[membership].preference,
                          .priority = session.priority,
                          .start = session.start,
                          .due = session.due,
                          .now = now_,
                          .waiting = groups_[group.index()].waiting,
                          .number = session.number};
  if (plan_.work.asks_share()) facts.share_deficit = share_deficit(membership);
  return facts;
}

// How far the agent is below the share of his time meant for this group.
std::int64_t EngineFacts::share_deficit(Slot membership) const {
  const std::uint32_t agent = plan_.memberships[membership].agent;
  const AgentTables& own = plan_.agents[agent];
  std::int64_t total = 0;
  for (Slot i = 0; i < own.memberships; ++i) {
    total += served_[own.first_membership + i].count();
  }
  const Slot line = membership - own.first_membership;
  const Membership& stated = plan_.blueprint.agents[agent].memberships[line];
  return std::int64_t{stated.share_percent} * total - 100 * served_[membership].count();
}

}  // namespace v1
}  // namespace acd
