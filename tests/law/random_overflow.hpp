// Random overflow rules, tickets, callbacks, surges and break rules over a blueprint's lines.
#pragma once

#include "acd/config/blueprint.hpp"

namespace acd {
inline namespace v1 {

/// Adds to a blueprint that has all other lines; it stays sound.
void add_random_overflow(Blueprint& blueprint);

}  // namespace v1
}  // namespace acd
