// What the naive twin keeps, and every question about it: answered by looking at everything.
#pragma once

#include <compare>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "acd/config/blueprint.hpp"
#include "acd/config/registry.hpp"
#include "acd/engine/event.hpp"
#include "acd/vocabulary/status.hpp"
#include "twin/twin_state.hpp"

namespace acd::twin {

class TwinFacts {
 public:
  TwinFacts(Blueprint blueprint, Registry registry);

  // As acd::Router.
  [[nodiscard]] Instant next_deadline() const;
  [[nodiscard]] Instant now() const { return watermark_; }
  [[nodiscard]] std::uint64_t state_hash() const;
  /// In words; empty if all hold.
  [[nodiscard]] std::string broken_invariant() const;

  // What generators and checks look at.
  [[nodiscard]] bool has_started() const { return started_; }
  [[nodiscard]] const Blueprint& blueprint() const { return blueprint_; }
  [[nodiscard]] const SlotTable<SessionRecord>& sessions() const { return sessions_; }
  [[nodiscard]] const SlotTable<OfferRecord>& offers() const { return offers_; }
  [[nodiscard]] const std::vector<AgentRecord>& agents() const { return agents_; }
  [[nodiscard]] const std::vector<Requirement>& requirements() const { return requirements_; }
  [[nodiscard]] bool is_open(GroupId group) const;
  [[nodiscard]] bool keeps_memory() const { return blueprint_.memory.contacts > 0; }
  [[nodiscard]] const std::deque<Contact>& contacts() const { return contacts_; }
  [[nodiscard]] CustomerView customer(std::uint64_t customer, GroupId group) const;

 protected:
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
    timetables_end,
    threshold,
    wake_up,
    release,
    ticket,
    hold
  };
  struct Due {
    Instant at;
    std::uint64_t set_after;
    DeadlineKind kind;
    std::uint32_t slot;
    std::size_t part;  // penalty: agent; threshold: which of the group's
    friend auto operator<=>(const Due&, const Due&) = default;
  };
  /// Sort key: the smaller comes first, decided by the first difference.
  using Key = std::vector<std::int64_t>;
  using Class = std::tuple<GroupId, ChannelId, RequirementId>;
  using Classes = std::set<Class>;
  /// Of whom a condition is asked; `there` is the session as it is, or would be, in the group.
  enum class Standing : std::uint8_t { waiting, coming };
  struct Asked {
    const SessionRecord* there = nullptr;  // none: of the whole centre
    GroupId group{};                       // whose rule it is; none: an entry, a surge
    Standing standing = Standing::waiting;
    std::optional<std::size_t> agent{};  // whom affinity names
  };

  // twin_facts.cpp
  [[nodiscard]] std::uint64_t step_bound() const;

  // twin_choice.cpp
  [[nodiscard]] const OfferRule& rule_of(GroupId group) const;
  [[nodiscard]] const CapacityRule& capacity_of(std::size_t agent) const;
  [[nodiscard]] std::optional<std::size_t> membership(std::size_t agent, GroupId group) const;
  [[nodiscard]] bool is_in_force(std::size_t agent, GroupId group) const;
  [[nodiscard]] std::uint64_t charged_units(std::size_t agent,
                                            const std::vector<ChannelId>& interrupted) const;
  [[nodiscard]] bool has_room(std::size_t agent, ChannelId channel) const;
  [[nodiscard]] bool meets(std::size_t agent, const Requirement& requirement) const;
  [[nodiscard]] bool is_barred(const SessionRecord& session, std::size_t agent) const;
  [[nodiscard]] bool meets_both(const SessionRecord& session, GroupId group,
                                std::size_t agent) const;
  [[nodiscard]] bool is_free_in(std::size_t agent, GroupId group) const;
  [[nodiscard]] bool is_kept_free(std::size_t agent, GroupId group) const;
  [[nodiscard]] bool is_eligible(const SessionRecord& session, const Place& place,
                                 std::size_t agent) const;
  [[nodiscard]] bool is_matchable(const SessionRecord& session) const;
  [[nodiscard]] std::uint32_t outstanding(SessionHandle session) const;
  [[nodiscard]] bool works(std::size_t agent) const;

