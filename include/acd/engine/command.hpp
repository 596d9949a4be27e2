// What a host can tell the router. Commands are plain values: recording, replay,
// fuzzing, golden scripts and named methods all go through the same struct.
//
// A command's kind says which of its fields count; `fields_of` is the one table of it,
// which text, journal and generators read. The other fields keep their defaults.
#pragma once

#include <cstdint>
#include <span>

#include "acd/export.hpp"
#include "acd/policy/affinity.hpp"
#include "acd/policy/requirement.hpp"
#include "acd/time_plan/time_plan.hpp"
#include "acd/vocabulary/id.hpp"
#include "acd/vocabulary/level.hpp"
#include "acd/vocabulary/short_list.hpp"
#include "acd/vocabulary/time.hpp"

namespace acd {
inline namespace v1 {

enum class CommandKind : std::uint8_t {
  // sessions
  arrive,         ///< a session asks for service
  cancel,         ///< its customer left, or the host gives it up
  complete,       ///< its service is over
  requeue,        ///< out of service, back to waiting: handed back, transferred to a group
  reprioritise,   ///< of a waiting session: another priority, at once
  require,        ///< of a waiting session: another requirement, at once
  move,           ///< of a waiting session: another group; keeps its start
  set_attribute,  ///< of a live session
  exclude,        ///< never this agent for this session; an outstanding offer stays
  confirm,        ///< the session is alive at the host (see `reconcile`)
  // offers
  accept,     ///< the agent takes the offered session
  decline,    ///< the agent does not take it
  withdrawn,  ///< the agent's side of a withdrawn offer has stopped
  pick,       ///< an agent takes a given waiting session by hand
  // agents
  sign_in,  ///< to not ready
  ready,
  not_ready,       ///< outstanding offers are withdrawn, services go on
  drain,           ///< no new work; signs out by itself when the last work ends
  sign_out,        ///< refused while he still works: drain, or lose_agent
  lose_agent,      ///< his connection is gone: services return to waiting, he is signed out
  end_wrap_up,     ///< before its time
  extend_wrap_up,  ///< by so much
  set_capacity,    ///< another capacity rule; a lowered one drops nothing
  report_outside,  ///< how many sessions of a channel he has outside this router
  set_level,       ///< in one of his groups, or (group none) in all
  set_preference,  ///< in one of his groups, or (group none) in all
  // the whole
  define_requirement,  ///< intern an expression: its id is in the event
  reconcile,           ///< end every session without a sign of life since an instant
  advance,             ///< time passes; nothing else (a record of Router::advance)
  // sessions on their way, and time plans; journals number kinds, so these come last
  choose,             ///< the customer pressed a key: `value`, in a menu
  hand_over,          ///< from the bot to people; `group`: named by the bot
  switch_plans,       ///< opens or closes time plans (none: all) at once, until an instant
  end_switch,         ///< back to their timetables
  add_transition,     ///< a zone's offset changes to `value` seconds at `start`
  extend_timetables,  ///< time plans are compiled until a later instant
  enter_surge,        ///< by hand, until an instant: it is on, whatever its conditions say
  leave_surge,        ///< by hand, until an instant: it is off
  release_surge,      ///< it follows its conditions again
  postpone,           ///< out of service, waits again from `not_before`: a ticket is open on
  call_back,          ///< a session becomes a callback, now or at `not_before`
  not_reached,        ///< the callback's customer did not answer
  approve_break,      ///< the agent's break, which a rule holds for approval
  deny_break,         ///< ... or the agent's own change of mind: a held break is given up
  remember,           ///< a customer was served elsewhere, or before: by whom, where, since when
  set_owner,          ///< of a customer in a group; agent none: nobody
  move_owners,        ///< what the agent owns (group none: everywhere) is the successor's
  forget_customer,    ///< whatever is remembered of one
};
inline constexpr CommandKind last_command_kind = CommandKind::forget_customer;

/// What becomes of a session's place in the order of waiting.
enum class Seniority : std::uint8_t {
  kept,   ///< its start and number stay
  fresh,  ///< it waits anew from now
};

/// One attribute of an arriving session.
struct AttributeValue {
  AttributeId attribute{};
  std::int64_t value = 0;
  friend bool operator==(const AttributeValue&, const AttributeValue&) = default;
};

using AttributeValues = ShortList<AttributeValue, 8>;
using ExcludedAgents = ShortList<AgentHandle, 4>;
using TimePlanIds = ShortList<TimePlanId, 8>;

struct Command {
  CommandKind kind = CommandKind::advance;
  ChannelId channel{};  // arrive: none: the first that the group serves
  Seniority seniority = Seniority::kept;
  LayerEffect effect = LayerEffect::closes;  // switch_plans
  Priority priority = 0;
  Level level = 0;
  Preference preference = 0;
  ReasonId reason{};
  AttributeId attribute{};
  SurgeId surge{};
  GroupId group{};
  RequirementId requirement{};  // none: anything
  EntryId entry{};  // arrive: through it; the group is then what the host named, or none
  CapacityRuleId capacity{};
  std::uint16_t count = 0;  // report_outside: sessions
  ZoneId zone{};
  SessionHandle session{};
  AgentHandle agent{};
  AgentHandle successor{};  // move_owners; none: nobody
  OfferToken offer{};
  std::uint64_t reference = 0;   // arrive: the host's own name for the session
  std::uint64_t customer = 0;    // arrive: who asks, by the host; 0: unknown
  std::int64_t value = 0;        // set_attribute, choose: key, add_transition: seconds
  Instant start = never;         // arrive: virtual start, remember: when, never: now;
                                 // reconcile: since
  Instant due = never;           // arrive
  Instant not_before = never;    // arrive, call_back: begins then; never: now
  Instant until = never;         // switch_plans, extend_timetables, enter_surge
  Duration duration{0};          // extend_wrap_up
  AttributeValues attributes{};  // arrive
  ExcludedAgents excluded{};     // arrive
  ScoredAgents preferred{};      // arrive: AffinityKind::given
  TimePlanIds plans{};           // switch_plans, end_switch; empty: all
  Requirement expression{};      // define_requirement
  friend bool operator==(const Command&, const Command&) = default;
};

/// A command and when it was given: one line of a journal.
struct TimedCommand {
  Instant now = earliest;
  Command command;
  friend bool operator==(const TimedCommand&, const TimedCommand&) = default;
};

enum class CommandField : std::uint8_t {
  session,
  agent,
  offer,
  reference,
  group,
  channel,
  priority,
  requirement,
  start,
  due,
  seniority,
  attribute,
  value,
  duration,
  reason,
  capacity,
  count,
  level,
  preference,
  attributes,
  excluded,
  expression,
  entry,
  customer,
  not_before,
  plans,
  effect,
  until,
  zone,
  surge,
  successor,
  preferred,
};

/// The fields that count for a kind, in the order in which they are written. The first is
/// the command's subject. Empty for a kind outside the vocabulary.
[[nodiscard]] ACD_EXPORT std::span<const CommandField> fields_of(CommandKind kind);

}  // namespace v1
}  // namespace acd
