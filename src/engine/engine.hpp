// The router's inside: one method per rule of docs/guide/router.md.
//
// Control flow is in apply.cpp; each other file holds one concern. Facts change first,
// then the event is emitted, then sessions and agents are touched; settling matches them.
#pragma once

#include <cassert>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "acd/engine/router.hpp"
#include "engine/judgements.hpp"
#include "engine/state.hpp"
#include "util/hash.hpp"

namespace acd {
inline namespace v1 {

class Router::Engine : EngineState {
 public:
  using EngineState::agent_handle;
  explicit Engine(CompiledPlan plan);

  /// Its enumerators, whether they count for its kind or not.
  [[nodiscard]] static bool has_known_words(const Command& c) {
    return c.seniority <= Seniority::fresh && c.effect <= LayerEffect::closes;
  }

  // apply.cpp
  Status apply(const Command& command, Instant now);
  Status arrive(const Command& command, Instant now);
  Status complete(SessionHandle session, Instant now);
  Status cancel(SessionHandle session, Instant now);
  Status accept(OfferToken offer, Instant now);
  Status advance(Instant now);
  [[nodiscard]] Instant next_deadline() const;
  [[nodiscard]] Instant now() const { return now_; }
  [[nodiscard]] std::span<const Event> drain_events() { return events_.drain(); }

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
  [[nodiscard]] SessionHandle latest_session() const { return latest_session_; }

 private:
  // apply.cpp: control flow
  template <class Act>
  Status run(Instant now, const Act& act);
  Status catch_up(Instant now);
  template <class Act>
  Status on_session(SessionHandle session, const Act& act);
  template <class Act>
  Status on_offer(OfferToken offer, const Act& act);
  Status act(const Command& command, Instant now);
  Status dispatch(const Command& command);
  Status dispatch_session(const Command& command);
  Status dispatch_offer(const Command& command);
  Status dispatch_agent(const Command& command);
  void fire_due(Instant now);
  void fire(TimerKind kind, Slot slot);
  void touch_session(Slot session);
  void touch_agent(Slot agent);
  /// His seats are out of date, though nothing looks for work for him.
  void change_agent(Slot agent);
  void set_timer(TimerKind kind, Slot slot, Instant deadline);
  void clear_timer(TimerKind kind, Slot slot);
  [[nodiscard]] util::Timers::Name timer_name(TimerKind kind, Slot slot) const;

  // settle.cpp: what was touched
  void settle();
  void settle_touched();
  void settle_session(SessionRecord& session);
  void settle_asking(SessionRecord& session);
  [[nodiscard]] Cause has_to_go(const SessionRecord& session) const;
  void give_up(SessionRecord& session, Cause cause);
  void settle_agent(AgentRecord& agent);

  // emit.cpp
  Event& emit(EventKind kind, Cause cause);
  Event& emit_session(EventKind kind, Cause cause, const SessionRecord& session);
  Event& emit_offer(EventKind kind, Cause cause, const OfferRecord& offer);
  Event& emit_agent(EventKind kind, Cause cause, Slot agent);

  // arrivals.cpp
  Status arrive(const Command& command);
  void place(SessionRecord& session, GroupRecord& group);
  void place_by_rules(SessionRecord& session, GroupRecord& group);
  [[nodiscard]] Status check_channel(const GroupRecord& group, ChannelId channel) const;
  [[nodiscard]] static bool asks_details(const Command& command);
  [[nodiscard]] Status check_details(const Command& command) const;
  [[nodiscard]] Status check_excluded(const Command& command) const;
  [[nodiscard]] bool is_anyone_eligible(const Command& command, Slot first_class) const;
  [[nodiscard]] Status check_attribute(AttributeId attribute, std::int64_t value) const;
  [[nodiscard]] static bool is_full(const GroupRecord& group);
  SessionRecord& open_session(const Command& command, ChannelId channel, Slot first_class);
  void add_details(SessionRecord& session, const Command& command);
  void forget_details(SessionRecord& session);
  void end_session(SessionRecord& session, Cause cause, const OfferRecord* service);

  // entry.cpp: a session's way from its door
  Status enter(const Command& command);
  void open_way(SessionRecord& session, const Command& command);
  void close_way(SessionRecord& session);
  void schedule(SessionRecord& session, Instant begin);
  void begin(SessionRecord& session);
  /// It is scheduled in a group that was closed when its instant came.
  [[nodiscard]] bool awaits_opening(const SessionRecord& session) const;
  [[nodiscard]] bool is_scheduled(const Command& command) const;
  [[nodiscard]] WayRecord& way_of(const SessionRecord& session) { return ways_[slot_of(session)]; }
  void begin_way(SessionRecord& session);
  void step(SessionRecord& session, Cause cause, std::size_t line);
  [[nodiscard]] bool ask_rules(SessionRecord& session, std::size_t from_rule);
  void hear(SessionRecord& session, const EntrySlot& said);
  [[nodiscard]] bool try_target(SessionRecord& session, const Target& target);
  [[nodiscard]] bool try_group(SessionRecord& session, GroupId group);
  [[nodiscard]] bool try_bot(SessionRecord& session, BotId bot);
  [[nodiscard]] bool has_room_with_bot(const SessionRecord& session, BotId bot) const;
  [[nodiscard]] bool ask_return(SessionRecord& session);
  void travel(SessionRecord& session);
  void announce_queued(const SessionRecord& session);
  [[nodiscard]] bool try_node(SessionRecord& session, MenuNodeId node);
  void leave_bot(SessionRecord& session);
  void queue(SessionRecord& session);
  Status choose(SessionRecord& session, std::int64_t key);
  Status hand_over(SessionRecord& session, GroupId group);
  Status complete_with_bot(SessionRecord& session);

  // conditions.cpp
  [[nodiscard]] bool holds(const Condition& condition, const Asked& asked);
  [[nodiscard]] bool holds(const Test& test, const Asked& asked);
  [[nodiscard]] bool holds_attribute(const Test& test, const SessionRecord& session) const;
  [[nodiscard]] std::uint64_t customer_of(const SessionRecord& session) const;
  [[nodiscard]] GroupId named_by_host(const SessionRecord& session) const;
  [[nodiscard]] bool is_exhausted(const SessionRecord& session) const;
  [[nodiscard]] std::int64_t session_value(TestKind kind, const Asked& asked) const;
  [[nodiscard]] std::int64_t group_value(TestKind kind, GroupId group, const Asked& asked) const;
  [[nodiscard]] std::int64_t position(const SessionRecord& session) const;
  [[nodiscard]] StaffView staff_of(GroupId group) const;
  [[nodiscard]] bool is_anyone_eligible(const Asked& asked);

  // stays.cpp: thresholds reached, and other groups in which a session waits
  void join(SessionRecord& session);
  void append_stay(Slot session, GroupId group);
  void unlink_stay(Slot session, GroupId group);
  void leave_stay(SessionRecord& session);
  void set_threshold(GroupId group, std::size_t reached);
  void reach_threshold(Slot threshold);
  [[nodiscard]] Instant oldest_joined(GroupId group) const;
  void touch_by_joining(GroupId group);
  void wait_also(SessionRecord& session, GroupId group, Slot first_class);
  void stop_waiting_also(GroupId group);
  void forget_also(SessionRecord& session, GroupId group);
  [[nodiscard]] bool waits_in(const SessionRecord& session, GroupId group) const;

  // overflow.cpp: which rule acts on a session
  [[nodiscard]] Outcome ask_overflow(SessionRecord& session);
  [[nodiscard]] bool come(SessionRecord& session, GroupId group);
  [[nodiscard]] std::uint32_t candidates_for(const SessionRecord& session) const;
  [[nodiscard]] std::uint8_t instants_of(const OverflowRule& rule,
                                         const SessionRecord& session) const;
  [[nodiscard]] bool may_act(const SessionRecord& session, std::size_t rule) const;
  [[nodiscard]] Priority raised(const SessionRecord& session, const OverflowRule& rule) const;
  [[nodiscard]] RequirementId relaxed(const SessionRecord& session, const OverflowRule& rule);
  [[nodiscard]] bool has_classes(const SessionRecord& session, RequirementId requirement);
  [[nodiscard]] bool changes(const SessionRecord& session, const OverflowRule& rule,
                             RequirementId requirement);
  [[nodiscard]] bool may_join(const SessionRecord& session, GroupId group);
  void act(SessionRecord& session, GroupId group, std::size_t rule, RequirementId requirement);
  void note_overflow(SessionRecord& session, GroupId group, Cause cause, int rule);
  void ask_for(SessionRecord& session, RequirementId requirement);
  void take_classes(SessionRecord& session);
  void join_others(SessionRecord& session, const OverflowRule& rule);

  // destinations.cpp: where it sends one
  [[nodiscard]] Destination choose_destination(const Asked& asked, const OverflowRule& rule,
                                               RequirementId requirement);
  [[nodiscard]] Destination find_place(const Asked& asked, const Target& target,
                                       RequirementId requirement);
  [[nodiscard]] Destination find_first_to_open(const Asked& asked, const OverflowRule& rule,
                                               RequirementId requirement);
  [[nodiscard]] bool may_be_moved(const SessionRecord& session) const;
  [[nodiscard]] bool is_group_in_question(const Asked& asked, GroupId group) const;
  [[nodiscard]] bool is_full_for(const Asked& asked, GroupId group, Slot first_class) const;
  [[nodiscard]] bool is_overflowing(const Asked& asked, GroupId group, RequirementId asks);
  void take(const Asked& asked, const Destination& to);
  void wait_in(SessionRecord& session, GroupId group, Slot first_class);
  void wait_for_opening(SessionRecord& session, GroupId group, Slot first_class, Cause cause);
  void announce_scheduled(const SessionRecord& session, Cause cause, Instant until);

  // tickets.cpp: due times, callbacks
  void apply_ticket_rule(SessionRecord& session);
  [[nodiscard]] Instant due_of(const SessionRecord& session, const TicketRule& rule) const;
  void set_ticket_timer(Slot session);
  void watch_ticket(Slot session);
  [[nodiscard]] bool escalate(SessionRecord& session);
  [[nodiscard]] std::optional<Desk> find_desk(const Target& target, RequirementId requirement);
  [[nodiscard]] bool try_desk(SessionRecord& session, const Target& target);
  void change_channel(SessionRecord& session, ChannelId channel);
  Status postpone(SessionRecord& session, Instant not_before);
  void put_off(SessionRecord& session, Cause cause, Instant until);
  Status call_back(SessionRecord& session, Instant not_before);
  Status not_reached(SessionRecord& session);
  [[nodiscard]] Instant retry_instant(const CallbackRule& rule) const;
  [[nodiscard]] bool is_open_at(TimePlanId plan, Instant at) const;

  // surges.cpp: rounds after settling
  [[nodiscard]] bool make_round();
  [[nodiscard]] bool is_dwelling(std::size_t surge) const;
  [[nodiscard]] bool follow_conditions(std::size_t surge);
  void change_surge(std::size_t surge, SurgeStep step, Cause cause, Instant until);
  [[nodiscard]] bool has_reserve(Slot agent, SurgeId surge) const;
  [[nodiscard]] CapacityRuleId swapped(CapacityRuleId capacity) const;
  bool swap_capacity(Slot agent);
  [[nodiscard]] Duration scaled(Duration wrap_up, GroupId group) const;
  void wake_by_leaves();
  [[nodiscard]] Instant wake_up_of(std::size_t surge) const;
  [[nodiscard]] Instant next_change(const Test& test) const;
  void set_wake_up(std::size_t surge);
  Status hold_surge(const Command& command);
  Status release_surge(SurgeId surge);
  void end_hold(Slot surge);
  [[nodiscard]] bool is_in_force(Slot membership) const;

  // breaks.cpp
  [[nodiscard]] bool is_among(const BreakRule& rule, Slot agent) const;
  [[nodiscard]] bool has_bounds_for(const BreakRule& rule, Slot agent) const;
  [[nodiscard]] BreakSays ask_break_rules(Slot agent, ReasonId reason, Approval approval) const;
  [[nodiscard]] Status ask_for_break(Slot agent, ReasonId reason, BreakSays& says);
  void forget_break(Slot agent);
  [[nodiscard]] bool grant_breaks();
  Status approve_break(Slot agent);
  Status deny_break(Slot agent);

  // forecast.cpp
  [[nodiscard]] Expectation forecast(GroupId group, Priority priority) const;
  [[nodiscard]] std::int64_t expected_wait_asked(GroupId group, Priority priority) const;
  [[nodiscard]] std::int64_t service_level(GroupId group) const;
  void pass_time(GroupId group);
  void enter_line(const SessionRecord& session);
  void leave_line(const SessionRecord& session);
  void count_answer(const SessionRecord& session);
  void count_loss(const SessionRecord& session, Cause cause);
  void count_handling(const OfferRecord& offer, GroupId group);
  void count_ready(Slot agent);
  [[nodiscard]] Served served_in_window(GroupId group, Instant at) const;
  void count_service(GroupId group, Timeliness timeliness);
  void hash_forecast(util::HashMixer& mixer, GroupId group) const;
  [[nodiscard]] Instant service_level_changes(GroupId group) const;

  // plans.cpp: what opens and closes by itself, and by switches
  void start(Instant now);
  void close_all_groups();
  [[nodiscard]] Openness timetable_says(const PlanState& plan) const;
  void set_next_change(std::size_t plan);
  void set_timetables_end();
  void end_timetables();
  void change_plan(std::size_t plan);
  void follow_timetable(std::size_t plan, Cause cause);
  void set_openness(std::size_t plan, Openness openness, Cause cause, Instant until);
  void set_openness(GroupId group, Openness openness);
  void queue_come(GroupId group);
  void touch_waiting(GroupId group);
  void follow_shift(Slot agent, Openness openness);
  [[nodiscard]] bool is_open(TimePlanId plan) const {
    return plan.is_none() || plans_[plan.index()].is_open;
  }
  /// Its group is closed and ends those who wait.
  [[nodiscard]] bool closes_out(const SessionRecord& session) const;
  [[nodiscard]] bool is_outside_shift(Slot agent) const;
  [[nodiscard]] bool knows_plans(const TimePlanIds& plans) const;
  template <class Act>
  Status for_plans(const TimePlanIds& plans, const Act& act);
  Status switch_plans(const Command& command);
  Status end_switches(const Command& command);
  void end_switch(std::size_t plan);
  Status add_transition(const Command& command);
  Status extend_timetables(Instant until);

  // sessions.cpp
  Status cancel(SessionRecord& session);
  Status complete(SessionHandle session);
  Status requeue(Slot session, const Command& command);
  Status reprioritise(Slot session, Priority priority);
  void change_priority(SessionRecord& session, Priority priority);
  Status require(Slot session, RequirementId requirement);
  Status move(Slot session, GroupId group);
  Status set_attribute(Slot session, AttributeId attribute, std::int64_t value);
  Status exclude(Slot session, AgentHandle agent);
  Status confirm(Slot session);
  Status reconcile(Instant since);
  void lose_session(Slot session);
  void return_to_waiting(Slot session, Cause cause);
  [[nodiscard]] Status check_waiting(Slot session) const;
  [[nodiscard]] Status check_idle(Slot session) const;
  [[nodiscard]] bool is_current(SessionHandle session) const;
  [[nodiscard]] bool is_served(SessionHandle session) const;
  [[nodiscard]] bool is_current(OfferToken offer) const;
  [[nodiscard]] Status check_session(SessionHandle session) const;
  [[nodiscard]] Status check_agent(AgentHandle agent) const;
  [[nodiscard]] Status check_offer(OfferToken offer) const;

  // waiting.cpp: a session's place in the order of waiting
  void begin_waiting(SessionRecord& session, GroupRecord& group);
  void begin_timed_waiting(SessionRecord& session);
  void stop_waiting(SessionRecord& session);
  void enter_indices(SessionRecord& session);
  void leave_indices(SessionRecord& session);
  void rekey_session(SessionRecord& session);
  void open_ring(Slot session);
  void pass_max_wait(Slot session);
  void set_delay_timer(Slot session);
  [[nodiscard]] bool is_matchable(const SessionRecord& session) const;
  [[nodiscard]] util::Key session_key(const SessionRecord& session, GroupId group) const;
  [[nodiscard]] util::Key composed_key(const SessionRecord& session, GroupId group) const;
  void enter_also(const SessionRecord& session);
  void leave_also(const SessionRecord& session);
  /// Rings of the group that a session has reached which waited so long.
  [[nodiscard]] std::uint32_t open_rings(GroupId group, Duration waited) const;

  // classes.cpp: eligibility classes and the agents' seats in them
  Status find_class(GroupId group, ChannelId channel, RequirementId requirement, Slot& first);
  [[nodiscard]] Slot class_for(GroupId group, ChannelId channel, RequirementId requirement);
  void make_base_classes();
  void append_class(GroupId group, ChannelId channel, RequirementId requirement);
  void use_class(Slot first);
  void rebuild_seats();
  Status define_requirement(const Requirement& expression);

  // seats.cpp: an agent's room, readiness and keys
  void refresh_agent(AgentRecord& agent);
  void refresh_changed_agents();
  void refresh_seats(AgentRecord& agent, std::uint32_t room);
  void join_seats(AgentRecord& agent);
  void leave_seats(AgentRecord& agent);
  void recognise_uniform(AgentRecord& agent);
  [[nodiscard]] util::Key ready_key(Slot seat) const;
  [[nodiscard]] util::Key seat_key(const AgentRecord& agent, const Seat& seat) const;
  [[nodiscard]] config::AgentKeyFacts agent_facts(const AgentRecord& agent, GroupId group,
                                                  Slot membership) const;
  [[nodiscard]] std::uint32_t room_of(const AgentRecord& agent) const;
  [[nodiscard]] std::uint32_t counted_room(Slot agent) const;
  [[nodiscard]] std::uint32_t interrupted_units(Slot agent, std::uint32_t channels) const;
  [[nodiscard]] bool has_room(Slot agent, ChannelId channel) const;
  void charge(AgentRecord& agent, const OfferRecord& offer, OfferState state);
  void release(AgentRecord& agent, const OfferRecord& offer, OfferState state);
  void charge_channel(AgentRecord& agent, const OfferRecord& offer, OfferState state);
  void release_channel(AgentRecord& agent, const OfferRecord& offer, OfferState state);
  void take_capacity(Slot agent);
  void recount_loads(Slot agent);
  void recount_units(Slot agent);

  // matching.cpp
  void match_session(SessionRecord& session);
  void match_agent(AgentRecord& agent);
  [[nodiscard]] bool sees_waiting(const AgentRecord& agent) const;
  bool serve_next(AgentRecord& agent);
  [[nodiscard]] Slot choose_agent(const SessionRecord& session);
  [[nodiscard]] Slot choose_also(const SessionRecord& session);
  [[nodiscard]] Slot choose_in_rings(const SessionRecord& session, Slot first_class,
                                     std::uint32_t rings) const;
  [[nodiscard]] Slot choose_at_random(const SessionRecord& session, Slot first_class,
                                      std::uint32_t rings);
  /// The group for which the seat's agent would be offered the session.
  [[nodiscard]] GroupId group_for(const SessionRecord& session, Slot seat) const;
  [[nodiscard]] Slot draw(std::vector<Slot>& seats, const config::AgentKeyPlan& keys);
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
  void forget_bars(SessionRecord& session);
  [[nodiscard]] static bool may_bar(const SessionRecord& session) {
    return session.first_bar != nil || session.first_offer != nil;
  }
  [[nodiscard]] bool is_barred(const SessionRecord& session, Slot agent) const {
    return may_bar(session) && is_barred_among(slot_of(session), agent);
  }
  [[nodiscard]] bool is_barred_among(Slot session, Slot agent) const;
  [[nodiscard]] Slot find_bar(Slot session, Slot agent) const;
  [[nodiscard]] bool has_unresolved_offer(Slot session, Slot agent) const;
  void add_penalty(Slot session, const OfferRecord& offer);
  [[nodiscard]] Status add_exclusion(Slot session, Slot agent);
  bool make_room_for_bar(Slot session);
  void append_bar(Slot session, Slot agent, Instant until);
  void remove_bar(Slot bar);
  void end_penalty(Slot bar);

  // offers.cpp
  void make_offer(SessionRecord& session, const Place& place, GroupId group);
  void serve(SessionRecord& session, const Place& place, GroupId group, Cause cause);
  void ring(SessionRecord& session, const Place& place, GroupId group);
  void move_service(SessionRecord& session, GroupId group);
  void serve_at_once(SessionRecord& session, AgentRecord& agent, const Place& place, Cause cause);
  OfferRecord& open_offer(const SessionRecord& session, AgentRecord& agent, const Place& place,
                          OfferState state);
  void close_offer(OfferRecord& offer, AgentRecord& agent, OfferState state);
  void begin_service(SessionRecord& session, AgentRecord& agent, OfferRecord& offer, Cause cause);
  void assign(OfferRecord& offer, Cause cause);
  void withdraw_outstanding(Slot session, Cause cause);
  void withdraw_from_agent(Slot agent);
  void withdraw(Slot offer, Cause cause);
  void resolve(Slot offer, Cause cause);
  void attach(Slot offer, Slot session);
  void detach(Slot offer);
  void unlink_offer(const OfferRecord& offer, AgentRecord& agent);
  void answer_elsewhere(Slot session);
  void forget_outstanding(Slot session);
  void set_offer_state(OfferRecord& offer, OfferState state);
  Status accept(OfferRecord& offer);
  Status decline(OfferRecord& offer);
  void note_sign(SessionHandle session);
  Status confirm_withdrawn(Slot offer);
  Status pick(const Command& command);
  [[nodiscard]] GroupId group_of_pick(Slot agent, const SessionRecord& session) const;
  [[nodiscard]] Status check_pick(Slot agent, Slot session) const;
  void miss(Slot offer);

  // agents.cpp
  Status sign_in(Slot agent, Cause cause);
  Status make_ready(Slot agent, Cause cause);
  Status make_not_ready(Slot agent, ReasonId reason);
  Status drain(Slot agent, Cause cause);
  Status sign_out(Slot agent);
  Status lose_agent(Slot agent);
  void lose_offer(Slot offer);
  void enter_state(Slot agent, AgentState state, ReasonId reason, Cause cause);
  Status set_capacity(Slot agent, CapacityRuleId capacity);
  Status report_outside(Slot agent, ChannelId channel, std::uint16_t count);
  Status set_rank(const Command& command);
  [[nodiscard]] Slot membership_in(Slot agent, GroupId group) const;

  // questions.cpp, hash.cpp, invariants.cpp
  [[nodiscard]] WhyNot why_not_matched(Slot session, Slot agent) const;
  [[nodiscard]] WhyNot why_not_in(const SessionRecord& session, Slot agent, Slot membership,
                                  std::uint32_t rings) const;
  [[nodiscard]] bool meets_requirements(const SessionRecord& session, Slot agent,
                                        GroupId group) const;
  void hash_session(util::HashMixer& mixer, Slot session) const;
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
  [[nodiscard]] std::string_view broken_conservation() const;

  // service.cpp: the end of a service, and wrap-up
  void finish_service(OfferRecord& offer, AgentRecord& agent, GroupId group);
  void wrap_up(OfferRecord& offer, GroupId group, Duration duration);
  void end_service(OfferRecord& offer, AgentRecord& agent);
  void record_service(const OfferRecord& offer, AgentRecord& agent);
  void free_agent(OfferRecord& offer, AgentRecord& agent, OfferState state);
  void end_wrap_up(Slot offer, Cause cause);
  Status end_wrap_up_early(Slot offer);
  Status extend_wrap_up(Slot offer, Duration duration);
};

}  // namespace v1
}  // namespace acd
