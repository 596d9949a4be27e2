// What becomes of a session once its affinity was asked: preferred, held, or gone to a backup.
#include <algorithm>

#include "twin/twin_router.hpp"

namespace acd::twin {

// Tells of its hold.
TwinFacts::Preference TwinRouter::ask_affinity(SessionRecord& session) {
  Preference answer = preference_of(session);
  if (answer.hold) {
    hold(session, *answer.hold);
  } else {
    if (session.hold && !answer.agent) tell_hold_ended(session);
    session.hold.reset();
  }
  return answer;
}

void TwinRouter::hold(SessionRecord& session, Hold wanted) {
  const std::optional<Hold>& before = session.hold;
  const bool is_so_already = before && before->strategy == wanted.strategy &&
                             before->ring == wanted.ring && before->until == wanted.until;
  if (is_so_already) {
    wanted.deadline = before->deadline;
  } else {
    emit(Event{.kind = EventKind::held,
               .group = session.group,
               .session = session.handle,
               .value = static_cast<std::int64_t>(wanted.strategy),
               .until = wanted.until});
    wanted.deadline = {wanted.until, events_};
  }
  session.hold = wanted;
}

void TwinRouter::tell_hold_ended(const SessionRecord& session) {
  const std::size_t strategy = session.hold->strategy;
  const Instant end = session.queued_at + strategies_of(session.group)[strategy].hold;
  emit(Event{.kind = EventKind::hold_ended,
             .cause = now_ < end ? Cause::nobody_awaited : Cause::hold_over,
             .group = session.group,
             .session = session.handle,
             .value = static_cast<std::int64_t>(strategy)});
}

// No move by a rule.
void TwinRouter::go_to_backup(SessionRecord& session, GroupId backup) {
  emit(Event{.kind = EventKind::overflowed,
             .cause = Cause::backup,
             .group = session.group,
             .session = session.handle,
             .value = -2});
  session.went_to_backup = true;
  stop_waiting(session);
  session.group = backup;
  wait_in_group(session);
}

// In the order of their numbers.
void TwinRouter::touch_held_for(std::size_t agent) {
  std::vector<std::pair<std::uint64_t, SessionHandle>> held;
  for (const SessionRecord* session : sessions_.live()) {
    const bool is_held = session->hold && session->hold->agents.contains(agent);
    if (is_held) held.emplace_back(session->number, session->handle);
  }
  std::ranges::sort(held);
  for (const auto& [number, handle] : held) touch(handle);
}

}  // namespace acd::twin
