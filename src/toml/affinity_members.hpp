// Reads affinity, host choices, teams and the memory of customers.
#pragma once

#include "toml/values.hpp"

namespace acd {
inline namespace v1 {

void read_value(const Source& source, HostChoice& target);
void read_value(const Source& source, Team& target);
void read_value(const Source& source, MemoryRule& target);
void read_value(const Source& source, Affinity& target);

}  // namespace v1
}  // namespace acd
