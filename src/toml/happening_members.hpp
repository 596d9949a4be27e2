// Reads what a day brings: a moment, and a command as text.
#pragma once

#include "acd/simulation/scenario.hpp"
#include "toml/values.hpp"

namespace acd {
inline namespace v1 {

/// `[[happening]]`
void read_value(const Source& source, Happening& target);

}  // namespace v1
}  // namespace acd
