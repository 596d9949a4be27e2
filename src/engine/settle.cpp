// Settling: what a command or a deadline has touched is matched, asked, or ends.
#include "engine/engine_inline.hpp"

namespace acd {
inline namespace v1 {

// Sessions first, then agents. Indices follow here, at the latest moment: a session that is
// matched at once, or a freed agent who takes the next session, never enters one. Sessions
// look agents up, so these are brought up to date before; agents look sessions up.
[[gnu::noinline]] void Router::Engine::settle() {
  settle_touched();
  if (plan_.overflow.has_rounds) [[unlikely]] {
    while (make_round()) settle_touched();
  }
  is_settled_ = !plan_.overflow.has_rounds;  // where rounds are made, every command ends in one
}

void Router::Engine::settle_touched() {
  if (!touched_sessions_.empty()) {
    refresh_changed_agents();
    for (std::size_t i = 0; i < touched_agents_.size(); ++i) {
      refresh_agent(agents_[touched_agents_[i]]);
    }
    for (std::size_t i = 0; i < touched_sessions_.size(); ++i) {
      settle_session(sessions_[touched_sessions_[i]]);
    }
    touched_sessions_.clear();
  }
  // An offer to one agent may set free another, who was settled before.
  if (plan_.overflow.keeps_free) [[unlikely]]
    settle_called();
  while (!touched_agents_.empty()) settle_agent(agents_[touched_agents_.take_first()]);
  refresh_changed_agents();
}

// Agents, where some may be taken only while others are free.
[[gnu::noinline]] void Router::Engine::settle_called() {
  while (!touched_agents_.empty() || !called_agents_.empty()) {
    if (touched_agents_.empty()) {
      settle_agent(agents_[called_agents_.take_first()]);
      continue;
    }
    const Slot agent = touched_agents_.take_first();
    settle_agent(agents_[agent]);
    call_others(agent);
  }
}

// He is free still: so others of his groups may be spared now.
void Router::Engine::call_others(Slot agent) {
  if (agents_[agent].state != AgentState::ready) return;
  const std::uint32_t room = room_of(agents_[agent]);
  const AgentTables& own = plan_.agents[agent];
  for (Slot line = own.first_membership; line < own.first_membership + own.memberships; ++line) {
    const GroupId group = plan_.memberships[line].group;
    const GroupTables& tables = plan_.groups[group.index()];
    if (tables.keeps_free == 0 || !is_in_force(line) || (room & tables.channels) == 0) continue;
    if (staff_of(group).free <= tables.keeps_free) continue;
    for (const std::uint32_t member : tables.members) {
      const Slot other = plan_.memberships[member].agent;
      if (other != agent) called_agents_.note(other);
    }
  }
}

[[gnu::noinline]] void Router::Engine::settle_session(SessionRecord& session) {
  if (!session.live || session.state != SessionState::waiting) return;
  if (groups_[session.group.index()].is_asked) [[unlikely]]
    return settle_asking(session);
  if (session.outstanding == 0) {
    const Cause cause = has_to_go(session);
    if (cause != Cause::none) return give_up(session, cause);
  }
  match_session(session);
  if (!session.indexed && is_matchable(session)) enter_indices(session);
}

// Why it cannot go on waiting; none if it can.
Cause EngineFacts::has_to_go(const SessionRecord& session) const {
  if (session.overdue) return Cause::timed_out;
  if (closes_out(session)) return Cause::closed;
  return is_exhausted(session) ? Cause::refused : Cause::none;
}

void Router::Engine::give_up(SessionRecord& session, Cause cause) {
  const bool is_counted = groups_[session.group.index()].is_counted;
  if (is_counted && cause == Cause::timed_out) count_service(session.group, Timeliness::late);
  end_session(session, cause, nullptr);
}

// Where rules have a word: until it is matched, ends, or stays.
[[gnu::noinline]] void Router::Engine::settle_asking(SessionRecord& session) {
  while (session.live && session.state == SessionState::waiting) {
    if (session.outstanding == 0) {
      if (escalate(session)) continue;
      const Cause cause = has_to_go(session);
      if (cause != Cause::none) {
        if (ask_overflow(session) == Outcome::taken) continue;
        return give_up(session, cause);
      }
    }
    if (match_preferring(session) == Outcome::taken) continue;
    if (session.state != SessionState::waiting) return;
    if (session.outstanding == 0) {
      const Outcome outcome = ask_overflow(session);
      if (outcome == Outcome::taken) continue;
      const bool changed = outcome == Outcome::changed;
      if (changed && match_preferring(session) == Outcome::taken) continue;
    }
    const bool waits = session.state == SessionState::waiting && is_matchable(session);
    if (waits && !session.indexed && !session.held) enter_indices(session);
    return;
  }
}

}  // namespace v1
}  // namespace acd
