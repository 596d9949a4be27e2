// What is measured of sessions: each measure has a name for files, a unit, and how it is counted.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "acd/simulation/statistics.hpp"
#include "estimate.hpp"

namespace acdsim {

inline constexpr std::array<std::pair<acd::ServiceLevel, std::string_view>, 4> run_formulas{
    {{acd::ServiceLevel::of_offered, "of_offered"},
     {acd::ServiceLevel::of_answered, "of_answered"},
     {acd::ServiceLevel::without_short, "without_short"},
     {acd::ServiceLevel::abandoned_as_served, "abandoned_as_served"}}};

enum class Measure : std::uint8_t {
  offered,
  served,
  abandoned,
  short_abandoned,
  blocked,
  by_bot,
  elsewhere,
  left_waiting,
  redials,
  service_level,
  abandonment,
  speed_of_answer,
  wait_of_abandoned,
  talk_time,
  met_again,
  fell_due,
};
inline constexpr std::size_t measure_count = 16;

enum class Unit : std::uint8_t { count, share, seconds };

struct MeasureKind {
  Measure measure{};
  std::string_view key{};  ///< in files, for ever
  Unit unit{};
};

/// In the order of Measure.
inline constexpr std::array<MeasureKind, measure_count> measure_kinds{
    {{Measure::offered, "offered", Unit::count},
     {Measure::served, "served", Unit::count},
     {Measure::abandoned, "abandoned", Unit::count},
     {Measure::short_abandoned, "short_abandoned", Unit::count},
     {Measure::blocked, "blocked", Unit::count},
     {Measure::by_bot, "by_bot", Unit::count},
     {Measure::elsewhere, "elsewhere", Unit::count},
     {Measure::left_waiting, "left_waiting", Unit::count},
     {Measure::redials, "redials", Unit::count},
     {Measure::service_level, "service_level", Unit::share},
     {Measure::abandonment, "abandonment", Unit::share},
     {Measure::speed_of_answer, "speed_of_answer", Unit::seconds},
     {Measure::wait_of_abandoned, "wait_of_abandoned", Unit::seconds},
     {Measure::talk_time, "talk_time", Unit::seconds},
     {Measure::met_again, "met_again", Unit::share},
     {Measure::fell_due, "fell_due", Unit::share}}};

/// Of one replication; counts have the denominator 1.
[[nodiscard]] acd::Ratio ratio_of(const acd::ServiceCounts& counts, Measure measure,
                                  acd::ServiceLevel formula);

/// By measure. No value: 0/0.
class MeasureRow {
 public:
  [[nodiscard]] const Estimate& operator[](Measure measure) const {
    return estimates_[static_cast<std::size_t>(measure)];
  }
  [[nodiscard]] Estimate& operator[](Measure measure) {
    return estimates_[static_cast<std::size_t>(measure)];
  }

 private:
  std::array<Estimate, measure_count> estimates_{};
};

/// Of sums over replications: means, without intervals.
[[nodiscard]] MeasureRow means_of(const acd::ServiceCounts& sum, acd::ServiceLevel formula,
                                  std::size_t replications);

[[nodiscard]] std::optional<double> value_of(const acd::Ratio& ratio);
[[nodiscard]] inline double seconds_of(std::int64_t us) { return static_cast<double>(us) / 1e6; }

}  // namespace acdsim
