// The rules of a time zone, as data: the library opens no file and asks no system.
//
//   ZoneRules utc{.name = "UTC"};
//   ZoneRules berlin = zone_rules("Europe/Berlin", from, until);   // acd/companion/zones.hpp
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "acd/export.hpp"
#include "acd/time_plan/civil.hpp"
#include "acd/vocabulary/time.hpp"

namespace acd {
inline namespace v1 {

inline constexpr std::chrono::hours offset_max{26};

/// From `at` on, local time is UTC plus `offset`.
struct ZoneTransition {
  Instant at{};
  std::chrono::seconds offset{0};
  friend bool operator==(const ZoneTransition&, const ZoneTransition&) = default;
};

/// Offsets from UTC, east is positive, within `offset_max`. `transitions` increase strictly.
struct ZoneRules {
  std::string name{};
  std::chrono::seconds first_offset{0};  ///< before the first transition
  std::vector<ZoneTransition> transitions{};

  /// Logarithmic in the transitions.
  [[nodiscard]] ACD_EXPORT std::chrono::seconds offset_at(Instant at) const;
  [[nodiscard]] LocalTime local_time(Instant at) const {
    return LocalTime{at.time_since_epoch() + offset_at(at)};
  }
  /// The instant of a local time: of one that occurs twice the first, of one that is skipped
  /// the instant as if the clock had not yet been changed (RFC 5545, section 3.3.5).
  /// Logarithmic in the transitions, given that few of them lie within 52 hours. The local
  /// time is one of `first_date` to `last_date`, or next to them.
  [[nodiscard]] ACD_EXPORT Instant resolve(LocalTime local) const;
  /// False for a day of which no instant exists in this zone. Like `resolve`.
  [[nodiscard]] ACD_EXPORT bool has_day(Date day) const;

  friend bool operator==(const ZoneRules&, const ZoneRules&) = default;
};

}  // namespace v1
}  // namespace acd
