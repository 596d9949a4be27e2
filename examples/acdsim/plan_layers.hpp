// Which layers of a plan decide about which days.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "acd/time_plan/time_set.hpp"
#include "plan_view.hpp"

namespace acdsim {

/// The layers of one name, and the time that they decide about.
struct NamedLayers {
  std::string name{};
  acd::TimeSet decided{};
};

/// In the order of their first layers. Empty names are "layer 3".
[[nodiscard]] std::vector<NamedLayers> layers_by_name(const PlanView& view);

[[nodiscard]] std::string layer_name(const acd::TimePlan& plan, std::size_t layer);

}  // namespace acdsim
