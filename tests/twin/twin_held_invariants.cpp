// What must hold of holds and of what is remembered.
#include <algorithm>

#include "twin/twin_facts.hpp"

namespace acd::twin {

// Nobody waits for somebody beside a free agent longer than his hold, or for nobody.
std::string TwinFacts::broken_hold() const {
  for (const SessionRecord* session : sessions_.live()) {
    if (!session->hold) continue;
    const Hold& hold = *session->hold;
    if (session->state != SessionState::waiting) return "a session is held and does not wait";
    const auto strategies = strategies_of(session->group);
    if (hold.strategy >= strategies.size()) return "a session is held by no strategy of its group";
    if (hold.agents.empty()) return "a session is held for nobody";
    if (session->went_to_backup) return "a session is held in a backup";
    if (!is_matchable(*session)) continue;
    const AffinityStrategy& by = strategies[hold.strategy];
    const bool is_over = watermark_ >= session->queued_at + by.hold;
    const bool is_strict = !by.backup.is_none() && outstanding(session->handle) > 0;
    if (is_over && !is_strict) return "a hold is over and goes on";
    if (hold.until <= watermark_) return "a hold lasts beyond its end";
  }
  return {};
}

std::string TwinFacts::broken_memory() const {
  if (contacts_.size() > blueprint_.memory.contacts) return "more contacts than places";
  for (const Contact& contact : contacts_) {
    const bool is_empty = contact.customer == 0;
    if (is_empty && !contact.owner.is_none()) return "nobody has an owner";
    if (is_empty) continue;
    if (!contact.owner.is_none() && !keeps_owners(contact.group)) {
      return "a customer is owned in a group that keeps no owners";
    }
    if (contact.is_familiar && contact.agent.is_none()) return "nobody is familiar";
    if (contact.at > watermark_) return "a contact is remembered of the future";
  }
  return {};
}

}  // namespace acd::twin
