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

void Router::Engine::begin_waiting(Slot slot) {
  SessionRecord& session = sessions_[slot];
  const GroupTables& group = plan_.groups[session.group.index()];
  session.counted = true;
  ++groups_[session.group.index()].waiting;
  ++groups_[session.group.index()].unoffered;
  session.offers_made = 0;
  session.overdue = false;
  if (group.max_wait > Duration{0}) {
    const Instant deadline = session.queued_at + group.max_wait;
    session.overdue = deadline <= at_;
    if (!session.overdue) set_timer(TimerKind::max_wait, slot, deadline);
  }
  session.rings = 1;
  if (group.has_delays) {
    session.rings = open_rings(session.group, at_ - session.queued_at);
    set_delay_timer(slot);
  }
}

void Router::Engine::stop_waiting(Slot slot) {
  SessionRecord& session = sessions_[slot];
  if (!session.counted) return;
  session.counted = false;
  GroupRecord& group = groups_[session.group.index()];
  --group.waiting;
  if (session.outstanding == 0) --group.unoffered;
  leave_indices(slot);
  if (timers_.empty()) return;
  clear_timer(TimerKind::max_wait, slot);
  clear_timer(TimerKind::delay, slot);
}

void Router::Engine::enter_indices(Slot slot) {
  SessionRecord& session = sessions_[slot];
  session.indexed = true;
  ++indexed_sessions_;
  if (session.rings == 0) return;
  const util::Key key = session_key(slot);
  for (std::size_t ring = 0; ring < session.rings; ++ring) {
    waiting_[session.first_class + ring].insert(entry_nodes_, entry(slot, ring), key);
  }
}

void Router::Engine::leave_indices(Slot slot) {
  SessionRecord& session = sessions_[slot];
  if (!session.indexed) return;
  session.indexed = false;
  --indexed_sessions_;
  for (std::size_t ring = 0; ring < session.rings; ++ring) {
    waiting_[session.first_class + ring].erase(entry_nodes_, entry(slot, ring));
  }
}

void Router::Engine::rekey_session(Slot slot) {
  if (!sessions_[slot].indexed) return;
  leave_indices(slot);
  enter_indices(slot);
}

util::Key Router::Engine::session_key(Slot slot) const {
  const SessionRecord& session = sessions_[slot];
  const std::size_t width = plan_.blueprint.attributes.size();
  config::SessionKeyFacts facts;
  facts.shared = {.session = session_handle(slot),
                  .reference = session.reference,
                  .group = session.group,
                  .channel = session.channel,
                  .priority = session.priority,
                  .start = session.start,
                  .due = session.due,
                  .present_attributes = session.present_attributes,
                  .attributes = {attributes_.data() + slot * width, width}};
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
  leave_indices(slot);
  ++sessions_[slot].rings;
  set_delay_timer(slot);
  touch_session(slot);
}

void Router::Engine::pass_max_wait(Slot slot) {
  sessions_[slot].overdue = true;
  leave_indices(slot);
  touch_session(slot);
}

}  // namespace v1
}  // namespace acd
