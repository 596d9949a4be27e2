// Random bots, menus and entries over the lines of a blueprint.
#pragma once

#include "acd/config/blueprint.hpp"

namespace acd {
inline namespace v1 {

/// Adds lines to a blueprint that has all others; it stays sound.
void add_random_entries(Blueprint& blueprint);

/// None, or a time plan.
[[nodiscard]] TimePlanId random_hours(const Blueprint& blueprint);

}  // namespace v1
}  // namespace acd
