// A line, an object or some cases for each point, in figures that a program need not undo.
#include <fmt/format.h>

#include "csv_line.hpp"
#include "experiment_files.hpp"
#include "sweep_report.hpp"

namespace acdsim {
namespace {

/// "staff[1].count=2, habits.absence=5%"
std::string run_name(const Sweep& sweep, std::size_t point) {
  std::string name;
  for (std::size_t i = 0; i < sweep.paths.size(); ++i) {
    name += (i == 0 ? "" : ", ") + sweep.paths[i] + "=" + sweep.grid[point][i];
  }
  return name;
}

Json point_json(const Sweep& sweep, std::size_t line) {
  const SweepPoint& point = sweep.points[line];
  Json json{{"set", Json::object()},
            {"replications", point.replications},
            {"targets_missed", point.targets_missed()},
            {"figures", Json::array()}};
  for (std::size_t i = 0; i < sweep.paths.size(); ++i) {
    json["set"][sweep.paths[i]] = sweep.grid[line][i];
  }
  for (std::size_t i = 0; i < sweep.figures.size(); ++i) {
    Json figure = figure_json(sweep.figures[i]);
    figure.update(estimate_json(point.estimates[i]));
    if (sweep.figures[i].target) figure["met"] = static_cast<bool>(point.is_met[i]);
    json["figures"].push_back(std::move(figure));
  }
  return json;
}

}  // namespace

std::string sweep_csv(const Sweep& sweep) {
  const Wording say{Language::en};
  std::vector<std::string> titles = sweep.paths;
  for (const ExperimentFigure& figure : sweep.figures) {
    titles.push_back(figure.subject(say) + ": " + figure.full_name(say));
    titles.push_back(titles.back() + " ±");
  }
  titles.insert(titles.end(), {"targets missed", "replications"});
  std::string text = csv_line(titles);
  for (std::size_t i = 0; i < sweep.points.size(); ++i) {
    const SweepPoint& point = sweep.points[i];
    std::vector<std::string> cells = sweep.grid[i];
    for (const Estimate& estimate : point.estimates) {
      cells.push_back(csv_number(estimate.value));
      cells.push_back(csv_number(estimate.half_width));
    }
    cells.push_back(std::to_string(point.targets_missed()));
    cells.push_back(std::to_string(point.replications));
    text += csv_line(cells);
  }
  return text;
}

std::string sweep_json(const Sweep& sweep) {
  Json json{{"format", "acdsim-sweep-1"},
            {"scenario", {{"file", sweep.request.file.filename().string()}}},
            {"experiment", experiment_json(sweep.request)},
            {"vary", sweep.paths},
            {"runs", Json::array()}};
  for (std::size_t i = 0; i < sweep.points.size(); ++i)
    json["runs"].push_back(point_json(sweep, i));
  return json_text(json);
}

std::string sweep_junit(const Sweep& sweep) {
  JunitSuite suite = junit_suite(sweep.request.file, sweep.request);
  for (std::size_t line = 0; line < sweep.points.size(); ++line) {
    for (std::size_t i = 0; i < sweep.figures.size(); ++i) {
      if (!sweep.figures[i].target) continue;
      suite.cases.push_back(
          junit_case(run_name(sweep, line), sweep.figures[i], sweep.points[line].estimates[i]));
    }
  }
  return junit_text(suite);
}

}  // namespace acdsim
