// The router's inside: one method per rule of docs/guide/router.md.
//
// Control flow is in apply.cpp; each other file holds one concern. Facts change first,
// then the event is emitted, then sessions and agents are touched; settling matches them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "acd/engine/router.hpp"
#include "engine/engine_facts.hpp"

namespace acd {
inline namespace v1 {

class Router::Engine : public EngineFacts {
 public:
  using EngineState::agent_handle;
  explicit Engine(CompiledPlan plan);

  /// Its enumerators, whether they count for its kind or not.
  [[nodiscard]] static bool has_known_words(const Command& c) {
    return c.seniority <= Seniority::fresh && c.effect <= LayerEffect::closes;
  }

  // plain_life.cpp
  Status apply(const Command& command, Instant now);
  Status arrive(const Command& command, Instant now);
  Status complete(SessionHandle session, Instant now);

  // apply.cpp
  Status apply_in_full(const Command& command, Instant now);
  Status arrive_in_full(const Command& command, Instant now);
  Status complete_in_full(SessionHandle session, Instant now);
  Status cancel(SessionHandle session, Instant now);
  Status accept(OfferToken offer, Instant now);
  Status advance(Instant now);
  [[nodiscard]] UnreadEvents& unread_events() { return events_; }

 private:
  // apply.cpp: control flow
  [[nodiscard]] Status done() const;
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

  // plain_life.cpp: what most sessions go through
  [[nodiscard]] static bool names_only_a_group(const Command& command);
  Status arrive_to_wait(const Command& command, Instant now);
  Status arrive_to_be_served(const Command& command, Instant now, const GroupRecord& group,
                             Slot chosen);
  OfferRecord& serve_plainly(SessionRecord& session, const OfferHead& head, Slot agent,
                             Instant now);
  static void tell_assigned(Event& event, const EventHead& head, const OfferRecord& offer,
                            Slot agent, Instant now);
  Status complete_served(SessionRecord& session, Instant now);
  Status take_next(AgentRecord& agent, Slot seat);
  Status take_next_in_full(AgentRecord& agent);

  // settle.cpp: what was touched
  void settle();
  void settle_touched();
  void settle_called();
  void call_others(Slot agent);
  void settle_session(SessionRecord& session);
  void settle_new(SessionRecord& session);
  void settle_asking(SessionRecord& session);
  void give_up(SessionRecord& session, Cause cause);
  void settle_agent(AgentRecord& agent);

  // emit.cpp
  Event& emit(EventKind kind, Cause cause);
  Event& emit_session(EventKind kind, Cause cause, const SessionRecord& session);
  Event& emit_offer(EventKind kind, Cause cause, const OfferRecord& offer);
  Event& emit_agent(EventKind kind, Cause cause, Slot agent);

  // arrivals.cpp
  Status arrive(const Command& command);
  Status arrive_asking(const Command& command, ChannelId channel, Slot first_class);
  void place_preferring(SessionRecord& session, GroupRecord& group, Slot first_ready);
  void serve_or_wait(SessionRecord& session, GroupRecord& group, Slot seat, Cause cause);
  void place(SessionRecord& session, GroupRecord& group);
  void place_by_rules(SessionRecord& session, GroupRecord& group);
  void place_asking(SessionRecord& session, GroupRecord& group);
  [[nodiscard]] static bool asks_details(const Command& command);
  [[nodiscard]] static bool states_details(const Command& command);
  [[nodiscard]] static bool names_customer(const Command& command);
  SessionRecord& open_session(const Command& command, ChannelId channel, GroupId group,
                              Slot first_class);
  void fill(SessionRecord& session, const SessionHead& head, const Command& command,
            Slot first_class, Instant now);
  void add_details(SessionRecord& session, const Command& command);
  void add_customer(SessionRecord& session, const Command& command);
  static void take_preferred(PreferenceRecord& preference, const ScoredAgents& preferred);
  static void take_rings(PreferenceRecord& preference, const ScoredAgents& preferred);
  void forget_details(SessionRecord& session);
  void end_session(SessionRecord& session, Cause cause, const OfferRecord* service);

  // entry.cpp: a session's way from its door
  Status enter(const Command& command);
  void open_way(SessionRecord& session, const Command& command);
  void close_way(SessionRecord& session);
  void schedule(SessionRecord& session, Instant begin);
  void begin(SessionRecord& session);
  [[nodiscard]] WayRecord& way_of(const SessionRecord& session) { return ways_[slot_of(session)]; }
  void begin_way(SessionRecord& session);
  void step(SessionRecord& session, Cause cause, std::size_t line);
  [[nodiscard]] bool ask_rules(SessionRecord& session, std::size_t from_rule);
  void hear(SessionRecord& session, const EntrySlot& said);
  [[nodiscard]] bool try_target(SessionRecord& session, const Target& target);
  [[nodiscard]] bool try_group(SessionRecord& session, GroupId group);
  [[nodiscard]] bool try_bot(SessionRecord& session, BotId bot);
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
  [[nodiscard]] bool has_eligible(const Asked& asked);

  // stays.cpp: thresholds reached, and other groups in which a session waits
  void join(SessionRecord& session);
  void append_stay(Slot session, GroupId group);
  void unlink_stay(Slot session, GroupId group);
  void leave_stay(SessionRecord& session);
  void set_threshold(GroupId group, std::size_t reached);
  void reach_threshold(Slot threshold);
  void touch_by_joining(GroupId group);
  void wait_also(SessionRecord& session, GroupId group, Slot first_class);
  void stop_waiting_also(GroupId group);
  void forget_also(SessionRecord& session, GroupId group);

  // overflow.cpp: which rule acts on a session
  [[nodiscard]] Outcome ask_overflow(SessionRecord& session);
  [[nodiscard]] bool come(SessionRecord& session, GroupId group);
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
  [[nodiscard]] bool is_overflowing(const Asked& asked, GroupId group, RequirementId asks);
  void take(const Asked& asked, const Destination& to);
  void wait_in(SessionRecord& session, GroupId group, Slot first_class);
  void wait_for_opening(SessionRecord& session, GroupId group, Slot first_class, Cause cause);
  void announce_scheduled(const SessionRecord& session, Cause cause, Instant until);

  // tickets.cpp: due times, callbacks
  void apply_ticket_rule(SessionRecord& session);
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

  // surges.cpp: rounds after settling
  [[nodiscard]] bool make_round();
  [[nodiscard]] bool follow_conditions(std::size_t surge);
  void change_surge(std::size_t surge, SurgeStep step, Cause cause, Instant until);
  bool swap_capacity(Slot agent);
  void wake_by_leaves();
  void set_wake_up(std::size_t surge);
  Status hold_surge(const Command& command);
  Status release_surge(SurgeId surge);
  void end_hold(Slot surge);

  // breaks.cpp
  [[nodiscard]] Status ask_for_break(Slot agent, ReasonId reason, BreakSays& says);
  void forget_break(Slot agent);
  [[nodiscard]] bool grant_breaks();
  Status approve_break(Slot agent);
  Status deny_break(Slot agent);

  // forecast.cpp
  void pass_time(GroupId group);
  void enter_line(const SessionRecord& session);
  void leave_line(const SessionRecord& session);
  void count_answer(const SessionRecord& session);
  void count_loss(const SessionRecord& session, Cause cause);
  void count_handling(const OfferRecord& offer, GroupId group);
  void count_ready(Slot agent);
  void count_service(GroupId group, Timeliness timeliness);

  // plans.cpp: what opens and closes by itself, and by switches
  void start(Instant now);
  void close_all_groups();
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
  void complete(SessionRecord& session);
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

  // waiting.cpp: a session's place in the order of waiting
  void begin_waiting(SessionRecord& session, GroupRecord& group);
  void begin_timed_waiting(SessionRecord& session);
  void stop_waiting(SessionRecord& session);
  void enter_class(Slot cls, Slot entry, util::Key key);
  void leave_class(Slot cls, Slot entry);
  void enter_indices(SessionRecord& session);
  void leave_indices(SessionRecord& session);
  void rekey_session(SessionRecord& session);
  void open_ring(Slot session);
  void pass_max_wait(Slot session);
  void set_delay_timer(Slot session);
  void enter_rings(const SessionRecord& session, util::Key key);
  void leave_rings(const SessionRecord& session);
  void enter_also(const SessionRecord& session);
  void leave_also(const SessionRecord& session);

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
  void note_ready_instant(const AgentRecord& agent);
  bool joins_idle(AgentRecord& agent);
  void join_seats(AgentRecord& agent);
  void leave_seats(AgentRecord& agent);
  void recognise_uniform(AgentRecord& agent);
  void recognise_plain(AgentRecord& agent);
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
  bool serve_next(AgentRecord& agent);
  [[nodiscard]] Slot choose_agent(const SessionRecord& session);
  [[nodiscard]] Slot choose_also(const SessionRecord& session);
  [[nodiscard]] Slot choose_among_equals(const SessionRecord& session, Slot first_class,
                                         std::uint32_t rings);
  void keep_least_rank(std::vector<Slot>& seats, const config::AgentKeyPlan& keys) const;
  [[nodiscard]] Slot draw(std::vector<Slot>& seats);

  // bars.cpp
  void forget_bars(SessionRecord& session);
  void add_penalty(Slot session, const OfferRecord& offer);
  [[nodiscard]] Status add_exclusion(Slot session, Slot agent);
  bool make_room_for_bar(Slot session);
  void append_bar(Slot session, Slot agent, Instant until);
  void remove_bar(Slot bar);
  void end_penalty(Slot bar);

  // affinity.cpp: whom a session prefers, and for whom it is held
  [[nodiscard]] bool does_count(const SessionRecord& session, const StrategyTables& strategy,
                                Slot agent);
  [[nodiscard]] Answer find_answer(const SessionRecord& session, Instant queued_at,
                                   std::uint32_t rings);
  [[nodiscard]] Answer judge(const SessionRecord& session, const StrategyTables& strategy,
                             const NamedAgents& named, Instant queued_at, std::uint32_t rings);
  [[nodiscard]] Answer ask_backup(const SessionRecord& session, const StrategyTables& strategy);
  [[nodiscard]] RingAnswer ask_ring(const SessionRecord& session, const StrategyTables& strategy,
                                    const NamedAgents& named, std::uint32_t ring,
                                    std::uint32_t rings);
  [[nodiscard]] Outcome match_preferring(SessionRecord& session);
  [[nodiscard]] Answer ask_affinity(SessionRecord& session);
  void hold(SessionRecord& session, const Answer& answer);
  void end_hold(SessionRecord& session);
  void drop_hold(SessionRecord& session);
  void link_hold(const SessionRecord& session, const Answer& answer);
  void unlink_hold(const SessionRecord& session);
  void go_to_backup(SessionRecord& session, const Answer& answer);
  [[nodiscard]] Slot class_elsewhere(const SessionRecord& session, GroupId to);
  void touch_held_for(Slot agent);

  // memory.cpp: what is remembered of customers
  void remember_service(const SessionRecord& session, Slot agent);
  void remember(std::uint64_t customer, Instant at, Slot agent, GroupId group);
  void append_contact(const ContactRecord& contact);
  void announce_owner(std::uint64_t customer, GroupId group, Slot agent);
  Status dispatch_memory(const Command& command);
  Status remember(const Command& command);
  Status set_owner(const Command& command);
  Status move_owners(const Command& command);
  Status forget_customer(std::uint64_t customer);

  // offers.cpp
  void make_offer(SessionRecord& session, const Place& place, GroupId group, Cause cause);
  void serve(SessionRecord& session, const Place& place, GroupId group, Cause cause);
  void note_service(const SessionRecord& session, Slot agent, GroupId group);
  void ring(SessionRecord& session, const Place& place, GroupId group, Cause cause);
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
  void unlink_offer(OfferRecord& offer, AgentRecord& agent);
  void answer_elsewhere(Slot session);
  void forget_outstanding(Slot session);
  void set_offer_state(OfferRecord& offer, OfferState state);
  Status accept(OfferRecord& offer);
  Status decline(OfferRecord& offer);
  void note_sign(SessionHandle session);
  Status confirm_withdrawn(Slot offer);
  Status pick(const Command& command);
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
