// What is wrong with a distribution of times.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "acd/config/problem.hpp"
#include "acd/simulation/time_distribution.hpp"

namespace acd::simulation {

enum class DistributionUse : std::uint8_t {
  lasts,           ///< takes some time, and ends
  may_be_zero,     ///< ends
  may_be_endless,  ///< patience
};

void check_time_distribution(const std::string& path, const TimeDistribution& distribution,
                             DistributionUse use, std::vector<Problem>& problems);

}  // namespace acd::simulation
