// A session's stay in a group: when it joined, which thresholds it reached, where else it waits.
//
// Thresholds are the same for all of a group and sessions reach them in the order in which they
// joined. So the group keeps one list for each number of thresholds reached, and one deadline for
// the first of each list, however many wait.
#include <algorithm>

#include "engine/engine_inline.hpp"

namespace acd {
inline namespace v1 {

[[gnu::noinline]] void Router::Engine::join(SessionRecord& session) {
  const Slot slot = slot_of(session);
  StayRecord& stay = stays_[slot];
  session.detailed = true;
  stay.joined = now_;
  stay.reached = 0;
  stay.done = 0;
  stay.acted = {};
  append_stay(slot, session.group);
  if (groups_[session.group.index()].is_counted) enter_line(session);
  apply_ticket_rule(session);
}

// Behind all who joined before, and reached as many thresholds.
void Router::Engine::append_stay(Slot slot, GroupId group) {
  StayRecord& stay = stays_[slot];
  StayList& list = stay_list(group, stay.reached);
  stay.previous = list.last;
  stay.next = nil;
  (list.last == nil ? list.first : stays_[list.last].next) = slot;
  list.last = slot;
  if (stay.previous == nil) set_threshold(group, stay.reached);
}

void Router::Engine::unlink_stay(Slot slot, GroupId group) {
  const StayRecord& stay = stays_[slot];
  StayList& list = stay_list(group, stay.reached);
  (stay.previous == nil ? list.first : stays_[stay.previous].next) = stay.next;
  (stay.next == nil ? list.last : stays_[stay.next].previous) = stay.previous;
  if (stay.previous == nil) set_threshold(group, stay.reached);
}

// For the first of those who have reached so many and not the next one.
void Router::Engine::set_threshold(GroupId group, std::size_t reached) {
  const GroupOverflow& rules = plan_.overflow.groups[group.index()];
  if (reached == rules.thresholds.size()) return;
  const auto name = static_cast<Slot>(rules.first_threshold + reached);
  const Slot first = stay_list(group, reached).first;
  if (first == nil) return clear_timer(TimerKind::threshold, name);
  const Instant due = stays_[first].joined + rules.thresholds[reached];
  const std::uint64_t slots = std::uint64_t{group.value()} << 32 | reached;
  timers_.set(
      timer_name(TimerKind::threshold, name),
      {due.time_since_epoch().count(), static_cast<std::uint64_t>(TimerKind::threshold), slots});
}

// All who reach it now; the first of them for certain.
void Router::Engine::reach_threshold(Slot name) {
  const std::vector<GroupOverflow>& groups = plan_.overflow.groups;
  const auto after = std::ranges::upper_bound(groups, name, {}, &GroupOverflow::first_threshold);
  const GroupId group{after - groups.begin() - 1};
  const GroupOverflow& rules = plan_.overflow.groups[group.index()];
  const std::size_t reached = name - rules.first_threshold;
  for (Slot slot = stay_list(group, reached).first; slot != nil;
       slot = stay_list(group, reached).first) {
    if (stays_[slot].joined + rules.thresholds[reached] > now_) break;
    unlink_stay(slot, group);
    ++stays_[slot].reached;
    append_stay(slot, group);
    touch_session(slot);
  }
}

Instant EngineFacts::oldest_joined(GroupId group) const {
  for (std::size_t reached = plan_.overflow.groups[group.index()].thresholds.size() + 1;
       reached-- > 0;) {
    const Slot first = stay_list(group, reached).first;
    if (first != nil) return stays_[first].joined;
  }
  return never;
}

// In the order in which they joined.
void Router::Engine::touch_by_joining(GroupId group) {
  for (std::size_t reached = plan_.overflow.groups[group.index()].thresholds.size() + 1;
       reached-- > 0;) {
    for (Slot slot = stay_list(group, reached).first; slot != nil; slot = stays_[slot].next) {
      touch_session(slot);
    }
  }
}

[[gnu::noinline]] void Router::Engine::leave_stay(SessionRecord& session) {
  const Slot slot = slot_of(session);
  unlink_stay(slot, session.group);
  if (groups_[session.group.index()].is_counted) leave_line(session);
  stays_[slot].also_count = 0;
  session.roams = false;
}

// Also waits there from now on.
void Router::Engine::wait_also(SessionRecord& session, GroupId group, Slot first_class) {
  StayRecord& stay = stays_[slot_of(session)];
  leave_indices(session);
  use_class(first_class);
  const std::uint32_t rings = open_rings(group, now_ - session.waits_since());
  stay.also[stay.also_count++] = {group, first_class, rings};
  session.roams = true;
  emit_session(EventKind::also_queued, Cause::none, session).group = group;
  set_delay_timer(slot_of(session));
}

// Wherever it also waits, when the group closes and does not serve those who wait.
void Router::Engine::stop_waiting_also(GroupId group) {
  if (plan_.overflow.places_max == 1) return;
  for (Slot slot = 0; slot < session_slots_.used(); ++slot) {
    SessionRecord& session = sessions_[slot];
    if (session.live && session.roams) forget_also(session, group);
  }
}

void Router::Engine::forget_also(SessionRecord& session, GroupId group) {
  StayRecord& stay = stays_[slot_of(session)];
  std::uint8_t kept = 0;
  const bool was_indexed = session.indexed;
  leave_indices(session);
  for (std::uint8_t i = 0; i < stay.also_count; ++i) {
    if (stay.also[i].group != group) stay.also[kept++] = stay.also[i];
  }
  if (kept != stay.also_count) {
    stay.also_count = kept;
    session.roams = kept != 0;
    set_delay_timer(slot_of(session));
  }
  if (was_indexed) enter_indices(session);
}

bool EngineFacts::waits_in(const SessionRecord& session, GroupId group) const {
  if (session.group == group) return true;
  if (!session.roams) return false;
  const StayRecord& stay = stays_[slot_of(session)];
  return std::any_of(stay.also.begin(), stay.also.begin() + stay.also_count,
                     [group](const AlsoPlace& place) { return place.group == group; });
}

}  // namespace v1
}  // namespace acd