  // twin_waiting.cpp
  [[nodiscard]] Instant next_delay(const SessionRecord& session, GroupId group) const;
  [[nodiscard]] SessionRecord as_if_in(const SessionRecord& session, GroupId group) const;
  [[nodiscard]] bool is_full(GroupId group) const;
  [[nodiscard]] bool is_full_for(const SessionRecord& there) const;
  [[nodiscard]] bool could_be_offered(const SessionRecord& there) const;
  [[nodiscard]] std::vector<const SessionRecord*> waiting_in(GroupId group) const;
  [[nodiscard]] std::vector<const SessionRecord*> by_joining(GroupId group) const;
  [[nodiscard]] std::uint64_t count_unoffered(GroupId group) const;
  [[nodiscard]] bool serves(GroupId group, ChannelId channel) const;
  [[nodiscard]] static Classes classes_of(const SessionRecord& there);
  [[nodiscard]] std::size_t count_classes(const Classes& classes) const;
  [[nodiscard]] bool fit(Classes in_use, const Classes& more) const;
  [[nodiscard]] bool has_class_for(const SessionRecord& there) const;
  [[nodiscard]] bool could_wait_in(const SessionRecord& session, GroupId group) const;

  // twin_keys.cpp
  [[nodiscard]] Key agent_key(std::size_t agent, GroupId group) const;
  [[nodiscard]] Key session_key(const SessionRecord& session, GroupId group) const;
  [[nodiscard]] Key work_key(const SessionRecord& session, GroupId group, std::size_t agent) const;
  [[nodiscard]] std::int64_t rank(const AgentCriterion& c, std::size_t agent, GroupId group) const;
  void append_rank(Key& key, const SessionCriterion& c, const SessionRecord& session,
                   GroupId group) const;
  void append_rank(Key& key, const WorkCriterion& c, const SessionRecord& session, GroupId group,
                   std::size_t agent) const;
  [[nodiscard]] std::int64_t host_rank(HostRankId id, std::size_t agent, GroupId group) const;
  [[nodiscard]] std::int64_t host_rank(HostRankId id, const SessionRecord& session,
                                       GroupId group) const;
  [[nodiscard]] std::int64_t share_deficit(std::size_t agent, GroupId group) const;
  [[nodiscard]] Key preference_key(std::size_t agent, GroupId group) const;
  [[nodiscard]] std::optional<AgentCriterionKind> decides_among_equals(GroupId group) const;
  [[nodiscard]] std::int64_t weight_of(std::size_t agent, GroupId group) const;
  [[nodiscard]] std::optional<std::size_t> next_after(std::optional<std::size_t> turn,
                                                      const std::vector<std::size_t>& among) const;
  [[nodiscard]] std::optional<std::size_t> longest_weighted_ready(
      const std::vector<std::size_t>& among, GroupId group) const;
  /// `values` is where its attributes are.
  [[nodiscard]] static SessionFacts facts_of(const SessionRecord& session, GroupId group,
                                             std::vector<std::int64_t>& values);

  // twin_conditions.cpp
  [[nodiscard]] bool holds(const Condition& condition, const Asked& asked) const;
  [[nodiscard]] bool holds(const Test& test, const Asked& asked) const;
  [[nodiscard]] bool holds_of_arrival(const Test& test, const SessionRecord& session) const;
  [[nodiscard]] bool holds_in_group(const Test& test, const Asked& asked) const;
  [[nodiscard]] bool holds_of_group(const Test& test, GroupId group, const Asked& asked) const;
  [[nodiscard]] std::int64_t count_members(TestKind kind, GroupId group) const;
  [[nodiscard]] std::int64_t position(const Asked& asked) const;
  [[nodiscard]] std::int64_t load_of(std::size_t agent) const;

