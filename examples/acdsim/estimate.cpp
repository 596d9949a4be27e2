// The delta method.
#include "estimate.hpp"

#include <cmath>

#include "student.hpp"

namespace acdsim {

Estimate estimate(const std::vector<acd::Ratio>& replications, double confidence) {
  const auto count = static_cast<double>(replications.size());
  double numerators = 0;
  double denominators = 0;
  for (const acd::Ratio& each : replications) {
    numerators += each.numerator;
    denominators += each.denominator;
  }
  if (denominators <= 0) return {};
  Estimate result{.value = numerators / denominators, .half_width = {}};
  if (replications.size() < 2) return result;
  double squares = 0;
  for (const acd::Ratio& each : replications) {
    const double residual = each.numerator - *result.value * each.denominator;
    squares += residual * residual;
  }
  const double deviation = std::sqrt(squares / (count - 1));
  const double t = student_quantile((1 - confidence) / 2, count - 1);
  result.half_width = t * deviation / std::sqrt(count) / (denominators / count);
  return result;
}

}  // namespace acdsim
