// What agents did with their time.
#include <fmt/format.h>

#include <algorithm>

#include "number_text.hpp"
#include "run_tables.hpp"

namespace acdsim {
namespace {

using Align = TableColumn::Align;

struct PoolTimes {
  AgentFigures sum{};
  std::optional<double> least{};
  std::optional<double> most{};
};

PoolTimes times_of(const AgentPool& pool) {
  PoolTimes times;
  for (const AgentFigures* agent : pool.agents) {
    times.sum.served += agent->served;
    times.sum.signed_in_h += agent->signed_in_h;
    times.sum.ready_h += agent->ready_h;
    times.sum.busy_h += agent->busy_h;
    const std::optional<double> own = occupancy_of(*agent);
    if (!own) continue;
    times.least = std::min(times.least.value_or(*own), *own);
    times.most = std::max(times.most.value_or(*own), *own);
  }
  return times;
}

}  // namespace

ReportTable pool_table(const RunFigures& figures, const Wording& say) {
  ReportTable table{.columns = {{say(Phrase::groups), Align::left, ""}}, .rows = {}};
  for (const Phrase title :
       {Phrase::agent_count, Phrase::hours_each, Phrase::each_serves, Phrase::busy_percent,
        Phrase::ready_percent, Phrase::away_percent, Phrase::occupancy_percent,
        Phrase::least_occupancy, Phrase::most_occupancy}) {
    table.columns.push_back({say(title), Align::right, ""});
  }
  for (const AgentPool& pool : agent_pools(figures)) {
    const PoolTimes times = times_of(pool);
    const auto count = static_cast<double>(pool.agents.size());
    const double away_h =
        std::max(times.sum.signed_in_h - times.sum.busy_h - times.sum.ready_h, 0.0);
    const auto part = [&](double hours) {
      return percent_text(value_of({hours, times.sum.signed_in_h}));
    };
    table.rows.push_back({pool.groups, count_text(pool.agents.size()),
                          fmt::format("{:.1f} h", times.sum.signed_in_h / count),
                          fmt::format("{:.1f}", times.sum.served / count), part(times.sum.busy_h),
                          part(times.sum.ready_h), part(away_h),
                          percent_text(occupancy_of(times.sum)), percent_text(times.least),
                          percent_text(times.most)});
  }
  return table;
}

ReportTable agent_table(const RunFigures& figures, const Wording& say) {
  ReportTable table{
      .columns = {{say(Phrase::agent), Align::left, ""}, {say(Phrase::groups), Align::left, ""}},
      .rows = {}};
  for (const Phrase title :
       {Phrase::served, Phrase::signed_in_h, Phrase::serving_h, Phrase::wrapping_up_h,
        Phrase::busy_percent, Phrase::occupancy_percent}) {
    table.columns.push_back({say(title), Align::right, ""});
  }
  for (const AgentFigures& agent : figures.agents) {
    table.rows.push_back({agent.name, agent.groups, fmt::format("{:.1f}", agent.served),
                          fmt::format("{:.2f}", agent.signed_in_h),
                          fmt::format("{:.2f}", agent.serving_h),
                          fmt::format("{:.2f}", agent.wrapping_up_h),
                          percent_text(value_of({agent.busy_h, agent.signed_in_h})),
                          percent_text(occupancy_of(agent))});
  }
  return table;
}

}  // namespace acdsim
