// The formulas.
#include "service_level.hpp"

namespace acdsim {

std::string_view name_of(ServiceLevelFormula formula) {
  switch (formula) {
    case ServiceLevelFormula::of_offered: return "of_offered";
    case ServiceLevelFormula::of_served: return "of_served";
    case ServiceLevelFormula::less_abandoned: return "less_abandoned";
    case ServiceLevelFormula::with_abandoned: return "with_abandoned";
  }
  return {};
}

std::string_view definition_of(ServiceLevelFormula formula) {
  switch (formula) {
    case ServiceLevelFormula::of_offered: return "served within T / offered";
    case ServiceLevelFormula::of_served: return "served within T / served";
    case ServiceLevelFormula::less_abandoned:
      return "served within T / (offered - abandoned within T)";
    case ServiceLevelFormula::with_abandoned:
      return "(served within T + abandoned within T) / offered";
  }
  return {};
}

std::optional<ServiceLevelFormula> service_level_formula(std::string_view name) {
  for (const ServiceLevelFormula formula : service_level_formulas) {
    if (name_of(formula) == name) return formula;
  }
  return std::nullopt;
}

std::optional<double> service_level(const Tally& tally, ServiceLevelFormula formula) {
  std::size_t good = tally.served_soon;
  std::size_t all = tally.offered;
  switch (formula) {
    case ServiceLevelFormula::of_offered: break;
    case ServiceLevelFormula::of_served: all = tally.served; break;
    case ServiceLevelFormula::less_abandoned: all -= tally.abandoned_soon; break;
    case ServiceLevelFormula::with_abandoned: good += tally.abandoned_soon; break;
  }
  if (all == 0) return std::nullopt;
  return static_cast<double>(good) / static_cast<double>(all);
}

}  // namespace acdsim
