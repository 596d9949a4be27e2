// Answers from a plan's rules as they are written, for plans whose leaves are shifts on days: what
// a host does without a compiled timetable.
#pragma once

#include <absl/time/time.h>

#include <algorithm>

#include "acd/time_plan/time_plan.hpp"
#include "acd/time_plan/zone.hpp"

namespace acd::bench {

/// Civil time by the library's rules.
struct RulesClock {
  const ZoneRules& zone;
  [[nodiscard]] LocalTime local_time(Instant at) const { return zone.local_time(at); }
  [[nodiscard]] Instant resolve(LocalTime local) const { return zone.resolve(local); }
};

/// Civil time by abseil's.
struct AbslClock {
  const absl::TimeZone& zone;
  [[nodiscard]] LocalTime local_time(Instant at) const {
    const auto info = zone.At(absl::FromUnixMicros(at.time_since_epoch().count()));
    return LocalTime{at.time_since_epoch() + std::chrono::seconds{info.offset}};
  }
  [[nodiscard]] Instant resolve(LocalTime local) const {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(local).time_since_epoch();
    const auto info = zone.At(absl::CivilSecond{1970, 1, 1, 0, 0, 0} + seconds.count());
    return Instant{Duration{absl::ToUnixMicros(info.pre)}};
  }
};

template <class Clock>
class WrittenPlan {
 public:
  WrittenPlan(const TimePlan& plan, const Clock& clock) : plan_{plan}, clock_{clock} {}

  [[nodiscard]] bool is_open(Instant at) const {
    const Covers covers{clock_.local_time(at)};
    for (const PlanLayer& layer : plan_.layers) {
      if (layer.when.fold(covers) != 0) return layer.effect == LayerEffect::opens;
    }
    return false;
  }

  /// Tries the ends of each day's hours until the answer changes.
  [[nodiscard]] Instant next_change(Instant at) const {
    const bool before = is_open(at);
    Date day = std::chrono::floor<std::chrono::days>(clock_.local_time(at));
    for (int left = 30; left > 0; --left, day += std::chrono::days{1}) {
      const Instant change = first_change(day, at, before);
      if (change != never) return change;
    }
    return never;
  }

 private:
  struct Covers {
    LocalTime local;
    [[nodiscard]] int leaf(const TimeRule& rule) const {
      const Date today = std::chrono::floor<std::chrono::days>(local);
      for (int back = 0; back <= 1; ++back) {  // no shift here is longer
        const Date day = today - std::chrono::days{back};
        for (const Hours& hours : rule.hours) {
          if (day + hours.start > local || local >= day + hours.end) continue;
          if (contains(rule.days, day)) return 1;
        }
      }
      return 0;
    }
    [[nodiscard]] int both(int a, int b) const { return a & b; }
    [[nodiscard]] int either(int a, int b) const { return a | b; }
    [[nodiscard]] int negation(int a) const { return 1 - a; }
    [[nodiscard]] int anything() const { return 1; }
    [[nodiscard]] int nothing() const { return 0; }
  };

  [[nodiscard]] Instant first_change(Date day, Instant at, bool before) const {
    Instant first = never;
    for (const PlanLayer& layer : plan_.layers) {
      for (const TimeExpression::Node& node : layer.when.nodes()) {
        if (node.op != BooleanOp::leaf || !contains(node.leaf.days, day)) continue;
        for (const Hours& hours : node.leaf.hours) {
          for (const auto edge : {hours.start, hours.end}) {
            const Instant instant = clock_.resolve(day + edge);
            if (instant <= at || instant >= first) continue;
            if (is_open(instant) != before) first = instant;
          }
        }
      }
    }
    return first;
  }

  const TimePlan& plan_;
  const Clock& clock_;
};

}  // namespace acd::bench
