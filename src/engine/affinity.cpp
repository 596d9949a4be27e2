// Affinity: whom a session's strategies name, which of them decides, and what follows.
#include <algorithm>

#include "engine/engine_inline.hpp"

namespace acd {
inline namespace v1 {

// --- whom a strategy names ------------------------------------------------------------

inline EngineState::Slot EngineFacts::sole_given(const SessionRecord& session) const {
  if (!session.prefers) return nil;
  const PreferenceRecord& own = preferences_[slot_of(session)];
  return own.given_count == 1 ? own.given[0].agent : several;
}

// The one agent whom it names; nil: nobody, `several`: perhaps more than one.
[[gnu::always_inline]] inline EngineState::Slot EngineFacts::sole_agent(
    const SessionRecord& session, const StrategyTables& strategy, const Acquaintance* known) const {
  switch (strategy.kind) {
    case AffinityKind::owner: return owner_in_window(known, session.group, strategy.window);
    case AffinityKind::last_agent: return last_agent(known, session.group, strategy);
    case AffinityKind::most_frequent: return most_frequent(known, session.group, strategy);
    case AffinityKind::given: return sole_given(session);
    case AffinityKind::host_choice: {
      const AgentHandle chosen = plan_.affinity.choices[strategy.host_choice.index()](
          session_facts(session, session.group));
      return check_agent(chosen) == Status::applied ? chosen.slot : nil;
    }
    case AffinityKind::owner_team:
    case AffinityKind::listed: return several;
  }
  return nil;
}

NamedAgents EngineFacts::named_by(const SessionRecord& session, const StrategyTables& strategy,
                                  const Acquaintance* known) const {
  const Slot sole = sole_agent(session, strategy, known);
  if (sole != several) return {.one = {.agent = sole}};
  if (strategy.kind == AffinityKind::listed) {
    return {.list = plan_.affinity.of(session.group).list_of(strategy)};
  }
  if (strategy.kind == AffinityKind::given) {
    const PreferenceRecord& own = preferences_[slot_of(session)];
    return {.list = {own.given.data(), own.given_count}};
  }
  const Slot owner = owner_in_window(known, session.group, strategy.window);
  const TeamId team = owner == nil ? TeamId::none() : plan_.blueprint.agents[owner].team;
  return {.team_members = plan_.affinity.members_of(team), .team = team};
}

bool Router::Engine::does_count(const SessionRecord& session, const StrategyTables& strategy,
                                Slot agent) {
  if (!strategy.has_condition) return true;
  return holds(plan_.affinity.of(session.group).condition_of(strategy),
               Asked{.session = &session,
                     .group = session.group,
                     .stage = Stage::waiting,
                     .would_ask = {},
                     .queued = {},
                     .agent = agent});
}

// His seat in the session's own group, whether he has room or not; nil if he is no member or
// lacks what it asks for.
EngineState::Slot EngineFacts::seat_in_group(const SessionRecord& session, Slot agent) const {
  const auto rings = static_cast<Slot>(plan_.groups[session.group.index()].delays.size());
  for (Slot at = agents_[agent].seats.first(); at != agents_[agent].seats.end(); ++at) {
    const Slot cls = seats_[at].cls;
    if (cls - session.first_class < rings) return at;
  }
  return nil;
}

// As if it were not held.
bool EngineFacts::could_take(const SessionRecord& session, Slot seat, std::uint32_t rings) const {
  const bool is_reached = seats_[seat].cls - session.first_class < rings;
  const Slot agent = ready_.note(seat).agent;
  return is_reached && is_joined(seats_[seat]) && !is_barred(session, agent) &&
         !is_kept_free(agent, session.group);
}

bool EngineFacts::is_awaited(const SessionRecord& session, Slot seat, HoldFor hold_for) const {
  const Slot agent = ready_.note(seat).agent;
  const AgentState state = agents_[agent].state;
  const bool is_here = state == AgentState::ready ||
                       (hold_for == HoldFor::signed_in && state == AgentState::not_ready);
  return is_here && is_in_force(seats_[seat].place.membership) &&
         load(agent, session.channel).cost != 0 &&
         (session.first_bar == nil || find_bar(slot_of(session), agent) == nil);
}

// --- which decides --------------------------------------------------------------------

// Of a session that waits, or is about to; nothing changes.
Answer Router::Engine::find_answer(const SessionRecord& session, Instant queued_at,
                                   std::uint32_t rings) {
  const std::vector<StrategyTables>& strategies = plan_.affinity.of(session.group).strategies;
  const Acquaintance* known = acquaintance(customer_known(session));
  for (std::size_t i = 0; i < strategies.size(); ++i) {
    const NamedAgents named = named_by(session, strategies[i], known);
    if (named.size() == 0) continue;
    Answer answer = judge(session, strategies[i], named, queued_at, rings);
    if (answer.kind == AnswerKind::none) continue;
    answer.strategy = static_cast<std::uint8_t>(i);
    answer.named = named;
    return answer;
  }
  return {};
}

Answer Router::Engine::judge(const SessionRecord& session, const StrategyTables& strategy,
                             const NamedAgents& named, Instant queued_at, std::uint32_t rings) {
  std::uint32_t last = 0;
  for (const RingedAgent& ringed : named.list) last = std::max(last, ringed.ring);
  const Duration waited = now_ - queued_at;
  const bool is_timed = strategy.ring > Duration{0} && waited / strategy.ring < last;
  std::uint32_t ring = is_timed ? static_cast<std::uint32_t>(waited / strategy.ring) : last;
  const bool lasts = hold_lasts(session, strategy, waited);
  for (;; ++ring) {
    const RingAnswer found = ask_ring(session, strategy, named, ring, rings);
    if (found.seat != nil) return {.kind = AnswerKind::agent, .seat = found.seat};
    if (found.is_awaited && lasts) {
      Instant until = waited < strategy.hold ? queued_at + strategy.hold : never;
      if (ring < last && strategy.ring > Duration{0}) {
        until = std::min(until, queued_at + (ring + 1) * strategy.ring);
      }
      return {.kind = AnswerKind::hold, .ring = ring, .until = until, .counted = found.counted};
    }
    if (ring == last) return found.counted == 0 ? Answer{} : ask_backup(session, strategy);
  }
}

Answer Router::Engine::ask_backup(const SessionRecord& session, const StrategyTables& strategy) {
  if (strategy.backup.is_none() || session.outstanding != 0) return {};
  const Slot first_class = class_elsewhere(session, strategy.backup);
  if (first_class == nil) return {};
  return {.kind = AnswerKind::backup, .first_class = first_class};
}

// Those up to a ring.
RingAnswer Router::Engine::ask_ring(const SessionRecord& session, const StrategyTables& strategy,
                                    const NamedAgents& named, std::uint32_t ring,
                                    std::uint32_t rings) {
  RingAnswer answer;
  std::uint32_t best_ring = 0;
  for (std::size_t i = 0; i < named.size(); ++i) {
    const RingedAgent ringed = named[i];
    if (ringed.ring > ring || !does_count(session, strategy, ringed.agent)) continue;
    answer.counted |= static_cast<std::uint8_t>(1U << (named.list.empty() ? 0 : i));
    const Slot seat = seat_in_group(session, ringed.agent);
    if (seat == nil) continue;
    if (!could_take(session, seat, rings)) {
      answer.is_awaited = answer.is_awaited || is_awaited(session, seat, strategy.hold_for);
      continue;
    }
    const bool is_better = answer.seat == nil || ringed.ring < best_ring ||
                           (ringed.ring == best_ring && ready_key(seat) < ready_key(answer.seat));
    if (!is_better) continue;
    answer.seat = seat;
    best_ring = ringed.ring;
  }
  return answer;
}

// And there is room for one more to wait.
bool EngineFacts::hold_lasts(const SessionRecord& session, const StrategyTables& strategy,
                             Duration waited) const {
  const bool rings_on = !strategy.backup.is_none() && session.outstanding != 0;
  if (waited >= strategy.hold && !rings_on) return false;
  const GroupRecord& group = groups_[session.group.index()];
  const std::uint32_t own = session.counted && session.outstanding == 0 ? 1 : 0;
  return group.unoffered - own < group.max_length;
}

// --- what follows ---------------------------------------------------------------------

// Matches a session in a group with affinity; it may be held, or go to a backup: `taken`.
Outcome Router::Engine::match_preferring(SessionRecord& session) {
  if (!groups_[session.group.index()].is_affine) {
    match_session(session);
    return Outcome::stays;
  }
  while (is_matchable(session)) {
    const Answer answer = ask_affinity(session);
    switch (answer.kind) {
      case AnswerKind::hold: return Outcome::stays;
      case AnswerKind::backup: return Outcome::taken;
      case AnswerKind::none:
      case AnswerKind::agent: break;
    }
    const bool is_preferred = answer.kind == AnswerKind::agent;
    const Slot seat = is_preferred ? answer.seat : choose_agent(session);
    if (seat == nil) return Outcome::stays;
    const Slot agent = ready_.note(seat).agent;
    make_offer(session, place_of(seat), group_for(session, seat),
               is_preferred ? Cause::preferred : Cause::chosen);
    refresh_agent(agents_[agent]);
  }
  return Outcome::stays;
}

Answer Router::Engine::ask_affinity(SessionRecord& session) {
  if (session.backed_up) return {};
  const Answer answer = find_answer(session, session.waits_since(), session.rings);
  switch (answer.kind) {
    case AnswerKind::hold: hold(session, answer); break;
    case AnswerKind::agent:
      if (session.held) drop_hold(session);
      break;
    case AnswerKind::none:
      if (session.held) end_hold(session);
      break;
    case AnswerKind::backup:
      if (session.held) end_hold(session);
      go_to_backup(session, answer);
      break;
  }
  return answer;
}

// Of a session that came just now to a group that takes at once and asks no conditions: the seat
// of whom it prefers, nil if no strategy decides, `several` if it takes more to tell.
[[gnu::noinline]] EngineState::Slot EngineFacts::find_at_once(const SessionRecord& session) const {
  if (customer_known(session) != 0 && memory_.is_kept()) return find_known_at_once(session);
  return first_at_once(session, [&](const StrategyTables& strategy) {
    if (asks_memory(strategy.kind)) return nil;
    return strategy.kind == AffinityKind::given ? sole_given(session) : several;
  });
}

[[gnu::noinline]] EngineState::Slot EngineFacts::find_known_at_once(
    const SessionRecord& session) const {
  const Acquaintance* known = memory_.find(session.customer);
  return first_at_once(session, [&](const StrategyTables& strategy) {
    return sole_agent(session, strategy, known);
  });
}

// From which he could take it now; nil if he cannot.
[[gnu::noinline]] EngineState::Slot EngineFacts::free_seat(const SessionRecord& session,
                                                           Slot agent) const {
  const Slot seat = seat_in_group(session, agent);
  return seat != nil && could_take(session, seat, 1) ? seat : nil;
}

template <class NameOne>
EngineState::Slot EngineFacts::first_at_once(const SessionRecord& session,
                                             const NameOne& name_one) const {
  for (const StrategyTables& strategy : plan_.affinity.of(session.group).strategies) {
    const Slot agent = name_one(strategy);
    if (agent == nil) continue;
    if (agent == several) return several;
    const Slot seat = agents_[agent].joined == 0 ? nil : free_seat(session, agent);
    if (seat != nil) return seat;
    if (strategy.hold != Duration{0} || !strategy.backup.is_none()) return several;
  }
  return nil;
}

void Router::Engine::hold(SessionRecord& session, const Answer& answer) {
  PreferenceRecord& own = preferences_[slot_of(session)];
  const bool is_same = session.held && own.strategy == answer.strategy && own.ring == answer.ring &&
                       own.until == answer.until;
  if (session.held) {
    unlink_hold(session);
  } else {
    leave_indices(session);
    session.held = true;
    ++held_sessions_;
    ++seeking_sessions_;
  }
  own.strategy = answer.strategy;
  own.ring = answer.ring;
  own.until = answer.until;
  own.place = plan_.affinity.of(session.group).strategies[answer.strategy].hold_place;
  link_hold(session, answer);
  if (is_same) return;
  Event& event = emit_session(EventKind::held, Cause::none, session);
  event.group = session.group;
  event.value = answer.strategy;
  event.until = answer.until;
  if (answer.until == never) return clear_timer(TimerKind::hold, slot_of(session));
  set_timer(TimerKind::hold, slot_of(session), answer.until);
}

// It waits for nobody in particular from now on, and says so.
void Router::Engine::end_hold(SessionRecord& session) {
  const std::uint8_t strategy = preferences_[slot_of(session)].strategy;
  const Duration hold = plan_.affinity.of(session.group).strategies[strategy].hold;
  drop_hold(session);
  const bool is_over = now_ - session.waits_since() >= hold;
  const Cause cause = is_over ? Cause::hold_over : Cause::nobody_awaited;
  Event& event = emit_session(EventKind::hold_ended, cause, session);
  event.group = session.group;
  event.value = strategy;
}

[[gnu::noinline]] void Router::Engine::drop_hold(SessionRecord& session) {
  unlink_hold(session);
  session.held = false;
  --held_sessions_;
  --seeking_sessions_;
  clear_timer(TimerKind::hold, slot_of(session));
}

void Router::Engine::link_hold(const SessionRecord& session, const Answer& answer) {
  const NamedAgents& named = answer.named;
  PreferenceRecord& own = preferences_[slot_of(session)];
  const auto add = [&](std::size_t list) {
    const Slot self = hold_link(slot_of(session), own.link_count);
    Slot& first = hold_lists_[list];
    own.links[own.link_count++] = {.list = static_cast<Slot>(list), .previous = nil, .next = first};
    if (first != nil) hold_link(first).previous = self;
    first = self;
  };
  own.link_count = 0;
  if (!named.team.is_none()) return add(agents_.size() + named.team.index());
  for (std::size_t i = 0; i < named.size(); ++i) {
    if ((answer.counted >> i & 1) != 0) add(named[i].agent);
  }
}

void Router::Engine::unlink_hold(const SessionRecord& session) {
  PreferenceRecord& own = preferences_[slot_of(session)];
  for (std::uint8_t i = 0; i < own.link_count; ++i) {
    const HoldLink& link = own.links[i];
    (link.previous == nil ? hold_lists_[link.list] : hold_link(link.previous).next) = link.next;
    if (link.next != nil) hold_link(link.next).previous = link.previous;
  }
  own.link_count = 0;
}

void Router::Engine::go_to_backup(SessionRecord& session, const Answer& answer) {
  const GroupId backup = plan_.affinity.of(session.group).strategies[answer.strategy].backup;
  session.backed_up = true;
  note_overflow(session, session.group, Cause::backup, -2);
  stop_waiting(session);
  wait_in(session, backup, answer.first_class);
}

// The class in which it would wait in another group; nil if that takes it not.
EngineState::Slot Router::Engine::class_elsewhere(const SessionRecord& session, GroupId to) {
  const GroupRecord& group = groups_[to.index()];
  const bool serves = (group.channels >> session.channel.index() & 1) != 0;
  const bool ends = group.holds && plan_.groups[to.index()].ends_at_closing;
  if (!serves || ends || to == session.group) return nil;
  Slot first_class = nil;
  const Status room = find_class(to, session.channel, session.requirement, first_class);
  return room == Status::applied ? first_class : nil;
}

// --- the agent's side -----------------------------------------------------------------

bool EngineFacts::is_held_for(const SessionRecord& session, Slot agent) const {
  const PreferenceRecord& own = preferences_[slot_of(session)];
  const Slot team = hold_list_of_team(agent);
  return std::any_of(own.links.begin(), own.links.begin() + own.link_count,
                     [&](const HoldLink& link) { return link.list == agent || link.list == team; });
}

EngineState::Slot EngineFacts::hold_list_of_team(Slot agent) const {
  const TeamId team = plan_.blueprint.agents[agent].team;
  return team.is_none() ? nil : static_cast<Slot>(agents_.size() + team.index());
}

bool EngineFacts::has_held(Slot agent) const {
  if (hold_lists_[agent] != nil) return true;
  const Slot team = hold_list_of_team(agent);
  return team != nil && hold_lists_[team] != nil;
}

// Linear in the sessions held for him.
template <class Visit>
void EngineFacts::for_each_held(Slot agent, const Visit& visit) const {
  for (const Slot list : {agent, hold_list_of_team(agent)}) {
    if (list == nil) continue;
    for (Slot at = hold_lists_[list]; at != nil; at = hold_link(at).next) {
      visit(sessions_[at / scored_agents_max]);
    }
  }
}

// Somebody for whom sessions are held is not as ready as he was.
[[gnu::noinline]] void Router::Engine::touch_held_for(Slot agent) {
  if (held_sessions_ == 0) return;
  ordered_.clear();
  for_each_held(agent, [&](const SessionRecord& session) {
    ordered_.push_back({util::Key{session.number, 0}, slot_of(session)});
  });
  std::sort(ordered_.begin(), ordered_.end());
  for (const auto& [key, session] : ordered_) touch_session(session);
}

// As choose_session, of an agent for whom sessions are held.
Pair EngineFacts::choose_with_held(const AgentRecord& agent, std::uint32_t room) const {
  bool is_at_head = false;
  for_each_held(slot_of(agent), [&](const SessionRecord& session) {
    const bool is_first = preferences_[slot_of(session)].place == HoldPlace::at_head;
    is_at_head = is_at_head || (is_first && held_seat(session, agent, room) != nil);
  });
  Pair best;
  GroupId group;
  for (Slot at = agent.seats.first(); at != agent.seats.end(); ++at) {
    const GroupId next = classes_[seats_[at].cls].group;
    if (next == group) continue;
    group = next;
    const Pair of_group = is_at_head ? Pair{} : choose_in_group(agent, room, at);
    const HoldPlace place = is_at_head ? HoldPlace::at_head : HoldPlace::in_order;
    best = first_of(best, first_with_held(of_group, agent, room, group, place));
  }
  return best;
}

// Of the seats of one group, the first of which is given: the best that waits there for anyone.
Pair EngineFacts::choose_in_group(const AgentRecord& agent, std::uint32_t room, Slot first) const {
  const GroupId group = classes_[seats_[first].cls].group;
  Pair best;
  for (Slot at = first; at != agent.seats.end(); ++at) {
    const Slot cls = seats_[at].cls;
    const ClassRecord& seen = classes_[cls];
    if (seen.group != group) break;
    if (!is_in_force(seats_[at].place.membership)) continue;
    if ((room >> seen.channel.index() & 1) == 0) continue;
    const Slot found = best_waiting(cls, slot_of(agent));
    if (found == nil || is_kept_free(slot_of(agent), group)) continue;
    if (best.entry == nil || waiting_.key(found) < waiting_.key(best.entry)) best = {found, at};
  }
  return best;
}

// Of those and of what is held for him there: in order all, at the head only what is so.
Pair EngineFacts::first_with_held(Pair best, const AgentRecord& agent, std::uint32_t room,
                                  GroupId group, HoldPlace place) const {
  util::Key least = best.entry == nil ? util::Key{} : waiting_.key(best.entry);
  for_each_held(slot_of(agent), [&](const SessionRecord& session) {
    if (session.group != group) return;
    const bool is_asked =
        place == HoldPlace::in_order || preferences_[slot_of(session)].place == place;
    const Slot seat = is_asked ? held_seat(session, agent, room) : nil;
    if (seat == nil) return;
    const util::Key key = session_key(session, group);
    if (best.entry != nil && !(key < least)) return;
    best = {entry(slot_of(session), 0), seat};
    least = key;
  });
  return best;
}

// From which he could take it now; nil if he cannot. It is held for him.
EngineState::Slot EngineFacts::held_seat(const SessionRecord& session, const AgentRecord& agent,
                                         std::uint32_t room) const {
  if ((room >> session.channel.index() & 1) == 0 || !is_matchable(session)) return nil;
  const Slot seat = seat_in_group(session, slot_of(agent));
  if (seat == nil || seats_[seat].cls - session.first_class >= session.rings) return nil;
  const bool suits = is_in_force(seats_[seat].place.membership) &&
                     !is_barred(session, slot_of(agent)) &&
                     !is_kept_free(slot_of(agent), session.group);
  return suits ? seat : nil;
}

}  // namespace v1
}  // namespace acd
