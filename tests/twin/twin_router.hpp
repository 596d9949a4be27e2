// The router's naive twin: the rules of docs/guide/router.md by linear scans.
//
// An independent reading of the same page as src/engine, and slow on purpose: there is no
// index, no compiled table and no maintained sum. What it needs to know it finds by
// looking at everything.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "acd/engine/command.hpp"
#include "twin/twin_facts.hpp"

namespace acd::twin {

class TwinRouter : public TwinFacts {
 public:
  using TwinFacts::TwinFacts;

  // As acd::Router.
  Status apply(const Command& command, Instant now);
  std::vector<Event> drain_events();
  /// A step had so many deadlines that waiting for its end makes no sense: a surge that never
  /// rests, and years that pass.
  [[nodiscard]] bool gave_up() const { return gave_up_; }

 private:
  // twin_router.cpp: control flow
  Status obey(const Command& c);
  Status obey_session(const Command& c);
  Status obey_offer(const Command& c);
  Status obey_agent(const Command& c);
  [[nodiscard]] SessionHandle session_named(const Command& c) const;
  void end_step(std::uint64_t bound);

  // twin_settling.cpp
  void touch(SessionHandle session);
  void touch(std::size_t agent);
  void settle();
  void settle_session(SessionHandle handle);
  enum class Settled : std::uint8_t { here, elsewhere };
  [[nodiscard]] Settled settle_here(SessionHandle handle);
  [[nodiscard]] std::optional<Cause> has_to_go(const SessionRecord& session) const;
  Settled offer_while_possible(SessionRecord& session);
  [[nodiscard]] bool offer_to_anybody(SessionRecord& session);
  void settle_agent(std::size_t agent);
  enum class Round : std::uint8_t { quiet, changed };
  [[nodiscard]] Round round();
  void wake(GroupId group);
  bool settle_next_agent();
  void call_others(std::size_t agent);

  // twin_events.cpp; each answers the event's number
  std::uint64_t emit(Event event);
  std::uint64_t emit(EventKind kind, Cause cause, const SessionRecord& session);
  std::uint64_t emit(EventKind kind, Cause cause, const OfferRecord& offer, Instant until = never);
  std::uint64_t enter(AgentState state, std::size_t agent, Cause cause, ReasonId reason = {});
  std::uint64_t emit_changed(std::size_t agent, Cause cause, std::int64_t value, GroupId group = {},
                             ChannelId channel = {});

  // twin_deadlines.cpp
  void fire_until(Instant now);
  void fire(const Due& due);
  void fire_offer(OfferRecord& offer, DeadlineKind kind);
  void miss(OfferRecord& offer);
  void fire_session(SessionRecord& session, const Due& due);
  void reach_threshold(GroupId group, std::size_t index);

  // twin_choosing.cpp
  struct Chosen {
    SessionRecord* session;
    GroupId group;
  };
  [[nodiscard]] std::optional<std::size_t> choose_agent(const SessionRecord& session,
                                                        const Place& place);
  [[nodiscard]] std::optional<Chosen> choose_session(std::size_t agent);
  [[nodiscard]] std::optional<std::size_t> draw(const std::vector<std::size_t>& among,
                                                GroupId group);
  [[nodiscard]] std::uint64_t draw_below(std::uint64_t bound);

  // twin_holds.cpp
  Preference ask_affinity(SessionRecord& session);
  void hold(SessionRecord& session, Hold wanted);
  void tell_hold_ended(const SessionRecord& session);
  void go_to_backup(SessionRecord& session, GroupId backup);
  void touch_held_for(std::size_t agent);

  // twin_memory.cpp
  void tell_owner(std::uint64_t customer, GroupId group, AgentHandle owner);
  void remember_contact(std::uint64_t customer, Instant at, GroupId group, AgentHandle agent);
  void take_place(const Contact& contact);
  [[nodiscard]] Status check_customer(const Command& c) const;
  [[nodiscard]] Status check_group(GroupId group) const;
  Status remember(const Command& c);
  Status set_owner(const Command& c);
  Status move_owners(const Command& c);
  Status forget_customer(const Command& c);

  // twin_offers.cpp, twin_answers.cpp
  OfferRecord& open_offer(const SessionRecord& session, GroupId group, std::size_t agent);
  void make_offer(SessionRecord& session, GroupId group, std::size_t agent, Cause cause);
  void note_offered(const OfferRecord& offer);
  std::uint64_t assign(OfferRecord& offer, Cause cause);
  std::uint64_t withdraw(OfferRecord& offer, Cause cause);
  void withdraw_all(SessionHandle session, Cause cause);
  void withdraw_all_of_agent(std::size_t agent);
  void end_offer(OfferRecord& offer, Cause cause);
  void end_wrap_up(OfferRecord& offer, Cause cause);
  void end_service(OfferRecord& offer, std::uint64_t number, Duration wrap_up);
  void punish(SessionRecord& session, std::size_t agent, Duration retry_after);
  [[nodiscard]] bool make_room_for_bar(SessionRecord& session) const;
  using OfferTest = std::function<bool(const OfferRecord&)>;
  [[nodiscard]] std::vector<OfferRecord*> offers_where(const OfferTest& holds);
  [[nodiscard]] Status check_offer(OfferToken offer) const;
  Status accept(OfferRecord& offer);
  Status decline(OfferRecord& offer);
  Status confirm_withdrawn(OfferRecord& offer);
  Status end_wrap_up_early(OfferRecord& offer);
  Status extend_wrap_up(OfferRecord& offer, Duration duration);
  Status pick(const Command& c);
  [[nodiscard]] std::optional<GroupId> group_to_pick_from(const SessionRecord& session,
                                                          std::size_t agent) const;

