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

// Deadlines and delays of a session that begins to wait.
[[gnu::noinline]] void Router::Engine::begin_timed_waiting(SessionRecord& session) {
  const GroupTables& rules = plan_.groups[session.group.index()];
  if (rules.max_wait > Duration{0}) {
    const Instant deadline = session.waits_since() + rules.max_wait;
    session.overdue = deadline <= at_;
    if (!session.overdue) set_timer(TimerKind::max_wait, slot_of(session), deadline);
  }
  if (rules.has_delays) {
    session.rings = open_rings(session.group, at_ - session.waits_since());
    set_delay_timer(slot_of(session));
  }
}

void Router::Engine::rekey_session(SessionRecord& session) {
  if (!session.indexed) return;
  leave_indices(session);
  enter_indices(session);
}

[[gnu::noinline]] util::Key Router::Engine::composed_key(const SessionRecord& session) const {
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
  set_timer(TimerKind::delay, slot, session.waits_since() + delays[session.rings]);
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
