// Counts have one digit, times are whole seconds or m:ss, shares are percent.
#include "run_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "acd/companion/time_text.hpp"
#include "number_text.hpp"

namespace acdsim {
namespace {

using Align = TableColumn::Align;
using Cells = std::vector<std::string>;

std::string count_cell(const MeasureRow& row, Measure measure) {
  return mean_text(row[measure].value.value_or(0));
}

std::string share_cell(const MeasureRow& row, Measure measure) {
  return percent_text(row[measure].value);
}

std::string time_cell(const MeasureRow& row, Measure measure) {
  return wait_text(row[measure].value);
}

/// "± 4.1"
std::string half_cell(const Estimate& estimate, double factor) {
  return estimate.half_width ? "± " + mean_text(factor * *estimate.half_width) : "";
}

void add_columns(ReportTable& table, const Wording& say, std::initializer_list<Phrase> titles) {
  for (const Phrase title : titles) table.columns.push_back({say(title), Align::right, ""});
}

Phrase name_of(Measure measure) {
  switch (measure) {
    case Measure::offered: return Phrase::offered;
    case Measure::served: return Phrase::served;
    case Measure::abandoned: return Phrase::abandoned;
    case Measure::short_abandoned: return Phrase::short_abandoned;
    case Measure::blocked: return Phrase::blocked;
    case Measure::by_bot: return Phrase::by_bot;
    case Measure::elsewhere: return Phrase::elsewhere;
    case Measure::left_waiting: return Phrase::left_waiting;
    case Measure::redials: return Phrase::redials;
    case Measure::service_level: return Phrase::service_level;
    case Measure::abandonment: return Phrase::abandonment;
    case Measure::speed_of_answer: return Phrase::speed_of_answer;
    case Measure::wait_of_abandoned: return Phrase::wait_of_abandoned;
    case Measure::talk_time: return Phrase::talk_time;
    case Measure::met_again: return Phrase::met_again;
    case Measure::fell_due: return Phrase::fell_due;
  }
  return Phrase::offered;
}

Cells estimate_row(const std::string& name, const Estimate& estimate, Unit unit) {
  const double factor = unit == Unit::share ? 100 : 1;
  const std::string sign = unit == Unit::count ? "" : unit == Unit::share ? "%" : "s";
  if (!estimate.value) return {name, "–", "", sign};
  return {name, mean_text(factor * *estimate.value), half_cell(estimate, factor), sign};
}

/// Shown only where there are any.
bool is_rare(Measure measure) {
  return measure == Measure::by_bot || measure == Measure::redials ||
         measure == Measure::met_again || measure == Measure::fell_due;
}

/// What groups and demands have in common.
Cells service_cells(const std::string& name, const MeasureRow& row) {
  return {name,
          count_cell(row, Measure::offered),
          count_cell(row, Measure::served),
          count_cell(row, Measure::abandoned),
          count_cell(row, Measure::blocked),
          share_cell(row, Measure::service_level),
          half_cell(row[Measure::service_level], 100),
          share_cell(row, Measure::abandonment),
          time_cell(row, Measure::speed_of_answer),
          time_cell(row, Measure::talk_time)};
}

ReportTable service_table(Phrase first, const Wording& say) {
  ReportTable table{.columns = {{say(first), Align::left, ""}}, .rows = {}};
  add_columns(table, say,
              {Phrase::offered_short, Phrase::served_short, Phrase::abandoned_short,
               Phrase::blocked_short, Phrase::level_percent});
  table.columns.push_back({"", Align::left, ""});
  add_columns(table, say, {Phrase::abandonment_percent, Phrase::asa, Phrase::talk});
  return table;
}

Cells interval_cells(const std::string& name, const MeasureRow& row) {
  return {name,
          count_cell(row, Measure::offered),
          count_cell(row, Measure::served),
          count_cell(row, Measure::abandoned),
          count_cell(row, Measure::blocked),
          share_cell(row, Measure::service_level),
          share_cell(row, Measure::abandonment),
          time_cell(row, Measure::speed_of_answer)};
}

ReportTable empty_interval_table(const Wording& say) {
  ReportTable table{.columns = {{say(Phrase::from), Align::left, ""}}, .rows = {}};
  add_columns(
      table, say,
      {Phrase::offered_short, Phrase::served_short, Phrase::abandoned_short, Phrase::blocked_short,
       Phrase::level_percent, Phrase::abandonment_percent, Phrase::asa});
  return table;
}

bool is_empty(const MeasureRow& row) { return row[Measure::offered].value.value_or(0) == 0; }

Cells wait_cells(const std::string& name, const WaitFigures& waits, const std::string& mean_queue,
                 const std::string& longest_queue) {
  Cells cells{name};
  for (const std::optional<double>& wait : waits.percentiles_s) cells.push_back(wait_text(wait));
  cells.push_back(wait_text(waits.longest_s));
  for (const std::optional<double>& level : waits.levels) cells.push_back(percent_text(level));
  cells.push_back(mean_queue);
  cells.push_back(longest_queue);
  return cells;
}

}  // namespace

std::vector<AgentPool> agent_pools(const RunFigures& figures) {
  std::vector<AgentPool> pools;
  for (const AgentFigures& agent : figures.agents) {
    auto pool = std::ranges::find(pools, agent.groups, &AgentPool::groups);
    if (pool == pools.end()) pool = pools.insert(pool, {agent.groups, {}});
    pool->agents.push_back(&agent);
  }
  return pools;
}

std::optional<double> occupancy_of(const AgentFigures& agent) {
  return value_of({agent.busy_h, agent.busy_h + agent.ready_h});
}

ReportTable target_table(const RunFigures& figures, const Wording& say) {
  ReportTable table;
  table.columns = {{say(Phrase::group), Align::left, ""},
                   {say(Phrase::figure), Align::left, ""},
                   {say(Phrase::target), Align::right, ""},
                   {say(Phrase::mean), Align::right, ""},
                   {"", Align::left, ""},
                   {say(Phrase::verdict), Align::left, ""}};
  for (const TargetResult& target : figures.targets) {
    table.rows.push_back({target.group.empty() ? say(Phrase::all) : target.group,
                          figure_name(target, say), bound_text(target, say), value_text(target),
                          half_width_text(target),
                          say(target.is_met ? Phrase::met : Phrase::missed)});
  }
  return table;
}

ReportTable total_table(const RunFigures& figures, const Wording& say) {
  ReportTable table{.columns = {{"", Align::left, ""},
                                {say(Phrase::mean), Align::right, ""},
                                {"", Align::left, ""},
                                {"", Align::left, ""}},
                    .rows = {}};
  for (const MeasureKind& kind : measure_kinds) {
    const Estimate& estimate = figures.total[kind.measure];
    const bool is_none = kind.unit == Unit::count ? *estimate.value == 0 : !estimate.value;
    if (is_rare(kind.measure) && is_none) continue;
    table.rows.push_back(estimate_row(say(name_of(kind.measure)), estimate, kind.unit));
  }
  table.rows.push_back(estimate_row(say(Phrase::handle_time), figures.handle_time, Unit::seconds));
  table.rows.push_back(estimate_row(say(Phrase::occupancy), figures.occupancy, Unit::share));
  return table;
}

ReportTable group_table(const RunFigures& figures, const Wording& say) {
  ReportTable table = service_table(Phrase::group, say);
  add_columns(table, say, {Phrase::occupancy_percent});
  for (const GroupFigures& group : figures.groups) {
    Cells cells = service_cells(group.name, group.measures);
    cells.push_back(percent_text(group.occupancy));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

ReportTable wait_table(const RunFigures& figures, const Wording& say) {
  ReportTable table{.columns = {{say(Phrase::group), Align::left, ""}}, .rows = {}};
  const std::string wait = say(Phrase::wait);
  for (const int percent : wait_percentiles) {
    table.columns.push_back({fmt::format("{} %", percent), Align::right, wait});
  }
  table.columns.push_back({say(Phrase::longest), Align::right, wait});
  for (const acd::Duration threshold : figures.thresholds) {
    table.columns.push_back({acd::to_text(threshold), Align::right, say(Phrase::served_within)});
  }
  table.columns.push_back({say(Phrase::mean), Align::right, say(Phrase::queue)});
  table.columns.push_back({say(Phrase::most), Align::right, say(Phrase::queue)});
  for (const GroupFigures& group : figures.groups) {
    table.rows.push_back(wait_cells(group.name, group.waits,
                                    fmt::format("{:.2f}", group.mean_queue),
                                    fmt::format("{}", group.longest_queue)));
  }
  if (figures.groups.size() > 1) {
    table.rows.push_back(wait_cells(say(Phrase::all), figures.waits, "", ""));
  }
  return table;
}

ReportTable demand_table(const RunFigures& figures, const Wording& say) {
  ReportTable table = service_table(Phrase::demand, say);
  for (const DemandFigures& demand : figures.demands) {
    table.rows.push_back(service_cells(demand.name, demand.measures));
  }
  table.columns.erase(table.columns.begin() + 6);  // no intervals of these
  for (Cells& row : table.rows) row.erase(row.begin() + 6);
  return table;
}

ReportTable interval_table(const RunFigures& figures, const Wording& say) {
  ReportTable table = empty_interval_table(say);
  add_columns(table, say, {Phrase::longest, Phrase::signed_in, Phrase::occupancy_percent});
  for (const IntervalFigures& interval : figures.intervals) {
    if (is_empty(interval.all)) continue;
    Cells cells = interval_cells(interval_name(figures, interval.begin), interval.all);
    cells.push_back(wait_text(interval.longest_wait_s));
    cells.push_back(fmt::format("{:.1f}", interval.signed_in.value_or(0)));
    cells.push_back(percent_text(interval.occupancy));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

ReportTable interval_table_of(const RunFigures& figures, std::size_t group, const Wording& say) {
  ReportTable table = empty_interval_table(say);
  for (const IntervalFigures& interval : figures.intervals) {
    const MeasureRow& own = interval.groups[group];
    if (is_empty(own)) continue;
    table.rows.push_back(interval_cells(interval_name(figures, interval.begin), own));
  }
  return table;
}

ReportTable level_table(const RunFigures& figures, std::size_t first, std::size_t last,
                        const Wording& say) {
  ReportTable table{.columns = {{say(Phrase::from), Align::left, ""}}, .rows = {}};
  for (std::size_t i = first; i < last; ++i) {
    table.columns.push_back({figures.groups[i].name, Align::right, ""});
  }
  for (const IntervalFigures& interval : figures.intervals) {
    if (is_empty(interval.all)) continue;
    Cells cells{interval_name(figures, interval.begin)};
    for (std::size_t i = first; i < last; ++i) {
      cells.push_back(share_cell(interval.groups[i], Measure::service_level));
    }
    table.rows.push_back(std::move(cells));
  }
  return table;
}

ReportTable flow_table(const RunFigures& figures, const Wording& say) {
  ReportTable table{.columns = {{say(Phrase::from_group), Align::left, ""},
                                {say(Phrase::to), Align::left, ""},
                                {say(Phrase::cause), Align::left, ""}},
                    .rows = {}};
  add_columns(table, say, {Phrase::sessions, Phrase::of_offered_percent});
  const double offered = figures.total[Measure::offered].value.value_or(0);
  for (const FlowFigures& flow : figures.flows) {
    table.rows.push_back({flow.from, flow.to, say.cause(flow.cause), mean_text(flow.sessions),
                          percent_text(value_of({flow.sessions, offered}))});
  }
  return table;
}

}  // namespace acdsim
