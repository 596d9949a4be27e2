// The one table of which event has which fields.
#include "acd/engine/event.hpp"

#include <array>

namespace acd {
inline namespace v1 {
namespace event_tables {

using enum EventField;

constexpr std::array arrived_fields = {session, group, channel, priority, value};
constexpr std::array offered_fields = {session, agent, offer, group, cause, until};
constexpr std::array assigned_fields = {session, agent, offer, group, cause};
constexpr std::array offer_withdrawn_fields = {session, agent, offer, cause, until};
constexpr std::array offer_ended_fields = {session, agent, offer, cause};
// The group is the one it waits in now; the agent and offer are those it left.
constexpr std::array requeued_fields = {session, agent, offer, group, cause, until};
// The cause says what changed; the others are the new priority, group, excluded agent, or
// the value of the attribute or requirement.
constexpr std::array changed_fields = {session, cause, priority, group, agent, value};
// Agent and offer are those of the service that ended; none if nobody served it.
constexpr std::array ended_fields = {session, cause, agent, offer, group};
// Only the start of a wrap-up names the session: later ones would name one that is over.
constexpr std::array wrap_up_started_fields = {agent, offer, session, group, until};
constexpr std::array wrap_up_extended_fields = {agent, offer, until};
constexpr std::array wrap_up_ended_fields = {agent, offer, cause};
constexpr std::array agent_state_fields = {agent, state, cause, reason};
constexpr std::array agent_changed_fields = {agent, cause, group, channel, value};
constexpr std::array requirement_defined_fields = {value};
constexpr std::array routed_fields = {session, cause, value};
constexpr std::array queued_fields = {session, group, priority, until};
constexpr std::array plan_fields = {value, cause, until};
constexpr std::array transition_added_fields = {value, until};
constexpr std::array timetables_fields = {until};

// The group is the one whose rule it is, the value the rule's place there; -1: its ticket rule,
// -2: its affinity.
constexpr std::array overflowed_fields = {session, group, cause, value};
constexpr std::array session_group_fields = {session, group};
constexpr std::array scheduled_fields = {session, group, cause, until};
constexpr std::array reminded_fields = {session, group, until};
constexpr std::array surge_fields = {value, cause, until};
constexpr std::array surge_released_fields = {value};
// The value is the first rule that does not allow it.
constexpr std::array break_held_fields = {agent, reason, value};
constexpr std::array break_denied_fields = {agent, reason};
// The value is the strategy's place in the group's affinity.
constexpr std::array held_fields = {session, group, value, until};
constexpr std::array hold_ended_fields = {session, group, cause, value};
// The value is the customer.
constexpr std::array owner_changed_fields = {value, group, agent};
constexpr std::array owners_moved_fields = {value, agent};
constexpr std::array forgotten_fields = {value};

}  // namespace event_tables

std::span<const EventField> fields_of(EventKind kind) {
  using namespace event_tables;
  switch (kind) {
    case EventKind::arrived: return arrived_fields;
    case EventKind::offered: return offered_fields;
    case EventKind::assigned: return assigned_fields;
    case EventKind::offer_withdrawn: return offer_withdrawn_fields;
    case EventKind::offer_ended: return offer_ended_fields;
    case EventKind::requeued: return requeued_fields;
    case EventKind::changed: return changed_fields;
    case EventKind::ended: return ended_fields;
    case EventKind::wrap_up_started: return wrap_up_started_fields;
    case EventKind::wrap_up_extended: return wrap_up_extended_fields;
    case EventKind::wrap_up_ended: return wrap_up_ended_fields;
    case EventKind::agent_state: return agent_state_fields;
    case EventKind::agent_changed: return agent_changed_fields;
    case EventKind::requirement_defined: return requirement_defined_fields;
    case EventKind::routed: return routed_fields;
    case EventKind::queued: return queued_fields;
    case EventKind::plan_opened:
    case EventKind::plan_closed: return plan_fields;
    case EventKind::transition_added: return transition_added_fields;
    case EventKind::timetables_extended:
    case EventKind::timetables_ended: return timetables_fields;
    case EventKind::overflowed: return overflowed_fields;
    case EventKind::also_queued:
    case EventKind::fell_due: return session_group_fields;
    case EventKind::scheduled: return scheduled_fields;
    case EventKind::reminded: return reminded_fields;
    case EventKind::surge_entered:
    case EventKind::surge_left: return surge_fields;
    case EventKind::surge_released: return surge_released_fields;
    case EventKind::break_held: return break_held_fields;
    case EventKind::break_denied: return break_denied_fields;
    case EventKind::held: return held_fields;
    case EventKind::hold_ended: return hold_ended_fields;
    case EventKind::owner_changed: return owner_changed_fields;
    case EventKind::owners_moved: return owners_moved_fields;
    case EventKind::forgotten: return forgotten_fields;
  }
  return {};
}

}  // namespace v1
}  // namespace acd
