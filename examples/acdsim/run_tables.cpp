// Counts are those of a mean replication; times and shares are over all of them.
#include "run_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>

#include "clock_text.hpp"
#include "estimate.hpp"
#include "number_text.hpp"

namespace acdsim {
namespace {

using Align = TableColumn::Align;
using acd::Ratio;
using acd::ServiceCounts;
using acd::ServiceFigure;
using Figure = std::function<Ratio(const ReplicationFigures&)>;

double seconds_of(std::int64_t us) { return static_cast<double>(us) / 1e6; }

std::optional<double> value_of(const Ratio& ratio) {
  if (ratio.denominator <= 0) return std::nullopt;
  return ratio.numerator / ratio.denominator;
}

Ratio occupancy(const acd::AgentTimes& times) {
  const double busy = seconds_of(times.serving_us + times.wrapping_up_us);
  return {busy, busy + seconds_of(times.ready_us)};
}

std::string mean_count(const RunContext& c, std::uint64_t count) {
  const auto replications = static_cast<double>(c.replications.each.size());
  return fmt::format("{:.1f}", static_cast<double>(count) / replications);
}

/// "512.3", "± 4.1", of values that are multiplied before.
std::vector<std::string> cells_of(const std::string& name, const Estimate& estimate, double factor,
                                  const char* unit) {
  if (!estimate.value) return {name, "–", "", unit};
  const std::string half =
      estimate.half_width ? fmt::format("± {:.1f}", factor * *estimate.half_width) : "";
  return {name, fmt::format("{:.1f}", factor * *estimate.value), half, unit};
}

class TotalTable {
 public:
  explicit TotalTable(const RunContext& c) : c_{c} {}

  void count(const std::string& name, std::uint64_t ServiceCounts::*member) {
    add(name, 1, "", [member](const ReplicationFigures& each) {
      return Ratio{static_cast<double>(each.total.*member), 1};
    });
  }
  void add(const std::string& name, double factor, const char* unit, const Figure& figure) {
    std::vector<Ratio> ratios;
    ratios.reserve(c_.replications.each.size());
    for (const ReplicationFigures& each : c_.replications.each) ratios.push_back(figure(each));
    table_.add_row(cells_of(name, estimate(ratios, c_.request.confidence / 100), factor, unit));
  }
  void figure(const std::string& name, double factor, const char* unit, ServiceFigure figure) {
    add(name, factor, unit, [this, figure](const ReplicationFigures& each) {
      return ratio_of(each.total, figure, c_.formula);
    });
  }
  [[nodiscard]] std::string text(const TextStyle& style) const { return table_.text(style); }

