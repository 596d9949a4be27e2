// Means over replications, and how far they may be off.
#pragma once

#include <optional>
#include <vector>

#include "acd/simulation/statistics.hpp"

namespace acdsim {

struct Estimate {
  std::optional<double> value{};       ///< none: there was nothing to divide by
  std::optional<double> half_width{};  ///< of the confidence interval; none of one replication
};

/// One pair for each replication: a figure's numerator and denominator (1 for a plain mean).
/// The value is the ratio of the sums; the interval is Student's t on its residuals, which for
/// plain means is the usual one (delta method; Cochran 1977, section 6.4). `confidence` lies above
/// 0 and below 1.
[[nodiscard]] Estimate estimate(const std::vector<acd::Ratio>& replications, double confidence);

/// What the first ratio has more than the second, where both are of the same replications: what is
/// common to them cancels. As many of each.
[[nodiscard]] Estimate paired_difference(const std::vector<acd::Ratio>& first,
                                         const std::vector<acd::Ratio>& second, double confidence);

}  // namespace acdsim
