// A synthetic day of a roadside assistance centre, on which the rain freezes in the morning.
//
// Arrivals are a Poisson process whose hourly rates are the centre's ordinary calls times the
// published multipliers of a real surge day (surge_profile.hpp). Service times are lognormal,
// patience is exponential, with a few who hang up at once. What became of each call is decided
// by the centre as it was (plain_centre.hpp). The seed is fixed: the files are the same
// everywhere, byte by byte.
#pragma once

#include <string>

namespace acdsim {

/// The three CSV files, with the columns that `acdsim replay` reads.
struct SurgeDay {
  std::string calls{};
  std::string skills{};
  std::string shifts{};
};

[[nodiscard]] SurgeDay make_surge_day();

}  // namespace acdsim
