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

/// The open time of a plan within [from, until), cut to the accepted instants; nothing outside.
/// Its ids, and those of the plans that it refers to, name lines of the book, without a cycle:
/// `check` sees to it for a blueprint. A plan that several refer to is made once. Takes
/// O((days + transitions) * rules) and O(n log n) in the toggles of the layers.
[[nodiscard]] ACD_EXPORT TimeSet materialise(const TimePlan& plan, const PlanBook& book,
                                             Instant from, Instant until);
/// The same of an expression in a zone and reading. Within the window it is a homomorphism:
/// `&&` gives `&`, `||` gives `|`, and `!` the rest of the window.
[[nodiscard]] ACD_EXPORT TimeSet materialise(const TimeExpression& expression,
                                             const ZoneRules& zone, LocalReading reading,
                                             const PlanBook& book, Instant from, Instant until);

class ACD_EXPORT Timetable {
 public:
  /// Empty window.
  Timetable() = default;
  /// As `materialise`. A longer window is compiled anew, from the same plan and book.
  [[nodiscard]] static Timetable compile(const TimePlan& plan, const PlanBook& book, Instant from,
                                         Instant until);

  [[nodiscard]] Instant from() const { return from_; }
  [[nodiscard]] Instant until() const { return until_; }
  [[nodiscard]] bool covers(Instant at) const { return from_ <= at && at < until_; }

  // Constant time, given that toggles do not crowd: at worst logarithmic in the most that lie
  // within a quarter of their mean distance. `never`: not before until().
  [[nodiscard]] bool is_open(Instant at) const;          ///< outside the window: closed
  [[nodiscard]] Instant next_change(Instant at) const;   ///< strictly after `at`
  [[nodiscard]] Instant next_opening(Instant at) const;  ///< closed to open, strictly after `at`
  [[nodiscard]] Instant next_closing(Instant at) const;  ///< open to closed, strictly after `at`
  [[nodiscard]] Instant first_open(Instant at) const;    ///< `at` itself if open then
  [[nodiscard]] Instant first_closed(Instant at) const;  ///< `at` itself if closed then
  /// Open time within [a, b); zero unless a < b.
  [[nodiscard]] Duration open_time(Instant a, Instant b) const;

  /// The first instant by which so much open time has passed since `at`; for zero, `at`;
  /// `never` if until() comes before. Logarithmic in the toggles.
  [[nodiscard]] Instant after_open_time(Instant at, Duration open_time) const;

  /// The layer that decides: its index in TimePlan::layers, or `no_layer`: none covers `at`.
  /// Logarithmic in the changes of who decides.
  static constexpr std::size_t no_layer = static_cast<std::size_t>(-1);
  [[nodiscard]] std::size_t why(Instant at) const;

  /// The open time of [from, until), as a set.
  [[nodiscard]] const TimeSet& open() const { return open_; }

 private:
  void fill_buckets();
  /// The most toggles in one bucket of 2^shift microseconds.
  std::size_t fill_buckets_of(unsigned shift);
  void fill_open_time();
  /// Number of toggles at or before `at`; before the window 0, after it all.
  [[nodiscard]] std::size_t toggles_by(Instant at) const;
  [[nodiscard]] Duration open_time_by(Instant at) const;

  // What every question reads comes first.

  /// Bucket b, of 2^shift_ microseconds, holds the number of toggles before it. The search
  /// among those inside takes a number of steps that the table fixes, so that it does not
  /// branch on the instant.
  unsigned shift_ = 0;
  std::uint32_t first_step_ = 2;
  Instant from_{};
  Instant until_{};
  std::vector<std::uint32_t> buckets_{};
  /// Those before `until_`, then `never` as often as a question may look beyond the last.
  /// An odd number of them by an instant of the window: open.
  std::vector<Instant> toggles_ = std::vector<Instant>(2, never);
  std::size_t toggle_count_ = 0;
  /// By an instant after i toggles, so much of the window was open: [i], and if i is odd the
  /// time since 1970 on top.
  std::vector<Duration> open_time_ = std::vector<Duration>(1);
  TimeSet open_{};

  struct Reign {
    Instant from{};
    std::size_t layer = no_layer;
  };
  std::vector<Reign> reigns_{};  ///< who decides, from when on
};

inline std::size_t Timetable::toggles_by(Instant at) const {
  if (!covers(at)) return at < from_ ? 0 : toggle_count_;
  const auto elapsed = static_cast<std::uint64_t>((at - from_).count());
  std::size_t toggles = buckets_[elapsed >> shift_];
  const auto pass = [&](std::size_t step) {
    toggles += step * static_cast<std::size_t>(toggles_[toggles + step - 1] <= at);
  };
  for (std::size_t step = first_step_; step > 2; step >>= 1) pass(step);
  pass(2);
  pass(1);
  return toggles;
}

inline bool Timetable::is_open(Instant at) const { return covers(at) && toggles_by(at) % 2 == 1; }

inline Instant Timetable::next_change(Instant at) const { return toggles_[toggles_by(at)]; }

inline Instant Timetable::next_opening(Instant at) const {
  const std::size_t toggles = toggles_by(at);
  return toggles_[toggles + toggles % 2];
}

inline Instant Timetable::next_closing(Instant at) const {
  const std::size_t toggles = toggles_by(at);
  return toggles_[toggles + 1 - toggles % 2];
}

}  // namespace v1
}  // namespace acd
