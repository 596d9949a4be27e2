// Folds events, and checks each against all that came before.
#include "twin/event_fold.hpp"

#include <algorithm>
#include <utility>

namespace acd::twin {

EventFold::EventFold(const Blueprint& blueprint) : blueprint_{blueprint} {
  for (const Agent& agent : blueprint.agents) {
    agents_.push_back({.capacity = agent.capacity,
                       .outside = std::vector<std::int64_t>(blueprint.channels.size())});
  }
  surges_.resize(blueprint.surges.size());
}

std::string EventFold::add(const Event& event) {
  ++counts_.events;
  const auto before = std::exchange(service_end_, std::nullopt);
  switch (event.kind) {
    case EventKind::arrived: return arrived(event);
    case EventKind::offered: return offered(event);
    case EventKind::assigned: return assigned(event);
    case EventKind::offer_withdrawn: return offer_withdrawn(event);
    case EventKind::offer_ended: return offer_ended(event);
    case EventKind::requeued: return requeued(event);
    case EventKind::changed: return changed(event);
    case EventKind::ended: return ended(event);
    case EventKind::wrap_up_started:
      if (!before) return "a wrap-up does not follow the end of a service";
      return wrap_up_started(event, before->first, before->second);
    case EventKind::wrap_up_extended: return wrap_up_extended(event);
    case EventKind::wrap_up_ended: return wrap_up_ended(event);
    case EventKind::agent_state: return agent_state(event);
    case EventKind::agent_changed: return agent_changed(event);
    case EventKind::queued: return queued(event);
    case EventKind::scheduled: return scheduled(event);
    case EventKind::also_queued: return also_queued(event);
    case EventKind::overflowed: return tells_of_group(event);
    case EventKind::fell_due:
    case EventKind::reminded: return tells_of_ticket(event);
    case EventKind::surge_entered:
    case EventKind::surge_left: return surge_changed(event);
    case EventKind::break_held: return break_held(event);
    case EventKind::break_denied: return break_denied(event);
    case EventKind::held: return held(event);
    case EventKind::hold_ended: return hold_ended(event);
    case EventKind::owner_changed: return owner_changed(event);
    case EventKind::owners_moved: return owners_moved(event);
    case EventKind::forgotten: return forgotten(event);
    case EventKind::plan_closed: plan_closed(event); return {};
    case EventKind::surge_released:
    case EventKind::routed:
    case EventKind::plan_opened:
    case EventKind::transition_added:
    case EventKind::timetables_extended:
    case EventKind::timetables_ended:
    case EventKind::requirement_defined: return {};
  }
  return "an event outside the vocabulary";
}

std::size_t EventFold::charges(std::size_t agent) const {
  return static_cast<std::size_t>(std::ranges::count_if(
      charges_, [&](const auto& each) { return each.second.agent == agent; }));
}

std::string EventFold::arrived(const Event& event) {
  ++counts_.arrived;
  const Session session{.group = event.group, .channel = event.channel};
  const bool is_new = sessions_.emplace(event.session, session).second;
  return is_new ? "" : "a session arrives twice";
}

// From now on it waits in a group.
std::string EventFold::queued(const Event& event) {
  const auto session = sessions_.find(event.session);
  if (session == sessions_.end()) return "a session that is over is queued";
  if (!session->second.service.is_none()) return "a session is queued while it is served";
  session->second.group = event.group;
  leave_group(session->second);
  return {};
}

// The charge that a decision makes: only while the agent has room for it.
std::string EventFold::add_charge(const Event& event, Phase phase) {
  const auto session = sessions_.find(event.session);
  if (session == sessions_.end()) return "a decision names a session that is over";
  const std::size_t agent = event.agent.slot;
  if (!has_room(agent, session->second.channel)) return "an agent is charged beyond his capacity";
  const auto same = [&](const auto& each) {
    const Charge& charge = each.second;
    return charge.session == event.session && charge.agent == agent &&
           charge.phase != Phase::wrapping_up;
  };
  if (std::ranges::any_of(charges_, same)) return "a session is with the same agent twice";
  if (session->second.excluded.contains(agent)) return "an excluded agent is charged";
  const Charge charge{.phase = phase,
                      .agent = agent,
                      .session = event.session,
                      .channel = session->second.channel,
                      .until = event.until};
  const bool is_new = charges_.emplace(event.offer, charge).second;
  return is_new ? "" : "an offer's token is used twice";
}

std::string EventFold::offered(const Event& event) {
  if (agents_[event.agent.slot].state != AgentState::ready) {
    return "an agent is offered a session and is not ready";
  }
  std::string broken = chosen(event);
  if (broken.empty()) broken = add_charge(event, Phase::outstanding);
  if (!broken.empty()) return broken;
  const Session& session = sessions_.at(event.session);
  if (event.group != session.group && !session.also.contains(event.group)) {
    return "a session is offered for a group in which it does not wait";
  }
  const SkillGroup& group = blueprint_.groups[session.group.index()];
  const auto outstanding = std::ranges::count_if(charges_, [&](const auto& each) {
    return each.second.session == event.session && each.second.phase == Phase::outstanding;
  });
  const bool fits = outstanding <= blueprint_.offer_rules[group.offer_rule.index()].fan_out;
  return fits ? "" : "a session is offered to more agents than the fan-out";
}

std::string EventFold::assigned(const Event& event) {
  const auto session = sessions_.find(event.session);
  if (session == sessions_.end()) return "a session that is over is assigned";
  if (!session->second.service.is_none()) return "a session is served twice at a time";
  if (std::string broken = chosen(event); !broken.empty()) return broken;
  session->second.service = event.offer;
  session->second.group = event.group;
  leave_group(session->second);
  if (event.cause == Cause::accepted) {
    const auto charge = charges_.find(event.offer);
    if (charge == charges_.end()) return "an offer that is over is accepted";
    const bool crossed = charge->second.withdrawal == Cause::cancelled;
    if (charge->second.phase != Phase::outstanding && !crossed) {
      return "a withdrawn offer is accepted";
    }
    charge->second.phase = Phase::serving;
    return {};
  }
  const AgentState state = agents_[event.agent.slot].state;
  const bool willing = event.cause == Cause::picked
                           ? state == AgentState::ready || state == AgentState::not_ready
                           : state == AgentState::ready;
  return willing ? add_charge(event, Phase::serving) : "an agent is assigned in a wrong state";
}

std::string EventFold::offer_withdrawn(const Event& event) {
  const auto charge = charges_.find(event.offer);
  if (charge == charges_.end() || charge->second.phase != Phase::outstanding) {
    return "an offer is withdrawn that is not outstanding";
  }
  if (event.cause == Cause::no_answer && charge->second.until != event.at) {
    return "an offer's limit does not fire at its instant";
  }
  charge->second.phase = Phase::withdrawing;
  charge->second.withdrawal = event.cause;
  charge->second.until = event.until;
  return {};
}

std::string EventFold::offer_ended(const Event& event) {
  const auto charge = charges_.find(event.offer);
  if (charge == charges_.end()) return "an offer ends twice";
  const Charge was = charge->second;
  charges_.erase(charge);
  if (was.phase == Phase::serving || was.phase == Phase::wrapping_up) {
    return "an offer ends that had become a service";
  }
  if (event.cause == Cause::lease_expired && event.at != was.until) {
    return "a lease does not expire at its instant";
  }
  return was.session == event.session ? "" : "an offer ends for another session";
}

std::string EventFold::requeued(const Event& event) {
  const auto session = sessions_.find(event.session);
  if (session == sessions_.end()) return "a session that is over is requeued";
  session->second.group = event.group;
  if (session->second.service != event.offer) return "a session is requeued from another service";
  session->second.service = {};
  return end_service(event);
}

std::string EventFold::changed(const Event& event) {
  const auto session = sessions_.find(event.session);
  if (session == sessions_.end()) return "a session that is over changes";
  if (event.cause == Cause::group) {
    session->second.group = event.group;
    leave_group(session->second);
  }
  if (event.cause == Cause::channel) {
    session->second.channel = ChannelId{event.value};
    leave_group(session->second);
  }
  if (event.cause == Cause::exclusion) session->second.excluded.insert(event.agent.slot);
  return {};
}

std::string EventFold::ended(const Event& event) {
  ++counts_.ended;
  const auto session = sessions_.find(event.session);
  if (session == sessions_.end()) return "a session ends twice, or never arrived";
  const OfferToken service = session->second.service;
  sessions_.erase(session);
  if (service != event.offer) return "an end names another service";
  return service.is_none() ? "" : end_service(event);
}

// Its charge ends here, or a wrap-up follows at once.
std::string EventFold::end_service(const Event& event) {
  const auto charge = charges_.find(event.offer);
  if (charge == charges_.end() || charge->second.phase != Phase::serving) {
    return "a service ends that was none";
  }
  service_end_ = {event, charge->second};
  charges_.erase(charge);
  return {};
}

std::string EventFold::wrap_up_started(const Event& event, const Event& end, Charge charge) {
  if (end.offer != event.offer || end.at != event.at) {
    return "a wrap-up does not start at the end of its service";
  }
  charge.phase = Phase::wrapping_up;
  charge.until = event.until;
  charges_.emplace(event.offer, charge);
  return event.until > event.at ? "" : "a wrap-up has no length";
}

std::string EventFold::wrap_up_extended(const Event& event) {
  const auto charge = charges_.find(event.offer);
  if (charge == charges_.end() || event.until <= charge->second.until) {
    return "a wrap-up is not extended";
  }
  charge->second.until = event.until;
  return {};
}

std::string EventFold::wrap_up_ended(const Event& event) {
  const auto charge = charges_.find(event.offer);
  if (charge == charges_.end() || charge->second.phase != Phase::wrapping_up) {
    return "a wrap-up ends twice";
  }
  const Instant until = charge->second.until;
  charges_.erase(charge);
  if (event.cause == Cause::wrap_up_over && event.at != until) {
    return "a wrap-up does not end at its instant";
  }
  return event.at <= until ? "" : "a wrap-up ends late";
}

std::string EventFold::agent_changed(const Event& event) {
  Staff& agent = agents_[event.agent.slot];
  if (event.cause == Cause::capacity) agent.capacity = CapacityRuleId{event.value};
  if (event.cause == Cause::outside) agent.outside[event.channel.index()] = event.value;
  return {};
}

// The rule of docs/guide/router.md, from what the events told.
bool EventFold::has_room(std::size_t agent, ChannelId channel) const {
  const CapacityRule& rule = capacity_of(agent);
  const auto line_of = [&](ChannelId wanted) {
    return std::ranges::find(rule.channels, wanted, &ChannelCapacity::channel);
  };
  const auto line = line_of(channel);
  if (line == rule.channels.end()) return false;
  const auto units_of = [&](ChannelId held, bool interruptible) -> std::int64_t {
    const bool interrupted = interruptible && std::ranges::count(line->interrupts, held) > 0;
    return interrupted || line_of(held) == rule.channels.end() ? 0 : line_of(held)->cost;
  };
  std::int64_t units = line->cost;
  std::int64_t sessions = agents_[agent].outside[channel.index()];
  for (const auto& [offer, charge] : charges_) {
    if (charge.agent != agent) continue;
    units += units_of(charge.channel, charge.phase == Phase::serving);
    if (charge.channel == channel) ++sessions;
  }
  for (std::size_t i = 0; i < blueprint_.channels.size(); ++i) {
    units += agents_[agent].outside[i] * units_of(ChannelId{i}, true);
  }
  return units <= rule.units && sessions < line->sessions_max;
}

}  // namespace acd::twin
