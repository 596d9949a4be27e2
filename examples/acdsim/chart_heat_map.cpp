// Orange is below the target, blue is not: colours that everybody can tell apart, and the number
// beside them.
#include <fmt/format.h>

#include <array>

#include "chart_scale.hpp"
#include "charts.hpp"
#include "clock_text.hpp"
#include "html_text.hpp"
#include "run_tables.hpp"

namespace acdsim {
namespace {

constexpr double usual_target = 0.8;
constexpr double cell_height = 26;
constexpr std::size_t across_wide = 24;
constexpr std::size_t across_narrow = 6;

std::string_view kind_of(double level, double target) {
  const double points = 100 * (level - target);
  if (points < -30) return "h0";
  if (points < -15) return "h1";
  if (points < 0) return "h2";
  return points < 10 ? "h3" : "h4";
}

struct Cell {
  const RunFigures& figures;
  const IntervalFigures& interval;
  std::size_t group = 0;
};

void draw(Svg& svg, const Cell& cell, double x, double y, double width) {
  const GroupFigures& group = cell.figures.groups[cell.group];
  const MeasureRow& row = cell.interval.groups[cell.group];
  const bool is_empty = row[Measure::offered].value.value_or(0) == 0;
  const std::optional<double> level = row[Measure::service_level].value;
  if (is_empty || !level) {
    svg.rect(x + 1, y + 1, width - 2, cell_height - 2, "none");
    return;
  }
  const std::string title =
      fmt::format("{} {}: {:.1f} %", group.name, interval_name(cell.figures, cell.interval.begin),
                  100 * *level);
  svg.rect(x + 1, y + 1, width - 2, cell_height - 2,
           kind_of(*level, group.level_target.value_or(usual_target)), title);
  svg.text(x + width / 2, y + cell_height / 2 + 4, Svg::Anchor::middle,
           fmt::format("n {}", kind_of(*level, group.level_target.value_or(usual_target))),
           fmt::format("{:.0f}", 100 * *level));
}

using Block = std::vector<const IntervalFigures*>;

/// A day has one of them, or two: they are named by their days.
bool is_coarse(const RunFigures& figures) { return figures.interval >= std::chrono::hours{12}; }

/// Intervals in which anybody came, cut where a day ends and where a line is full.
std::vector<Block> blocks_of(const RunFigures& figures, std::size_t most) {
  std::vector<Block> blocks;
  for (const IntervalFigures& interval : figures.intervals) {
    if (interval.all[Measure::offered].value.value_or(0) == 0) continue;
    const bool is_new = blocks.empty() || blocks.back().size() == most ||
                        (!is_coarse(figures) &&
                         date_text(blocks.back().back()->begin) != date_text(interval.begin));
    if (is_new) blocks.emplace_back();
    blocks.back().push_back(&interval);
  }
  return blocks;
}

bool is_long(const RunFigures& figures) {
  return figures.end - figures.begin > std::chrono::days{1};
}

/// Groups down, intervals across.
std::string wide(const RunFigures& figures, const std::string& label) {
  constexpr double names = 150;
  std::string html;
  for (const Block& block : blocks_of(figures, across_wide)) {
    const double width = std::min((wide_page - names) / static_cast<double>(block.size()), 56.0);
    const bool has_title = is_long(figures) && !is_coarse(figures);
    const double top = has_title ? 40 : 22;
    Svg svg{names + width * static_cast<double>(block.size()),
            top + cell_height * static_cast<double>(figures.groups.size()), label};
    if (has_title) {
      svg.text(0, 14, Svg::Anchor::start, "strong", date_text(block.front()->begin));
    }
    for (std::size_t i = 0; i < block.size(); ++i) {
      const double x = names + width * static_cast<double>(i);
      svg.text(
          x + width / 2, top - 7, Svg::Anchor::middle, "axis",
          is_coarse(figures) ? date_text(block[i]->begin).substr(5) : clock_text(block[i]->begin));
      for (std::size_t group = 0; group < figures.groups.size(); ++group) {
        draw(svg, {figures, *block[i], group}, x, top + cell_height * static_cast<double>(group),
             width);
      }
    }
    for (std::size_t group = 0; group < figures.groups.size(); ++group) {
      svg.text(names - 8, top + cell_height * (static_cast<double>(group) + 0.5) + 4,
               Svg::Anchor::end, "name", shortened(figures.groups[group].name, 18));
    }
    html += svg.take();
  }
  return html;
}

void draw_names(Svg& svg, const RunFigures& figures, std::size_t first, std::size_t last,
                double width, double left) {
  const auto columns = static_cast<std::size_t>(width / 7);
  for (std::size_t group = first; group < last; ++group) {
    double y = 12;
    for (const std::string& line : wrapped(figures.groups[group].name, columns, 3)) {
      svg.text(left + width * (static_cast<double>(group - first) + 0.5), y, Svg::Anchor::middle,
               "axis", line);
      y += 13;
    }
  }
}

/// Intervals down, groups across.
std::string narrow(const RunFigures& figures, const std::string& label) {
  const double left = is_long(figures) ? 76 : 44;
  constexpr double top = 46;
  const std::vector<Block> blocks = blocks_of(figures, figures.intervals.size());
  std::string html;
  for (std::size_t first = 0; first < figures.groups.size(); first += across_narrow) {
    const std::size_t last = std::min(first + across_narrow, figures.groups.size());
    const double width = std::min((narrow_page - left) / static_cast<double>(last - first), 70.0);
    std::size_t rows = 0;
    for (const Block& block : blocks) rows += block.size();
    Svg svg{left + width * static_cast<double>(last - first),
            top + cell_height * static_cast<double>(rows), label};
    draw_names(svg, figures, first, last, width, left);
    double y = top;
    for (const Block& block : blocks) {
      for (const IntervalFigures* interval : block) {
        const std::string day = date_text(interval->begin).substr(5);
        const std::string clock = clock_text(interval->begin);
        svg.text(left - 5, y + cell_height / 2 + 4, Svg::Anchor::end, "axis",
                 is_long(figures) ? day + " " + clock : clock);
        for (std::size_t group = first; group < last; ++group) {
          draw(svg, {figures, *interval, group}, left + width * static_cast<double>(group - first),
               y, width);
        }
        y += cell_height;
      }
    }
    html += svg.take();
  }
  return html;
}

std::string legend(const Wording& say) {
  constexpr std::array kinds{
      std::pair{"h0", Phrase::legend_below_far}, std::pair{"h1", Phrase::legend_below},
      std::pair{"h2", Phrase::legend_below_near}, std::pair{"h3", Phrase::legend_above},
      std::pair{"h4", Phrase::legend_above_far}};
  std::string html = "<p class=\"legend\">";
  for (const auto& [kind, words] : kinds) {
    html += fmt::format("<span><i class=\"swatch {}\"></i>{}</span> ", kind, escaped(say(words)));
  }
  return html + "</p>\n<p class=\"note\">" + escaped(say(Phrase::legend_target)) + "</p>\n";
}

}  // namespace

std::string heat_map(const RunFigures& figures, const Wording& say) {
  const std::string label = say(Phrase::heat_map);
  return legend(say) + for_both_widths(wide(figures, label), narrow(figures, label));
}

}  // namespace acdsim
