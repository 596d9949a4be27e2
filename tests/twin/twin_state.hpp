// What the twin keeps of each session, offer and agent: plain records in plain containers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <set>
#include <vector>

#include "acd/engine/event.hpp"
#include "acd/engine/router.hpp"
#include "acd/policy/affinity.hpp"
#include "acd/time_plan/time_set.hpp"

namespace acd::twin {

/// When something falls due, and the number of the last event when that was decided.
struct Deadline {
  Instant at = never;
  std::uint64_t set_after = 0;
};

/// Keeps an agent from a session; one that never ends is an exclusion, else a penalty.
struct Bar {
  std::size_t agent = 0;
  Deadline end{};
  [[nodiscard]] bool is_exclusion() const { return end.at == never; }
};

/// A group in which a session waits.
struct Place {
  GroupId group{};
  Instant next_delay = never;  // of its memberships' delays the first that has not passed
};

/// A session waits for whom a strategy of its group's affinity names.
struct Hold {
  std::size_t strategy = 0;
  std::uint64_t ring = 0;  // the last of those whom it is for
  Instant until = never;
  std::set<std::size_t> agents{};
  Deadline deadline{};
};

struct TicketRecord {
  GroupId group{};              // whose rule counts
  Deadline deadline{};          // the next reminder, or the due time
  std::uint64_t reminders = 0;  // past or skipped
  bool fell_due = false;
  bool escalated = false;
};

struct SessionRecord {
  SessionHandle handle{};
  SessionState state = SessionState::waiting;
  GroupId group{};
  ChannelId channel{};
  Priority priority = 0;
  RequirementId requirement{};
  std::uint64_t reference = 0;
  Instant start = earliest;
  Instant queued_at = earliest;
  Instant due = never;
  std::uint64_t number = 0;
  bool overdue = false;
  std::uint32_t offers_made = 0;  // since it began to wait here
  Instant last_sign = earliest;   // of life
  std::vector<std::optional<std::int64_t>> attributes{};
  OfferToken service{};
  Cause end_cause = Cause::none;  // leaving: why
  std::vector<Bar> bars{};        // in order of creation
  Deadline max_wait{};
  Deadline delay{};
  // its stay: since it joined its group
  Instant joined = earliest;
  std::uint64_t join_number = 0;  // the order of joining
  Instant next_delay = never;     // as Place
  std::vector<Place> also{};      // in the order in which it joined them
  std::optional<Hold> hold{};
  std::set<Duration> reached{};        // thresholds
  std::vector<std::uint64_t> acted{};  // by rule: 0 if it has not; of a repeat: how far
  /// Where it waits, its own group first.
  [[nodiscard]] std::vector<Place> places() const {
    std::vector<Place> all = {{group, next_delay}};
    all.insert(all.end(), also.begin(), also.end());
    return all;
  }
  // since it arrived or was last requeued
  std::uint64_t hops = 0;
  std::vector<GroupId> taken_from{};
  bool went_to_backup = false;
  std::uint8_t attempts = 0;  // of its callback
  TicketRecord ticket{};
  // its way
  EntryId entry{};
  std::size_t rule = 0;  // of the entry, that led into the menu
  GroupId named{};       // by the host
  MenuNodeId node{};
  BotId bot{};
  std::uint64_t customer = 0;
  ScoredAgents preferred{};  // by the host
  std::vector<WayStep> way{};
  bool priority_decided = false;
  bool requirement_decided = false;
  bool handed_over = false;  // no bot takes it
  // scheduled
  Deadline begin{};
  bool starts_when_queued = false;  // no start was given
};

enum class Held : std::uint8_t { off, on };

/// A time plan as it goes: its hours as a set, walked toggle by toggle.
struct PlanRecord {
  TimeSet hours{};
  bool open = false;
  Deadline change{};
  std::optional<LayerEffect> switched{};
  Instant switched_until = never;
  Deadline switch_end{};
};

struct SurgeRecord {
  bool is_on = false;
  std::optional<Instant> changed{};  // when it last entered or left
  std::optional<Held> held{};        // by hand
  Instant held_until = never;
  Deadline release{};
  Deadline wake_up{};
};

/// Recent values weigh most.
struct Mean {
  std::int64_t sum = 0;
  std::int64_t count = 0;
  void add(std::int64_t value);
};

struct Served {
  std::int64_t slot = 0;
  bool in_time = false;
};

/// What a group learns; kept of every group, told of those that are counted.
struct ForecastRecord {
  std::int64_t work = 0;
  std::int64_t area = 0;
  Mean answers{};
  Mean losses{};
  Mean handling{};
  std::vector<Served> served{};
};

/// A break that has to wait.
struct HeldBreak {
  ReasonId reason{};
  std::uint64_t number = 0;  // of the event that held it
  bool approved = false;
};

enum class OfferState : std::uint8_t { outstanding, withdrawing, serving, wrapping_up };

struct OfferRecord {
  OfferToken token{};
  OfferState state = OfferState::outstanding;
  SessionHandle session{};
  std::size_t agent = 0;
  ChannelId channel{};
  GroupId group{};
  Cause withdrawal = Cause::none;
  Deadline end{};            // of the limit, the lease or the wrap-up
  Instant since = earliest;  // assigned at
  std::uint64_t number = 0;  // of the event that announced it: the order of making
};

struct MembershipRecord {
  Level level = 0;
  Preference preference = 0;
  Duration served{0};
};

struct AgentRecord {
  AgentState state = AgentState::signed_out;
  ReasonId reason{};
  CapacityRuleId capacity{};
  std::uint32_t handled = 0;
  std::uint32_t misses = 0;
  std::uint64_t ready_number = 0;
  Instant ready_at = earliest;  // of that event
  std::uint64_t handled_number = 0;
  std::uint64_t offered_number = 0;
  std::vector<std::uint16_t> outside{};         // by channel
  std::vector<MembershipRecord> memberships{};  // as in the blueprint
  std::optional<HeldBreak> held{};
};

/// Slots that are used again, the last freed first. References stay good while others come.
template <class Record>
struct SlotTable {
  struct Slot {
    std::uint32_t generation = 0;
    std::optional<Record> tenant{};
  };
  std::deque<Slot> slots{};
  std::vector<std::uint32_t> free{};  // the last is used next