 private:
  const RunContext& c_;
  TextTable table_{{{"", Align::left, ""},
                    {"mean", Align::right, ""},
                    {"", Align::left, ""},
                    {"", Align::left, ""}}};
};

/// Of the agents of a group, all that they do.
acd::AgentTimes times_of_members(const RunContext& c, acd::GroupId group) {
  acd::AgentTimes times;
  const std::vector<acd::Agent>& agents = c.scenario.blueprint.agents;
  for (std::size_t i = 0; i < agents.size(); ++i) {
    const bool is_member = std::ranges::any_of(
        agents[i].memberships, [&](const acd::Membership& each) { return each.group == group; });
    if (is_member) times.add(c.replications.sum.agents[i]);
  }
  return times;
}

std::string interval_name(const RunContext& c, std::size_t interval) {
  const acd::Instant local =
      c.scenario.begin + c.utc_offset + static_cast<std::int64_t>(interval) * c.scenario.interval;
  const bool is_one_day = c.scenario.end - c.scenario.begin <= std::chrono::days{1};
  return is_one_day ? clock_text(local) : date_text(local) + " " + clock_text(local);
}

}  // namespace

std::string run_total_table(const RunContext& c, const TextStyle& style) {
  TotalTable table{c};
  table.count("offered", &ServiceCounts::offered);
  table.count("served", &ServiceCounts::served);
  table.count("abandoned", &ServiceCounts::abandoned);
  table.count("  short", &ServiceCounts::short_abandoned);
  table.count("blocked", &ServiceCounts::blocked);
  table.count("ended elsewhere", &ServiceCounts::elsewhere);
  table.count("left waiting", &ServiceCounts::left_waiting);
  table.figure("service level", 100, "%", ServiceFigure::service_level);
  table.figure("abandonment", 100, "%", ServiceFigure::abandonment);
  table.figure("average speed of answer", 1, "s", ServiceFigure::speed_of_answer);
  table.add("mean wait of abandoners", 1, "s", [](const ReplicationFigures& each) {
    return Ratio{seconds_of(each.total.wait_abandoned.sum_us),
                 static_cast<double>(each.total.abandoned)};
  });
  table.add("average handle time", 1, "s", [](const ReplicationFigures& each) {
    return Ratio{seconds_of(each.agents.serving_us + each.agents.wrapping_up_us),
                 static_cast<double>(each.agents.served)};
  });
  table.add("occupancy", 100, "%",
            [](const ReplicationFigures& each) { return occupancy(each.agents); });
  return table.text(style);
}

std::string run_group_table(const RunContext& c, const TextStyle& style) {
  std::vector<TableColumn> columns{{"group", Align::left, ""}};
  for (const char* title : {"offered", "served", "aband.", "blocked", "SL %", "ASA", "talk"}) {
    columns.push_back({title, Align::right, ""});
  }
  for (const char* title : {"50 %", "90 %", "95 %", "longest"}) {
    columns.push_back({title, Align::right, "wait"});
  }
  columns.push_back({"occ. %", Align::right, ""});
  TextTable table{columns};
  const acd::Statistics& sum = c.replications.sum;
  for (std::size_t i = 0; i < sum.by_group.size(); ++i) {
    const ServiceCounts& own = sum.by_group[i];
    const auto percentile = [&](double share) {
      const bool is_empty = own.served + own.abandoned == 0;
      return is_empty ? wait_text({})
                      : wait_text(seconds_of(sum.waits[i].percentile(share).count()));
    };
    const std::int64_t longest_us =
        std::max(own.wait_served.longest_us, own.wait_abandoned.longest_us);
    const Ratio talk{seconds_of(own.talk_us), static_cast<double>(own.served)};
    table.add_row({c.scenario.blueprint.groups[i].name, mean_count(c, own.offered),
                   mean_count(c, own.served), mean_count(c, own.abandoned),
                   mean_count(c, own.blocked),
                   percent_text(value_of(ratio_of(own, ServiceFigure::service_level, c.formula))),
                   wait_text(value_of(ratio_of(own, ServiceFigure::speed_of_answer, c.formula))),
                   wait_text(value_of(talk)), percentile(0.5), percentile(0.9), percentile(0.95),
                   wait_text(seconds_of(longest_us)),
                   percent_text(value_of(occupancy(times_of_members(c, acd::GroupId{i}))))});
  }
  return table.text(style);
}

std::string run_interval_table(const RunContext& c, const TextStyle& style) {
  TextTable table{{{"from", Align::left, ""},
                   {"offered", Align::right, ""},
                   {"served", Align::right, ""},
                   {"aband.", Align::right, ""},
                   {"blocked", Align::right, ""},
                   {"SL %", Align::right, ""},
                   {"ASA", Align::right, ""},
                   {"longest", Align::right, ""}}};
  const acd::Statistics& sum = c.replications.sum;
  const std::size_t count = sum.by_interval.empty() ? 0 : sum.by_interval.front().size();
  for (std::size_t i = 0; i < count; ++i) {
    ServiceCounts all;
    for (const std::vector<ServiceCounts>& group : sum.by_interval) all.add(group[i]);
    if (all.offered == 0) continue;
    const std::int64_t longest_us =
        std::max(all.wait_served.longest_us, all.wait_abandoned.longest_us);
    table.add_row({interval_name(c, i), mean_count(c, all.offered), mean_count(c, all.served),
                   mean_count(c, all.abandoned), mean_count(c, all.blocked),
                   percent_text(value_of(ratio_of(all, ServiceFigure::service_level, c.formula))),
                   wait_text(value_of(ratio_of(all, ServiceFigure::speed_of_answer, c.formula))),
                   wait_text(seconds_of(longest_us))});
  }
  return table.text(style);
}

}  // namespace acdsim
