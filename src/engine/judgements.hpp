// Small values in which one part of the engine tells another what it found.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "engine/records.hpp"

namespace acd {
inline namespace v1 {

/// A waiting entry and the seat from which it is seen.
struct Pair {
  std::uint32_t entry = nil;
  std::uint32_t seat = nil;
};
enum class TimerKind : std::uint8_t {
  offer_limit,
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
  surge_wake,
  surge_release,
  ticket,
  hold
};
/// A session in a group, or about to come to it.
enum class Stage : std::uint8_t { coming, waiting };
/// Of whom and where a condition is asked: of a session in a group, or of nobody.
struct Asked {
  const SessionRecord* session = nullptr;
  GroupId group;
  Stage stage = Stage::waiting;
  std::optional<RequirementId> would_ask{};  ///< if not what it asks for now
  Duration queued{0};  ///< of one that would come from another group: for how long, there or before
  std::uint32_t agent = nil;  ///< whom affinity names
  [[nodiscard]] RequirementId requirement() const {
    return would_ask.value_or(session->requirement);
  }
};
/// What became of a session whose overflow rules were asked.
enum class Outcome : std::uint8_t { stays, changed, taken };
/// Where a rule sends a session; no target: nowhere.
struct Destination {
  const Target* target = nullptr;
  std::uint32_t first_class = nil;
  bool waits_for_opening = false;
};
/// Whom a strategy names: one agent, a list, or a team.
struct NamedAgents {
  RingedAgent one{.agent = nil};
  std::span<const RingedAgent> list{};
  std::span<const std::uint32_t> team_members{};
  TeamId team{};
  [[nodiscard]] std::size_t size() const {
    if (!list.empty()) return list.size();
    return team.is_none() ? std::size_t{one.agent != nil} : team_members.size();
  }
  [[nodiscard]] RingedAgent operator[](std::size_t i) const {
    if (!list.empty()) return list[i];
    return team.is_none() ? one : RingedAgent{.agent = team_members[i]};
  }
};
enum class AnswerKind : std::uint8_t { none, agent, hold, backup };
/// What one strategy finds in some of its rings.
struct RingAnswer {
  std::uint32_t seat = nil;  ///< of the first who could take it now
  bool is_awaited = false;   ///< somebody
  std::uint8_t counted = 0;  ///< of a list: bit per line; else 1 if somebody counts
};
/// What a session's strategies say.
struct Answer {
  AnswerKind kind = AnswerKind::none;
  std::uint8_t strategy = 0;
  std::uint32_t seat = nil;         ///< agent: whom it prefers
  std::uint32_t ring = 0;           ///< hold: for those up to this one
  Instant until = never;            ///< hold
  std::uint32_t first_class = nil;  ///< backup
  std::uint8_t counted = 0;         ///< hold: as RingAnswer::counted
  NamedAgents named{};
};

/// Where a ticket or callback waits.
struct Desk {
  ChannelId channel;
  std::uint32_t first_class = nil;
};
enum class SurgeStep : std::uint8_t { enter, leave };
/// Of a held break.
enum class Approval : std::uint8_t { missing, given };
struct BreakSays {
  bool allows = true;
  bool refuses = false;
  std::uint32_t rule = nil;  ///< the first that does not allow it
};

/// What is known of the wait of one who joins a group now.
struct Expectation {
  bool is_known = false;
  bool is_staffed = false;
  Duration wait{0};
};

/// Sessions in a window, for the service level.
struct Served {
  std::int64_t counted = 0;
  std::int64_t in_time = 0;
};
enum class Timeliness : bool { late, in_time };

/// Of a time plan, and of what follows it.
enum class Openness : bool { closed, open };

}  // namespace v1
}  // namespace acd
