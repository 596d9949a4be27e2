// Folds events of overflow, surges, tickets and breaks.
#include <algorithm>

#include "acd/config/overflow.hpp"
#include "twin/event_fold.hpp"

namespace acd::twin {

// Of a session that lives and is not served.
std::string EventFold::tells_of_waiting(const Event& event) const {
  const auto session = sessions_.find(event.session);
  if (session == sessions_.end()) return "an event tells of a session that is over";
  return session->second.service.is_none() ? "" : "a session overflows while it is served";
}

std::string EventFold::tells_of_group(const Event& event) const {
  const bool is_known = event.group.index() < blueprint_.groups.size();
  return is_known ? tells_of_waiting(event) : "an event tells of no group";
}

// It may be served by now.
std::string EventFold::tells_of_ticket(const Event& event) {
  const auto session = sessions_.find(event.session);
  if (session == sessions_.end()) return "an event tells of a session that is over";
  if (session->second.fell_due) return "a ticket falls due twice, or is told of after it did";
  if (event.kind == EventKind::reminded) {
    return event.until > event.at ? "" : "a reminder comes after the due time";
  }
  session->second.fell_due = true;
  return {};
}

std::string EventFold::scheduled(const Event& event) {
  std::string broken = tells_of_group(event);
  if (!broken.empty()) return broken;
  Session& session = sessions_.at(event.session);
  session.group = event.group;
  leave_group(session);
  const bool is_later = event.until == never || event.until > event.at;
  return is_later ? "" : "a session is scheduled for the past";
}

std::string EventFold::also_queued(const Event& event) {
  std::string broken = tells_of_group(event);
  if (!broken.empty()) return broken;
  Session& session = sessions_.at(event.session);
  const bool is_new = event.group != session.group && session.also.insert(event.group).second;
  if (!is_new) return "a session waits twice in a group";
  return session.also.size() <= also_in_max ? "" : "a session waits in more groups than it may";
}

// Whoever waits there beside his own group leaves, unless they are served.
void EventFold::plan_closed(const Event& event) {
  for (std::size_t i = 0; i < blueprint_.groups.size(); ++i) {
    const SkillGroup& group = blueprint_.groups[i];
    if (group.hours != TimePlanId{event.value} || group.at_closing == AtClosing::serve) continue;
    for (auto& [handle, session] : sessions_) session.also.erase(GroupId{i});
  }
}

std::string EventFold::surge_changed(const Event& event) {
  const auto surge = static_cast<std::size_t>(event.value);
  if (surge >= surges_.size()) return "an event tells of no surge";
  const bool is_on = event.kind == EventKind::surge_entered;
  const bool was_on = surges_[surge];
  surges_[surge] = is_on;
  const bool by_hand = event.cause == Cause::switched;
  return by_hand || is_on != was_on ? "" : "a surge changes to what it is";
}

std::string EventFold::agent_state(const Event& event) {
  Staff& agent = agents_[event.agent.slot];
  if (event.cause == Cause::granted && agent.held != event.reason) {
    return "a break begins that was not held";
  }
  agent.state = event.state;
  agent.held.reset();
  return {};
}

std::string EventFold::break_held(const Event& event) {
  Staff& agent = agents_[event.agent.slot];
  const bool is_ready = agent.state == AgentState::ready;
  const bool is_new = agent.held != event.reason;
  agent.held = event.reason;
  if (!is_ready) return "a break is held of an agent who is not ready";
  return is_new ? "" : "a break is held twice";
}

std::string EventFold::break_denied(const Event& event) {
  Staff& agent = agents_[event.agent.slot];
  const bool was_held = agent.held == event.reason;
  agent.held.reset();
  return was_held ? "" : "a break is denied that was not held";
}

// By the first surge that is on and swaps it.
const CapacityRule& EventFold::capacity_of(std::size_t agent) const {
  const CapacityRuleId own = agents_[agent].capacity;
  for (std::size_t i = 0; i < surges_.size(); ++i) {
    if (!surges_[i]) continue;
    const auto& swaps = blueprint_.surges[i].capacities;
    const auto swap = std::ranges::find(swaps, own, &CapacitySwap::from);
    if (swap != swaps.end()) return blueprint_.capacities[swap->to.index()];
  }
  return blueprint_.capacities[own.index()];
}

}  // namespace acd::twin
