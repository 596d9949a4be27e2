// What the engine keeps of each session, agent, offer and bar.
#pragma once

#include <array>
#include <cstdint>

#include "acd/engine/event.hpp"
#include "acd/engine/router.hpp"
#include "util/key_index.hpp"

namespace acd {
inline namespace v1 {

using util::nil;

struct SessionRecord {
  std::uint32_t generation = 0;
  bool live = false;
  SessionState state = SessionState::waiting;
  bool overdue = false;  ///< its maximum wait has passed
  bool indexed = false;  ///< in the waiting indices of its rings
  bool travels = false;  ///< has a way record of its own
  bool counted = false;  ///< among its group's waiting sessions
  Priority priority = 0;
  ChannelId channel;
  Cause end_cause = Cause::none;  ///< leaving: why
  GroupId group;
  RequirementId requirement;
  std::uint16_t outstanding = 0;     ///< offers that an agent can accept
  std::uint16_t leaving_offers = 0;  ///< withdrawn by its cancellation, unresolved
  std::uint32_t offers_made = 0;     ///< since it began to wait here
  std::uint32_t first_class = nil;   ///< class of ring 0; the others follow
  std::uint32_t rings = 1;           ///< whose delay has passed
  std::uint32_t first_offer = nil;   ///< unresolved offers, in order of making
  std::uint32_t last_offer = nil;
  std::uint32_t first_bar = nil;  ///< in order of creation
  std::uint32_t last_bar = nil;
  std::uint32_t bars = 0;
  std::uint32_t service = nil;  ///< the offer that became the service
  std::uint32_t present_attributes = 0;
  std::uint64_t number = 0;
  std::uint64_t reference = 0;
  Instant start;
  Instant queued_at;
  Instant due;
  Instant last_sign;
};

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
  std::uint64_t customer = 0;
  Instant begin = never;  ///< scheduled: its instant, until that comes
  Way steps;
};

struct AgentRecord {
  AgentState state = AgentState::signed_out;
  ReasonId reason;
  CapacityRuleId capacity;
  std::uint32_t misses = 0;  ///< offers unanswered in a row
  std::uint32_t charged_units = 0;
  std::uint32_t room = 0;  ///< ready, and bit per channel: room for one more of it
  std::uint32_t first_seat = 0;
  std::uint32_t end_seat = 0;
  std::uint32_t first_offer = nil;  ///< charges, in order of making
  std::uint32_t last_offer = nil;
  std::uint32_t handled = 0;
  std::uint64_t ready_number = 0;
  std::uint64_t handled_number = 0;
  std::uint64_t offered_number = 0;
};

/// What one agent does on one channel, in sessions.
struct ChannelLoad {
  std::uint16_t serving = 0;
  std::uint16_t outside = 0;
  std::uint16_t firm = 0;  ///< offers, withdrawals and wrap-ups: never interrupted
};

struct MembershipRecord {
  Level level = 0;
  Preference preference = 0;
  Duration served{0};  ///< since he signed in
};

enum class OfferState : std::uint8_t { outstanding, withdrawing, serving, wrapping_up };

struct OfferRecord {
  std::uint32_t generation = 0;
  bool live = false;
  OfferState state = OfferState::outstanding;
  ChannelId channel;
  Cause cause = Cause::none;  ///< of the withdrawal
  GroupId group;
  bool attached = false;  ///< in its session's list
  std::uint32_t agent = 0;
  std::uint32_t membership = nil;  ///< by which he serves; nil if picked from elsewhere
  SessionHandle session;
  Instant until;
  Instant since;
  std::uint32_t previous_of_session = nil;
  std::uint32_t next_of_session = nil;
  std::uint32_t previous_of_agent = nil;
  std::uint32_t next_of_agent = nil;
};

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

/// An agent's place in a class.
struct Seat {
  std::uint32_t cls = 0;
  std::uint32_t agent = 0;
  std::uint32_t membership = 0;
  std::uint32_t channel_bit = 0;
  std::uint32_t sentinel = nil;  ///< of the ready list, if longest ready is all its order
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

struct GroupRecord {
  bool is_open = true;
  bool holds = false;  ///< closed, and those who wait are not served
  std::uint32_t waiting = 0;    ///< sessions waiting, offered or not
  std::uint32_t unoffered = 0;  ///< of them, without an outstanding offer
};

}  // namespace v1
}  // namespace acd
