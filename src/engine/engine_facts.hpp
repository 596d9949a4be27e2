// Every question about the router's inside: nothing here changes anything.
//
// docs/guide/router.md says what is eligible, matchable, full, open; each is one method here.
#pragma once

#include <cassert>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "acd/engine/router.hpp"
#include "engine/judgements.hpp"
#include "engine/state.hpp"
#include "util/hash.hpp"

namespace acd {
inline namespace v1 {

class EngineFacts : protected EngineState {
 public:
  // memory.cpp: what is remembered of customers
  void expect(std::uint64_t customer) const {
    if (memory_.is_kept()) memory_.prefetch(customer);
  }
  [[nodiscard]] CustomerView customer(std::uint64_t customer, GroupId group) const;
  [[nodiscard]] std::optional<Contact> contact(std::size_t place) const;
  [[nodiscard]] std::size_t contacts() const { return memory_.size(); }

  // apply.cpp
  [[nodiscard]] Instant next_deadline() const;
  [[nodiscard]] Instant now() const { return now_; }

  // questions.cpp, hash.cpp, invariants.cpp
  [[nodiscard]] const PlanTables& plan() const { return plan_; }
  [[nodiscard]] std::optional<SessionView> view(SessionHandle session) const;
  [[nodiscard]] std::optional<AgentView> view(AgentHandle agent) const;
  [[nodiscard]] std::optional<PlanView> view(TimePlanId plan) const;
  [[nodiscard]] std::optional<SurgeView> view(SurgeId surge) const;
  [[nodiscard]] std::optional<std::uint32_t> position(SessionHandle session) const;
  [[nodiscard]] std::optional<Duration> expected_wait(GroupId group, Priority priority) const;
  [[nodiscard]] std::optional<std::uint32_t> level_of_service(GroupId group) const;
  [[nodiscard]] std::optional<Instant> longest_waiting_since(GroupId group) const;
  [[nodiscard]] StaffView staff(GroupId group) const;
  [[nodiscard]] std::optional<Why> why(SessionHandle session) const;
  [[nodiscard]] const Timetable& timetable(TimePlanId plan) const {
    return plans_[plan.index()].hours;
  }
  [[nodiscard]] bool is_open(GroupId group) const {
    return group.index() < groups_.size() && groups_[group.index()].is_open;
  }
  [[nodiscard]] std::uint32_t waiting(GroupId group) const;
  [[nodiscard]] const Requirement* requirement(RequirementId id) const;
  [[nodiscard]] WhyNot why_not(SessionHandle session, AgentHandle agent) const;
  [[nodiscard]] Counts counts() const;
  [[nodiscard]] std::uint64_t state_hash() const;
  [[nodiscard]] std::string_view broken_invariant() const;

  /// Of the latest admitted arrival.
  [[nodiscard]] SessionHandle latest_session() const {
    return {latest_session_, sessions_[latest_session_].latest_generation()};
  }

 protected:
  using EngineState::EngineState;

  // memory.cpp
  [[nodiscard]] bool lies_within(Duration span, Instant at) const;
  [[nodiscard]] const Acquaintance* acquaintance(std::uint64_t customer) const;
  template <class Visit>
  void for_each_contact(const Acquaintance& known, const Visit& visit) const;
  template <class Visit>
  void for_each_familiar(const Acquaintance& known, GroupId group, const StrategyTables& strategy,
                         const Visit& visit) const;
  [[nodiscard]] Slot owner_in_window(const Acquaintance* known, GroupId group,
                                     Duration window) const;
  [[nodiscard]] Slot earlier_owner(const Acquaintance& known, GroupId group, Duration window) const;
  [[nodiscard]] Slot most_frequent_of_many(const Acquaintance& known, GroupId group,
                                           const StrategyTables& strategy) const;
  [[nodiscard]] Slot last_agent(const Acquaintance* known, GroupId group,
                                const StrategyTables& strategy) const;
  [[nodiscard]] Slot most_frequent(const Acquaintance* known, GroupId group,
                                   const StrategyTables& strategy) const;

  // affinity.cpp
  [[nodiscard]] NamedAgents named_by(const SessionRecord& session, const StrategyTables& strategy,
                                     const Acquaintance* known) const;
  [[nodiscard]] Slot sole_agent(const SessionRecord& session, const StrategyTables& strategy,
                                const Acquaintance* known) const;
  static constexpr Slot several = nil - 1;
  [[nodiscard]] Slot find_at_once(const SessionRecord& session) const;
  [[nodiscard]] Slot find_known_at_once(const SessionRecord& session) const;
  template <class NameOne>
  [[nodiscard]] Slot first_at_once(const SessionRecord& session, const NameOne& name_one) const;
  [[nodiscard]] Slot sole_given(const SessionRecord& session) const;
  [[nodiscard]] Slot free_seat(const SessionRecord& session, Slot agent) const;
  [[nodiscard]] Slot seat_in_group(const SessionRecord& session, Slot agent) const;
  [[nodiscard]] bool could_take(const SessionRecord& session, Slot seat, std::uint32_t rings) const;
  [[nodiscard]] bool is_awaited(const SessionRecord& session, Slot seat, HoldFor hold_for) const;
  [[nodiscard]] bool hold_lasts(const SessionRecord& session, const StrategyTables& strategy,
                                Duration waited) const;
  [[nodiscard]] bool is_held_for(const SessionRecord& session, Slot agent) const;
  [[nodiscard]] Slot hold_list_of_team(Slot agent) const;
  [[nodiscard]] bool has_held(Slot agent) const;
  template <class Visit>
  void for_each_held(Slot agent, const Visit& visit) const;
  [[nodiscard]] Pair choose_with_held(const AgentRecord& agent, std::uint32_t room) const;
  [[nodiscard]] Pair choose_in_group(const AgentRecord& agent, std::uint32_t room,
                                     Slot first) const;
  [[nodiscard]] Pair first_with_held(Pair best, const AgentRecord& agent, std::uint32_t room,
                                     GroupId group, HoldPlace place) const;
  [[nodiscard]] Slot held_seat(const SessionRecord& session, const AgentRecord& agent,
                               std::uint32_t room) const;

  // apply.cpp: control flow
  [[nodiscard]] bool is_plain_instant(Instant now) const;
  [[nodiscard]] util::Timers::Name timer_name(TimerKind kind, Slot slot) const;

  // settle.cpp: what was touched
  [[nodiscard]] Cause has_to_go(const SessionRecord& session) const;

  // arrivals.cpp
  static void tell_arrived(Event& event, const EventHead& head, const SessionRecord& session,
                           const Command& command, Instant now);
  [[nodiscard]] Status check_channel(const GroupRecord& group, ChannelId channel) const;
  [[nodiscard]] Status check_details(const Command& command) const;
  [[nodiscard]] Status check_excluded(const Command& command) const;
  /// Of those who name one at least.
  [[nodiscard]] Status check_customer(const Command& command) const;
  [[nodiscard]] Status check_preferred(const ScoredAgents& preferred) const;
  [[nodiscard]] Status check_each_preferred(const ScoredAgents& preferred) const;
  [[nodiscard]] bool is_anyone_eligible(const Command& command, Slot first_class) const;
  [[nodiscard]] Status check_attribute(AttributeId attribute, std::int64_t value) const;
  [[nodiscard]] static bool is_full(const GroupRecord& group);

  // entry.cpp: a session's way from its door
  /// It is scheduled in a group that was closed when its instant came.
  [[nodiscard]] bool awaits_opening(const SessionRecord& session) const;
  [[nodiscard]] bool is_scheduled(const Command& command) const;
  [[nodiscard]] bool has_room_with_bot(const SessionRecord& session, BotId bot) const;

  // conditions.cpp
  [[nodiscard]] bool holds_attribute(const Test& test, const SessionRecord& session) const;
  /// 0 if unknown.
  [[nodiscard]] static std::uint64_t customer_known(const SessionRecord& session) {
    return session.detailed ? session.customer : 0;
  }
  [[nodiscard]] std::uint64_t customer_of(const SessionRecord& session) const;
  [[nodiscard]] GroupId named_by_host(const SessionRecord& session) const;
  [[nodiscard]] bool is_exhausted(const SessionRecord& session) const;
  [[nodiscard]] std::int64_t load_percent(Slot agent) const;
  [[nodiscard]] std::int64_t session_value(TestKind kind, const Asked& asked) const;
  [[nodiscard]] std::int64_t group_value(TestKind kind, GroupId group, const Asked& asked) const;
  [[nodiscard]] std::int64_t position(const SessionRecord& session) const;
  [[nodiscard]] StaffView staff_of(GroupId group) const;

  // stays.cpp: thresholds reached, and other groups in which a session waits
  [[nodiscard]] Instant oldest_joined(GroupId group) const;
  [[nodiscard]] bool waits_in(const SessionRecord& session, GroupId group) const;

  // overflow.cpp: which rule acts on a session
  [[nodiscard]] std::uint32_t candidates_for(const SessionRecord& session) const;
  [[nodiscard]] std::uint8_t instants_of(const OverflowRule& rule,
                                         const SessionRecord& session) const;
  [[nodiscard]] bool may_act(const SessionRecord& session, std::size_t rule) const;
  [[nodiscard]] Priority raised(const SessionRecord& session, const OverflowRule& rule) const;

  // destinations.cpp: where it sends one
  [[nodiscard]] bool may_be_moved(const SessionRecord& session) const;
  [[nodiscard]] bool is_group_in_question(const Asked& asked, GroupId group) const;
  [[nodiscard]] bool is_full_for(const Asked& asked, GroupId group, Slot first_class) const;

  // tickets.cpp: due times, callbacks
  [[nodiscard]] Instant due_of(const SessionRecord& session, const TicketRule& rule) const;
  [[nodiscard]] Instant retry_instant(const CallbackRule& rule) const;
  [[nodiscard]] bool is_open_at(TimePlanId plan, Instant at) const;

  // surges.cpp: rounds after settling
  [[nodiscard]] bool is_dwelling(std::size_t surge) const;
  [[nodiscard]] bool has_reserve(Slot agent, SurgeId surge) const;
  [[nodiscard]] CapacityRuleId swapped(CapacityRuleId capacity) const;
  [[nodiscard]] Duration scaled(Duration wrap_up, GroupId group) const;
  [[nodiscard]] Instant wake_up_of(std::size_t surge) const;
  [[nodiscard]] Instant next_change(const Test& test) const;
  [[nodiscard]] bool is_in_force(Slot membership) const;
  [[nodiscard]] bool is_missed(Slot agent, GroupId group) const;
  /// True if he stays free for another group's sessions than those of this one.
  [[nodiscard]] bool is_kept_free(Slot agent, GroupId group) const {
    return plan_.overflow.keeps_free && is_missed(agent, group);
  }

  // breaks.cpp
  [[nodiscard]] bool is_among(const BreakRule& rule, Slot agent) const;
  [[nodiscard]] bool has_bounds_for(const BreakRule& rule, Slot agent) const;
  [[nodiscard]] BreakSays ask_break_rules(Slot agent, ReasonId reason, Approval approval) const;

  // forecast.cpp
  [[nodiscard]] Expectation forecast(GroupId group, Priority priority) const;
  [[nodiscard]] std::int64_t expected_wait_asked(GroupId group, Priority priority) const;
  [[nodiscard]] std::int64_t service_level(GroupId group) const;
  [[nodiscard]] Served served_in_window(GroupId group, Instant at) const;
  void hash_forecast(util::HashMixer& mixer, GroupId group) const;
  [[nodiscard]] Instant service_level_changes(GroupId group) const;

  // plans.cpp: what opens and closes by itself, and by switches
  [[nodiscard]] Openness timetable_says(const PlanState& plan) const;
  [[nodiscard]] bool is_open(TimePlanId plan) const {
    return plan.is_none() || plans_[plan.index()].is_open;
  }
  /// Its group is closed and ends those who wait.
  [[nodiscard]] bool closes_out(const SessionRecord& session) const;
  [[nodiscard]] bool is_outside_shift(Slot agent) const;
  [[nodiscard]] bool knows_plans(const TimePlanIds& plans) const;

  // sessions.cpp
  [[nodiscard]] Status check_waiting(Slot session) const;
  [[nodiscard]] Status check_idle(Slot session) const;
  [[nodiscard]] bool is_current(SessionHandle session) const;
  [[nodiscard]] bool is_served(SessionHandle session) const;
  /// Nothing is asked of the end of its service, once it is served.
  [[nodiscard]] bool may_end_plainly(const SessionRecord& session) const;
  [[nodiscard]] bool is_current(OfferToken offer) const;
  [[nodiscard]] Status check_session(SessionHandle session) const;
  [[nodiscard]] Status check_agent(AgentHandle agent) const;
  [[nodiscard]] Status check_offer(OfferToken offer) const;

  // waiting.cpp: a session's place in the order of waiting
  [[nodiscard]] bool is_matchable(const SessionRecord& session) const;
  [[nodiscard]] util::Key session_key(const SessionRecord& session, GroupId group) const;
  [[nodiscard]] SessionFacts session_facts(const SessionRecord& session, GroupId group) const;
  [[nodiscard]] util::Key composed_key(const SessionRecord& session, GroupId group) const;
  /// Rings of the group that a session has reached which waited so long.
  [[nodiscard]] std::uint32_t open_rings(GroupId group, Duration waited) const;

  // seats.cpp: an agent's room, readiness and keys
  [[nodiscard]] util::Key ready_key(Slot seat) const;
  [[nodiscard]] util::Key seat_key(const AgentRecord& agent, const Seat& seat) const;
  [[nodiscard]] config::AgentKeyFacts agent_facts(const AgentRecord& agent, GroupId group,
                                                  Slot membership) const;
  [[nodiscard]] std::uint32_t room_of(const AgentRecord& agent) const;
  [[nodiscard]] std::uint32_t counted_room(Slot agent) const;
  [[nodiscard]] std::uint32_t interrupted_units(Slot agent, std::uint32_t channels) const;
  [[nodiscard]] bool has_room(Slot agent, ChannelId channel) const;

  [[nodiscard]] bool is_plain_member(const AgentRecord& agent) const;

  // matching.cpp
  [[nodiscard]] bool sees_waiting(const AgentRecord& agent) const;
  [[nodiscard]] Slot choose_in_rings(const SessionRecord& session, Slot first_class,
                                     std::uint32_t rings) const;
  [[nodiscard]] std::uint32_t weight_of(Slot seat) const;
  [[nodiscard]] Slot next_in_turn(std::span<const Slot> seats, Slot turn) const;
  [[nodiscard]] Slot longest_weighted_ready(std::span<const Slot> seats) const;
  /// The group for which the seat's agent would be offered the session.
  [[nodiscard]] GroupId group_for(const SessionRecord& session, Slot seat) const;
  [[nodiscard]] Pair choose_session(const AgentRecord& agent, std::uint32_t room) const;
  [[nodiscard]] Place place_of(Slot seat) const {
    return {ready_.note(seat).agent, counts_shares_ ? seats_[seat].place.membership : nil};
  }
  [[nodiscard]] Slot best_waiting(Slot cls, Slot agent) const;
  [[nodiscard]] Pair first_of(Pair a, Pair b) const;
  [[nodiscard]] bool is_before(Pair a, Pair b) const;
  template <class IsBarred>
  [[nodiscard]] bool is_anyone_eligible(GroupId group, Slot first_class, Duration waited,
                                        const IsBarred& is_barred) const;
  [[nodiscard]] config::WorkFacts work_facts(const SessionRecord& session, Slot membership) const;
  [[nodiscard]] std::int64_t share_deficit(Slot membership) const;

  // bars.cpp
  [[nodiscard]] static bool may_bar(const SessionRecord& session) {
    return session.first_bar != nil || session.first_offer != nil;
  }
  [[nodiscard]] bool is_barred(const SessionRecord& session, Slot agent) const {
    return may_bar(session) && is_barred_among(slot_of(session), agent);
  }
  [[nodiscard]] bool is_barred_among(Slot session, Slot agent) const;
  [[nodiscard]] Slot find_bar(Slot session, Slot agent) const;
  [[nodiscard]] bool has_unresolved_offer(Slot session, Slot agent) const;

  // offers.cpp
  [[nodiscard]] GroupId group_of_pick(Slot agent, const SessionRecord& session) const;
  [[nodiscard]] Status check_pick(Slot agent, Slot session) const;

  // agents.cpp
  [[nodiscard]] Slot membership_in(Slot agent, GroupId group) const;

  // questions.cpp, hash.cpp, invariants.cpp
  [[nodiscard]] WhyNot why_not_matched(Slot session, Slot agent) const;
  [[nodiscard]] WhyNot why_not_in(const SessionRecord& session, Slot agent, Slot membership,
                                  std::uint32_t rings) const;
  [[nodiscard]] bool meets_requirements(const SessionRecord& session, Slot agent,
                                        GroupId group) const;
  void hash_session(util::HashMixer& mixer, Slot session) const;
  void hash_preference(util::HashMixer& mixer, Slot session) const;
  void hash_memory(util::HashMixer& mixer) const;
  void hash_way(util::HashMixer& mixer, Slot session) const;
  void hash_stay(util::HashMixer& mixer, Slot session) const;
  void hash_surges(util::HashMixer& mixer) const;
  void hash_plans(util::HashMixer& mixer) const;
  void hash_agent(util::HashMixer& mixer, Slot agent) const;
  void hash_offer(util::HashMixer& mixer, Slot offer) const;
  [[nodiscard]] std::string_view broken_session(Slot session) const;
  [[nodiscard]] std::string_view broken_agent(Slot agent) const;
  [[nodiscard]] std::string_view broken_seats(Slot agent) const;
  [[nodiscard]] std::string_view broken_ready_lists() const;
  [[nodiscard]] std::string_view broken_stays(GroupId group) const;
  [[nodiscard]] bool is_joined(const Seat& seat) const;
  [[nodiscard]] std::string_view broken_group(GroupId group) const;
  [[nodiscard]] std::string_view broken_holds() const;
  [[nodiscard]] std::string_view broken_conservation() const;
};

}  // namespace v1
}  // namespace acd
