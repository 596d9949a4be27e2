// Sets of instants, in normal form: the strictly increasing list of instants at which
// membership toggles, and whether the distant past is inside.
//
// The normal form makes equality structural. The sets are a Boolean algebra: `|`, `&`, `~`,
// with `TimeSet{}` (empty) and `TimeSet::all()`; its laws are tests/law/time_set_law_test.cpp.
#pragma once

#include <span>
#include <vector>

#include "acd/export.hpp"
#include "acd/vocabulary/time.hpp"

namespace acd {
inline namespace v1 {

class ACD_EXPORT TimeSet {
 public:
  /// No instant.
  TimeSet() = default;
  [[nodiscard]] static TimeSet all();
  /// [from, to); empty unless from < to.
  [[nodiscard]] static TimeSet between(Instant from, Instant to);
  struct Interval {
    Instant from{};
    Instant to{};
    friend bool operator==(const Interval&, const Interval&) = default;
  };
  /// The union of intervals [from, to) in any order, overlapping or empty ones included.
  /// O(n log n); linear if they are in order.
  [[nodiscard]] static TimeSet from_intervals(std::vector<Interval> intervals);

  /// Logarithmic in the toggles; a Timetable answers in constant time.
  [[nodiscard]] bool contains(Instant at) const;
  /// The first toggle strictly after `at`; `never` if there is none.
  [[nodiscard]] Instant next_change(Instant at) const;
  [[nodiscard]] bool starts_inside() const { return starts_inside_; }
  [[nodiscard]] std::span<const Instant> toggles() const { return toggles_; }

  // One merge each, linear.
  ACD_EXPORT friend TimeSet operator|(const TimeSet& a, const TimeSet& b);
  ACD_EXPORT friend TimeSet operator&(const TimeSet& a, const TimeSet& b);
  ACD_EXPORT friend TimeSet operator-(const TimeSet& a, const TimeSet& b);
  ACD_EXPORT friend TimeSet operator~(TimeSet set);
  friend bool operator==(const TimeSet&, const TimeSet&) = default;

 private:
  bool starts_inside_ = false;
  std::vector<Instant> toggles_{};
};

}  // namespace v1
}  // namespace acd
