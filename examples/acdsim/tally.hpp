// Counts and sums over call records: what service level, speed of answer and handle time are
// computed from.
#pragma once

#include <cstddef>
#include <optional>

#include "acd/vocabulary/time.hpp"
#include "call_record.hpp"

namespace acdsim {

struct Tally {
  std::size_t offered = 0;
  std::size_t served = 0;
  std::size_t abandoned = 0;  ///< the short ones too
  std::size_t short_abandoned = 0;
  std::size_t otherwise = 0;    ///< timed out, refused, turned away, closed
  std::size_t served_soon = 0;  ///< within the answer limit, which counts as within
  std::size_t abandoned_soon = 0;
  std::size_t served_queued = 0;  ///< served after some waiting
  acd::Duration wait_served{0};
  acd::Duration wait_abandoned{0};
  acd::Duration wait_longest{0};  ///< of all
  acd::Duration talk{0};
  acd::Duration wrap_up{0};

  void add(const CallRecord& record, acd::Duration answer_limit);

  /// Mean wait of the served.
  [[nodiscard]] std::optional<double> speed_of_answer_s() const;
  /// Mean wait of those who were served after some waiting.
  [[nodiscard]] std::optional<double> queued_wait_s() const;
  [[nodiscard]] std::optional<double> wait_abandoned_s() const;
  /// Mean talk and wrap-up of the served.
  [[nodiscard]] std::optional<double> handle_time_s() const;
  /// Of the offered.
  [[nodiscard]] std::optional<double> abandoned_share() const;
};

/// Seconds per count; none for no count.
[[nodiscard]] std::optional<double> mean_s(acd::Duration sum, std::size_t count);

}  // namespace acdsim
