// The delta method.
#include "estimate.hpp"

#include <cmath>

#include "student.hpp"

namespace acdsim {
namespace {

/// The ratio of the sums, and how much each replication adds to it or takes from it, as far as a
/// linear approximation tells.
struct Linearised {
  std::optional<double> value{};
  std::vector<double> residuals{};
};

Linearised linearised(const std::vector<acd::Ratio>& replications) {
  double numerators = 0;
  double denominators = 0;
  for (const acd::Ratio& each : replications) {
    numerators += each.numerator;
    denominators += each.denominator;
  }
  Linearised result;
  if (denominators <= 0) return result;
  result.value = numerators / denominators;
  const double mean = denominators / static_cast<double>(replications.size());
  for (const acd::Ratio& each : replications) {
    result.residuals.push_back((each.numerator - *result.value * each.denominator) / mean);
  }
  return result;
}

/// Of residuals with the mean 0; none of one.
std::optional<double> half_width(const std::vector<double>& residuals, double confidence) {
  if (residuals.size() < 2) return std::nullopt;
  const auto count = static_cast<double>(residuals.size());
  double squares = 0;
  for (const double residual : residuals) squares += residual * residual;
  const double t = student_quantile((1 - confidence) / 2, count - 1);
  return t * std::sqrt(squares / (count - 1)) / std::sqrt(count);
}

}  // namespace

Estimate estimate(const std::vector<acd::Ratio>& replications, double confidence) {
  const Linearised one = linearised(replications);
  if (!one.value) return {};
  return {.value = one.value, .half_width = half_width(one.residuals, confidence)};
}

Estimate paired_difference(const std::vector<acd::Ratio>& first,
                           const std::vector<acd::Ratio>& second, double confidence) {
  const Linearised one = linearised(first);
  const Linearised other = linearised(second);
  if (!one.value || !other.value || first.size() != second.size()) return {};
  std::vector<double> residuals = one.residuals;
  for (std::size_t i = 0; i < residuals.size(); ++i) residuals[i] -= other.residuals[i];
  return {.value = *one.value - *other.value, .half_width = half_width(residuals, confidence)};
}

}  // namespace acdsim
