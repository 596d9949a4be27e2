// Broken invariants in words: everything maintained, recomputed from scratch.
#include "engine/engine_inline.hpp"

#include <array>

namespace acd {
inline namespace v1 {

std::string_view EngineFacts::broken_invariant() const {
  for (Slot slot = 0; slot < session_slots_.used(); ++slot) {
    if (!sessions_[slot].live) continue;
    if (const std::string_view broken = broken_session(slot); !broken.empty()) return broken;
  }
  for (Slot slot = 0; slot < agents_.size(); ++slot) {
    if (const std::string_view broken = broken_agent(slot); !broken.empty()) return broken;
  }
  if (const std::string_view broken = broken_ready_lists(); !broken.empty()) return broken;
  for (std::size_t group = 0; group < groups_.size(); ++group) {
    if (const std::string_view broken = broken_group(GroupId{group}); !broken.empty()) {
      return broken;
    }
  }
  std::uint32_t awaiting = 0;
  for (Slot slot = 0; slot < session_slots_.used(); ++slot) {
    awaiting += sessions_[slot].live && awaits_opening(sessions_[slot]) ? 1U : 0U;
  }
  if (awaiting != awaiting_opening_) return "sessions that await an opening are miscounted";
  if (const std::string_view broken = broken_holds(); !broken.empty()) return broken;
  return broken_conservation();
}

// Hold lists lead to the sessions that are held, and from them.
std::string_view EngineFacts::broken_holds() const {
  std::size_t held = 0;
  std::size_t links = 0;
  for (Slot slot = 0; slot < preferences_.size(); ++slot) {
    if (!sessions_[slot].live || !sessions_[slot].held) continue;
    ++held;
    links += preferences_[slot].link_count;
    if (preferences_[slot].link_count == 0) return "a session is held for nobody";
  }
  std::size_t listed = 0;
  for (Slot list = 0; list < hold_lists_.size(); ++list) {
    for (Slot at = hold_lists_[list]; at != nil; at = hold_link(at).next) {
      const bool is_held = sessions_[at / scored_agents_max].held;
      if (!is_held || hold_link(at).list != list) return "a hold is in a list that is not its own";
      ++listed;
    }
  }
  return held == held_sessions_ && listed == links ? "" : "holds are miscounted";
}

std::string_view EngineFacts::broken_session(Slot slot) const {
  const SessionRecord& session = sessions_[slot];
  std::uint32_t outstanding = 0;
  std::uint32_t crossing = 0;
  for (Slot i = session.first_offer; i != nil; i = offers_[i].next_of_session) {
    const OfferRecord& offer = offers_[i];
    if (!offer.live || offer.session != session.self) {
      return "a session lists an offer that is not its own";
    }
    if (offer.state == OfferState::outstanding) ++outstanding;
    if (offer.state == OfferState::withdrawing && offer.cause == Cause::cancelled) ++crossing;
  }
  if (outstanding != session.outstanding) return "outstanding offers are miscounted";
  if (session.state >= SessionState::scheduled) {
    const bool is_idle = outstanding == 0 && session.service == nil && !session.counted;
    return is_idle ? "" : "a session that does not wait yet is queued or offered";
  }
  if (outstanding > plan_.groups[session.group.index()].offer.fan_out) {
    return "more offers are outstanding than the fan-out allows";
  }
  const bool leaving = session.state == SessionState::leaving;
  if (leaving != (session.leaving_offers > 0)) return "a session leaves for no offer";
  if (leaving && crossing != session.leaving_offers) return "crossing offers are miscounted";
  const bool serving = session.state == SessionState::serving;
  if (serving != (session.service != nil)) return "service and state disagree";
  if (serving && offers_[session.service].state != OfferState::serving) {
    return "a session is served by an offer that does not serve";
  }
  if (serving && offers_[session.service].agent != servers_[slot]) {
    return "a session's server is not its service's";
  }
  if (session.is_plain && !(serving && may_end_plainly(session))) {
    return "a session's plainness is stale";
  }
  const bool waits = session.state == SessionState::waiting;
  if (session.held && !waits) return "a session is held that does not wait";
  return session.indexed == (is_matchable(session) && !session.held)
             ? ""
             : "matchable and indexed disagree";
}

std::string_view EngineFacts::broken_agent(Slot slot) const {
  const AgentRecord& agent = agents_[slot];
  const CapacityTables& rule = capacity_of(slot);
  std::array<ChannelLoad, channels_max> counted{};
  for (Slot i = agent.first_offer; i != nil; i = offers_[i].next_of_agent) {
    const OfferRecord& offer = offers_[i];
    if (!offer.live || offer.agent != slot) return "an agent lists an offer not his own";
    ChannelLoad& own = counted[offer.channel.index()];
    ++(offer.state == OfferState::serving ? own.serving : own.firm);
  }
  std::uint32_t units = 0;
  for (std::size_t channel = 0; channel < channels_; ++channel) {
    const ChannelLoad& own = load(slot, ChannelId{channel});
    const ChannelLoad& right = counted[channel];
    const bool agrees = own.serving == right.serving && own.firm == right.firm;
    if (agent.only_cost == 0 && !agrees) {
      return "an agent's load differs from his offers";
    }
    units +=
        rule.channels[channel].cost * (std::uint32_t{right.serving} + own.outside + right.firm);
  }
  if (units != agent.charged_units) return "an agent's units differ from his load";
  if (agent.state == AgentState::signed_out && agent.first_offer != nil) {
    return "a signed-out agent holds a charge";
  }
  return broken_seats(slot);
}

std::string_view EngineFacts::broken_seats(Slot slot) const {
  const AgentRecord& agent = agents_[slot];
  const bool is_ready = agent.state == AgentState::ready;
  if (agent.is_plain != (is_ready && is_plain_member(agent)))
    return "an agent's plainness is stale";
  if (agent.joined != (is_ready ? counted_room(slot) : 0)) {
    return "an agent's ready lists differ from his room";
  }
  for (Slot seat = agent.seats.first(); seat < agent.seats.end(); ++seat) {
    if (is_joined(seats_[seat]) && ready_key(seat) != seat_key(agent, seats_[seat])) {
      return "a seat's key is out of date";
    }
  }
  return "";
}

// The ready lists hold the seats that the agents have joined, and no others.
std::string_view EngineFacts::broken_ready_lists() const {
  std::size_t listed = 0;
  bool are_joined = true;
  for (Slot cls = 0; cls < classes_.size(); ++cls) {
    ready_.for_each(cls, [&](Slot at) {
      const Seat& seat = seats_[at];
      are_joined = are_joined && is_joined(seat) && seat.cls == cls;
      ++listed;
    });
  }
  for (Slot cls = 0; cls < classes_.size(); ++cls) {
    if (!ready_.is_single_list(cls)) continue;
    bool waits = false;
    waiting_.for_each(cls, [&](Slot) { waits = true; });
    if (ready_.list_note(ready_.list_of(cls)).waits != waits) {
      return "a ready list does not know whether anything waits";
    }
  }
  std::size_t joined = 0;
  for (const Seat& seat : seats_) joined += is_joined(seat) ? 1U : 0U;
  return are_joined && listed == joined ? "" : "ready lists and agents disagree";
}

std::string_view EngineFacts::broken_group(GroupId group) const {
  GroupRecord counted;
  for (Slot slot = 0; slot < session_slots_.used(); ++slot) {
    const SessionRecord& session = sessions_[slot];
    if (!session.live || session.group != group) continue;
    if (session.state != SessionState::waiting) continue;
    ++counted.waiting;
    if (session.outstanding == 0) ++counted.unoffered;
  }
  const GroupRecord& kept = groups_[group.index()];
  const bool agrees = counted.waiting == kept.waiting && counted.unoffered == kept.unoffered;
  if (!agrees) return "waiting sessions are miscounted";
  if (kept.is_plain != is_plain(kept)) return "a group's plainness is stale";
  return plan_.overflow.keeps_stays ? broken_stays(group) : "";
}

// The lists of a group hold its waiting sessions, those who joined first in front.
std::string_view EngineFacts::broken_stays(GroupId group) const {
  std::size_t listed = 0;
  const std::vector<Duration>& thresholds = plan_.overflow.groups[group.index()].thresholds;
  for (std::size_t reached = 0; reached <= thresholds.size(); ++reached) {
    Instant before = earliest;
    for (Slot slot = stay_list(group, reached).first; slot != nil; slot = stays_[slot].next) {
      const StayRecord& stay = stays_[slot];
      const SessionRecord& session = sessions_[slot];
      const bool waits = session.live && session.counted && session.group == group;
      if (!waits || stay.reached != reached) return "a stay is in a list that is not its own";
      if (stay.joined < before) return "stays are out of order";
      if (reached != 0 && stay.joined + thresholds[reached - 1] > now_) {
        return "a threshold was reached too early";
      }
      if (session.roams != (stay.also_count != 0)) return "roaming and other groups disagree";
      before = stay.joined;
      ++listed;
    }
  }
  return listed == groups_[group.index()].waiting ? "" : "waiting sessions have no stay";
}

// No eligible waiting session and ready agent are left apart. `why_not` looks at the facts,
// not at the indices.
std::string_view EngineFacts::broken_conservation() const {
  for (Slot session = 0; session < session_slots_.used(); ++session) {
    if (!sessions_[session].live) continue;
    for (Slot agent = 0; agent < agents_.size(); ++agent) {
      if (why_not(sessions_[session].self, agent_handle(agent)) == WhyNot::nothing) {
        return "an eligible session and agent are left apart";
      }
    }
  }
  return "";
}

}  // namespace v1
}  // namespace acd
