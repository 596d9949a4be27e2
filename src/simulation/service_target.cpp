// Figures as ratios, so that they add up over replications.
#include "acd/simulation/service_target.hpp"

namespace acd {
inline namespace v1 {

Ratio ratio_of(const ServiceCounts& counts, ServiceFigure figure, ServiceLevel formula) {
  switch (figure) {
    case ServiceFigure::service_level: return service_level_ratio(counts, formula);
    case ServiceFigure::abandonment:
      return {static_cast<double>(counts.abandoned), static_cast<double>(counts.offered)};
    case ServiceFigure::speed_of_answer:
      return {static_cast<double>(counts.wait_served.sum_us) / 1e6,
              static_cast<double>(counts.served)};
  }
  return {};
}

double figure_of_nobody(ServiceFigure figure) {
  return figure == ServiceFigure::service_level ? 1 : 0;
}

bool is_met(const ServiceTarget& target, double value) {
  return target.figure == ServiceFigure::service_level ? value >= target.bound
                                                       : value <= target.bound;
}

}  // namespace v1
}  // namespace acd
