// Student's t distribution: how far a mean of few values may be off.
#pragma once

namespace acdsim {

/// What a t variable with so many degrees of freedom (1 or more) exceeds with probability `tail`,
/// above 0 and below a half; right to 1e-10.
[[nodiscard]] double student_quantile(double tail, double degrees);

}  // namespace acdsim
