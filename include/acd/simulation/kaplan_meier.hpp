// How long people would wait: the Kaplan-Meier estimate (Kaplan, Meier 1958) of patience.
//
// An abandoner's wait is his patience. Of one who was served it is only known that he would have
// waited longer than he did: his observation is *censored*. At equal times abandonments come
// before censorings.
//
// Beyond the last abandonment the data say nothing. If the estimate has not reached zero there, it
// goes on as an exponential curve through its last value (Brown, Hollander and Korwar 1974).
#pragma once

#include <cstdint>
#include <vector>

#include "acd/export.hpp"
#include "acd/simulation/time_distribution.hpp"
#include "acd/vocabulary/time.hpp"

namespace acd {
inline namespace v1 {

/// How long one waited, and why no longer.
struct PatienceObservation {
  enum class Kind : std::uint8_t { abandoned, censored };
  Duration time{0};
  Kind kind = Kind::censored;
};

/// A `survival` with one step for each time at which somebody abandoned; `endless` if nobody ever
/// did. O(n log n).
[[nodiscard]] ACD_EXPORT TimeDistribution
kaplan_meier(std::vector<PatienceObservation> observations);

}  // namespace v1
}  // namespace acd