  // twin_affinity.cpp
  struct Named {
    std::size_t agent = 0;
    std::uint64_t ring = 0;
  };
  using NamedAgents = std::vector<Named>;
  /// What a session's affinity answers; by default that all are alike.
  struct Preference {
    std::optional<std::size_t> agent{};
    std::optional<Hold> hold{};
    GroupId backup{};
  };
  [[nodiscard]] std::span<const AffinityStrategy> strategies_of(GroupId group) const;
  [[nodiscard]] bool asks_affinity() const;
  [[nodiscard]] NamedAgents named_by(const AffinityStrategy& by,
                                     const SessionRecord& session) const;
  [[nodiscard]] NamedAgents owners_team(const SessionRecord& session, Duration window) const;
  [[nodiscard]] AgentHandle chosen_by_host(HostChoiceId id, const SessionRecord& session) const;
  [[nodiscard]] NamedAgents those_who_count(const AffinityStrategy& by, const NamedAgents& named,
                                            const SessionRecord& session) const;
  [[nodiscard]] bool is_awaited(const AffinityStrategy& by, const SessionRecord& session,
                                std::size_t agent) const;
  [[nodiscard]] std::optional<std::size_t> first_eligible(const SessionRecord& session,
                                                          const NamedAgents& among) const;
  [[nodiscard]] bool is_worth_a_hold(const AffinityStrategy& by, const SessionRecord& session,
                                     const NamedAgents& among) const;
  [[nodiscard]] Preference preference_of(const SessionRecord& session) const;
  [[nodiscard]] std::optional<Preference> ask(std::size_t strategy,
                                              const SessionRecord& session) const;
  [[nodiscard]] bool is_at_head_for(std::size_t agent, const SessionRecord& session) const;
  [[nodiscard]] Instant end_of_hold(const AffinityStrategy& by, const SessionRecord& session,
                                    std::uint64_t ring, std::uint64_t last_ring) const;

  // twin_memory.cpp
  using ContactTest = std::function<bool(const Contact&)>;
  [[nodiscard]] bool keeps_owners(GroupId group) const;
  [[nodiscard]] bool is_there(const Contact& contact, Instant at) const;
  [[nodiscard]] const Contact* latest_contact(Instant at, const ContactTest& suits) const;
  [[nodiscard]] AgentHandle owner_of(std::uint64_t customer, GroupId group, Instant at,
                                     Duration window) const;
  [[nodiscard]] AgentHandle last_agent_of(const ContactTest& suits, Instant at) const;
  [[nodiscard]] AgentHandle most_frequent_of(const ContactTest& suits, Instant at) const;

  // twin_overflow.cpp
  [[nodiscard]] std::vector<Duration> thresholds(GroupId group) const;
  [[nodiscard]] bool has_rounds() const;
  [[nodiscard]] bool has_rules(GroupId group, OverflowStage stage) const;

  // twin_surges.cpp
  [[nodiscard]] bool is_on(SurgeId surge) const;
  [[nodiscard]] bool has_dwelt(std::size_t surge) const;
  [[nodiscard]] const Condition& condition_of(std::size_t surge) const;
  [[nodiscard]] CapacityRuleId swapped(CapacityRuleId own) const;
  [[nodiscard]] Duration scaled(Duration wrap_up, GroupId group) const;
  [[nodiscard]] Instant wake_up_of(std::size_t surge) const;
  [[nodiscard]] Instant next_change(const Test& test) const;

  // twin_forecast.cpp
  using LeafTest = std::function<bool(const Test& test, GroupId own)>;
  [[nodiscard]] bool any_leaf(const LeafTest& is_so) const;
  [[nodiscard]] bool is_counted(GroupId group) const;
  struct ServedInWindow {
    std::int64_t counted = 0;
    std::int64_t in_time = 0;
  };
  [[nodiscard]] std::int64_t slot_at(GroupId group, Instant at) const;
  [[nodiscard]] ServedInWindow served_in_window(GroupId group, Instant at) const;
  [[nodiscard]] std::int64_t service_level(GroupId group) const;
  [[nodiscard]] Instant end_of_slot(GroupId group) const;
  [[nodiscard]] std::int64_t expected_wait(GroupId group, Priority priority) const;

