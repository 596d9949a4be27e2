// A time plan compiled for a window of instants: constant-time answers.
//
//   const Timetable hours = Timetable::compile(office, {plans, zones}, from, until);
//   hours.is_open(now); hours.next_opening(now); hours.why(now);
//
// Every answer concerns the window [from(), until()) only; an instant asked about lies in it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "acd/export.hpp"
#include "acd/time_plan/time_plan.hpp"
#include "acd/time_plan/time_set.hpp"
#include "acd/time_plan/zone.hpp"

namespace acd {
inline namespace v1 {

/// What a plan's ids refer to. Plans refer to each other without a cycle.
struct PlanBook {
  std::span<const TimePlan> plans{};
  std::span<const ZoneRules> zones{};
};

/// The open time of a plan within [from, until); nothing outside. Linear in the days of the
/// window, the rules and the transitions.
[[nodiscard]] ACD_EXPORT TimeSet materialise(const TimePlan& plan, const PlanBook& book,
                                             Instant from, Instant until);
/// The same of an expression in a zone and reading.
[[nodiscard]] ACD_EXPORT TimeSet materialise(const TimeExpression& expression,
                                             const ZoneRules& zone, LocalReading reading,
                                             const PlanBook& book, Instant from, Instant until);

class ACD_EXPORT Timetable {
 public:
  /// Empty window.
  Timetable() = default;
  [[nodiscard]] static Timetable compile(const TimePlan& plan, const PlanBook& book, Instant from,
                                         Instant until);

  [[nodiscard]] Instant from() const { return from_; }
  [[nodiscard]] Instant until() const { return until_; }
  [[nodiscard]] bool covers(Instant at) const { return from_ <= at && at < until_; }

  // Constant time. `never`: not before until().
  [[nodiscard]] bool is_open(Instant at) const;
  [[nodiscard]] Instant next_change(Instant at) const;   ///< strictly after `at`
  [[nodiscard]] Instant next_opening(Instant at) const;  ///< closed to open, strictly after `at`
  [[nodiscard]] Instant next_closing(Instant at) const;  ///< open to closed, strictly after `at`
  [[nodiscard]] Instant first_open(Instant at) const;    ///< `at` itself if open then
  [[nodiscard]] Instant first_closed(Instant at) const;  ///< `at` itself if closed then
  /// Open time within [a, b); zero unless a < b.
  [[nodiscard]] Duration open_time(Instant a, Instant b) const;
  /// The first instant by which so much open time has passed since `at`; for zero, `at`.
  /// Logarithmic in the toggles.
  [[nodiscard]] Instant after_open_time(Instant at, Duration open_time) const;

  /// The layer that decided: its index in TimePlan::layers, or `no_layer`: none covers `at`.
  static constexpr std::size_t no_layer = static_cast<std::size_t>(-1);
  [[nodiscard]] std::size_t why(Instant at) const;

  /// The toggles of [from, until), as a set.
  [[nodiscard]] const TimeSet& open() const { return open_; }

 private:
  Instant from_{};
  Instant until_{};
  TimeSet open_{};
};

}  // namespace v1
}  // namespace acd
