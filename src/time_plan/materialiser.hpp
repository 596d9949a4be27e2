// From civil time to instants, within one window; plans that others refer to are made once.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "acd/time_plan/timetable.hpp"

namespace acd {
inline namespace v1 {

/// From `from` on, this layer decides; Timetable::no_layer: none.
struct Decision {
  Instant from{};
  std::size_t layer = 0;
  friend bool operator==(const Decision&, const Decision&) = default;
};

class Materialiser {
 public:
  /// The window is cut to the accepted instants.
  Materialiser(const PlanBook& book, Instant from, Instant until);

  [[nodiscard]] Instant from() const { return from_; }
  [[nodiscard]] Instant until() const { return until_; }

  [[nodiscard]] TimeSet covered(const TimeExpression& expression, const ZoneRules& zone,
                                LocalReading reading);
  /// What each layer covers, whatever lies above it.
  [[nodiscard]] std::vector<TimeSet> layers(const TimePlan& plan);
  /// Who decides, of layers that cover these sets: the first is at the window's beginning, each
  /// differs from the one before. Empty for an empty window. O(n log n) in the toggles.
  [[nodiscard]] std::vector<Decision> decisions(const std::vector<TimeSet>& layers) const;
  [[nodiscard]] TimeSet open(const TimePlan& plan, const std::vector<Decision>& decisions) const;
  [[nodiscard]] TimeSet open(const TimePlan& plan);
  /// Of a line of the book; made once.
  [[nodiscard]] const TimeSet& open(TimePlanId plan);

  [[nodiscard]] TimeSet window() const { return TimeSet::between(from_, until_); }

 private:
  PlanBook book_;
  Instant from_;
  Instant until_;
  std::vector<std::optional<TimeSet>> made_;
};

}  // namespace v1
}  // namespace acd
