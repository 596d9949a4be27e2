// Two panels over one axis of time: the level on top, the sessions below.
#include <fmt/format.h>

#include <algorithm>

#include "acd/companion/time_text.hpp"
#include "chart_scale.hpp"
#include "charts.hpp"
#include "clock_text.hpp"
#include "html_text.hpp"
#include "run_tables.hpp"

namespace acdsim {
namespace {

double count_of(const IntervalFigures& interval, Measure measure) {
  return interval.all[measure].value.value_or(0);
}

class DayChart {
 public:
  DayChart(const RunFigures& figures, const Wording& say, double width)
      : figures_{figures},
        say_{say},
        width_{width},
        slot_{(width - left - 4) /
              static_cast<double>(std::max<std::size_t>(figures.intervals.size(), 1))},
        svg_{width, height, say(Phrase::the_day)} {
    for (const IntervalFigures& each : figures.intervals) {
      most_ = std::max(most_, count_of(each, Measure::offered));
    }
    step_ = round_step(most_, 4);
    most_ = std::max(step_ * std::ceil(most_ / step_), step_);
  }

  [[nodiscard]] std::string draw() {
    draw_level_axis();
    draw_count_axis();
    for (std::size_t i = 0; i < figures_.intervals.size(); ++i) draw_bar(i);
    draw_times();
    draw_levels();
    return svg_.take();
  }

 private:
  static constexpr double left = 44;
  static constexpr double level_top = 24;
  static constexpr double level_height = 110;
  static constexpr double count_top = 176;
  static constexpr double count_height = 180;
  static constexpr double height = count_top + count_height + 26;

  [[nodiscard]] double x_of(std::size_t line) const {
    return left + slot_ * static_cast<double>(line);
  }
  [[nodiscard]] static double y_of_level(double level) {
    return level_top + level_height * (1 - level);
  }
  [[nodiscard]] double y_of_count(double count) const {
    return count_top + count_height * (1 - count / most_);
  }

  void draw_level_axis() {
    svg_.text(0, 12, Svg::Anchor::start, "strong", say_(Phrase::service_level) + " %");
    for (const int percent : {0, 50, 80, 100}) {
      const double y = y_of_level(percent / 100.0);
      svg_.line(left, y, width_, y, "grid");
      svg_.text(left - 6, y + 4, Svg::Anchor::end, "axis", fmt::format("{}", percent));
    }
    for (const TargetResult& target : figures_.targets) {
      const bool is_level = target.figure == acd::ServiceFigure::service_level;
      if (!target.group.empty() || !is_level) continue;
      svg_.line(left, y_of_level(target.bound), width_, y_of_level(target.bound), "bound");
    }
  }

  void draw_count_axis() {
    svg_.text(0, count_top - 14, Svg::Anchor::start, "strong",
              say_(Phrase::per_interval, acd::to_text(figures_.interval)));
    for (double count = 0; count <= most_ + step_ / 2; count += step_) {
      const double y = y_of_count(count);
      svg_.line(left, y, width_, y, "grid");
      svg_.text(left - 6, y + 4, Svg::Anchor::end, "axis", fmt::format("{:g}", count));
    }
  }

  void draw_bar(std::size_t line) {
    const IntervalFigures& interval = figures_.intervals[line];
    const double offered = count_of(interval, Measure::offered);
    if (offered == 0) return;
    const double served = count_of(interval, Measure::served);
    const double abandoned = count_of(interval, Measure::abandoned);
    const double gap = slot_ > 8 ? 0.14 * slot_ : 0.5;
    const std::string when = interval_name(figures_, interval.begin);
    double below = 0;
    const auto part = [&](double count, std::string_view kind, Phrase name) {
      if (count <= 0) return;
      const double top = y_of_count(below + count);
      svg_.rect(x_of(line) + gap, top, slot_ - 2 * gap, y_of_count(below) - top, kind,
                fmt::format("{} {}: {:.1f}", when, say_(name), count));
      below += count;
    };
    part(served, "served", Phrase::served);
    part(abandoned, "abandoned", Phrase::abandoned);
    part(std::max(offered - served - abandoned, 0.0), "others", Phrase::others);
    if (slot_ < 30) return;
    svg_.text(x_of(line) + slot_ / 2, y_of_count(offered) - 4, Svg::Anchor::middle, "axis",
              fmt::format("{:.0f}", offered));
  }

  /// As many as fit; where the scenario has several days, the first of each.
  void draw_times() {
    const bool is_long = figures_.end - figures_.begin > std::chrono::days{1};
    double free_from = left;
    for (std::size_t i = 0; i < figures_.intervals.size(); ++i) {
      const acd::Instant begin = figures_.intervals[i].begin;
      const bool is_first =
          i == 0 || date_text(begin) != date_text(figures_.intervals[i - 1].begin);
      if (is_long && !is_first) continue;
      if (x_of(i) < free_from) continue;
      const std::string text = is_long ? date_text(begin).substr(5) : clock_text(begin);
      svg_.line(x_of(i), count_top + count_height, x_of(i), count_top + count_height + 5, "tick");
      svg_.text(x_of(i) + 2, count_top + count_height + 18, Svg::Anchor::start, "axis", text);
      free_from = x_of(i) + 44;
    }
  }

  void draw_levels() {
    std::string data;
    bool is_drawing = false;
    for (std::size_t i = 0; i < figures_.intervals.size(); ++i) {
      const IntervalFigures& interval = figures_.intervals[i];
      const std::optional<double> level = interval.all[Measure::service_level].value;
      const bool is_there = level && count_of(interval, Measure::offered) > 0;
      if (is_there) {
        data += fmt::format("{}{:.1f} {:.1f}", is_drawing ? "L" : "M", x_of(i) + slot_ / 2,
                            y_of_level(*level));
      }
      is_drawing = is_there;
    }
    svg_.path(data, "level");
    for (std::size_t i = 0; i < figures_.intervals.size(); ++i) draw_point(i);
  }

  void draw_point(std::size_t line) {
    const IntervalFigures& interval = figures_.intervals[line];
    const std::optional<double> level = interval.all[Measure::service_level].value;
    if (!level || count_of(interval, Measure::offered) == 0) return;
    svg_.circle(x_of(line) + slot_ / 2, y_of_level(*level), slot_ > 10 ? 3.5 : 2, "point",
                fmt::format("{}: {:.1f} %", interval_name(figures_, interval.begin), 100 * *level));
  }

  const RunFigures& figures_;
  const Wording& say_;
  double width_;
  double slot_;
  double most_ = 0;
  double step_ = 1;
  Svg svg_;
};

}  // namespace

std::string day_chart(const RunFigures& figures, const Wording& say) {
  std::string legend = "<p class=\"legend\">";
  const auto entry = [&](std::string_view kind, const std::string& words) {
    legend += fmt::format("<span><i class=\"swatch {}\"></i>{}</span> ", kind, escaped(words));
  };
  entry("served", say(Phrase::served));
  entry("abandoned", say(Phrase::abandoned));
  entry("others", say(Phrase::others));
  return legend + "</p>\n" +
         for_both_widths(DayChart{figures, say, wide_page}.draw(),
                         DayChart{figures, say, narrow_page}.draw());
}

}  // namespace acdsim
