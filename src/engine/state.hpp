// What a router keeps: records, indices, deadlines, and how one leads to another.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "acd/config/compiled_plan.hpp"
#include "acd/vocabulary/random.hpp"
#include "config/plan_tables.hpp"
#include "engine/customer_memory.hpp"
#include "engine/event_log.hpp"
#include "engine/records.hpp"
#include "util/fixed_array.hpp"
#include "util/key_indices.hpp"
#include "util/slots.hpp"
#include "util/timers.hpp"
#include "util/touch_list.hpp"

namespace acd {
inline namespace v1 {

class EngineState {
 protected:
  using Slot = std::uint32_t;

  /// Memory for all that the limits allow; nobody is there yet.
  explicit EngineState(CompiledPlan plan);

  [[nodiscard]] bool is_usual(const GroupRecord& group) const;
  [[nodiscard]] bool is_plain(const GroupRecord& group) const;
  [[nodiscard]] static Slot slot_of(const SessionRecord& session) { return session.self.slot; }
  [[nodiscard]] static Slot slot_of(const OfferRecord& offer) { return offer.self.slot; }
  /// For the lists of a uniform agent.
  [[nodiscard]] static Slot list_of(const SeatNote& seat) { return seat.list; }
  [[nodiscard]] static bool does_wait(const SeatNote& list) { return list.waits; }
  [[nodiscard]] Slot slot_of(const AgentRecord& agent) const {
    return static_cast<Slot>(&agent - agents_.data());
  }
  [[nodiscard]] static AgentHandle agent_handle(Slot slot) { return {slot, 1}; }
  [[nodiscard]] Slot entry(Slot session, std::size_t ring) const {
    return session << ring_bits_ | static_cast<Slot>(ring);
  }
  [[nodiscard]] Slot session_of(Slot entry) const { return entry >> ring_bits_; }
  [[nodiscard]] std::int64_t& attribute(Slot session, AttributeId id) {
    return attributes_[session * plan_.blueprint.attributes.size() + id.index()];
  }
  [[nodiscard]] const CapacityTables& capacity_of(Slot agent) const {
    return plan_.capacities[terms_[agent].works_by.index()];
  }
  [[nodiscard]] ChannelLoad& load(Slot agent, ChannelId channel) {
    return loads_[agent * channels_ + channel.index()];
  }
  [[nodiscard]] const ChannelLoad& load(Slot agent, ChannelId channel) const {
    return loads_[agent * channels_ + channel.index()];
  }
  [[nodiscard]] Slot base_class(GroupId group, ChannelId channel) const {
    return class_of_[group.index() * channels_ + channel.index()];
  }
  [[nodiscard]] std::uint32_t channel_bit(const Seat& seat) const {
    return 1U << classes_[seat.cls].channel.index();
  }

  CompiledPlan plan_holder_;
  const PlanTables& plan_;
  std::size_t channels_;
  Priority priority_max_;
  std::uint32_t ring_bits_;  // of an entry's number, below its session's slot
  Instant now_ = earliest;   // of the command or deadline in progress, else of the latest
  bool is_settled_ = true;   // nothing is touched or changed
  EventLog events_;

  util::Slots session_slots_;
  util::FixedArray<SessionRecord> sessions_;
  util::FixedArray<Slot> servers_;             // by session, while it is served: the agent; apart,
                                               // so that an end need not wait for the record
  util::FixedArray<WayRecord> ways_;           // by session
  util::FixedArray<std::int64_t> attributes_;  // [session][attribute]
  util::FixedArray<AgentRecord> agents_;
  util::FixedArray<AgentTerms> terms_;   // by agent
  util::FixedArray<ChannelLoad> loads_;  // [agent][channel]
  util::FixedArray<MembershipRecord> memberships_;
  bool counts_shares_;                 // the work order asks for them
  bool works_by_keys_;                 // the work order is that of the usual session keys
  util::FixedArray<Duration> served_;  // by membership, since he signed in, if shares count
  util::Slots offer_slots_;
  util::FixedArray<OfferRecord> offers_;
  std::vector<BarRecord> bars_;
  std::vector<Slot> free_bars_;
  util::FixedArray<GroupRecord> groups_;

  std::vector<Requirement> requirements_;
  std::vector<ClassRecord> classes_;
  std::size_t classes_max_ = 0;  // in use at once
  std::size_t classes_in_use_ = 0;
  std::vector<Slot> class_of_;  // [requirement or none][group][channel]
  std::vector<Seat> seats_;     // by agent, then group, then class
  // By class: seats. Uniform agents' keys are not kept there: see ready_key.
  util::KeyIndices<SeatNote> ready_;
  util::KeyIndices<> waiting_;      // by class: entries
  std::uint64_t newest_ready_ = 0;  // of the ready numbers in ready_

  std::vector<PlanState> plans_;
  std::vector<ZoneRules> zones_;
  std::vector<AddedTransition> added_transitions_;
  std::vector<std::uint32_t> with_bot_;  // sessions, by bot
  std::uint32_t awaiting_opening_ = 0;   // scheduled sessions whose instant came
  Instant timetables_until_;
  bool is_started_;  // or has no plans to start
  bool timetables_over_ = false;
  std::vector<std::pair<util::Key, Slot>> ordered_;  // sessions, while a group opens or closes,
                                                     // or an agent leaves those held for him

  util::FixedArray<StayRecord> stays_;          // by session, if the plan keeps stays
  util::FixedArray<StayList> stay_lists_;       // by group, then thresholds reached
  util::FixedArray<ForecastRecord> forecasts_;  // by group, if the plan keeps stays
  util::FixedArray<SurgeState> surges_;
  util::FixedArray<std::uint8_t> was_true_;  // at the last round, by waking leaf
  util::FixedArray<BreakRecord> breaks_;     // by agent, if there are break rules
  std::uint32_t breaks_held_ = 0;

  util::FixedArray<PreferenceRecord> preferences_;  // by session, if a group has affinity
  util::FixedArray<Slot> hold_lists_;               // by agent, then team: the first link
  std::uint32_t held_sessions_ = 0;
  CustomerMemory memory_;
  mutable std::vector<std::uint32_t> contacts_of_;  // by agent, 0 but while they are counted

  std::vector<Slot> candidates_;  // seats, while one is chosen among equals
  util::FixedArray<Slot> turns_;  // by group, if one is circular: the agent, nil: nobody yet
  util::FixedArray<ReadyInstant> ready_instants_;  // by agent, if a group weighs them

  util::Timers timers_;
  util::TouchList touched_sessions_;
  util::TouchList touched_agents_;
  util::TouchList called_agents_;       // since somebody else became free
  util::TouchList changed_agents_;      // seats out of date, beside the touched
  std::uint32_t seeking_sessions_ = 0;  // in the indices of waiting, or held
  std::uint64_t admitted_ = 0;
  Slot latest_session_ = 0;
  Random random_;

 private:
 protected:
  /// Of hold lists: a session, and which of its places in them.
  [[nodiscard]] static Slot hold_link(Slot session, std::uint8_t place) {
    return session * static_cast<Slot>(scored_agents_max) + place;
  }
  [[nodiscard]] HoldLink& hold_link(Slot link) {
    return preferences_[link / scored_agents_max].links[link % scored_agents_max];
  }
  [[nodiscard]] const HoldLink& hold_link(Slot link) const {
    return preferences_[link / scored_agents_max].links[link % scored_agents_max];
  }
  /// A group has one list more than it has thresholds.
  [[nodiscard]] StayList& stay_list(GroupId group, std::size_t reached) {
    const std::uint32_t first = plan_.overflow.groups[group.index()].first_threshold;
    return stay_lists_[first + group.index() + reached];
  }
  [[nodiscard]] const StayList& stay_list(GroupId group, std::size_t reached) const {
    const std::uint32_t first = plan_.overflow.groups[group.index()].first_threshold;
    return stay_lists_[first + group.index() + reached];
  }

 private:
  void open_records();
  void read_groups();
  void read_plans();
};

}  // namespace v1
}  // namespace acd
