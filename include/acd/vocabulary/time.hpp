// Instants and durations. The library has no clock: every instant comes from the host.
//
//   Instant noon{std::chrono::sys_days{std::chrono::year{2026}/11/22} + 12h};
//   noon + 90s                    // Instant
//   noon + noon                   // does not compile
#pragma once

#include <chrono>
#include <cstdint>

namespace acd {
inline namespace v1 {

/// Length of time, microseconds.
using Duration = std::chrono::microseconds;

/// Point in time, microseconds since 1970-01-01T00:00:00Z. The router accepts
/// `earliest` to `latest`; `never` lies after all of them.
using Instant = std::chrono::sys_time<Duration>;

inline constexpr Instant earliest{Duration{0}};
/// 2^52 microseconds after 1970: the year 2112. Sorting keys hold any accepted instant.
inline constexpr Instant latest{Duration{std::int64_t{1} << 52}};
inline constexpr Instant never = Instant::max();
/// Bound on every configured duration: 2^51 microseconds, 71 years.
inline constexpr Duration longest{std::int64_t{1} << 51};

}  // namespace v1
}  // namespace acd
