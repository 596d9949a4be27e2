// acdsim plan: a plan's year as a picture, and answers about instants.
#pragma once

#include <string>

#include "command_line.hpp"
#include "plan_glyphs.hpp"
#include "text_table.hpp"

namespace acdsim {

/// Throws BadInput for a blueprint with errors, and Failure(usage) for a plan, a year or an
/// instant that it does not have.
[[nodiscard]] std::string plan_report(const PlanRequest& request, const Glyphs& glyphs,
                                      const TextStyle& style);

}  // namespace acdsim
