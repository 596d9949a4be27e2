// The router: which waiting session goes to which agent, and when.
//
// A deterministic state machine. It has no clock, no thread and no I/O; all it knows
// came in by commands, and all it decides goes out as events. The host's loop:
//
//   give a command  ->  drain the events  ->  sleep until next_deadline()  ->  advance
//
// Methods come in four kinds, below in this order: *commands* (each takes `now` and
// answers one byte: applied, or refused and nothing changed), *time*, *output*, and
// *questions* (const, they change nothing).
//
// Time. `now` never goes back. What falls due up to and including `now` happens first,
// in the order of (deadline, number of the event that set it), then the command. So one
// jump of any length equals the same interval in small steps.
//
// Matching. After every command no eligible waiting session and ready agent are left
// apart, except for a declared reason: a delay, a penalty after a decline, an exclusion,
// a pull-only group, an offer rule's fan-out. `why_not` tells which.
//
// Thread rule: one thread at a time. Routers share nothing but their immutable plan.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "acd/config/compiled_plan.hpp"
#include "acd/engine/command.hpp"
#include "acd/engine/event.hpp"
#include "acd/engine/unread_events.hpp"
#include "acd/export.hpp"
#include "acd/time_plan/timetable.hpp"
#include "acd/vocabulary/short_list.hpp"
#include "acd/vocabulary/status.hpp"

