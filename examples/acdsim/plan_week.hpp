// A week of a plan as bars: a row per day, a column per half hour of the clock on the wall.
#pragma once

#include <string>

#include "plan_glyphs.hpp"
#include "plan_view.hpp"
#include "text_table.hpp"

namespace acdsim {

/// The seven days from Monday of the week of `date`; 80 columns.
[[nodiscard]] std::string week_text(const PlanView& view, acd::Date date, const Glyphs& glyphs,
                                    const TextStyle& style);

}  // namespace acdsim