  // twin_arrivals.cpp
  Status arrive(const Command& c);
  [[nodiscard]] Status check_place(const Command& c, ChannelId channel) const;
  [[nodiscard]] Status check_facts(const Command& c) const;
  [[nodiscard]] Status check_preferred(const ScoredAgents& list) const;
  [[nodiscard]] Status check_value(AttributeId attribute, std::int64_t value) const;
  SessionRecord& admit(SessionRecord session);
  void begin_in_group(SessionRecord& session);
  void use_classes_of(const SessionRecord& there);

  // twin_sessions.cpp
  void begin_to_wait(SessionRecord& session);
  void set_delay(SessionRecord& session);
  void stop_waiting(SessionRecord& session);
  std::uint64_t end_session(SessionRecord& session, Cause cause);
  std::uint64_t requeue(SessionRecord& session, GroupId group, Cause cause, Seniority seniority);
  [[nodiscard]] Duration wrap_up_after(const SessionRecord& session) const;
  [[nodiscard]] Duration unscaled_wrap_up(const SessionRecord& session) const;
  [[nodiscard]] Status check_session(SessionHandle session) const;
  [[nodiscard]] static Status check_waiting(const SessionRecord& session);
  [[nodiscard]] Status check_unoffered(const SessionRecord& session) const;
  Status cancel(SessionRecord& session);
  Status complete(SessionRecord& session);
  Status hand_back(SessionRecord& session, const Command& c);
  Status reprioritise(SessionRecord& session, Priority priority);
  void tell_requirement(const SessionRecord& session);
  Status require(SessionRecord& session, RequirementId requirement);
  Status move(SessionRecord& session, GroupId group);
  Status set_attribute(SessionRecord& session, AttributeId attribute, std::int64_t value);
  Status exclude(SessionRecord& session, AgentHandle agent);
  Status reconcile(Instant since);
  void lose(SessionRecord& session);
  Status define_requirement(const Requirement& expression);

  // twin_plans.cpp
  void start();
  void set_next_change(PlanRecord& plan);
  void set_timetables_end();
  void set_open(std::size_t plan, bool open, Cause cause, Instant until);
  void follow_timetable(std::size_t plan, Cause cause);
  void open_group(GroupId group);
  void leave_also(GroupId group);
  void touch_waiting(GroupId group);
  void follow_shift(std::size_t agent, bool open);
  [[nodiscard]] std::optional<std::vector<std::size_t>> plans_named(const Command& c) const;
  Status switch_plans(const Command& c);
  Status end_switch(const Command& c);
  void end_switch_of(std::size_t plan);
  Status add_transition(const Command& c);
  Status extend_timetables(Instant until);

  // twin_entry.cpp
  Status enter_by(const Command& c);
  [[nodiscard]] SessionRecord record_of(const Command& c, ChannelId channel) const;
  void begin_way(SessionRecord& session);
  [[nodiscard]] bool ask_rules(SessionRecord& session, std::size_t from_rule);
  [[nodiscard]] bool ask_only_rule(SessionRecord& session);
  [[nodiscard]] bool try_target(SessionRecord& session, const Target& target);
  [[nodiscard]] bool try_group(SessionRecord& session, GroupId group);
  [[nodiscard]] bool try_to_become(SessionRecord& session, const Target& target);
  [[nodiscard]] bool try_node(SessionRecord& session, MenuNodeId node);
  void hear(SessionRecord& session, const EntrySlot& slot);
  void step(SessionRecord& session, Cause cause, std::size_t line);
  [[nodiscard]] bool has_room_at(BotId bot) const;
  void hand_to_bot(SessionRecord& session, BotId bot);
  void queue(SessionRecord& session);
  void wait_in_group(SessionRecord& session);
  Status choose(SessionRecord& session, std::int64_t key);
  Status hand_over(SessionRecord& session, GroupId group);

