// The classic formulas of queues with many agents: where a search for the staff begins, and what a
// simulation of the same assumptions must agree with.
//
//   ErlangQueue queue{.per_hour = 200, .service = 240s, .patience = 120s};
//   least_agents(queue, {.share = 0.8, .wait = 20s});     // 16
//
// Poisson arrivals, exponential service and patience, one group, first come, first served.
#pragma once

#include <cstdint>
#include <optional>

#include "acd/export.hpp"
#include "acd/vocabulary/time.hpp"

namespace acd {
inline namespace v1 {

struct ErlangQueue {
  double per_hour = 0;                 ///< above 0
  Duration service{};                  ///< mean, above zero
  std::optional<Duration> patience{};  ///< mean, above zero; none: nobody gives up
};

/// At least this share of those who come is answered within the time.
struct ErlangTarget {
  double share = 0.8;  ///< above 0, below 1
  Duration wait = std::chrono::seconds{20};
};

/// Share of arrivals that find all busy, where none waits (Erlang 1917). The load is rate times
/// mean service. Linear in the agents.
[[nodiscard]] ACD_EXPORT double erlang_b(double load, std::uint32_t agents);
/// Share of arrivals that wait, where all do; 1 if the agents cannot keep up.
[[nodiscard]] ACD_EXPORT double erlang_c(double load, std::uint32_t agents);
/// Share of those offered who are answered within the time. Without patience by Erlang C; with
/// it by the M/M/n+M model (Palm 1946; Zeltyn and Mandelbaum 2005), integrated numerically.
[[nodiscard]] ACD_EXPORT double service_level(const ErlangQueue& queue, std::uint32_t agents,
                                              Duration wait);
/// The least number that meets the target: each agent more makes it no worse. Asks for as many
/// service levels as twice the number's logarithm.
[[nodiscard]] ACD_EXPORT std::uint32_t least_agents(const ErlangQueue& queue,
                                                    const ErlangTarget& target);
/// The least number that at most this share, above 0, finds busy.
[[nodiscard]] ACD_EXPORT std::uint32_t least_trunks(double load, double blocked_max);

}  // namespace v1
}  // namespace acd
