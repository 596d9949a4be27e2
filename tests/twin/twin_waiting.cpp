// Groups and those who wait there: places, delays, full groups, classes.
#include <algorithm>

#include "twin/twin_facts.hpp"

namespace acd::twin {

bool TwinFacts::serves(GroupId group, ChannelId channel) const {
  const std::vector<ChannelId>& channels = blueprint_.groups[group.index()].channels;
  return channels.empty() || std::ranges::count(channels, channel) > 0;
}

// The least delay among the group's memberships that has not passed, as an instant.
Instant TwinFacts::next_delay(const SessionRecord& session, GroupId group) const {
  Instant next = never;
  for (const Agent& agent : blueprint_.agents) {
    for (const Membership& member : agent.memberships) {
      const bool is_later = member.group == group && member.delay > now_ - session.queued_at;
      if (is_later) next = std::min(next, session.queued_at + member.delay);
    }
  }
  return next;
}

// The session as it would be if it began to wait in the group now.
SessionRecord TwinFacts::as_if_in(const SessionRecord& session, GroupId group) const {
  SessionRecord there = session;
  there.state = SessionState::waiting;
  there.group = group;
  there.joined = now_;
  there.next_delay = next_delay(session, group);
  there.also.clear();
  there.hold.reset();
  there.reached.clear();
  there.acted.clear();
  there.offers_made = 0;
  there.overdue = false;
  return there;
}

// In their own group.
std::vector<const SessionRecord*> TwinFacts::waiting_in(GroupId group) const {
  std::vector<const SessionRecord*> found;
  for (const SessionRecord* session : sessions_.live()) {
    if (session->group == group && session->state == SessionState::waiting) {
      found.push_back(session);
    }
  }
  return found;
}

std::vector<const SessionRecord*> TwinFacts::by_joining(GroupId group) const {
  std::vector<const SessionRecord*> waiting = waiting_in(group);
  std::ranges::sort(waiting, {}, &SessionRecord::join_number);
  return waiting;
}

std::uint64_t TwinFacts::count_unoffered(GroupId group) const {
  const std::vector<const SessionRecord*> waiting = waiting_in(group);
  return static_cast<std::uint64_t>(std::ranges::count_if(
      waiting, [&](const SessionRecord* each) { return outstanding(each->handle) == 0; }));
}

bool TwinFacts::is_full(GroupId group) const {
  const auto max_length = blueprint_.groups[group.index()].max_length;
  return max_length && count_unoffered(group) >= *max_length;
}

// In its own group.
bool TwinFacts::could_be_offered(const SessionRecord& there) const {
  if (blueprint_.groups[there.group.index()].distribution == Distribution::pull) return false;
  const Place own{there.group, there.next_delay};
  for (std::size_t agent = 0; agent < agents_.size(); ++agent) {
    if (is_eligible(there, own, agent)) return true;
  }
  return false;
}

// So many wait without an offer, and nobody could take this one at once.
bool TwinFacts::is_full_for(const SessionRecord& there) const {
  return is_full(there.group) && !could_be_offered(there);
}

TwinFacts::Classes TwinFacts::classes_of(const SessionRecord& there) {
  Classes classes;
  for (const Place& place : there.places()) {
    classes.emplace(place.group, there.channel, there.requirement);
  }
  return classes;
}

// One for each different delay among the group's memberships.
std::size_t TwinFacts::count_classes(const Classes& classes) const {
  std::size_t sum = 0;
  for (const auto& [group, channel, requirement] : classes) {
    std::set<Duration> delays;
    for (const Agent& agent : blueprint_.agents) {
      for (const Membership& member : agent.memberships) {
        if (member.group == group) delays.insert(member.delay);
      }
    }
    sum += std::max<std::size_t>(delays.size(), 1);
  }
  return sum;
}

bool TwinFacts::fit(Classes in_use, const Classes& more) const {
  const std::size_t before = in_use.size();
  in_use.insert(more.begin(), more.end());
  const std::size_t bound =
      std::max<std::size_t>(blueprint_.limits.classes, count_classes(first_classes_));
  return in_use.size() == before || count_classes(in_use) <= bound;
}

// In every group in which it waits.
bool TwinFacts::has_class_for(const SessionRecord& there) const {
  return fit(classes_, classes_of(there));
}

// Another group that could have it wait, whatever its length.
bool TwinFacts::could_wait_in(const SessionRecord& session, GroupId group) const {
  if (group == session.group || !serves(group, session.channel)) return false;
  const bool is_ending = blueprint_.groups[group.index()].at_closing == AtClosing::end;
  return (is_open(group) || !is_ending) && has_class_for(as_if_in(session, group));
}

}  // namespace acd::twin