  /// Slot and generation for a new tenant.
  template <class Handle>
  Handle take() {
    if (free.empty()) {
      free.push_back(static_cast<std::uint32_t>(slots.size()));
      slots.emplace_back();
    }
    const std::uint32_t slot = free.back();
    free.pop_back();
    return Handle{slot, ++slots[slot].generation};
  }
  void give_back(std::uint32_t slot) {
    slots[slot].tenant.reset();
    free.push_back(slot);
  }
  /// Given once, to whomever.
  template <class Handle>
  [[nodiscard]] bool knows(Handle handle) const {
    return handle.slot < slots.size() && handle.generation != 0 &&
           handle.generation <= slots[handle.slot].generation;
  }
  /// nullptr if it is over or was never given.
  template <class Handle>
  [[nodiscard]] Record* find(Handle handle) {
    if (!knows(handle) || handle.generation != slots[handle.slot].generation) return nullptr;
    std::optional<Record>& tenant = slots[handle.slot].tenant;
    return tenant ? &*tenant : nullptr;
  }
  template <class Handle>
  [[nodiscard]] const Record* find(Handle handle) const {
    return const_cast<SlotTable*>(this)->find(handle);
  }
  /// The live ones, in slot order.
  [[nodiscard]] std::vector<const Record*> live() const {
    std::vector<const Record*> result;
    for (const Slot& slot : slots) {
      if (slot.tenant) result.push_back(&*slot.tenant);
    }
    return result;
  }
};

}  // namespace acd::twin
