// A table, and how to read it.
#include "sweep_report.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "number_text.hpp"
#include "shell_word.hpp"
#include "simulate.hpp"

namespace acdsim {
namespace {

using Align = TableColumn::Align;

std::string cell_of(const ExperimentFigure& figure, const Estimate& estimate, bool is_met) {
  if (!estimate.value) return "–";
  return figure.text(estimate) + (figure.target ? is_met ? "  " : " ✗" : "");
}

std::string table_of(const Sweep& sweep, const Wording& say, const TextStyle& style) {
  std::vector<TableColumn> columns;
  for (const std::string& path : sweep.paths) columns.push_back({path, Align::right, ""});
  for (const ExperimentFigure& figure : sweep.figures) {
    if (figure.is_minor) continue;
    // The mark of a missed target takes two columns; titles stand over the numbers.
    columns.push_back(
        {say(figure.title) + (figure.target ? "  " : ""), Align::right, figure.subject(say)});
  }
  const bool has_targets = std::ranges::any_of(
      sweep.figures, [](const auto& figure) { return figure.target.has_value(); });
  if (has_targets) columns.push_back({say(Phrase::targets_short), Align::left, ""});
  TextTable table{columns};
  for (std::size_t i = 0; i < sweep.points.size(); ++i) {
    const SweepPoint& point = sweep.points[i];
    std::vector<std::string> cells = sweep.grid[i];
    for (std::size_t j = 0; j < sweep.figures.size(); ++j) {
      if (sweep.figures[j].is_minor) continue;
      cells.push_back(cell_of(sweep.figures[j], point.estimates[j], point.is_met[j]));
    }
    const std::size_t missed = point.targets_missed();
    if (has_targets) {
      cells.push_back(missed == 0 ? say(Phrase::met) : say(Phrase::count_missed, missed));
    }
    table.add_row(std::move(cells));
  }
  return table.text(style);
}

std::string bounds_of(const Sweep& sweep, const Wording& say) {
  std::string text;
  for (const ExperimentFigure& figure : sweep.figures) {
    if (!figure.target) continue;
    text += fmt::format("  {} {}: {} {}\n", figure.subject(say), say(figure.title),
                        figure.full_name(say), figure.bound_text(say));
  }
  return text;
}

LabelledLines head_of(const Sweep& sweep, const Wording& say) {
  const SweepRequest& request = sweep.request;
  const auto [least, most] = std::ranges::minmax(sweep.points, {}, &SweepPoint::replications);
  LabelledLines lines{{say(Phrase::runs), say(Phrase::runs_of, count_text(sweep.points.size()),
                                              request.seed, ACDSIM_VERSION)},
                      {say(Phrase::replications),
                       least.replications == most.replications
                           ? say(Phrase::of_each_run, count_text(least.replications))
                           : say(Phrase::of_each_run_between, count_text(least.replications),
                                 count_text(most.replications))},
                      {say(Phrase::service_level), request.service_level}};
  for (const std::string& set : request.sets) lines.emplace_back(say(Phrase::setting), set);
  return lines;
}

}  // namespace

std::size_t SweepPoint::targets_missed() const {
  return static_cast<std::size_t>(std::ranges::count(is_met, false));
}

std::string sweep_report(const Sweep& sweep, const Wording& say, const TextStyle& style) {
  const std::string bounds = bounds_of(sweep, say);
  const std::string interval = say(Phrase::half_interval, sweep.request.confidence);
  return style.bold(sweep.request.file.filename().string()) + "\n" +
         labelled_text(head_of(sweep, say)) + "\n" + table_of(sweep, say, style) + "\n  " +
         (bounds.empty() ? interval : say(Phrase::mark_missed, interval) + ":") + "\n" + bounds;
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
