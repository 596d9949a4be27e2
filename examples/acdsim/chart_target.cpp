// A small scale beside a target: the band is the confidence interval, the bar the bound.
#include <fmt/format.h>

#include <algorithm>

#include "charts.hpp"
#include "run_tables.hpp"
#include "svg.hpp"

namespace acdsim {

std::string target_chart(const TargetResult& target, const Wording& say) {
  constexpr double width = 200;
  constexpr double height = 22;
  const bool is_level = target.figure == acd::ServiceFigure::service_level;
  const double half = target.half_width.value_or(0);
  const double most =
      is_level ? 1 : std::max({2 * target.bound, 1.1 * (target.value + half), 1e-6});
  const auto x_of = [&](double value) { return width * std::clamp(value / most, 0.0, 1.0); };
  Svg svg{width, height,
          fmt::format("{} {}, {}", value_text(target), half_width_text(target),
                      bound_text(target, say))};
  const double bound = x_of(target.bound);
  svg.rect(0, 7, width, 8, "track");
  svg.rect(is_level ? bound : 0, 7, is_level ? width - bound : bound, 8, "wanted");
  svg.rect(x_of(target.value - half), 4,
           std::max(x_of(target.value + half) - x_of(target.value - half), 1.0), 14, "band");
  svg.line(bound, 0, bound, height, "bound");
  svg.circle(x_of(target.value), height / 2, 4.5, target.is_met ? "good" : "bad");
  return svg.take();
}

}  // namespace acdsim
