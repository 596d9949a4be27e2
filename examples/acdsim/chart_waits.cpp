// Voice waits seconds, tickets wait days: a logarithmic scale shows both.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "charts.hpp"
#include "html_text.hpp"
#include "number_text.hpp"
#include "svg.hpp"

namespace acdsim {
namespace {

struct Tick {
  double seconds = 0;
  std::string_view name{};
};
constexpr std::array<Tick, 9> ticks{{{1, "1s"},
                                     {10, "10s"},
                                     {60, "1m"},
                                     {600, "10m"},
                                     {3600, "1h"},
                                     {21'600, "6h"},
                                     {86'400, "1d"},
                                     {604'800, "7d"},
                                     {2'592'000, "30d"}}};

class WaitChart {
 public:
  WaitChart(const RunFigures& figures, const Wording& say, double width, double names)
      : figures_{figures},
        width_{width},
        left_{names > 0 ? names : 12},
        row_{names > 0 ? 36.0 : 50.0},
        svg_{width, top + row_ * static_cast<double>(figures.groups.size()) + 4,
             say(Phrase::waits)} {
    double longest = 60;
    for (const GroupFigures& group : figures.groups) {
      longest = std::max({longest, group.waits.percentiles_s.back().value_or(0),
                          static_cast<double>(group.target_wait.count()) / 1e6});
    }
    last_ = *std::ranges::find_if(
        ticks, [&](const Tick& tick) { return tick.seconds >= longest || &tick == &ticks.back(); });
  }

  [[nodiscard]] std::string draw() {
    for (const Tick& tick : ticks) {
      if (tick.seconds > last_.seconds) break;
      const double x = x_of(tick.seconds);
      svg_.line(x, top - 4, x, top + row_ * static_cast<double>(figures_.groups.size()), "grid");
      svg_.text(x, top - 10, Svg::Anchor::middle, "axis",
                tick.seconds == 1 ? "≤ 1s" : std::string{tick.name});
    }
    for (std::size_t i = 0; i < figures_.groups.size(); ++i) draw_group(i);
    return svg_.take();
  }

 private:
  static constexpr double top = 28;

  [[nodiscard]] double x_of(double seconds) const {
    const double share = std::log(std::max(seconds, 1.0)) / std::log(last_.seconds);
    return left_ + 14 + (width_ - left_ - 34) * std::min(share, 1.0);
  }

  void draw_group(std::size_t line) {
    const GroupFigures& group = figures_.groups[line];
    const double base = top + row_ * static_cast<double>(line);
    const double y = base + row_ - 10;
    const bool is_beside = left_ > 12;
    svg_.text(is_beside ? left_ - 8 : 0, is_beside ? y + 4 : base + 14,
              is_beside ? Svg::Anchor::end : Svg::Anchor::start, "name",
              shortened(group.name, is_beside ? 18 : 40));
    const auto& percentiles = group.waits.percentiles_s;
    const double target = x_of(static_cast<double>(group.target_wait.count()) / 1e6);
    svg_.line(target, y - 5, target, y + 10, "bound");
    if (!percentiles.front()) return;
    svg_.line(x_of(*percentiles.front()), y, x_of(*percentiles.back()), y, "span");
    double free_from = 0;
    for (std::size_t i = 0; i < percentiles.size(); ++i) {
      const double x = x_of(*percentiles[i]);
      svg_.circle(
          x, y, i == 0 ? 5 : 3.5, "point",
          fmt::format("{} {} %: {}", group.name, wait_percentiles[i], wait_text(percentiles[i])));
      if (x < free_from) continue;
      svg_.text(x, y - 8, Svg::Anchor::middle, "axis", fmt::format("{}", wait_percentiles[i]));
      free_from = x + 17;
    }
  }

  const RunFigures& figures_;
  double width_;
  double left_;
  double row_;
  Tick last_{};
  Svg svg_;
};

}  // namespace

std::string wait_chart(const RunFigures& figures, const Wording& say) {
  return "<p class=\"legend\"><span><i class=\"swatch point\"></i>" +
         escaped(say(Phrase::percentiles)) + "</span> <span><i class=\"swatch dashed\"></i>" +
         escaped(say(Phrase::target_wait)) + "</span></p>\n<p class=\"note\">" +
         escaped(say(Phrase::log_axis)) + "</p>\n" +
         for_both_widths(WaitChart{figures, say, wide_page, 150}.draw(),
                         WaitChart{figures, say, narrow_page, 0}.draw());
}

}  // namespace acdsim
