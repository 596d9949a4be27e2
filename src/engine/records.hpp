// What the engine keeps of each session, agent, offer and bar.
//
// Their sizes are powers of two and what a plain session's life touches comes first: the
// hot path is bound by how many lines it loads and how they are addressed.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "acd/engine/event.hpp"
#include "acd/engine/router.hpp"
#include "config/key_plan.hpp"
#include "config/plan_tables.hpp"
#include "util/key_indices.hpp"

namespace acd {
inline namespace v1 {

using util::nil;

enum class OfferState : std::uint8_t { outstanding, withdrawing, serving, wrapping_up };

// How records and events begin is mostly known before it is known whose they are: a group keeps
// these heads ready, and they are written as one word.

struct SessionHead {
  bool live = false;
  SessionState state = SessionState::waiting;
  bool overdue : 1 = false;    ///< its maximum wait has passed
  bool indexed : 1 = false;    ///< in the waiting indices of its rings
  bool counted : 1 = false;    ///< among its group's waiting sessions
  bool roams : 1 = false;      ///< also waits in other groups
  bool held : 1 = false;       ///< for some agents: see PreferenceRecord
  bool prefers : 1 = false;    ///< agents whom the host named
  bool backed_up : 1 = false;  ///< went to a backup since it arrived or was requeued
  bool is_plain : 1 = false;   ///< served, and of its end nothing is asked: plain_life.cpp
  bool detailed = false;       ///< its second line is in use
  ChannelId channel{};
  Priority priority = 0;
  GroupId group{};
};

struct OfferHead {
  bool live = false;
  OfferState state = OfferState::outstanding;
  Cause cause = Cause::none;  ///< of the withdrawal
  bool attached = false;      ///< in its session's list
  ChannelId channel{};
  GroupId group{};
};

/// The first word of an event: all before its session.
class EventHead {
 public:
  EventHead() = default;
  explicit EventHead(const Event& event) { std::memcpy(&word_, &event, sizeof(word_)); }
  void begin(Event& event) const { std::memcpy(static_cast<void*>(&event), &word_, sizeof(word_)); }

 private:
  std::uint64_t word_ = 0;
};
static_assert(sizeof(SessionHead) == 8 && sizeof(OfferHead) == 8 && offsetof(Event, session) == 8);

/// The first line is all that a plain life touches. An end leaves the second one as it is
/// here, apart from what each beginning of waiting sets.
struct alignas(64) SessionRecord : SessionHead {
  SessionHandle self;               ///< of the tenant, or of the next one
  std::uint16_t offers_made = 0;    ///< since it began to wait here; 65535: or more
  std::uint16_t outstanding = 0;    ///< offers that an agent can accept
  std::uint32_t service = nil;      ///< the offer that became the service
  std::uint32_t first_class = nil;  ///< class of ring 0; the others follow
  std::uint32_t first_offer = nil;  ///< unresolved offers, in order of making
  std::uint32_t first_bar = nil;    ///< in order of creation
  std::uint64_t number = 0;
  Instant start;
  std::uint64_t reference = 0;

  Instant queued_at = never;  ///< never: at its start; ask waits_since
  Instant last_sign = never;  ///< never: at its start; ask seen_at
  Instant due = never;
  std::uint64_t customer = 0;
  std::uint32_t rings = 1;  ///< whose delay has passed, once it waits
  std::uint32_t last_offer = nil;
  std::uint32_t last_bar = nil;
  std::uint32_t bars = 0;
  std::uint32_t present_attributes = 0;
  RequirementId requirement;
  std::uint16_t leaving_offers = 0;  ///< withdrawn by its cancellation, unresolved
  Cause end_cause = Cause::none;     ///< leaving: why
  bool travels = false;              ///< has a way record of its own

  [[nodiscard]] Instant waits_since() const { return queued_at == never ? start : queued_at; }
  [[nodiscard]] Instant seen_at() const { return last_sign == never ? start : last_sign; }
  void see(Instant now) {
    detailed = true;
    is_plain = false;
    last_sign = now;
  }
  /// The latest that a host was told; 0 if none.
  [[nodiscard]] std::uint32_t latest_generation() const {
    return live ? self.generation : self.generation - 1;
  }
};
static_assert(sizeof(SessionRecord) == 128);

/// How a session came, and where it is before it waits. Kept beside the records: most sessions
/// name their group and begin at once, and have the default.
struct WayRecord {
  EntryId entry;
  GroupId named;  ///< by the host
  MenuNodeId node;
  BotId bot;
  std::uint8_t rule = 0;  ///< of the entry, that led to where it is
  bool starts_when_queued = false;
  bool priority_decided = false;
  bool requirement_decided = false;
  bool handed_over = false;  ///< no bot takes it
  Instant begin = never;     ///< scheduled: its instant, until that comes
  Way steps;
};

/// A session in the list of those held for one agent, or for one team.
struct HoldLink {
  std::uint32_t list = nil;  ///< an agent or, behind all agents, a team
  std::uint32_t previous = nil;
  std::uint32_t next = nil;
};

/// Whom a session prefers, and whom it is held for. Kept beside the records, and only if a group
/// has affinity.
struct alignas(64) PreferenceRecord {
  // Of use if it prefers some: by the host, in its order.
  std::uint8_t given_count = 0;
  std::array<std::uint8_t, scored_agents_max> scores{};
  std::array<RingedAgent, scored_agents_max> given{};
  // Of use while it is held.
  std::uint8_t strategy = 0;
  std::uint8_t link_count = 0;
  HoldPlace place = HoldPlace::in_order;
  std::uint32_t ring = 0;  ///< those up to this one
  Instant until = never;
  std::array<HoldLink, scored_agents_max> links{};
};

/// A group, beside its own, in which a session waits.
struct AlsoPlace {
  GroupId group;
  std::uint32_t first_class = nil;
  std::uint32_t rings = 0;  ///< whose delay has passed
};

/// What happened to a session on its way through groups, and where it stands in its present one.
/// Kept beside the records, and only if some rule asks.
struct StayRecord {
  // In the list of those in its group that reached as many thresholds, in order of joining.
  std::uint32_t previous = nil;
  std::uint32_t next = nil;
  Instant joined;
  std::uint16_t reached = 0;  ///< thresholds
  std::uint8_t left_count = 0;
  std::uint8_t also_count = 0;
  std::uint8_t attempts = 0;   ///< of a callback
  GroupId ticket_group;        ///< whose ticket rule holds
  std::uint8_t reminders = 0;  ///< of its ticket rule: told, or past when the deadline was set
  bool fell_due = false;
  bool escalated = false;
  std::uint32_t done = 0;  ///< bit per rule that will not act again in this stay
  std::array<std::uint8_t, overflow_rules_max> acted{};  ///< by rule, in this stay
  std::array<GroupId, hops_max> left{};                  ///< a rule took it from these
  std::array<AlsoPlace, also_in_max> also{};
  OverflowSteps steps;  ///< for who asks why
};

/// Sessions of a group that reached as many thresholds, in order of joining.
struct StayList {
  std::uint32_t first = nil;
  std::uint32_t last = nil;
};

/// A mean of the latest values: plain at first, then each value counts a 32nd.
struct RecentMean {
  std::int64_t sum = 0;
  std::int64_t count = 0;
  void add(std::int64_t value) {
    constexpr std::int64_t weight = 32;
    if (count < weight) {
      sum += value;
      ++count;
    } else {
      sum += value - sum / weight;
    }
  }
  [[nodiscard]] std::int64_t value() const { return count == 0 ? 0 : sum / count; }
};

/// Sessions that counted for the service level in one slot of time.
struct ServiceSlot {
  std::int64_t number = -1;
  std::uint32_t in_time = 0;
  std::uint32_t counted = 0;
};
inline constexpr std::size_t service_slots = 12;

/// What is known of a group's pace.
struct ForecastRecord {
  Instant since;            ///< work and area are up to then
  std::uint32_t ready = 0;  ///< members
  std::int64_t work = 0;    ///< ready members' time since the last answer, while somebody waited
  std::int64_t area = 0;    ///< waiting sessions' time since the last loss
  RecentMean answers;
  RecentMean losses;
  RecentMean handling;
  std::array<std::uint32_t, 64> waiting{};  ///< by priority
  std::array<ServiceSlot, service_slots> slots{};
};

struct SurgeState {
  bool is_on = false;
  bool is_held = false;
  Instant changed = earliest;  ///< entered or left last
  bool has_changed = false;
  Instant held_until = never;
  Instant wake = never;
};

/// An agent's break that waits for approval, or for others.
struct BreakRecord {
  bool is_held = false;
  bool is_approved = false;
  ReasonId reason;
  std::uint64_t number = 0;  ///< of the event that held it
};

/// What the hot path asks of a seat, where its ready list is linked, and of that list, where it
/// begins.
struct SeatNote {
  union {
    std::uint32_t list = nil;  ///< a seat's: of its class, if that is a single list
    bool waits;                ///< a list's: something waits in its class
  };
  union {
    std::uint32_t agent = 0;  ///< a seat's
    std::uint32_t cls;        ///< a list's
  };
};

struct alignas(64) AgentRecord {
  AgentState state = AgentState::signed_out;
  bool is_uniform : 1 = false;   ///< in all of his ready lists or none: see refresh_agent
  bool has_wrap_up : 1 = false;  ///< a rule of his own
  bool is_plain : 1 = false;     ///< ready, and see is_plain_member
  /// Units that anything costs him, if he does one thing at a time, of any channel; 0: his
  /// charges are counted by channel.
  std::uint16_t only_cost = 0;
  std::uint32_t when_free = 0;  ///< channels he may do while he does nothing, if only then
  std::uint32_t joined = 0;     ///< bit per channel: in the ready indices of its classes
  std::uint32_t charged_units = 0;
  util::KeyIndices<SeatNote>::Row seats{};
  std::uint32_t first_offer = nil;  ///< charges, in order of making
  std::uint32_t last_offer = nil;
  std::uint32_t handled = 0;
  std::uint32_t misses = 0;  ///< offers unanswered in a row
  std::uint64_t ready_number = 0;
  std::uint64_t handled_number = 0;
  std::uint64_t offered_number = 0;
};
static_assert(sizeof(AgentRecord) == 64);

/// When an agent's ready number was given.
struct ReadyInstant {
  std::uint64_t number = 0;
  Instant at = earliest;
};

/// What of an agent only his own commands ask.
struct AgentTerms {
  CapacityRuleId capacity;
  CapacityRuleId works_by;  ///< the capacity, or what a surge swapped it for
  ReasonId reason;
};

/// What one agent does on one channel, in sessions; and what each costs by his rule.
/// Services and firm charges are kept up only if he has no `only_cost`.
struct ChannelLoad {
  std::uint16_t serving = 0;
  std::uint16_t outside = 0;
  std::uint16_t firm = 0;  ///< offers, withdrawals and wrap-ups: never interrupted
  std::uint16_t cost = 0;  ///< 0: not listed
};

struct MembershipRecord {
  Level level = 0;
  Preference preference = 0;
};

struct alignas(64) OfferRecord : OfferHead {
  OfferToken self;  ///< of the tenant, or of the next one
  std::uint32_t agent = 0;
  std::uint32_t membership = nil;  ///< as Place::membership
  std::uint32_t previous_of_agent = nil;
  std::uint32_t next_of_agent = nil;
  std::uint32_t previous_of_session = nil;  ///< of use while attached
  std::uint32_t next_of_session = nil;
  SessionHandle session;
  Instant until = never;
  Instant since;

  /// The latest that a host was told; 0 if none.
  [[nodiscard]] std::uint32_t latest_generation() const {
    return live ? self.generation : self.generation - 1;
  }
};
static_assert(sizeof(OfferRecord) == 64);

/// Keeps an agent from a session: for ever, or until its penalty ends.
struct BarRecord {
  std::uint32_t agent = 0;
  std::uint32_t session = 0;
  std::uint32_t previous = nil;
  std::uint32_t next = nil;
  Instant until = never;
};

/// One eligibility class and ring: sessions and agents that could be matched by it.
struct ClassRecord {
  GroupId group;
  ChannelId channel;
  RequirementId requirement;
  std::uint16_t ring = 0;
  bool in_use = false;  ///< an applied command put a session into it
};

/// By whom a session is served, and as a member of what.
struct Place {
  std::uint32_t agent = 0;
  std::uint32_t membership = nil;  ///< nil: picked from elsewhere, or nobody counts shares
};

/// An agent in a class.
struct Seat {
  std::uint32_t cls = 0;
  Place place;
};

/// A time plan as it goes.
struct PlanState {
  Timetable hours;
  Instant next_change = never;  ///< by hours, as far as is known
  bool is_open = false;
  bool is_switched = false;
  LayerEffect effect = LayerEffect::closes;  ///< of the switch
  Instant switched_until = never;
};

/// A change of a zone's offset that a command added.
struct AddedTransition {
  ZoneId zone;
  ZoneTransition transition;
};

/// What of a group every arrival asks: its counts, and of its rules those that rarely change.
struct alignas(64) GroupRecord {
  std::uint32_t waiting = 0;    ///< sessions waiting, offered or not
  std::uint32_t unoffered = 0;  ///< of them, without an outstanding offer
  std::uint32_t max_length = unlimited;
  std::uint32_t channels = 0;       ///< bit per channel served
  std::uint32_t first_class = nil;  ///< of sessions that name neither channel nor requirement
  ChannelId first_channel;
  bool is_usual = false;           ///< open, and of an arrival nothing is asked but whom it prefers
  bool is_timed = false;           ///< what waits there has deadlines, or a stay
  bool is_asked = false;           ///< it has waiting rules or affinity, or escalates tickets
  bool prefers_at_once = false;    ///< takes at once, but for its affinity; asks no conditions
  bool takes_at_once : 1 = false;  ///< pushes, auto-answers, has no delays; its key says by whom
  bool is_open : 1 = true;         ///< by its hours
  bool holds : 1 = false;          ///< closed, and those who wait are not served
  bool has_arriving : 1 = false;   ///< overflow rules
  bool is_affine : 1 = false;      ///< it has affinity
  bool is_counted : 1 = false;     ///< see ForecastRecord
  bool is_noted : 1 = false;       ///< who gets its sessions: it is counted, or some group circular
  bool has_wrap_up : 1 = false;    ///< on any channel
  bool ends_plainly : 1 = false;   ///< of a service's end nothing is asked: see plain_life.cpp
  bool is_plain : 1 = false;  ///< ends plainly, takes at once whoever comes, asks nothing of him
  config::TieBreak tie_break{};
  util::KeyIndices<SeatNote>::List ready_list = nil;  ///< of first_class, if it is a single list
  // Of a session that is served as it arrives, and said nothing about itself:
  SessionHead served{};
  OfferHead service{};
  EventHead arrived{};
  EventHead assigned{};
};
static_assert(sizeof(GroupRecord) == 64);

}  // namespace v1
}  // namespace acd
