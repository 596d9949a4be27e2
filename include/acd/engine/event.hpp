// What the router decided: plain values, in order, each numbered by its place.
//
// Every statistic is a fold over events. A session's life is
//   arrived, then offered ... assigned as often as needed, requeued between, ended;
// exactly one `ended` for every `arrived`.
#pragma once

#include <cstdint>
#include <span>

#include "acd/export.hpp"
#include "acd/vocabulary/id.hpp"
#include "acd/vocabulary/level.hpp"
#include "acd/vocabulary/time.hpp"

namespace acd {
inline namespace v1 {

enum class EventKind : std::uint8_t {
  arrived,              ///< session admitted; `value` is the host's reference
  offered,              ///< session to agent, as `offer`; `until` is its limit
  assigned,             ///< agent serves session, as `offer`
  offer_withdrawn,      ///< host: stop the agent's side, confirm by `until`
  offer_ended,          ///< its charge is released without a service
  requeued,             ///< out of service, waits again; `until` is its start
  changed,              ///< priority, requirement, group or attribute of a session
  ended,                ///< the session's terminal record
  wrap_up_started,      ///< ends at `until` at the latest
  wrap_up_extended,     ///< ends at `until` now
  wrap_up_ended,        ///< the charge is released
  agent_state,          ///< `state`, `reason`
  agent_changed,        ///< capacity, outside work, level or preference: `value`
  requirement_defined,  ///< `value` is its id
  routed,               ///< a step of a session's way through an entry; `cause` says which
                        ///< kind of step, `value` the line: entry, rule, node, bot
  queued,               ///< after its way, or at its instant, it waits in a group
  plan_opened,          ///< time plan `value`; `until`: as far as is known
  plan_closed,
  transition_added,     ///< to zone `value`, at `until`
  timetables_extended,  ///< to `until`
  timetables_ended,     ///< their end came: plans stay as they are until extended
  overflowed,           ///< rule `value` of `group` acts on a session; `cause` is the rule's
  also_queued,          ///< from now on it waits in `group` too
  scheduled,            ///< it waits from `until`; `never`: from its group's opening
  reminded,             ///< a ticket falls due at `until`
  fell_due,             ///< a ticket, unresolved
  surge_entered,        ///< surge `value`; `until`: held so long by hand
  surge_left,
  surge_released,  ///< it follows its conditions again
  break_held,      ///< the agent's break waits for approval, or for others
  break_denied,
  held,           ///< it waits for whom strategy `value` of `group` names, `until` at most
  hold_ended,     ///< ... no longer; `cause`: why
  owner_changed,  ///< of customer `value` in `group`: the agent; none: nobody
  owners_moved,   ///< `value` of them, to the agent; none: to nobody
  forgotten,      ///< customer `value`
};
inline constexpr EventKind last_event_kind = EventKind::forgotten;

/// Why it happened. `none` where the kind says it all.
enum class Cause : std::uint8_t {
  none,
  // ended
  completed,        ///< after service
  abandoned,        ///< the customer left while waiting
  short_abandoned,  ///< ... before SkillGroup::short_abandon
  timed_out,        ///< SkillGroup::max_wait
  refused,          ///< OfferRule::offers_max offers, nobody took it: back to the host
  lost,             ///< no sign of life at a reconcile
  closed,           ///< its group closed (AtClosing::end)
  message,          ///< the way led to a message,
  callback,         ///< ... to a callback,
  host,             ///< ... back to the host,
  rejected,         ///< ... to a refusal,
  unrouted,         ///< ... nowhere
  // offer_withdrawn, offer_ended
  no_answer,  ///< OfferRule::time_limit passed
  declined,
  answered_elsewhere,
  cancelled,        ///< the session's customer left
  agent_not_ready,  ///< or drains
  agent_lost,
  lease_expired,  ///< the host never confirmed a withdrawal
  withdrawal_confirmed,
  // offered, assigned
  chosen,  ///< by the router
  picked,  ///< by hand
  accepted,
  // requeued
  handed_back,  ///< by the host
  // wrap_up_ended
  wrap_up_over,  ///< its time passed
  by_agent,
  // agent_state
  asked,   ///< by command
  misses,  ///< OfferRule::misses_max
  drained,
  // changed, agent_changed
  priority,
  requirement,
  group,
  attribute,
  exclusion,
  capacity,
  outside,
  level,
  preference,
  // routed
  entry,          ///< came through it
  rule,           ///< of the entry, on duty
  rule_off_duty,  ///< of the entry
  node,           ///< of a menu, on duty
  node_off_duty,  ///< of a menu
  bot,            ///< is with it
  hand_over,      ///< left it
  // plan_opened, plan_closed; agent_state
  by_hours,     ///< its timetable
  switched,     ///< by command
  switch_over,  ///< back to its timetable
  shift,        ///< the agent's
  // overflowed; closed and refused, too
  nobody_signed_in,
  all_busy,
  too_long,  ///< ended: its group was full, and no rule took it
  too_slow,
  forecast_too_slow,
  pressure,
  escalated,  ///< a ticket that fell due
  // surge_entered, surge_left; switched, too
  by_condition,
  // changed
  channel,
  // requeued, scheduled, ended
  postponed,    ///< by the host
  not_reached,  ///< a callback's customer
  unreached,    ///< as often as CallbackRule::attempts_max
  called_back,  ///< it became a callback
  // agent_state
  granted,  ///< a break that was held
  // offered, assigned
  preferred,  ///< chosen by affinity
  // hold_ended
  hold_over,       ///< its time passed
  nobody_awaited,  ///< nobody whom it was held for comes
  // overflowed
  backup,  ///< of a strict strategy of affinity
};
inline constexpr Cause last_cause = Cause::backup;

enum class AgentState : std::uint8_t { signed_out, not_ready, ready, draining };
inline constexpr AgentState last_agent_state = AgentState::draining;

/// 56 bytes. Which fields count depends on the kind: `fields_of` is the table.
struct Event {
  EventKind kind = EventKind::arrived;
  Cause cause = Cause::none;
  AgentState state = AgentState::signed_out;
  ReasonId reason{};
  ChannelId channel{};
  Priority priority = 0;
  GroupId group{};
  SessionHandle session{};
  AgentHandle agent{};
  OfferToken offer{};
  std::int64_t value = 0;
  Instant at = earliest;  ///< when it happened
  Instant until = never;
  friend bool operator==(const Event&, const Event&) = default;
};

enum class EventField : std::uint8_t {
  session,
  agent,
  offer,
  group,
  channel,
  priority,
  cause,
  state,
  reason,
  value,
  until,
};

/// The fields that count for a kind, in the order in which they are written, beside `at`.
[[nodiscard]] ACD_EXPORT std::span<const EventField> fields_of(EventKind kind);

}  // namespace v1
}  // namespace acd
