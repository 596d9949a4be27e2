// Reads who calls: which keys a demand has.
#pragma once

#include "acd/simulation/scenario.hpp"
#include "toml/values.hpp"

namespace acd {
inline namespace v1 {

/// `[[demand]]`. Profiles fill the day of the reading, and each day of it.
void read_value(const Source& source, Demand& target);

}  // namespace v1
}  // namespace acd
