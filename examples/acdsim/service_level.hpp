// Service level: the share of callers who were served soon enough. Four formulas are in use,
// and they differ by several points on one day: always say which.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "tally.hpp"

namespace acdsim {

/// "Soon" is within the answer limit, both for being served and for abandoning.
enum class ServiceLevelFormula : std::uint8_t {
  of_offered,      ///< served soon / offered
  of_served,       ///< served soon / served
  less_abandoned,  ///< served soon / (offered - abandoned soon)
  with_abandoned,  ///< (served soon + abandoned soon) / offered
};

inline constexpr std::array service_level_formulas = {
    ServiceLevelFormula::of_offered, ServiceLevelFormula::of_served,
    ServiceLevelFormula::less_abandoned, ServiceLevelFormula::with_abandoned};

/// "of_offered"
[[nodiscard]] std::string_view name_of(ServiceLevelFormula formula);
/// "served within T / offered", with T for the answer limit.
[[nodiscard]] std::string_view definition_of(ServiceLevelFormula formula);
[[nodiscard]] std::optional<ServiceLevelFormula> service_level_formula(std::string_view name);

/// 0 to 1; none if nobody counts.
[[nodiscard]] std::optional<double> service_level(const Tally& tally, ServiceLevelFormula formula);

}  // namespace acdsim