  // twin_overflow.cpp
  enum class Outcome : std::uint8_t { nothing, acted, taken };
  Outcome ask_waiting_rules(SessionRecord& session);
  [[nodiscard]] bool ask_arriving_rules(SessionRecord& session, GroupId group);
  Outcome act(SessionRecord& session, const Asked& asked, std::size_t line);
  [[nodiscard]] bool may_act(const SessionRecord& session, const OverflowRule& rule,
                             std::size_t line) const;
  void note_acted(SessionRecord& session, const OverflowRule& rule, std::size_t line) const;
  /// What steps 2 and 3 make of the session, and the classes that are in use then.
  struct Relaxed {
    SessionRecord there;
    Classes classes;
  };
  [[nodiscard]] Relaxed relaxed(const Asked& asked, const OverflowRule& rule) const;
  void tell_relaxed(SessionRecord& session, const Relaxed& after);
  void wait_also(SessionRecord& session, GroupId group);
  [[nodiscard]] bool changes_anything(const Asked& asked, const OverflowRule& rule,
                                      const Relaxed& after) const;
  [[nodiscard]] bool would_wait_also(const SessionRecord& session, const Classes& in_use,
                                     GroupId group) const;

  // twin_targets.cpp
  enum class Opening : std::uint8_t { now, later };
  struct Taker {
    Target target{};
    Opening opening = Opening::now;
  };
  [[nodiscard]] bool may_move(const SessionRecord& session) const;
  [[nodiscard]] bool may_move(const Asked& asked, GroupId group) const;
  [[nodiscard]] SessionRecord as_if_moved(const Asked& asked, const Relaxed& after,
                                          GroupId group) const;
  [[nodiscard]] bool is_in_question(const Asked& asked, const Relaxed& after, GroupId group) const;
  [[nodiscard]] bool takes_at_once(const Asked& asked, const Relaxed& after, GroupId group) const;
  [[nodiscard]] bool overflows(const SessionRecord& there) const;
  [[nodiscard]] bool takes_gladly(const Asked& asked, const Relaxed& after,
                                  const Target& target) const;
  [[nodiscard]] std::optional<Taker> taker_among(const Asked& asked, const OverflowRule& rule,
                                                 const Relaxed& after) const;
  [[nodiscard]] std::optional<Taker> first_to_open(const Asked& asked, const OverflowRule& rule,
                                                   const Relaxed& after) const;
  void take(SessionRecord& session, const Asked& asked, const Taker& taker);
  void take_to_group(SessionRecord& session, const Asked& asked, const Taker& taker);

  // twin_tickets.cpp, twin_callbacks.cpp
  void apply_ticket_rule(SessionRecord& session);
  void set_ticket_deadline(SessionRecord& session);
  void fire_ticket(SessionRecord& session);
  [[nodiscard]] bool escalate(SessionRecord& session);
  void become(SessionRecord& session, const Target& target);
  void change_channel(SessionRecord& session, ChannelId channel);
  void schedule(SessionRecord& session, Cause cause, Instant until);
  Status postpone(SessionRecord& session, Instant not_before);
  void put_off(SessionRecord& session, Cause cause, Instant until);
  Status call_back(SessionRecord& session, Instant not_before);
  Status not_reached(SessionRecord& session);

  // twin_surges.cpp
  void ask_surges();
  void turn_surge(std::size_t surge, Held to, Cause cause, Instant until = never);
  void set_wake_ups();
  Status hold_surge(const Command& c);
  Status release_surge(SurgeId surge);
  void release(std::size_t surge);

  // twin_forecast.cpp
  void pass_time(Instant to);
  void learn_answer(const SessionRecord& session);
  void learn_loss(const SessionRecord& session, Cause cause);
  void learn_handling(const OfferRecord& service);
  void count_service(GroupId group, bool in_time);

  // twin_breaks.cpp
  Status begin_break(std::size_t agent, ReasonId reason);
  void go_not_ready(std::size_t agent, Cause cause, ReasonId reason);
  void grant_breaks();
  Status approve_break(std::size_t agent);
  Status deny_break(std::size_t agent);

  // twin_agents.cpp
  void sign_in_now(std::size_t agent, Cause cause);
  void make_ready_now(std::size_t agent, Cause cause);
  void became_ready(std::size_t agent, std::uint64_t number);
  void drain_now(std::size_t agent, Cause cause);
  [[nodiscard]] Status check_agent(AgentHandle agent) const;
  Status sign_in(std::size_t agent);
  Status make_ready(std::size_t agent);
  Status make_not_ready(std::size_t agent, ReasonId reason);
  Status drain(std::size_t agent);
  Status sign_out(std::size_t agent);
  Status lose_agent(std::size_t agent);
  Status set_capacity(std::size_t agent, CapacityRuleId capacity);
  Status report_outside(std::size_t agent, ChannelId channel, std::uint16_t count);
  Status set_rank(std::size_t agent, const Command& c);

  bool gave_up_ = false;
  std::vector<Event> undrained_{};
  std::vector<SessionHandle> touched_sessions_{};
  std::vector<std::size_t> touched_agents_{};
  std::vector<std::size_t> called_agents_{};
  std::vector<std::vector<bool>> woken_{};  // by group: its waking leaves at the last round
};

}  // namespace acd::twin
