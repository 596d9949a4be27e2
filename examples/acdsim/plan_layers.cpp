// A layer decides about what it covers and none above it does.
#include "plan_layers.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace acdsim {

std::string layer_name(const acd::TimePlan& plan, std::size_t layer) {
  const std::string& name = plan.layers[layer].name;
  return name.empty() ? fmt::format("layer {}", layer + 1) : name;
}

std::vector<NamedLayers> layers_by_name(const PlanView& view) {
  std::vector<NamedLayers> result;
  acd::TimeSet above;
  for (std::size_t i = 0; i < view.plan.layers.size(); ++i) {
    const acd::TimeSet covered =
        acd::materialise(view.plan.layers[i].when, view.zone, view.plan.reading, view.book(),
                         view.hours.from(), view.hours.until());
    const std::string name = layer_name(view.plan, i);
    auto named = std::ranges::find(result, name, &NamedLayers::name);
    if (named == result.end()) named = result.insert(result.end(), NamedLayers{.name = name});
    named->decided = named->decided | (covered - above);
    above = above | covered;
  }
  return result;
}

}  // namespace acdsim
