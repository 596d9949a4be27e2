// Random conditions, bots, menus and entries over the lines of a blueprint.
#pragma once

#include "acd/config/blueprint.hpp"

namespace acd {
inline namespace v1 {

/// How many lines of each kind a condition may name.
struct EntryBounds {
  std::size_t channels = 0;
  std::size_t attributes = 0;
  std::size_t time_plans = 0;
  std::size_t groups = 0;
};

[[nodiscard]] EntryCondition random_entry_condition(const EntryBounds& bounds);

/// Adds lines to a blueprint that has all others; it stays sound.
void add_random_entries(Blueprint& blueprint);

/// None, or a time plan.
[[nodiscard]] TimePlanId random_hours(const Blueprint& blueprint);

}  // namespace v1
}  // namespace acd
