// What came of a simulated scenario: targets first, then the totals and the tables.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "acd/simulation/scenario.hpp"
#include "acd/simulation/service_target.hpp"
#include "replications.hpp"
#include "run_request.hpp"
#include "text_table.hpp"

namespace acdsim {

inline constexpr std::array<std::pair<acd::ServiceLevel, std::string_view>, 4> run_formulas{
    {{acd::ServiceLevel::of_offered, "of_offered"},
     {acd::ServiceLevel::of_answered, "of_answered"},
     {acd::ServiceLevel::without_short, "without_short"},
     {acd::ServiceLevel::abandoned_as_served, "abandoned_as_served"}}};

struct RunContext {
  const RunRequest& request;
  const acd::Scenario& scenario;
  const std::vector<acd::ServiceTarget>& targets;
  const Replications& replications;
  acd::ServiceLevel formula = acd::ServiceLevel::of_offered;
  std::chrono::seconds utc_offset{0};
  std::uint64_t fingerprint = 0;
};

struct RunReport {
  std::string text{};
  std::size_t targets_missed = 0;
};

[[nodiscard]] RunReport run_report(const RunContext& context, const TextStyle& style);

}  // namespace acdsim
