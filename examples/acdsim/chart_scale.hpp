// Scales of drawings.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "svg.hpp"

namespace acdsim {

/// A round step that cuts `most` into about `parts`: 1, 2 or 5 times a power of ten.
[[nodiscard]] inline double round_step(double most, double parts) {
  const double raw = std::max(most, 1e-9) / parts;
  const double power = std::pow(10, std::floor(std::log10(raw)));
  const double digit = raw / power;
  return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
}

/// The text in lines of at most so many columns of a terminal, the last one shortened.
[[nodiscard]] std::vector<std::string> wrapped(const std::string& text, std::size_t columns,
                                               std::size_t lines_max);

}  // namespace acdsim
