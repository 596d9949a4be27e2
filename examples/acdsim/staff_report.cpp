// A table, what it costs, and what is known of it.
#include "staff_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "clock_text.hpp"
#include "number_text.hpp"
#include "run_measures.hpp"

namespace acdsim {
namespace {

using Align = TableColumn::Align;

std::string time_text(const LoadedScenario& loaded, acd::Instant at) {
  const acd::Instant local = at + loaded.utc_offset;
  const bool is_one_day = loaded.scenario.end - loaded.scenario.begin <= std::chrono::days{1};
  return is_one_day ? clock_text(local) : date_text(local) + " " + clock_text(local);
}

std::string table_of(const StaffResult& result, const Wording& say, const TextStyle& style) {
  const Staffing& staffing = result.staffing;
  std::vector<TableColumn> columns{{say(Phrase::from), Align::left, ""}};
  for (const StaffKind& kind : staffing.kinds) {
    columns.push_back({say(Phrase::erlang), Align::right, kind.name});
    columns.push_back({say(Phrase::signed_in), Align::right, kind.name});
  }
  columns.push_back({say(Phrase::offered_short), Align::right, say(Phrase::all)});
  columns.push_back({say(Phrase::level_percent), Align::right, say(Phrase::all)});
  TextTable table{columns};
  const auto replications = static_cast<double>(result.trial.replications().each.size());
  for (std::size_t i = 0; i < staffing.interval_count(); ++i) {
    std::vector<std::string> cells{time_text(result.loaded, staffing.intervals[i])};
    for (const StaffKind& kind : staffing.kinds) {
      cells.push_back(kind.theory.empty() ? "–" : std::to_string(kind.theory[i]));
      cells.push_back(std::to_string(kind.needed[i]));
    }
    const acd::ServiceCounts all = result.trial.counts(acd::GroupId{}, i);
    const bool is_missed = std::ranges::find(result.search.missed, i) != result.search.missed.end();
    const std::string mark = result.search.missed.empty() ? "" : is_missed ? " ✗" : "  ";
    cells.push_back(i < staffing.first_counted
                        ? "–"
                        : fmt::format("{:.1f}", static_cast<double>(all.offered) / replications));
    cells.push_back(percent_text(value_of(service_level_ratio(all, result.loaded.formula))) + mark);
    table.add_row(std::move(cells));
  }
  return table.text(style);
}

/// Those who work besides: Erlang's formulas do not know of them.
std::size_t named_agents(const LoadedScenario& loaded) {
  std::set<std::uint32_t> agents;
  for (const acd::Stretch& stretch : loaded.scenario.staff) {
    if (stretch.agent < loaded.first_made_agent) agents.insert(stretch.agent);
  }
  return agents.size();
}

LabelledLines head_of(const StaffResult& result, const Wording& say) {
  const StaffRequest& request = result.request;
  LabelledLines lines{
      {say(Phrase::scenario), say(Phrase::fingerprint_of, request.file.filename().string(),
                                  fmt::format("{:016x}", result.loaded.fingerprint))}};
  for (const std::string& set : request.sets) lines.emplace_back(say(Phrase::setting), set);
  lines.emplace_back(
      say(Phrase::replications),
      say(Phrase::replications_of, count_text(result.effort.fine), request.seed, ACDSIM_VERSION));
  lines.emplace_back(say(Phrase::service_level), request.service_level);
  return lines;
}

LabelledLines cost_of(const StaffResult& result, const Wording& say) {
  LabelledLines lines{{say(Phrase::agent_hours),
                       say(Phrase::by_erlang, result.staffing.agent_hours(&StaffKind::needed),
                           result.staffing.agent_hours(&StaffKind::theory))}};
  const std::size_t named = named_agents(result.loaded);
  if (named > 0) lines.emplace_back(say(Phrase::named_agents), say(Phrase::named_besides, named));
  return lines;
}

std::string targets_text(const StaffResult& result, const Wording& say, const TextStyle& style) {
  std::string text;
  for (const StaffTarget& target : result.targets) {
    const ExperimentFigure& figure = target.figure;
    const std::string line =
        say(Phrase::in_every_interval, figure.subject(say), figure.full_name(say),
            figure.text(target.whole), figure.unit_text(), figure.bound_text(say));
    text += "  " + (target.missed.empty() ? line : style.red(line + " ✗")) + "\n";
  }
  return text;
}

bool is_asked_for(const LoadedScenario& loaded, const StaffKind& kind) {
  return std::ranges::any_of(loaded.targets, [&](const acd::ServiceTarget& target) {
    return target.group.is_none() ||
           (!kind.memberships.empty() && target.group == kind.memberships.front().group);
  });
}

std::string search_text(const StaffResult& result, const Wording& say) {
  switch (result.search.end) {
    case SearchEnd::not_found: return "  " + say(Phrase::search_not_found) + "\n";
    case SearchEnd::met: return "  " + say(Phrase::search_met) + "\n";
    case SearchEnd::local_least: break;
  }
  return "  " + say(Phrase::search_local) + "\n  " +
         say(Phrase::search_spared, count_text(result.effort.fine), result.request.seed,
             count_text(result.search.paired)) +
         "\n";
}

std::string check_text(const StaffResult& result, const Wording& say) {
  if (result.search.end == SearchEnd::not_found) return "";
  const std::string count = count_text(result.trial.replications().each.size());
  const std::size_t missed = result.search.missed.size();
  const std::size_t counted = result.staffing.interval_count() - result.staffing.first_counted;
  std::string text =
      "  " +
      (missed == 0 ? say(Phrase::check_met, count, result.search.check_seed)
                   : say(Phrase::check_missed, count, result.search.check_seed, missed, counted)) +
      "\n";
  if (result.search.hours_added > 0) {
    text += "  " + say(Phrase::check_added, result.search.hours_added) + "\n";
  }
  return text;
}

std::string notes_of(const StaffResult& result, const Wording& say) {
  std::string text;
  const Staffing& staffing = result.staffing;
  if (staffing.first_counted > 0) {
    const acd::Instant first = staffing.intervals[staffing.first_counted];
    text += "  " + say(Phrase::not_counted, time_text(result.loaded, first)) + "\n";
  }
  for (const StaffKind& kind : staffing.kinds) {
    if (is_asked_for(result.loaded, kind)) continue;
    text += "  " + say(Phrase::without_target, kind.name) + "\n";
  }
  return text;
}

}  // namespace

std::vector<StaffTarget> staff_targets(const LoadedScenario& loaded, const StaffingTrial& trial,
                                       const Staffing& staffing, double confidence) {
  std::vector<StaffTarget> targets;
  for (const ExperimentFigure& figure : experiment_figures(loaded)) {
    if (!figure.target) continue;
    StaffTarget target{.figure = figure,
                       .whole = figure.estimate_of(trial.replications(), confidence)};
    for (std::size_t i = staffing.first_counted; i < staffing.interval_count(); ++i) {
      if (!trial.meets(targets.size(), i)) target.missed.push_back(i);
    }
    targets.push_back(std::move(target));
  }
  return targets;
}

std::string staff_report(const StaffResult& result, const Wording& say, const TextStyle& style) {
  const std::string& name = result.loaded.scenario.blueprint.name;
  return style.bold(name.empty() ? result.request.file.filename().string() : name) + "\n" +
         labelled_text(head_of(result, say)) + "\n" + table_of(result, say, style) +
         notes_of(result, say) + "\n" + labelled_text(cost_of(result, say)) +
         targets_text(result, say, style) + "\n" + search_text(result, say) +
         check_text(result, say);
}

}  // namespace acdsim
