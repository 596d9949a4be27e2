// Loads, searches, prints the table, checks the result as a whole.
#include "staff_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "acd/companion/time_text.hpp"
#include "clock_text.hpp"
#include "experiment_figures.hpp"
#include "number_text.hpp"
#include "simulate.hpp"
#include "staffing.hpp"
#include "text_file.hpp"

namespace acdsim {
namespace {

using Align = TableColumn::Align;

std::string time_text(const LoadedScenario& loaded, acd::Instant at) {
  const acd::Instant local = at + loaded.utc_offset;
  const bool is_one_day = loaded.scenario.end - loaded.scenario.begin <= std::chrono::days{1};
  return is_one_day ? clock_text(local) : date_text(local) + " " + clock_text(local);
}

/// "26:30" of the day on which the scenario begins, or an instant.
std::string moment_text(const LoadedScenario& loaded, acd::Instant at) {
  const acd::Instant begin = loaded.scenario.begin + loaded.utc_offset;
  const acd::Instant local = at + loaded.utc_offset;
  const auto midnight = std::chrono::floor<std::chrono::days>(begin);
  const auto passed = std::chrono::duration_cast<std::chrono::seconds>(local - midnight);
  const bool is_clock = passed <= std::chrono::hours{48} && passed.count() % 60 == 0;
  if (!is_clock) return acd::to_text(at);
  return fmt::format("\"{:02}:{:02}\"", passed.count() / 3600, passed.count() / 60 % 60);
}

std::string toml_of(const LoadedScenario& loaded, const Staffing& staffing) {
  const std::vector<acd::Agent>& agents = loaded.scenario.blueprint.agents;
  std::string text;
  for (const StaffLine& line : lines_of(staffing, &StaffKind::needed)) {
    const auto named = agents.begin() + loaded.first_made_agent;
    const bool is_agent = std::find_if(agents.begin(), named, [&](const acd::Agent& agent) {
                            return agent.name == line.name;
                          }) != named;
    text += fmt::format("[[staff]]\n{} = \"{}\"\ncount = {}\nbegin = {}\nend = {}\n\n",
                        is_agent ? "like" : "group", line.name, line.count,
                        moment_text(loaded, line.shifts.front().begin),
                        moment_text(loaded, line.shifts.front().end));
  }
  return text;
}

std::string table_of(const LoadedScenario& loaded, const Staffing& staffing,
                     const Replications& replications, const TextStyle& style) {
  std::vector<TableColumn> columns{{"from", Align::left, ""}};
  for (const StaffKind& kind : staffing.kinds) {
    columns.push_back({"Erlang", Align::right, kind.name});
    columns.push_back({"agents", Align::right, kind.name});
  }
  columns.push_back({"offered", Align::right, "all"});
  columns.push_back({"SL %", Align::right, "all"});
  TextTable table{columns};
  for (std::size_t i = 0; i + 1 < staffing.intervals.size(); ++i) {
    std::vector<std::string> cells{time_text(loaded, staffing.intervals[i])};
    for (const StaffKind& kind : staffing.kinds) {
      cells.push_back(kind.theory.empty() ? "–" : std::to_string(kind.theory[i]));
      cells.push_back(std::to_string(kind.needed[i]));
    }
    acd::ServiceCounts all;
    for (const std::vector<acd::ServiceCounts>& own : replications.sum.by_interval) all.add(own[i]);
    const auto count = static_cast<double>(replications.each.size());
    const acd::Ratio level = service_level_ratio(all, loaded.formula);
    cells.push_back(fmt::format("{:.1f}", static_cast<double>(all.offered) / count));
    cells.push_back(level.denominator > 0
                        ? fmt::format("{:.1f}", 100 * level.numerator / level.denominator)
                        : "–");
    table.add_row(std::move(cells));
  }
  return table.text(style);
}

double agent_hours(const Staffing& staffing, const std::vector<std::uint32_t> StaffKind::*counts) {
  double hours = 0;
  for (const StaffKind& kind : staffing.kinds) {
    const std::vector<std::uint32_t>& own = kind.*counts;
    for (std::size_t i = 0; i < own.size(); ++i) {
      const acd::Duration length = staffing.intervals[i + 1] - staffing.intervals[i];
      hours += own[i] * static_cast<double>(length.count()) / 3.6e9;
    }
  }
  return hours;
}

/// Those who work besides: Erlang's formulas do not know of them.
std::size_t named_agents(const LoadedScenario& loaded) {
  std::set<std::uint32_t> agents;
  for (const acd::Stretch& stretch : loaded.scenario.staff) {
    if (stretch.agent < loaded.first_made_agent) agents.insert(stretch.agent);
  }
  return agents.size();
}

std::string targets_text(const LoadedScenario& loaded, const Replications& replications,
                         double confidence) {
  std::string text;
  for (const ExperimentFigure& figure : experiment_figures(loaded)) {
    if (!figure.target) continue;
    const Estimate found = figure.estimate_of(replications, confidence);
    const bool is_least = figure.target->figure == acd::ServiceFigure::service_level;
    text += fmt::format("  {} {}: {} {} {}, {} {} in every interval\n", figure.subject, figure.name,
                        found.value ? figure.text(*found.value) : "–",
                        found.half_width ? "± " + figure.text(*found.half_width) : "",
                        figure.unit_text(), is_least ? "at least" : "at most",
                        figure.text(figure.target->bound));
  }
  return text;
}

std::string report_of(const StaffRequest& request, const LoadedScenario& loaded,
                      const Staffing& staffing, const Replications& replications,
                      const TextStyle& style) {
  std::string text = style.bold(request.file.filename().string()) + "\n";
  text += fmt::format("  scenario       fingerprint {:016x}\n", loaded.fingerprint);
  text += fmt::format("  replications   {}, seed {}, acdsim {}\n",
                      count_text(replications.each.size()), request.seed, ACDSIM_VERSION);
  text += fmt::format("  service level  {}\n", request.service_level);
  for (const std::string& set : request.sets) text += fmt::format("  set            {}\n", set);
  text += "\n" + table_of(loaded, staffing, replications, style);
  text += fmt::format("\n  agent hours: {:.1f}; by Erlang {:.1f}\n",
                      agent_hours(staffing, &StaffKind::needed),
                      agent_hours(staffing, &StaffKind::theory));
  if (named_agents(loaded) > 0) {
    text += fmt::format("  besides, the agents who are named: {}\n", named_agents(loaded));
  }
  text += targets_text(loaded, replications, request.confidence / 100);
  if (!staffing.is_found) text += "  No number of agents was found that meets every target.\n";
  return text;
}

}  // namespace

ExperimentResult staff(const StaffRequest& request, const TextStyle& style) {
  ExperimentResult result;
  const LoadedScenario loaded = load_scenario(request.file, request, style);
  result.problems = loaded.problems;
  result.status = loaded.status;
  if (!loaded.plan) return result;
  Staffing staffing = theoretical_staffing(loaded);
  if (loaded.targets.empty() || staffing.kinds.empty()) {
    throw Failure{ExitStatus::usage,
                  request.file.string() + (loaded.targets.empty()
                                               ? ": it has no targets to reach"
                                               : ": it has no staff lines with a count to change")};
  }
  const std::uint64_t each = replications_max(request);
  Progress progress{progress_kind(request), stderr, "searching", 20 * each};
  std::uint64_t done = 0;
  search_staffing(loaded, request, staffing, [&](const Staffing& so_far) {
    progress.expect(std::max(20 * each, done + 5 * each));
    if (!progress.is_due(++done)) return;
    progress.show(done, fmt::format("{} staffings, {:.1f} agent hours", so_far.simulations,
                                    agent_hours(so_far, &StaffKind::needed)));
  });
  const LoadedScenario staffed = with_staff(loaded, lines_of(staffing, &StaffKind::needed));
  const Replications replications = simulate(staffed, request, Seen{});
  result.report = report_of(request, loaded, staffing, replications, style);
  if (request.toml == "-") result.report = toml_of(loaded, staffing);
  if (!request.toml.empty() && request.toml != "-") {
    write_text_file(request.toml, toml_of(loaded, staffing));
  }
  result.status = staffing.is_found ? ExitStatus::done : ExitStatus::target_missed;
  result.closing = fmt::format("{} staffings, {} events\n", count_text(staffing.simulations),
                               count_text(staffing.events));
  return result;
}

}  // namespace acdsim
