// Time cut into equal intervals, half-open: [0, 1), [1, 2) ...
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>

#include "acd/vocabulary/time.hpp"

namespace acdsim {

class IntervalGrid {
 public:
  /// Intervals that cover `first` to `last`, beginning at a multiple of the length since the
  /// midnight of `first` as clocks show it at the offset.
  IntervalGrid(acd::Instant first, acd::Instant last, acd::Duration length,
               acd::Duration utc_offset)
      : length_{length} {
    const auto midnight = std::chrono::floor<std::chrono::days>(first + utc_offset) - utc_offset;
    begin_ = midnight + (first - midnight) / length * length;
    count_ = static_cast<std::size_t>((last - begin_) / length) + 1;
  }
  [[nodiscard]] std::size_t size() const { return count_; }
  [[nodiscard]] acd::Duration length() const { return length_; }
  [[nodiscard]] acd::Instant begin(std::size_t interval) const {
    return begin_ + static_cast<acd::Duration::rep>(interval) * length_;
  }
  /// The interval of an instant; what lies outside belongs to the first or last.
  [[nodiscard]] std::size_t interval_of(acd::Instant instant) const {
    if (instant < begin_) return 0;
    return std::min(static_cast<std::size_t>((instant - begin_) / length_), count_ - 1);
  }
  /// Calls `use(interval, duration)` with the part of [from, to) in every interval that it
  /// touches; parts outside the grid are left out.
  template <class Use>
  void spread(acd::Instant from, acd::Instant to, const Use& use) const {
    from = std::max(from, begin_);
    to = std::min(to, begin(count_));
    for (std::size_t i = interval_of(from); from < to; ++i) {
      const acd::Instant end = std::min(to, begin(i + 1));
      use(i, end - from);
      from = end;
    }
  }

 private:
  acd::Duration length_;
  acd::Instant begin_{};
  std::size_t count_ = 1;
};

}  // namespace acdsim
