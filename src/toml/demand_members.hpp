// Reads who calls: which keys a demand has.
#pragma once

#include <vector>

#include "acd/simulation/scenario.hpp"
#include "toml/values.hpp"

namespace acd {
inline namespace v1 {

/// `[[demand]]`. Profiles fill the window, day after day.
struct DemandLines {
  Instant begin{};
  Instant end{};
  std::vector<Demand> demands{};
};
void read_value(const Source& source, DemandLines& target);

}  // namespace v1
}  // namespace acd
