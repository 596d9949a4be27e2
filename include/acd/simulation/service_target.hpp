// What a day is to reach, and whether it did.
#pragma once

#include <cstdint>

#include "acd/export.hpp"
#include "acd/simulation/statistics.hpp"
#include "acd/vocabulary/id.hpp"

namespace acd {
inline namespace v1 {

enum class ServiceFigure : std::uint8_t {
  service_level,   ///< at least
  abandonment,     ///< abandoned / offered, at most
  speed_of_answer  ///< mean wait of the served in seconds, at most
};

struct ServiceTarget {
  GroupId group{};  ///< none: of all sessions
  ServiceFigure figure = ServiceFigure::service_level;
  double bound = 0;  ///< a share of 0 to 1, or seconds
  friend bool operator==(const ServiceTarget&, const ServiceTarget&) = default;
};

/// `formula` is that of the service level.
[[nodiscard]] ACD_EXPORT Ratio ratio_of(const ServiceCounts& counts, ServiceFigure figure,
                                        ServiceLevel formula);
/// The figure of a day on which nobody came: everybody was served in time, nobody waited.
[[nodiscard]] ACD_EXPORT double figure_of_nobody(ServiceFigure figure);
[[nodiscard]] ACD_EXPORT bool is_met(const ServiceTarget& target, double value);

}  // namespace v1
}  // namespace acd