namespace acd {
inline namespace v1 {

enum class SessionState : std::uint8_t {
  waiting,  ///< perhaps with offers outstanding
  serving,
  leaving,  ///< cancelled; its last offers are being withdrawn
  // not yet waiting: these come last
  scheduled,  ///< until its instant, then until its group is open
  in_menu,    ///< at a node, until a key is chosen
  with_bot,   ///< until it is handed over, or complete
};
inline constexpr SessionState last_session_state = SessionState::with_bot;

/// A live session as the router sees it.
struct SessionView {
  SessionState state = SessionState::waiting;
  GroupId group{};
  ChannelId channel{};
  Priority priority = 0;
  RequirementId requirement{};
  std::uint64_t reference = 0;
  Instant start = earliest;      ///< virtual start: its seniority
  Instant queued_at = earliest;  ///< since when it waits
  Instant due = never;
  std::uint16_t offers = 0;  ///< outstanding
  AgentHandle agent{};       ///< who serves it
  OfferToken service{};      ///< the offer that became the service
  EntryId entry{};           ///< by which it came; none if it named its group
  MenuNodeId node{};         ///< in_menu: where
  BotId bot{};               ///< with_bot: which
  std::uint64_t customer = 0;
  std::uint8_t hops = 0;      ///< groups that overflow rules took it from
  std::uint8_t attempts = 0;  ///< of a callback, not reached
  bool is_held = false;       ///< for those whom a strategy of its group's affinity names
  std::uint8_t held_by = 0;   ///< ... which one
  Instant held_until = never;
};

struct AgentView {
  AgentState state = AgentState::signed_out;
  ReasonId reason{};
  std::uint32_t charged_units = 0;  ///< of offers, services, wrap-ups and outside work
  std::uint32_t offered = 0;        ///< offers outstanding or being withdrawn
  std::uint32_t serving = 0;
  std::uint32_t wrapping_up = 0;
  std::uint32_t handled = 0;  ///< sessions assigned since he signed in
  CapacityRuleId capacity{};  ///< the rule he works by now, a surge's swap counted
  bool is_break_held = false;
};

/// The first rule that keeps an agent from a waiting session.
enum class WhyNot : std::uint8_t {
  nothing,  ///< they would be matched now
  unknown_session,
  unknown_agent,
  not_waiting,
  signed_out,
  not_ready,
  draining,
  pull_only,
  not_in_group,
  in_reserve,  ///< a member only while a surge is on, which is not
  kept_free,   ///< SkillGroup::keeps_free of another group of his
  channel_not_served,
  lacks_requirement,
  excluded,
  group_closed,     ///< and holds those who wait
  declined_before,  ///< until its penalty ends
  offered_already,  ///< an offer of it to him is not resolved yet
  delayed,          ///< Membership::delay has not passed
  held_for_others,  ///< affinity
  no_room,
  offers_exhausted,  ///< as many were made as the rule allows, or it is overdue
  fan_out_reached,   ///< as many are outstanding as the rule allows
};
[[nodiscard]] ACD_EXPORT std::string_view to_text(WhyNot why_not);

/// One step of a session's way: what an event `routed` says. `cause` tells entry, rule, node, bot.
struct WayStep {
  Cause cause = Cause::none;
  std::uint16_t line = 0;  ///< of the blueprint; of a rule: within its entry
  friend bool operator==(const WayStep&, const WayStep&) = default;
};
/// Steps that are kept; later ones are only events.
inline constexpr std::size_t way_steps_max = 16;
using Way = ShortList<WayStep, way_steps_max>;

/// What an overflow rule did: an event `overflowed`.
struct OverflowStep {
  GroupId group{};
  /// Its place in the group's list; -1: the group's ticket rule, -2: its affinity.
  std::int8_t rule = 0;
  friend bool operator==(const OverflowStep&, const OverflowStep&) = default;
};
using OverflowSteps = ShortList<OverflowStep, way_steps_max>;

/// Why a live session is where it is. In words: acd/companion/text.hpp.
struct Why {
  EntryId entry{};               ///< by which it came; none if the host named its group
  Way way{};                     ///< the steps that led there, the first 16
  OverflowSteps overflow{};      ///< the rules that acted on it, the first 16
  RequirementId requirement{};   ///< what it asks now
  ShortList<GroupId, 3> also{};  ///< groups, beside its own, in which it waits
  friend bool operator==(const Why&, const Why&) = default;
};

/// A time plan as it is now.
struct PlanView {
  bool is_open = false;
  bool is_switched = false;  ///< by command
  Instant switched_until = never;
  Instant next_change = never;  ///< by its timetable
};

/// A surge as it is now.
struct SurgeView {
  bool is_on = false;
  bool is_held = false;  ///< by command
  Instant held_until = never;
  Instant changed = earliest;  ///< entered or left last
};

/// The staff of a group now; members whose surge is off do not count.
struct StaffView {
  std::uint32_t signed_in = 0;
  std::uint32_t ready = 0;
  std::uint32_t free = 0;  ///< ready, with room for a channel of the group
};

/// What the router remembers of a customer, seen from a group.
struct CustomerView {
  AgentHandle owner{};          ///< in the group; none: nobody
  AgentHandle last_agent{};     ///< familiar, in any group
  AgentHandle most_frequent{};  ///< familiar, in any group
  std::uint32_t contacts = 0;   ///< remembered
};

/// One contact that is remembered.
struct Contact {
  std::uint64_t customer = 0;
  Instant at = earliest;
  GroupId group{};
  AgentHandle agent{};  ///< none: only the owner was told
  AgentHandle owner{};  ///< of the customer in the group since then; none: nobody
  bool is_familiar = false;
};

struct Counts {
  std::uint64_t admitted = 0;
  std::uint64_t live = 0;
  std::uint64_t ended = 0;
  std::uint64_t events = 0;  ///< emitted since the start: the number of the last one
};

class ACD_EXPORT Router {
 public:
  explicit Router(CompiledPlan plan);
  ~Router();
  Router(Router&&) noexcept;
  Router& operator=(Router&&) noexcept;

  // --- commands -------------------------------------------------------------

  /// The only door. Constant time in the number of sessions and agents, up to the index
  /// updates of the one agent and session named; a new eligibility class costs a rebuild. A
  /// blueprint with surges asks each of them after every command, and a fact that wakes rules
  /// takes time linear in the sessions that they concern.
  [[nodiscard]] Status apply(const Command& command, Instant now);

  // Sugar over `apply`.
  struct Arrival {
    Status status;
    SessionHandle session{};  ///< none if refused
  };
  /// `command.kind` is taken as arrive.
  [[nodiscard]] Arrival arrive(const Command& command, Instant now);
  [[nodiscard]] Status cancel(SessionHandle session, Instant now);
  [[nodiscard]] Status complete(SessionHandle session, Instant now);
  [[nodiscard]] Status accept(OfferToken offer, Instant now);
  [[nodiscard]] Status decline(OfferToken offer, Instant now);
  [[nodiscard]] Status confirm_withdrawn(OfferToken offer, Instant now);
  [[nodiscard]] Status sign_in(AgentHandle agent, Instant now);
  [[nodiscard]] Status ready(AgentHandle agent, Instant now);
  [[nodiscard]] Status not_ready(AgentHandle agent, ReasonId reason, Instant now);
  [[nodiscard]] Status drain(AgentHandle agent, Instant now);
  [[nodiscard]] Status sign_out(AgentHandle agent, Instant now);

  // --- time -----------------------------------------------------------------

  /// Fires what falls due up to and including `now`. Refused if `now` went back.
  [[nodiscard]] Status advance(Instant now);
  /// When something falls due next; `never` if nothing does. Constant time. Time plans start with
  /// the first command: a host that has some begins with `advance`.
  [[nodiscard]] Instant next_deadline() const;
  /// The latest instant of an applied command, a fired deadline or an advance.
  [[nodiscard]] Instant now() const;

  // --- output ---------------------------------------------------------------

  /// The events since the last drain, in order. Valid until the next command.
  [[nodiscard]] std::span<const Event> drain_events() { return unread_->drain(); }

  /// A hint: this customer will be heard of soon, as with the command after next. What is
  /// remembered of him is fetched meanwhile. Changes nothing; constant time.
  void expect(std::uint64_t customer) const;

  // --- questions ------------------------------------------------------------

  [[nodiscard]] const Blueprint& blueprint() const;
  /// The handle of the agent on this line of the blueprint; none beyond its end.
  [[nodiscard]] AgentHandle agent(std::size_t line) const;
  /// By name, linear in the agents: keep the answer. None if there is no such agent.
  [[nodiscard]] AgentHandle agent(std::string_view name) const;
  [[nodiscard]] std::optional<SessionView> view(SessionHandle session) const;
  [[nodiscard]] std::optional<AgentView> view(AgentHandle agent) const;
  /// Sessions that wait in the group, offered or not.
  [[nodiscard]] std::uint32_t waiting(GroupId group) const;
  /// Its place in its group's order, 1 is next; none if it does not wait. Linear in the live
  /// sessions.
  [[nodiscard]] std::optional<std::uint32_t> position(SessionHandle session) const;
  /// How long one who joins the group now with this priority would wait. None if the group is
  /// not counted, nobody is ready, or nothing is known yet. Linear in `priority_max`. The
  /// estimator, its source and its measured error: docs/guide/expected_wait.md.
  [[nodiscard]] std::optional<Duration> expected_wait(GroupId group, Priority priority) const;
  /// Percent answered within `target_wait` in the group's `service_window`, 100 if nobody asked;
  /// none if the group is not counted.
  [[nodiscard]] std::optional<std::uint32_t> service_level(GroupId group) const;
  /// Since when the first of those who wait has been in the group; `never` if nobody waits. None
  /// if no rule of the blueprint makes the router remember.
  [[nodiscard]] std::optional<Instant> oldest_joined(GroupId group) const;
  /// Linear in the members; nobody in an unknown group.
  [[nodiscard]] StaffView staff(GroupId group) const;
  /// None if the blueprint has no such line.
  [[nodiscard]] std::optional<SurgeView> view(SurgeId surge) const;
  /// Why it is where it is; nothing if it is not live. Constant time.
  [[nodiscard]] std::optional<Why> why(SessionHandle session) const;
  /// None if the blueprint has no such line.
  [[nodiscard]] std::optional<PlanView> view(TimePlanId plan) const;
  /// The compiled hours; of a plan of the blueprint. Valid until the next extension.
  [[nodiscard]] const Timetable& timetable(TimePlanId plan) const;
  /// By its hours; an unknown group is closed.
  [[nodiscard]] bool is_open(GroupId group) const;
  /// The expression behind an id, also of those defined later; nullptr if there is none.
  [[nodiscard]] const Requirement* requirement(RequirementId id) const;
  /// Linear in the agent's and session's own exclusions.
  [[nodiscard]] WhyNot why_not(SessionHandle session, AgentHandle agent) const;
  /// Linear in the customer's contacts. Nothing of one who is unknown.
  [[nodiscard]] CustomerView customer(std::uint64_t customer, GroupId group) const;
  /// What is remembered, by place from 0 on, the oldest first; none beyond the end or where a
  /// customer was forgotten. Constant time.
  [[nodiscard]] std::optional<Contact> contact(std::size_t place) const;
  /// Places of `contact`.
  [[nodiscard]] std::size_t contacts() const;
  [[nodiscard]] Counts counts() const;
  /// Of all that later decisions depend on, the same on every platform. Linear in the state.
  [[nodiscard]] std::uint64_t state_hash() const;
  /// The first broken invariant in words, empty if all hold. Linear in the state; a build
  /// with ACD_CHECK_INVARIANTS asks after every command.
  [[nodiscard]] std::string_view broken_invariant() const;

 private:
  class ACD_NO_EXPORT Engine;
  std::unique_ptr<Engine> engine_;
  UnreadEvents* unread_;  // in the engine
};

}  // namespace v1
}  // namespace acd
