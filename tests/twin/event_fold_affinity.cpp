// Folds events of affinity and of what is remembered of customers.
#include <algorithm>

#include "twin/event_fold.hpp"

namespace acd::twin {
namespace {

bool keeps_owners(const SkillGroup& group) {
  return std::ranges::any_of(group.affinity.criteria(),
                             [](const AffinityStrategy& by) { return asks_owner(by.kind); });
}

}  // namespace

// A hold that counts from an earlier instant cannot reach farther than itself.
std::string EventFold::held(const Event& event) {
  std::string broken = tells_of_group(event);
  if (!broken.empty()) return broken;
  Session& session = sessions_.at(event.session);
  if (event.group != session.group) return "a session is held in a group that is not its own";
  const auto strategies = blueprint_.groups[event.group.index()].affinity.criteria();
  const auto strategy = static_cast<std::size_t>(event.value);
  if (strategy >= strategies.size()) return "a session is held by no strategy of its group";
  session.hold = strategy;
  session.may_be_free = false;
  if (event.until <= event.at) return "a hold is over at once";
  const AffinityStrategy& by = strategies[strategy];
  const bool is_strict = !by.backup.is_none();  // it may wait for an offer's end
  const bool is_within = event.until != never && event.until - event.at <= by.hold;
  return is_strict || is_within ? "" : "a session is held beyond the hold";
}

std::string EventFold::hold_ended(const Event& event) {
  std::string broken = tells_of_group(event);
  if (!broken.empty()) return broken;
  Session& session = sessions_.at(event.session);
  const auto was = std::exchange(session.hold, std::nullopt);
  const bool is_its_own = was && *was == static_cast<std::size_t>(event.value);
  return is_its_own && event.group == session.group ? "" : "a hold ends that was none";
}

// By `offered` or `assigned`: a session that is held is not for others.
std::string EventFold::chosen(const Event& event) {
  const auto session = sessions_.find(event.session);
  if (session == sessions_.end()) return "a decision names a session that is over";
  const bool is_preferred = event.cause == Cause::preferred;
  if (event.cause == Cause::chosen && session->second.hold && !session->second.may_be_free) {
    return "a session that is held is offered to somebody else";
  }
  if (event.cause == Cause::chosen) session->second.hold.reset();
  if (!is_preferred) return {};
  session->second.may_be_free = true;  // its hold is over if it prefers him, and goes on if he came
  const bool asks = !blueprint_.groups[event.group.index()].affinity.is_indifferent();
  return asks ? "" : "a session prefers an agent where there is no affinity";
}

std::string EventFold::owner_changed(const Event& event) {
  const bool is_known = event.group.index() < blueprint_.groups.size();
  if (!is_known || !keeps_owners(blueprint_.groups[event.group.index()])) {
    return "an owner is told of a group that keeps none";
  }
  if (event.value == 0 || blueprint_.memory.contacts == 0) return "nobody has an owner";
  const std::pair key{event.value, event.group};
  if (!event.agent.is_none()) {
    if (event.agent.slot >= agents_.size()) return "an owner is nobody";
    owned_.insert(key);
    owned_once_.insert(key);
    return {};
  }
  return owned_.erase(key) > 0 ? "" : "an owner is no longer who never was";
}

std::string EventFold::owners_moved(const Event& event) const {
  const bool is_possible = 1 <= event.value && event.value <= blueprint_.memory.contacts;
  if (!is_possible) return "more owners are moved than there are";
  return owned_once_.empty() ? "owners are moved, and there never were any" : "";
}

std::string EventFold::forgotten(const Event& event) {
  const auto is_his = [&](const auto& each) { return each.first == event.value; };
  std::erase_if(owned_, is_his);
  std::erase_if(owned_once_, is_his);
  return event.value != 0 && blueprint_.memory.contacts > 0 ? "" : "nobody is forgotten";
}

// It waits anew, or not at all.
void EventFold::leave_group(Session& session) {
  session.also.clear();
  session.hold.reset();
}

}  // namespace acd::twin
