// How long the next caller of a group would wait: the plain formulas in use, each from what
// became of the callers before.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string_view>

#include "acd/vocabulary/time.hpp"

namespace acdsim {

enum class Estimator : std::uint8_t {
  expected_wait,  ///< `Router::expected_wait`; it is asked, not computed here
  handle_time,    ///< place in line * average handle time / ready agents
  ten_answered,   ///< mean wait of the last ten answered: a recent average speed of answer
  ten_waited,     ///< ... of those of the answered who had to wait
  hold_time,      ///< moving average in which the last answered counts a quarter
  last_to_enter,  ///< the wait of the last answered who had to wait
};
inline constexpr std::array estimators = {Estimator::expected_wait, Estimator::handle_time,
                                          Estimator::ten_answered,  Estimator::ten_waited,
                                          Estimator::hold_time,     Estimator::last_to_enter};
[[nodiscard]] std::string_view name_of(Estimator estimator);

/// By estimator; nothing where it has no answer.
class Estimates {
 public:
  [[nodiscard]] std::optional<acd::Duration>& operator[](Estimator estimator) {
    return all_[static_cast<std::size_t>(estimator)];
  }
  [[nodiscard]] const std::optional<acd::Duration>& operator[](Estimator estimator) const {
    return all_[static_cast<std::size_t>(estimator)];
  }

 private:
  std::array<std::optional<acd::Duration>, estimators.size()> all_{};
};

/// One group's past, and what the formulas make of it. Only the answered count: how long those
/// who gave up waited is in none of them.
class WaitFormulas {
 public:
  void answered(acd::Duration wait);
  void talked(acd::Duration talk);
  /// Of the last who was talked to.
  void wraps_up(acd::Duration wrap_up) { handled_ += wrap_up; }

  /// Of one who takes the `place`, 1 is next, while so many agents are ready, busy or not. All
  /// but `expected_wait`.
  [[nodiscard]] Estimates estimates(std::uint32_t place, std::uint32_t ready) const;

 private:
  using Waits = std::deque<acd::Duration>;
  static void keep(Waits& waits, acd::Duration wait);
  [[nodiscard]] static std::optional<acd::Duration> mean(const Waits& waits);

  Waits answered_{};
  Waits waited_{};
  std::optional<acd::Duration> hold_time_{};
  acd::Duration handled_{0};
  std::int64_t talks_ = 0;
};

}  // namespace acdsim
