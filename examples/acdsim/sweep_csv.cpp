// A line for each point, in figures that a program need not undo.
#include <fmt/format.h>

#include "csv_line.hpp"
#include "sweep_report.hpp"

namespace acdsim {
namespace {

std::string number(const std::optional<double>& value) {
  return value ? fmt::format("{:.6g}", *value) : std::string{};
}

}  // namespace

std::string sweep_csv(const Sweep& sweep) {
  std::vector<std::string> titles = sweep.paths;
  for (const ExperimentFigure& figure : sweep.figures) {
    titles.push_back(figure.subject + ": " + figure.name);
    titles.push_back(titles.back() + " ±");
  }
  titles.insert(titles.end(), {"targets missed", "replications"});
  std::string text = csv_line(titles);
  for (std::size_t i = 0; i < sweep.points.size(); ++i) {
    const SweepPoint& point = sweep.points[i];
    std::vector<std::string> cells = sweep.grid[i];
    for (const Estimate& estimate : point.estimates) {
      cells.push_back(number(estimate.value));
      cells.push_back(number(estimate.half_width));
    }
    cells.push_back(std::to_string(point.targets_missed()));
    cells.push_back(std::to_string(point.replications));
    text += csv_line(cells);
  }
  return text;
}

}  // namespace acdsim
