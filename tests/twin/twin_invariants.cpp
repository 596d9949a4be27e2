// What must hold after every command, found by counting everything again.
#include <algorithm>
#include <set>

#include "twin/twin_facts.hpp"

namespace acd::twin {
namespace {

template <class Record>
bool slots_add_up(const SlotTable<Record>& table) {
  const std::set<std::uint32_t> free(table.free.begin(), table.free.end());
  const bool all_empty =
      std::ranges::all_of(free, [&](std::uint32_t slot) { return !table.slots[slot].tenant; });
  return all_empty && free.size() == table.free.size() &&
         free.size() + table.live().size() == table.slots.size();
}

}  // namespace

std::string TwinFacts::broken_invariant() const {
  if (!broken_step_.empty()) return broken_step_;
  if (admitted_ != ended_ + sessions_.live().size()) return "admitted is not live and ended";
  if (!slots_add_up(sessions_)) return "a session's slot is neither live nor free";
  if (!slots_add_up(offers_)) return "an offer's slot is neither live nor free";
  if (next_deadline() < watermark_) return "a deadline passed and did not fire";
  std::string broken = broken_session();
  if (broken.empty()) broken = broken_bot();
  if (broken.empty()) broken = broken_offer();
  if (broken.empty()) broken = broken_agent();
  if (broken.empty()) broken = pair_left_apart();
  if (broken.empty()) broken = broken_hold();
  if (broken.empty()) broken = broken_memory();
  return broken;
}

std::string TwinFacts::broken_session() const {
  for (const SessionRecord* session : sessions_.live()) {
    if (std::string broken = broken_place(*session); !broken.empty()) return broken;
    const bool before_waiting = session->state == SessionState::scheduled ||
                                session->state == SessionState::in_menu ||
                                session->state == SessionState::with_bot;
    if (before_waiting) continue;
    const OfferRule& rule = rule_of(session->group);
    const std::uint32_t offered = outstanding(session->handle);
    const auto of_session = [&](OfferState state, const OfferRecord* offer) {
      return offer->session == session->handle && offer->state == state;
    };
    const auto served_by = std::ranges::count_if(offers_.live(), [&](const OfferRecord* offer) {
      return of_session(OfferState::serving, offer);
    });
    const bool resolving = std::ranges::any_of(offers_.live(), [&](const OfferRecord* offer) {
      return of_session(OfferState::withdrawing, offer) && offer->withdrawal == Cause::cancelled;
    });
    if (served_by != (session->state == SessionState::serving ? 1 : 0)) {
      return "a session is not served by exactly the agent who serves it";
    }
    if (offered > 0 && session->state != SessionState::waiting) {
      return "an offer is outstanding of a session that does not wait";
    }
    if (offered > rule.fan_out) return "a session is offered to more agents than the fan-out";
    if (session->state == SessionState::leaving && !resolving) {
      return "a session is leaving with no offer to wait for";
    }
    if (session->bars.size() > blueprint_.limits.exclusions_per_session) {
      return "a session bars more agents than the limit";
    }
    const bool spent = rule.offers_max && session->offers_made >= *rule.offers_max;
    if (session->state == SessionState::waiting && offered == 0 && (spent || session->overdue)) {
      return "a session waits though its offers or its time are used up";
    }
  }
  return {};
}

// Where it waits, and how far rules moved it.
std::string TwinFacts::broken_place(const SessionRecord& session) const {
  if (session.hops > blueprint_.limits.hops) return "rules moved a session beyond the limit";
  if (session.hops != session.taken_from.size()) return "a move by a rule is not counted";
  if (session.state != SessionState::waiting) {
    return session.also.empty() ? "" : "a session that does not wait also waits elsewhere";
  }
  if (session.also.size() > also_in_max) return "a session waits in more groups than it may";
  std::set<GroupId> groups;
  for (const Place& place : session.places()) {
    if (!serves(place.group, session.channel)) return "a session waits where it is not served";
    if (!groups.insert(place.group).second) return "a session waits twice in a group";
    const SkillGroup& group = blueprint_.groups[place.group.index()];
    if (place.group == session.group) continue;
    if (group.distribution == Distribution::pull) return "a session also waits in a pull group";
    if (!is_open(place.group) && group.at_closing != AtClosing::serve) {
      return "a session also waits in a closed group";
    }
  }
  return {};
}

std::string TwinFacts::broken_bot() const {
  for (std::size_t bot = 0; bot < blueprint_.bots.size(); ++bot) {
    const auto with_it = std::ranges::count_if(sessions_.live(), [&](const SessionRecord* each) {
      return each->state == SessionState::with_bot && each->bot == BotId{bot};
    });
    if (static_cast<std::uint64_t>(with_it) > blueprint_.bots[bot].sessions_max) {
      return "a bot has more sessions than it may";
    }
  }
  return {};
}

std::string TwinFacts::broken_offer() const {
  for (const OfferRecord* offer : offers_.live()) {
    const AgentState state = agents_[offer->agent].state;
    const bool live = sessions_.find(offer->session) != nullptr;
    const bool outstanding = offer->state == OfferState::outstanding;
    if (state == AgentState::signed_out) return "an agent works and is signed out";
    if (outstanding && state != AgentState::ready) return "an agent is offered and not ready";
    if (!live && (outstanding || offer->state == OfferState::serving)) {
      return "an offer of a session that has ended goes on";
    }
    if ((offer->end.at == never) != (offer->state == OfferState::serving)) {
      return "a transient state has no deadline";
    }
  }
  return {};
}

std::string TwinFacts::broken_agent() const {
  for (std::size_t agent = 0; agent < agents_.size(); ++agent) {
    const bool drained = agents_[agent].state == AgentState::draining && !works(agent);
    if (drained) return "an agent drains with nothing left to end";
  }
  return {};
}

// Work conservation, over all pairs.
std::string TwinFacts::pair_left_apart() const {
  for (const SessionRecord* session : sessions_.live()) {
    if (!is_matchable(*session)) continue;
    for (const Place& place : session->places()) {
      for (std::size_t agent = 0; agent < agents_.size(); ++agent) {
        if (!is_eligible(*session, place, agent)) continue;
        return "a session and an agent eligible for it are apart";
      }
    }
  }
  return {};
}

}  // namespace acd::twin
