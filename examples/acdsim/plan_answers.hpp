// Answers about instants: open or closed, why, until when, and after so much open time.
#pragma once

#include <optional>
#include <string>

#include "plan_view.hpp"

namespace acdsim {

/// Of an instant of the window; `after`: when so much open time has passed since.
[[nodiscard]] std::string answer_at(const PlanView& view, acd::Instant at,
                                    std::optional<acd::Duration> after);
[[nodiscard]] std::string answer_between(const PlanView& view, acd::Instant from, acd::Instant to);

}  // namespace acdsim
