// The life of an offer: made, assigned or withdrawn, ended; a service and its wrap-up.
#include <algorithm>

#include "twin/twin_router.hpp"

namespace acd::twin {

// In order of making.
std::vector<OfferRecord*> TwinRouter::offers_where(const OfferTest& holds) {
  std::vector<OfferRecord*> found;
  for (auto& slot : offers_.slots) {
    if (slot.tenant && holds(*slot.tenant)) found.push_back(&*slot.tenant);
  }
  std::ranges::sort(found, {}, [](const OfferRecord* offer) { return offer->number; });
  return found;
}

OfferRecord& TwinRouter::open_offer(const SessionRecord& session, GroupId group,
                                    std::size_t agent) {
  const auto token = offers_.take<OfferToken>();
  return offers_.slots[token.slot].tenant.emplace(OfferRecord{.token = token,
                                                              .session = session.handle,
                                                              .agent = agent,
                                                              .channel = session.channel,
                                                              .group = group});
}

void TwinRouter::make_offer(SessionRecord& session, GroupId group, std::size_t agent, Cause cause) {
  OfferRecord& offer = open_offer(session, group, agent);
  const OfferRule& rule = rule_of(group);
  ++session.offers_made;
  if (rule.mode == OfferMode::assign) {
    offer.number = assign(offer, cause);
  } else {
    const Instant limit = now_ + rule.time_limit;
    offer.number = emit(EventKind::offered, cause, offer, limit);
    offer.end = {limit, events_};
  }
  note_offered(offer);
}

// By choice or picking: it is his latest, and the group's.
void TwinRouter::note_offered(const OfferRecord& offer) {
  agents_[offer.agent].offered_number = offer.number;
  turns_[offer.group.index()] = offer.agent;
}

std::uint64_t TwinRouter::assign(OfferRecord& offer, Cause cause) {
  SessionRecord& session = *sessions_.find(offer.session);
  if (session.state == SessionState::waiting) learn_answer(session);
  session.state = SessionState::serving;
  session.service = offer.token;
  session.group = offer.group;
  stop_waiting(session);
  ++agents_[offer.agent].handled;
  agents_[offer.agent].misses = 0;
  offer.state = OfferState::serving;
  offer.withdrawal = Cause::none;
  offer.end = {};
  offer.since = now_;
  const std::uint64_t number = emit(EventKind::assigned, cause, offer);
  const AgentHandle agent{static_cast<std::uint32_t>(offer.agent), 1};
  remember_contact(session.customer, now_, session.group, agent);
  for (OfferRecord* other : offers_where([&](const OfferRecord& each) {
         return each.session == session.handle && each.withdrawal == Cause::cancelled;
       })) {
    other->withdrawal = Cause::answered_elsewhere;
  }
  withdraw_all(session.handle, Cause::answered_elsewhere);
  return number;
}

// With a lease of zero the offer is over when this returns.
std::uint64_t TwinRouter::withdraw(OfferRecord& offer, Cause cause) {
  const Duration lease = rule_of(offer.group).withdrawal_lease;
  offer.state = OfferState::withdrawing;
  offer.withdrawal = cause;
  const std::uint64_t number = emit(EventKind::offer_withdrawn, cause, offer, now_ + lease);
  offer.end = {now_ + lease, events_};
  if (lease == Duration::zero()) end_offer(offer, cause);
  return number;
}

void TwinRouter::withdraw_all(SessionHandle session, Cause cause) {
  for (OfferRecord* offer : offers_where([&](const OfferRecord& each) {
         return each.session == session && each.state == OfferState::outstanding;
       })) {
    withdraw(*offer, cause);
  }
}

// He is not ready any more.
void TwinRouter::withdraw_all_of_agent(std::size_t agent) {
  for (OfferRecord* offer : offers_where([&](const OfferRecord& each) {
         return each.agent == agent && each.state == OfferState::outstanding;
       })) {
    touch(offer->session);
    withdraw(*offer, Cause::agent_not_ready);
  }
}

// Its charge is released without a service.
void TwinRouter::end_offer(OfferRecord& offer, Cause cause) {
  const SessionHandle handle = offer.session;
  emit(EventKind::offer_ended, cause, offer);
  touch(offer.agent);
  offers_.give_back(offer.token.slot);
  SessionRecord* session = sessions_.find(handle);
  if (!session || session->state != SessionState::leaving) return;
  const auto left = offers_where([&](const OfferRecord& each) {
    return each.session == handle && each.state == OfferState::withdrawing &&
           each.withdrawal == Cause::cancelled;
  });
  if (left.empty()) end_session(*session, session->end_cause);
}

void TwinRouter::end_wrap_up(OfferRecord& offer, Cause cause) {
  became_ready(offer.agent, emit(EventKind::wrap_up_ended, cause, offer));
  touch(offer.agent);
  offers_.give_back(offer.token.slot);
}

// `number`: of the event that ended the service.
void TwinRouter::end_service(OfferRecord& offer, std::uint64_t number, Duration wrap_up) {
  AgentRecord& agent = agents_[offer.agent];
  agent.handled_number = number;
  if (const auto member = membership(offer.agent, offer.group)) {
    agent.memberships[*member].served += now_ - offer.since;
  }
  if (wrap_up > Duration::zero()) {
    offer.state = OfferState::wrapping_up;
    emit(EventKind::wrap_up_started, Cause::none, offer, now_ + wrap_up);
    offer.end = {now_ + wrap_up, events_};
    return;
  }
  became_ready(offer.agent, number);
  touch(offer.agent);
  offers_.give_back(offer.token.slot);
}

void TwinRouter::punish(SessionRecord& session, std::size_t agent, Duration retry_after) {
  const auto same = [&](const Bar& bar) { return bar.agent == agent; };
  const auto found = std::ranges::find_if(session.bars, same);
  if (found != session.bars.end() && found->is_exclusion()) return;
  std::erase_if(session.bars, same);
  if (!make_room_for_bar(session)) return;
  session.bars.push_back({agent, {now_ + retry_after, events_}});
}

// When the list is full, the penalty that ends first goes. False: there is none.
bool TwinRouter::make_room_for_bar(SessionRecord& session) const {
  if (session.bars.size() < blueprint_.limits.exclusions_per_session) return true;
  const auto first = std::ranges::min_element(session.bars, {}, [](const Bar& bar) {
    return std::pair{bar.end.at, bar.agent};
  });
  if (first == session.bars.end() || first->is_exclusion()) return false;
  session.bars.erase(first);
  return true;
}

Status TwinRouter::check_offer(OfferToken offer) const {
  if (!offers_.knows(offer)) return Status::unknown_offer;
  return offers_.find(offer) ? Status::applied : Status::stale_offer;
}

Status TwinRouter::accept(OfferRecord& offer) {
  switch (offer.state) {
    case OfferState::outstanding: break;
    case OfferState::withdrawing: {
      const SessionRecord* session = sessions_.find(offer.session);
      const bool crossed = session && session->state == SessionState::leaving &&
                           offer.withdrawal == Cause::cancelled;
      if (crossed) break;
      return Status::offer_withdrawn;
    }
    case OfferState::serving: return Status::unchanged;
    case OfferState::wrapping_up: return Status::stale_offer;
  }
  assign(offer, Cause::accepted);
  touch(offer.agent);
  return Status::applied;
}

Status TwinRouter::decline(OfferRecord& offer) {
  switch (offer.state) {
    case OfferState::outstanding: break;
    case OfferState::withdrawing: return confirm_withdrawn(offer);
    case OfferState::serving:
    case OfferState::wrapping_up: return Status::stale_offer;
  }
  SessionRecord& session = *sessions_.find(offer.session);
  const std::size_t agent = offer.agent;
  const Duration retry_after = rule_of(offer.group).retry_after;
  touch(session.handle);
  end_offer(offer, Cause::declined);
  became_ready(agent, events_);
  agents_[agent].misses = 0;
  punish(session, agent, retry_after);
  return Status::applied;
}

Status TwinRouter::confirm_withdrawn(OfferRecord& offer) {
  switch (offer.state) {
    case OfferState::outstanding:
    case OfferState::serving: return Status::offer_not_withdrawn;
    case OfferState::wrapping_up: return Status::stale_offer;
    case OfferState::withdrawing: break;
  }
  end_offer(offer, Cause::withdrawal_confirmed);
  return Status::applied;
}

Status TwinRouter::end_wrap_up_early(OfferRecord& offer) {
  if (offer.state != OfferState::wrapping_up) return Status::not_wrapping_up;
  end_wrap_up(offer, Cause::by_agent);
  return Status::applied;
}

Status TwinRouter::extend_wrap_up(OfferRecord& offer, Duration duration) {
  if (offer.state != OfferState::wrapping_up) return Status::not_wrapping_up;
  if (duration <= Duration::zero() || duration > longest) return Status::time_out_of_range;
  const Instant until = offer.end.at + duration;
  if (until > latest) return Status::time_out_of_range;
  emit(EventKind::wrap_up_extended, Cause::none, offer, until);
  offer.end = {until, events_};
  return Status::applied;
}

// The first in which it waits and of which he is a member, else its own if he may.
std::optional<GroupId> TwinRouter::group_to_pick_from(const SessionRecord& session,
                                                      std::size_t agent) const {
  for (const Place& place : session.places()) {
    if (membership(agent, place.group)) return place.group;
  }
  const bool anywhere = blueprint_.agents[agent].pick_right == PickRight::all_groups;
  return anywhere ? std::optional{session.group} : std::nullopt;
}

Status TwinRouter::pick(const Command& c) {
  if (const Status status = check_agent(c.agent); status != Status::applied) return status;
  if (const Status status = check_session(c.session); status != Status::applied) return status;
  const std::size_t agent = c.agent.slot;
  SessionRecord& session = *sessions_.find(c.session);
  if (agents_[agent].state == AgentState::signed_out) return Status::agent_signed_out;
  if (agents_[agent].state == AgentState::draining) return Status::agent_draining;
  if (const Status status = check_waiting(session); status != Status::applied) return status;
  const std::optional<GroupId> group = group_to_pick_from(session, agent);
  if (!group) return Status::agent_not_in_group;
  if (std::ranges::any_of(
          session.bars, [&](const Bar& bar) { return bar.agent == agent && bar.is_exclusion(); })) {
    return Status::agent_excluded;
  }
  SessionRecord without_bars = session;
  without_bars.bars.clear();
  if (is_barred(without_bars, agent)) return Status::agent_busy;  // an unresolved offer
  const std::vector<ChannelCapacity>& lines = capacity_of(agent).channels;
  if (std::ranges::count(lines, session.channel, &ChannelCapacity::channel) == 0) {
    return Status::channel_not_served;
  }
  if (!has_room(agent, session.channel)) return Status::over_capacity;
  OfferRecord& offer = open_offer(session, *group, agent);
  offer.number = assign(offer, Cause::picked);
  note_offered(offer);
  return Status::applied;
}

}  // namespace acd::twin
