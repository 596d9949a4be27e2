// A session's place in the order of waiting: the indices of its rings, its deadlines.
#include "engine/engine_inline.hpp"

namespace acd {
inline namespace v1 {

std::uint32_t Router::Engine::open_rings(GroupId group, Duration waited) const {
  const std::vector<Duration>& delays = plan_.groups[group.index()].delays;
  std::uint32_t open = 0;
  while (open < delays.size() && delays[open] <= waited) ++open;
  return open;
}

[[gnu::noinline]] void Router::Engine::begin_waiting(SessionRecord& session, GroupRecord& group) {
  const GroupTables& rules = plan_.groups[session.group.index()];
  session.counted = true;
  ++group.waiting;
  ++group.unoffered;
  session.offers_made = 0;
  session.overdue = false;
  if (rules.max_wait > Duration{0}) {
    const Instant deadline = session.queued_at + rules.max_wait;
    session.overdue = deadline <= at_;
    if (!session.overdue) set_timer(TimerKind::max_wait, slot_of(session), deadline);
  }
  session.rings = 1;
  if (rules.has_delays) {
    session.rings = open_rings(session.group, at_ - session.queued_at);
    set_delay_timer(slot_of(session));
  }
}

[[gnu::noinline]] void Router::Engine::stop_waiting(SessionRecord& session) {
  if (!session.counted) return;
  session.counted = false;
  GroupRecord& group = groups_[session.group.index()];
  --group.waiting;
  if (session.outstanding == 0) --group.unoffered;
  leave_indices(session);
  if (timers_.empty()) return;
  clear_timer(TimerKind::max_wait, slot_of(session));
  clear_timer(TimerKind::delay, slot_of(session));
}

[[gnu::noinline]] void Router::Engine::enter_indices(SessionRecord& session) {
  session.indexed = true;
  ++indexed_sessions_;
  if (session.rings == 0) return;
  const util::Key key = session_key(session);
  const Slot slot = slot_of(session);
  for (std::size_t ring = 0; ring < session.rings; ++ring) {
    waiting_.insert(session.first_class + ring, entry(slot, ring), key);
  }
}

[[gnu::noinline]] void Router::Engine::leave_indices(SessionRecord& session) {
  if (!session.indexed) return;
  session.indexed = false;
  --indexed_sessions_;
  const Slot slot = slot_of(session);
  for (std::size_t ring = 0; ring < session.rings; ++ring) {
    waiting_.erase(session.first_class + ring, entry(slot, ring));
  }
}

void Router::Engine::rekey_session(SessionRecord& session) {
  if (!session.indexed) return;
  leave_indices(session);
  enter_indices(session);
}

util::Key Router::Engine::session_key(const SessionRecord& session) const {
  const std::size_t width = plan_.blueprint.attributes.size();
  config::SessionKeyFacts facts;
  facts.shared = {.session = session.self,
                  .reference = session.reference,
                  .group = session.group,
                  .channel = session.channel,
                  .priority = session.priority,
                  .start = session.start,
                  .due = session.due,
                  .present_attributes = session.present_attributes,
                  .attributes = {attributes_.data() + slot_of(session) * width, width}};
  facts.number = session.number;
  return plan_.groups[session.group.index()].session_keys.key(facts);
}

void Router::Engine::set_delay_timer(Slot slot) {
  const SessionRecord& session = sessions_[slot];
  const std::vector<Duration>& delays = plan_.groups[session.group.index()].delays;
  if (session.rings == delays.size()) return;
  set_timer(TimerKind::delay, slot, session.queued_at + delays[session.rings]);
}

// The next ring of agents has become eligible.
void Router::Engine::open_ring(Slot slot) {
  leave_indices(sessions_[slot]);
  ++sessions_[slot].rings;
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
