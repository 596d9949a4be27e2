// Random affinity, teams, host choices and memory over a blueprint's lines.
#pragma once

#include "acd/config/blueprint.hpp"
#include "acd/config/registry.hpp"

namespace acd {
inline namespace v1 {

/// Adds to a blueprint that has all other lines, and binds the choices; it stays sound.
void add_random_affinity(Blueprint& blueprint, Registry& registry);

}  // namespace v1
}  // namespace acd
