// Reads what is asked of a day.
#pragma once

#include <vector>

#include "acd/simulation/service_target.hpp"
#include "toml/values.hpp"

namespace acd {
inline namespace v1 {

/// `[[target]]`: one table may ask for several figures.
struct TargetLine {
  std::vector<ServiceTarget> targets{};
};
void read_value(const Source& source, TargetLine& target);

}  // namespace v1
}  // namespace acd
