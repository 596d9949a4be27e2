// The published shape of a surge day, and our own centre's ordinary day that it is laid over.
#pragma once

#include <array>
#include <cstddef>

namespace acdsim {

inline constexpr std::size_t hours_of_day = 24;

/// Incidents of New York City's emergency medical service in each hour of 18 January 2015,
/// when rain froze on the streets in the morning, over the median of the same hour and
/// weekday (counts published by the city as open data).
inline constexpr std::array<double, hours_of_day> freezing_rain_multipliers = {
    0.847, 0.909, 1.031, 0.960, 0.851, 1.126, 1.049, 3.470, 5.505, 2.863, 2.099, 1.408,
    1.378, 1.333, 1.274, 0.974, 1.017, 1.040, 1.015, 0.914, 1.012, 0.923, 1.086, 1.007};

/// Calls per hour on an ordinary day of a roadside assistance centre. Invented.
inline constexpr std::array<double, hours_of_day> ordinary_calls = {
    14,  10,  8,   8,   10,  20,  50,  95, 130, 140, 135, 130,
    125, 120, 120, 120, 125, 130, 110, 85, 65,  50,  35,  22};

/// 18 January 2015, Eastern Standard Time.
inline constexpr int surge_year = 2015;
inline constexpr unsigned surge_month = 1;
inline constexpr unsigned surge_day_of_month = 18;
inline constexpr int new_york_hours_behind_utc = 5;

/// A queue of the centre. All invented.
struct SurgeQueue {
  const char* name;
  double share;        ///< of the ordinary calls
  double sensitivity;  ///< 1: the whole multiplier; 0: none of it
  double service_median_s;
  double service_sigma;  ///< of the lognormal
  double patience_mean_s;
  int priority_1_percent;
  int priority_2_percent;
  int wrap_up_s;  ///< in the centre as it was
};

inline constexpr std::array<SurgeQueue, 4> surge_queues = {{
    {"ACC", 0.22, 1.0, 240, 0.55, 420, 30, 40, 30},  // accidents
    {"BRK", 0.48, 1.0, 180, 0.60, 330, 20, 12, 20},  // breakdowns
    {"ESP", 0.08, 1.0, 220, 0.55, 400, 20, 15, 20},  // both, in Spanish
    {"MEM", 0.22, 0.15, 150, 0.70, 200, 0, 5, 15},   // membership and bills
}};

}  // namespace acdsim
