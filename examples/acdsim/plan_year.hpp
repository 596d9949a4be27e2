// A plan's year as a picture: a row per month, a cell per day, and what the cells mean.
#pragma once

#include <string>

#include "plan_glyphs.hpp"
#include "plan_view.hpp"
#include "text_table.hpp"

namespace acdsim {

/// 80 columns. Days outside the plan's window are left blank.
[[nodiscard]] std::string year_text(const PlanView& view, std::chrono::year year,
                                    const Glyphs& glyphs, const TextStyle& style);

}  // namespace acdsim
