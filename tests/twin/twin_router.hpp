// The router's naive twin: the rules of docs/guide/router.md by linear scans.
//
// An independent reading of the same page as src/engine, and slow on purpose: there is no
// index, no compiled table and no maintained sum. What it needs to know it finds by
// looking at everything.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "acd/config/blueprint.hpp"
#include "acd/config/registry.hpp"
#include "acd/engine/command.hpp"
#include "acd/engine/event.hpp"
#include "acd/vocabulary/status.hpp"
#include "twin/twin_state.hpp"

namespace acd::twin {

class TwinRouter {
 public:
  TwinRouter(Blueprint blueprint, Registry registry);

  // As acd::Router.
  Status apply(const Command& command, Instant now);
  [[nodiscard]] Instant next_deadline() const;
  [[nodiscard]] Instant now() const { return watermark_; }
  [[nodiscard]] bool has_started() const { return started_; }
  std::vector<Event> drain_events();
  [[nodiscard]] std::uint64_t state_hash() const;
  /// In words; empty if all hold.
  [[nodiscard]] std::string broken_invariant() const;

  // What generators and checks look at.
  [[nodiscard]] const Blueprint& blueprint() const { return blueprint_; }
  [[nodiscard]] const SlotTable<SessionRecord>& sessions() const { return sessions_; }
  [[nodiscard]] const SlotTable<OfferRecord>& offers() const { return offers_; }
  [[nodiscard]] const std::vector<AgentRecord>& agents() const { return agents_; }
  [[nodiscard]] const std::vector<Requirement>& requirements() const { return requirements_; }
  [[nodiscard]] bool is_open(GroupId group) const;

 private:
  enum class DeadlineKind : std::uint8_t {
    limit,
    lease,
    wrap_up,
    max_wait,
    delay,
    penalty,
    begin,
    plan_change,
    switch_end,
    timetables_end
  };
  struct Due {
    Instant at;
    std::uint64_t set_after;
    DeadlineKind kind;
    std::uint32_t slot;
    std::size_t agent;  // penalty
    friend auto operator<=>(const Due&, const Due&) = default;
  };
  /// Sort key: the smaller comes first, decided by the first difference.
  using Key = std::vector<std::int64_t>;

  // twin_router.cpp: control flow
  Status obey(const Command& c);
  Status obey_session(const Command& c);
  Status obey_offer(const Command& c);
  Status obey_agent(const Command& c);
  [[nodiscard]] SessionHandle session_named(const Command& c) const;
  void settle();
  void settle_session(SessionHandle handle);
  void settle_agent(std::size_t agent);
  void touch(SessionHandle session);
  void touch(std::size_t agent);
  [[nodiscard]] std::uint64_t step_bound() const;
  void end_step(std::uint64_t bound);

  // twin_events.cpp; each answers the event's number
  std::uint64_t emit(Event event);
  std::uint64_t emit(EventKind kind, Cause cause, const SessionRecord& session);
  std::uint64_t emit(EventKind kind, Cause cause, const OfferRecord& offer, Instant until = never);
  std::uint64_t enter(AgentState state, std::size_t agent, Cause cause, ReasonId reason = {});
  std::uint64_t emit_changed(std::size_t agent, Cause cause, std::int64_t value, GroupId group = {},
                             ChannelId channel = {});

  // twin_deadlines.cpp
  [[nodiscard]] std::optional<Due> first_due() const;
  void fire_until(Instant now);
  void fire(const Due& due);
  void fire_offer(OfferRecord& offer, DeadlineKind kind);
  void miss(OfferRecord& offer);
  void fire_session(SessionRecord& session, const Due& due);

  // twin_choice.cpp
  [[nodiscard]] const OfferRule& rule_of(GroupId group) const;
  [[nodiscard]] const CapacityRule& capacity_of(std::size_t agent) const;
  [[nodiscard]] std::optional<std::size_t> membership(std::size_t agent, GroupId group) const;
  [[nodiscard]] std::uint64_t charged_units(std::size_t agent,
                                            const std::vector<ChannelId>& interrupted) const;
  [[nodiscard]] bool has_room(std::size_t agent, ChannelId channel) const;
  [[nodiscard]] bool meets(std::size_t agent, const Requirement& requirement) const;
  [[nodiscard]] bool is_barred(const SessionRecord& session, std::size_t agent) const;
  [[nodiscard]] bool is_eligible(const SessionRecord& session, std::size_t agent) const;
  [[nodiscard]] bool is_matchable(const SessionRecord& session) const;
  [[nodiscard]] std::uint32_t outstanding(SessionHandle session) const;
  [[nodiscard]] std::optional<std::size_t> choose_agent(const SessionRecord& session);
  [[nodiscard]] SessionRecord* choose_session(std::size_t agent);
  [[nodiscard]] std::uint64_t draw_below(std::uint64_t bound);

  // twin_keys.cpp
  [[nodiscard]] Key agent_key(std::size_t agent, GroupId group) const;
  [[nodiscard]] Key session_key(const SessionRecord& session) const;
  [[nodiscard]] Key work_key(const SessionRecord& session, std::size_t agent) const;
  [[nodiscard]] std::int64_t rank(const AgentCriterion& c, std::size_t agent, GroupId group) const;
  void append_rank(Key& key, const SessionCriterion& c, const SessionRecord& session) const;
  void append_rank(Key& key, const WorkCriterion& c, const SessionRecord& session,
                   std::size_t agent) const;
  [[nodiscard]] std::int64_t host_rank(HostRankId id, std::size_t agent, GroupId group) const;
  [[nodiscard]] std::int64_t host_rank(HostRankId id, const SessionRecord& session) const;
  [[nodiscard]] std::int64_t share_deficit(std::size_t agent, GroupId group) const;

