// A table, and how to read it.
#include "sweep_report.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "number_text.hpp"
#include "simulate.hpp"

namespace acdsim {
namespace {

using Align = TableColumn::Align;

/// In single quotes if a shell would read more into it than a word.
std::string shell_word(const std::string& text) {
  const bool is_plain = text.find_first_of(" \"'$`\\()[]{}<>|&;*?!#~") == std::string::npos;
  if (is_plain) return text;
  std::string word = "'";
  for (const char c : text) word += c == '\'' ? std::string{"'\\''"} : std::string{c};
  return word + "'";
}

std::string cell_of(const ExperimentFigure& figure, const Estimate& estimate, bool is_met) {
  if (!estimate.value) return "–";
  std::string cell = figure.text(*estimate.value);
  if (estimate.half_width) cell += " ± " + figure.text(*estimate.half_width);
  return cell + (figure.target ? is_met ? "  " : " ✗" : "");
}

std::string table_of(const Sweep& sweep, const TextStyle& style) {
  std::vector<TableColumn> columns;
  for (const std::string& path : sweep.paths) columns.push_back({path, Align::right, ""});
  for (const ExperimentFigure& figure : sweep.figures) {
    if (figure.is_minor) continue;
    // The mark of a missed target takes two columns; titles stand over the numbers.
    columns.push_back({figure.title + (figure.target ? "  " : ""), Align::right, figure.subject});
  }
  const bool has_targets = std::ranges::any_of(
      sweep.figures, [](const auto& figure) { return figure.target.has_value(); });
  if (has_targets) columns.push_back({"targets", Align::left, ""});
  TextTable table{columns};
  for (std::size_t i = 0; i < sweep.points.size(); ++i) {
    const SweepPoint& point = sweep.points[i];
    std::vector<std::string> cells = sweep.grid[i];
    for (std::size_t j = 0; j < sweep.figures.size(); ++j) {
      if (sweep.figures[j].is_minor) continue;
      cells.push_back(cell_of(sweep.figures[j], point.estimates[j], point.is_met[j]));
    }
    const std::size_t missed = point.targets_missed();
    if (has_targets) cells.push_back(missed == 0 ? "met" : fmt::format("{} missed", missed));
    table.add_row(std::move(cells));
  }
  return table.text(style);
}

std::string bounds_of(const Sweep& sweep) {
  std::string text;
  for (const ExperimentFigure& figure : sweep.figures) {
    if (!figure.target) continue;
    const bool is_least = figure.target->figure == acd::ServiceFigure::service_level;
    text += fmt::format("  {} {}: {} {} {} {}\n", figure.subject, figure.title, figure.name,
                        is_least ? "at least" : "at most", figure.text(figure.target->bound),
                        figure.unit_text());
  }
  return text;
}

}  // namespace

std::size_t SweepPoint::targets_missed() const {
  return static_cast<std::size_t>(std::ranges::count(is_met, false));
}

std::string sweep_report(const Sweep& sweep, const TextStyle& style) {
  const SweepRequest& request = sweep.request;
  std::string text = style.bold(request.file.filename().string()) + "\n";
  text += fmt::format("  runs           {}, seed {}, acdsim {}: the same customers in each\n",
                      count_text(sweep.points.size()), request.seed, ACDSIM_VERSION);
  const auto [least, most] = std::ranges::minmax(sweep.points, {}, &SweepPoint::replications);
  text += least.replications == most.replications
              ? fmt::format("  replications   {} of each run\n", count_text(least.replications))
              : fmt::format("  replications   {} to {} of each run\n",
                            count_text(least.replications), count_text(most.replications));
  text += fmt::format("  service level  {}\n", request.service_level);
  for (const std::string& set : request.sets) text += fmt::format("  set            {}\n", set);
  text += '\n' + table_of(sweep, style);
  const std::string bounds = bounds_of(sweep);
  text += fmt::format("\n  ± half the {:g} % confidence interval{}\n", request.confidence,
                      bounds.empty() ? "" : "; ✗ misses its target:");
  return text + bounds;
}

std::string sweep_runs(const Sweep& sweep) {
  const SweepRequest& request = sweep.request;
  std::string text = fmt::format("{} runs of {}{} replications\n", count_text(sweep.grid.size()),
                                 request.precision.empty() ? "" : "at most ",
                                 count_text(replications_max(request)));
  for (const std::vector<std::string>& point : sweep.grid) {
    text += "acdsim run " + shell_word(request.file.string());
    for (const std::string& set : request.sets) text += " --set " + shell_word(set);
    for (std::size_t i = 0; i < point.size(); ++i) {
      text += " --set " + shell_word(sweep.paths[i] + "=" + point[i]);
    }
    text += '\n';
  }
  return text;
}

}  // namespace acdsim
