// A day of a load, recorded once, so that different routers can be given the same one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "workload.hpp"

namespace acd::bench {

enum class TraceKind : std::uint8_t { arrive, complete, cancel };

/// What happens next. Sessions have numbers that are used again, as few as can be.
struct TraceRecord {
  std::int64_t at_us = 0;
  std::uint32_t session = 0;
  std::uint16_t group = 0;
  std::uint8_t priority = 0;
  TraceKind kind = TraceKind::arrive;
};

struct Trace {
  Workload workload{};
  std::vector<std::uint32_t> memberships{};  ///< groups of agent 0, of agent 1 ...
  std::vector<TraceRecord> records{};        ///< ends with nobody left
  std::size_t measured_first = 0;            ///< once it is as busy as it will be
  std::size_t measured_end = 0;              ///< at the last arrival
  std::size_t measured_lives = 0;            ///< arrivals between the two
  std::uint32_t sessions = 0;                ///< slots used
  std::uint64_t hash = 0;                    ///< of the assignments in the recorded run

  [[nodiscard]] std::span<const TraceRecord> warm_up() const {
    return std::span{records}.first(measured_first);
  }
  [[nodiscard]] std::span<const TraceRecord> measured() const {
    return std::span{records}.subspan(measured_first, measured_end - measured_first);
  }
  [[nodiscard]] std::span<const TraceRecord> rest() const {
    return std::span{records}.subspan(measured_end);
  }
};

/// Simulates the load, with the bare loop as its router, and records what happened.
[[nodiscard]] Trace record(const Workload& workload);

}  // namespace acd::bench