  // twin_offers.cpp
  OfferRecord& open_offer(const SessionRecord& session, std::size_t agent);
  void make_offer(SessionRecord& session, std::size_t agent);
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

  // twin_arrivals.cpp
  Status arrive(const Command& c);
  [[nodiscard]] Status check_place(const Command& c, ChannelId channel) const;
  [[nodiscard]] Status check_facts(const Command& c) const;
  [[nodiscard]] Status check_value(AttributeId attribute, std::int64_t value) const;
  [[nodiscard]] bool serves(GroupId group, ChannelId channel) const;
  [[nodiscard]] bool is_full_for(const SessionRecord& session) const;
  using Class = std::tuple<GroupId, ChannelId, RequirementId>;
  [[nodiscard]] std::size_t count_classes(const std::set<Class>& classes) const;
  [[nodiscard]] bool has_class_for(const SessionRecord& session) const;
  void use_class_of(const SessionRecord& session);

  // twin_sessions.cpp
  void begin_to_wait(SessionRecord& session);
  [[nodiscard]] Deadline next_delay(const SessionRecord& session) const;
  std::uint64_t end_session(SessionRecord& session, Cause cause);
  std::uint64_t requeue(SessionRecord& session, GroupId group, Cause cause, Seniority seniority);
  [[nodiscard]] Duration wrap_up_after(const SessionRecord& session) const;
  [[nodiscard]] Status check_session(SessionHandle session) const;
  [[nodiscard]] static Status check_waiting(const SessionRecord& session);
  [[nodiscard]] Status check_unoffered(const SessionRecord& session) const;
  Status cancel(SessionRecord& session);
  Status complete(SessionRecord& session);
  Status hand_back(SessionRecord& session, const Command& c);
  Status reprioritise(SessionRecord& session, Priority priority);
  Status require(SessionRecord& session, RequirementId requirement);
  Status move(SessionRecord& session, GroupId group);
  Status set_attribute(SessionRecord& session, AttributeId attribute, std::int64_t value);
  Status exclude(SessionRecord& session, AgentHandle agent);
  Status reconcile(Instant since);
  void lose(SessionRecord& session);
  Status define_requirement(const Requirement& expression);

  // twin_plans.cpp
  void start();
  void materialise_plans();
  void set_next_change(PlanRecord& plan);
  void set_timetables_end();
  void set_open(std::size_t plan, bool open, Cause cause, Instant until);
  [[nodiscard]] bool timetable_says(std::size_t plan) const;
  void follow_timetable(std::size_t plan, Cause cause);
  void open_group(GroupId group);
  void touch_waiting(GroupId group);
  void follow_shift(std::size_t agent, bool open);
  [[nodiscard]] bool is_open(TimePlanId plan) const;
  [[nodiscard]] bool is_outside_shift(std::size_t agent) const;
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
  [[nodiscard]] bool holds(const EntryTest& test, const SessionRecord& session) const;
  [[nodiscard]] bool try_target(SessionRecord& session, const Target& target);
  [[nodiscard]] bool try_group(SessionRecord& session, GroupId group);
  [[nodiscard]] bool try_node(SessionRecord& session, MenuNodeId node);
  void hear(SessionRecord& session, const EntrySlot& slot);
  void step(SessionRecord& session, Cause cause, std::size_t line);
  void queue(SessionRecord& session);
  Status choose(SessionRecord& session, std::int64_t key);
  Status hand_over(SessionRecord& session, GroupId group);

  // twin_agents.cpp
  void sign_in_now(std::size_t agent, Cause cause);
  void make_ready_now(std::size_t agent, Cause cause);
  void drain_now(std::size_t agent, Cause cause);
  [[nodiscard]] Status check_agent(AgentHandle agent) const;
  [[nodiscard]] bool works(std::size_t agent) const;
  Status sign_in(std::size_t agent);
  Status make_ready(std::size_t agent);
  Status make_not_ready(std::size_t agent, ReasonId reason);
  Status drain(std::size_t agent);
  Status sign_out(std::size_t agent);
  Status lose_agent(std::size_t agent);
  Status set_capacity(std::size_t agent, CapacityRuleId capacity);
  Status report_outside(std::size_t agent, ChannelId channel, std::uint16_t count);
  Status set_rank(std::size_t agent, const Command& c);

  // twin_invariants.cpp
  [[nodiscard]] std::string broken_session() const;
  [[nodiscard]] std::string broken_offer() const;
  [[nodiscard]] std::string broken_agent() const;
  [[nodiscard]] std::string pair_left_apart() const;

  Blueprint blueprint_;
  Registry registry_;
  SlotTable<SessionRecord> sessions_{};
  SlotTable<OfferRecord> offers_{};
  std::vector<AgentRecord> agents_{};
  std::vector<Requirement> requirements_{};
  std::vector<PlanRecord> plans_{};
  std::vector<std::pair<ZoneId, ZoneTransition>> added_transitions_{};
  bool started_ = false;
  bool timetables_over_ = false;
  Deadline timetables_end_{};
  std::set<Class> first_classes_{};
  std::set<Class> classes_{};  // in use
  std::uint64_t generator_ = 0;
  std::uint64_t events_ = 0;  // emitted
  std::uint64_t admitted_ = 0;
  std::uint64_t ended_ = 0;
  Instant watermark_ = earliest;
  Instant now_ = earliest;  // of the command or deadline in progress
  std::vector<Event> undrained_{};
  std::vector<SessionHandle> touched_sessions_{};
  std::vector<std::size_t> touched_agents_{};
  std::string broken_step_{};
};

/// The lot of a customer or of a session's reference, 0 to 9999.
[[nodiscard]] std::int64_t lot_of(std::uint64_t who, std::uint64_t salt);

}  // namespace acd::twin
