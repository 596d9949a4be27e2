// A session's place in the order of waiting: the indices of its rings, its deadlines.
#include <algorithm>

#include "engine/engine_inline.hpp"

namespace acd {
inline namespace v1 {

std::uint32_t EngineFacts::open_rings(GroupId group, Duration waited) const {
  const std::vector<Duration>& delays = plan_.groups[group.index()].delays;
  std::uint32_t open = 0;
  while (open < delays.size() && delays[open] <= waited) ++open;
  return open;
}

// Deadlines and delays of a session that begins to wait.
[[gnu::noinline]] void Router::Engine::begin_timed_waiting(SessionRecord& session) {
  const GroupTables& rules = plan_.groups[session.group.index()];
  if (rules.max_wait > Duration{0}) {
    const Instant deadline = session.waits_since() + rules.max_wait;
    session.overdue = deadline <= now_;
    if (!session.overdue) set_timer(TimerKind::max_wait, slot_of(session), deadline);
  }
  if (rules.has_delays) {
    session.rings = open_rings(session.group, now_ - session.waits_since());
    set_delay_timer(slot_of(session));
  }
  if (plan_.overflow.keeps_stays) join(session);
}

void Router::Engine::rekey_session(SessionRecord& session) {
  if (!session.indexed) return;
  leave_indices(session);
  enter_indices(session);
}

// Into none, or more than one.
[[gnu::noinline]] void Router::Engine::enter_rings(const SessionRecord& session, util::Key key) {
  const Slot first = entry(slot_of(session), 0);
  for (Slot ring = 0; ring != session.rings; ++ring) {
    enter_class(session.first_class + ring, first + ring, key);
  }
  if (session.roams) enter_also(session);
}

[[gnu::noinline]] void Router::Engine::leave_rings(const SessionRecord& session) {
  const Slot first = entry(slot_of(session), 0);
  for (Slot ring = 0; ring != session.rings; ++ring) {
    leave_class(session.first_class + ring, first + ring);
  }
  if (session.roams) leave_also(session);
}

// Of the groups in which it also waits.
[[gnu::noinline]] void Router::Engine::enter_also(const SessionRecord& session) {
  const StayRecord& stay = stays_[slot_of(session)];
  for (std::uint8_t i = 0; i < stay.also_count; ++i) {
    const AlsoPlace& place = stay.also[i];
    const util::Key key = session_key(session, place.group);
    const Slot first = entry(slot_of(session), (std::size_t{i} + 1) * plan_.rings_max);
    for (Slot ring = 0; ring != place.rings; ++ring) {
      enter_class(place.first_class + ring, first + ring, key);
    }
  }
}

[[gnu::noinline]] void Router::Engine::leave_also(const SessionRecord& session) {
  const StayRecord& stay = stays_[slot_of(session)];
  for (std::uint8_t i = 0; i < stay.also_count; ++i) {
    const AlsoPlace& place = stay.also[i];
    const Slot first = entry(slot_of(session), (std::size_t{i} + 1) * plan_.rings_max);
    for (Slot ring = 0; ring != place.rings; ++ring) {
      leave_class(place.first_class + ring, first + ring);
    }
  }
}

SessionFacts EngineFacts::session_facts(const SessionRecord& session, GroupId group) const {
  const std::size_t width = plan_.blueprint.attributes.size();
  return {.session = session.self,
          .reference = session.reference,
          .customer = session.customer,
          .group = group,
          .channel = session.channel,
          .priority = session.priority,
          .start = session.start,
          .due = session.due,
          .present_attributes = session.present_attributes,
          .attributes = {attributes_.data() + slot_of(session) * width, width}};
}

[[gnu::noinline]] util::Key EngineFacts::composed_key(const SessionRecord& session,
                                                      GroupId group) const {
  config::SessionKeyFacts facts;
  facts.shared = session_facts(session, group);
  facts.number = session.number;
  return plan_.groups[group.index()].session_keys.key(facts);
}

// For the ring that opens next, in any group in which it waits.
void Router::Engine::set_delay_timer(Slot slot) {
  const SessionRecord& session = sessions_[slot];
  Duration next = longest;
  bool is_pending = false;
  const auto look = [&](GroupId group, std::uint32_t rings) {
    const std::vector<Duration>& delays = plan_.groups[group.index()].delays;
    if (rings == delays.size()) return;
    next = std::min(next, delays[rings]);
    is_pending = true;
  };
  look(session.group, session.rings);
  for (std::uint8_t i = 0; session.roams && i < stays_[slot].also_count; ++i) {
    look(stays_[slot].also[i].group, stays_[slot].also[i].rings);
  }
  if (!is_pending) return clear_timer(TimerKind::delay, slot);
  set_timer(TimerKind::delay, slot, session.waits_since() + next);
}

// The next ring of agents has become eligible.
void Router::Engine::open_ring(Slot slot) {
  SessionRecord& session = sessions_[slot];
  leave_indices(session);
  const Duration waited = now_ - session.waits_since();
  session.rings = std::max(session.rings, open_rings(session.group, waited));
  for (std::uint8_t i = 0; session.roams && i < stays_[slot].also_count; ++i) {
    AlsoPlace& place = stays_[slot].also[i];
    place.rings = std::max(place.rings, open_rings(place.group, waited));
  }
  set_delay_timer(slot);
  touch_session(slot);
}

void Router::Engine::pass_max_wait(Slot slot) {
  sessions_[slot].overdue = true;
  leave_indices(sessions_[slot]);
  touch_session(slot);
}

}  // namespace v1
}  // namespace acd