  // twin_tickets.cpp, twin_callbacks.cpp
  [[nodiscard]] Instant after_open_time(TimePlanId plan, Instant from, Duration open_time) const;
  [[nodiscard]] std::optional<ChannelId> channel_there(const Target& target) const;
  [[nodiscard]] bool may_become(const SessionRecord& session, const Target& target) const;
  [[nodiscard]] bool opens_at(TimePlanId plan, Instant at) const;
  [[nodiscard]] Instant next_attempt(const CallbackRule& rule) const;

  // twin_breaks.cpp
  enum class Approval : std::uint8_t { missing, given };
  [[nodiscard]] bool concerns(const BreakRule& rule, std::size_t agent, ReasonId reason) const;
  [[nodiscard]] bool allows(const BreakRule& rule, std::size_t agent, Approval approval) const;
  [[nodiscard]] std::optional<std::size_t> first_against(std::size_t agent, ReasonId reason,
                                                         Approval approval) const;
  [[nodiscard]] bool is_refused(std::size_t agent, ReasonId reason) const;
  [[nodiscard]] Approval approval_of(std::size_t agent, ReasonId reason) const;

  // twin_plans.cpp
  [[nodiscard]] bool is_open(TimePlanId plan) const;
  [[nodiscard]] Instant next_opening(TimePlanId plan, Instant after) const;
  [[nodiscard]] bool timetable_says(std::size_t plan) const;
  [[nodiscard]] bool is_outside_shift(std::size_t agent) const;
  void materialise_plans();

  // twin_deadlines.cpp
  [[nodiscard]] std::optional<Due> first_due() const;
  void note_sessions(std::vector<Due>& all) const;
  void note_thresholds(std::vector<Due>& all) const;

  // twin_hash.cpp
  [[nodiscard]] bool keeps_stays() const;
  [[nodiscard]] bool weighs_ready() const;
  [[nodiscard]] std::vector<std::size_t> circular_turns() const;

  // twin_invariants.cpp
  [[nodiscard]] std::string broken_session() const;
  [[nodiscard]] std::string broken_place(const SessionRecord& session) const;
  [[nodiscard]] std::string broken_bot() const;
  [[nodiscard]] std::string broken_offer() const;
  [[nodiscard]] std::string broken_agent() const;
  [[nodiscard]] std::string pair_left_apart() const;
  [[nodiscard]] std::string broken_hold() const;
  [[nodiscard]] std::string broken_memory() const;

  Blueprint blueprint_;
  Registry registry_;
  SlotTable<SessionRecord> sessions_{};
  SlotTable<OfferRecord> offers_{};
  std::vector<AgentRecord> agents_{};
  std::vector<Requirement> requirements_{};
  std::vector<PlanRecord> plans_{};
  std::vector<SurgeRecord> surges_{};
  std::vector<ForecastRecord> forecasts_{};          // by group
  std::vector<std::optional<std::size_t>> turns_{};  // by group: at whom its turn stands
  std::vector<std::pair<ZoneId, ZoneTransition>> added_transitions_{};
  bool started_ = false;
  bool timetables_over_ = false;
  Deadline timetables_end_{};
  std::deque<Contact> contacts_{};  // customer 0: of one who was forgotten
  Classes first_classes_{};
  Classes classes_{};  // in use
  std::uint64_t generator_ = 0;
  std::uint64_t events_ = 0;  // emitted
  std::uint64_t admitted_ = 0;
  std::uint64_t ended_ = 0;
  std::uint64_t joined_ = 0;  // beginnings to wait
  Instant watermark_ = earliest;
  Instant now_ = earliest;  // of the command or deadline in progress
  std::string broken_step_{};
};

/// The lot of a customer or of a session's reference, 0 to 9999.
[[nodiscard]] std::int64_t lot_of(std::uint64_t who, std::uint64_t salt);

}  // namespace acd::twin
