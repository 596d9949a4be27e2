// Rows and columns: the replay, and the log beside.
#include "report_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <functional>

#include "acd/companion/time_text.hpp"
#include "clock_text.hpp"
#include "number_text.hpp"

namespace acdsim {
namespace {

using Align = TableColumn::Align;

/// One block per so many offered: served, then everything else.
std::string load_bar(const Tally& tally, std::size_t per_block) {
  const std::size_t all = (tally.offered + per_block - 1) / per_block;
  const std::size_t lost = (tally.offered - tally.served + per_block / 2) / per_block;
  std::string bar;
  for (std::size_t i = 0; i < all; ++i) bar += i + lost < all ? "█" : "░";
  return bar;
}

std::string interval_name(const ReportContext& c, std::size_t interval) {
  const acd::Instant begin = c.grid.begin(interval) + c.settings.utc_offset;
  if (c.grid.length() >= std::chrono::days{1}) return day_text(begin);
  return is_one_day(c) ? clock_text(begin) : date_text(begin) + " " + clock_text(begin);
}

struct Metric {
  std::string name;
  std::function<std::string(const Figures&)> text;
};

std::vector<Metric> total_metrics(const ReplaySettings& settings) {
  const auto count = [](std::size_t Tally::*member) {
    return [member](const Figures& f) { return count_text(f.tally.*member); };
  };
  const auto wait = [](std::optional<double> (Tally::*mean)() const) {
    return [mean](const Figures& f) { return seconds_text((f.tally.*mean)()); };
  };
  const ServiceLevelFormula formula = settings.formula;
  return {
      {"offered", count(&Tally::offered)},
      {"served", count(&Tally::served)},
      {"abandoned", count(&Tally::abandoned)},
      {"  of the offered",
       [](const Figures& f) { return with_percent(f.tally.abandoned_share()); }},
      {"  short", count(&Tally::short_abandoned)},
      {"ended otherwise", count(&Tally::otherwise)},
      {fmt::format("service level, {}", acd::to_text(settings.service_level)),
       [formula](const Figures& f) { return with_percent(service_level(f.tally, formula)); }},
      {"average speed of answer (ASA)", wait(&Tally::speed_of_answer_s)},
      {"  of those who waited at all", wait(&Tally::queued_wait_s)},
      {"mean wait of abandoners (ABW)", wait(&Tally::wait_abandoned_s)},
      {"longest wait",
       [](const Figures& f) { return seconds_text(mean_s(f.tally.wait_longest, 1)); }},
      {"average handle time (AHT)", wait(&Tally::handle_time_s)},
      {"  talk",
       [](const Figures& f) { return seconds_text(mean_s(f.tally.talk, f.tally.served)); }},
      {"  wrap-up",
       [](const Figures& f) {
         const bool is_recorded = f.tally.wrap_up != acd::Duration{0};
         return seconds_text(mean_s(f.tally.wrap_up, is_recorded ? f.tally.served : 0));
       }},
      {"occupancy", [](const Figures& f) { return with_percent(f.occupancy()); }},
  };
}

std::vector<std::string> side_cells(const Figures& figures, ServiceLevelFormula formula) {
  const Tally& tally = figures.tally;
  return {percent_text(tally.abandoned_share()), percent_text(service_level(tally, formula)),
          wait_text(tally.speed_of_answer_s()),  wait_text(tally.wait_abandoned_s()),
          wait_text(tally.handle_time_s()),      percent_text(figures.occupancy())};
}

}  // namespace

bool is_one_day(const ReportContext& c) {
  const acd::Duration offset = c.settings.utc_offset;
  return date_text(c.input.first + offset) == date_text(c.input.last + offset);
}

std::string interval_table(const ReportContext& c, const TextStyle& style) {
  std::size_t largest = 1;
  for (const Figures& each : c.replay.intervals) largest = std::max(largest, each.tally.offered);
  constexpr std::size_t blocks = 18;
  const std::size_t per_block = (largest + blocks - 1) / blocks;
  TextTable table{{{"from", Align::left, ""},
                   {"offered", Align::right, "replay"},
                   {"served", Align::right, "replay"},
                   {"aband.", Align::right, "replay"},
                   {"short", Align::right, "replay"},
                   {"SL %", Align::right, "replay"},
                   {"ASA", Align::right, "replay"},
                   {"ABW", Align::right, "replay"},
                   {"AHT", Align::right, "replay"},
                   {"agents", Align::right, "replay"},
                   {"occ. %", Align::right, "replay"},
                   {"aband.", Align::right, "the log"},
                   {"SL %", Align::right, "the log"},
                   {"ASA", Align::right, "the log"},
                   {"", Align::left, fmt::format("█ served ░ not ({} calls)", per_block)}}};
  for (std::size_t i = 0; i < c.grid.size(); ++i) {
    const Figures& replay = c.replay.intervals[i];
    const Tally& own = replay.tally;
    const Tally& log = c.log.intervals[i].tally;
    if (own.offered == 0 && replay.signed_in == acd::Duration{0}) continue;
    table.add_row({interval_name(c, i), count_text(own.offered), count_text(own.served),
                   count_text(own.abandoned), count_text(own.short_abandoned),
                   percent_text(service_level(own, c.settings.formula)),
                   wait_text(own.speed_of_answer_s()), wait_text(own.wait_abandoned_s()),
                   wait_text(own.handle_time_s()),
                   fmt::format("{:.1f}", static_cast<double>(replay.signed_in.count()) /
                                             static_cast<double>(c.grid.length().count())),
                   percent_text(replay.occupancy()), count_text(log.abandoned),
                   percent_text(service_level(log, c.settings.formula)),
                   wait_text(log.speed_of_answer_s()), load_bar(own, per_block)});
  }
  return table.text(style);
}

std::string total_table(const ReportContext& c, const TextStyle& style) {
  TextTable table{
      {{"", Align::left, ""}, {"replay", Align::right, ""}, {"the log", Align::right, ""}}};
  for (const Metric& metric : total_metrics(c.settings)) {
    table.add_row({metric.name, metric.text(c.replay.total), metric.text(c.log.total)});
  }
  return table.text(style);
}

std::string queue_table(const ReportContext& c, const TextStyle& style) {
  std::vector<TableColumn> columns{{"queue", Align::left, ""}, {"offered", Align::right, ""}};
  for (const char* side : {"replay", "the log"}) {
    for (const char* title : {"aband. %", "SL %", "ASA", "ABW", "AHT", "occ. %"}) {
      columns.push_back({title, Align::right, side});
    }
  }
  TextTable table{columns};
  const acd::Blueprint& blueprint = c.input.plan.blueprint();
  for (std::size_t i = 0; i < blueprint.groups.size(); ++i) {
    std::vector<std::string> cells{blueprint.groups[i].name,
                                   count_text(c.replay.queues[i].tally.offered)};
    for (const Summary* side : {&c.replay, &c.log}) {
      const auto own = side_cells(side->queues[i], c.settings.formula);
      cells.insert(cells.end(), own.begin(), own.end());
    }
    table.add_row(cells);
  }
  return table.text(style);
}

std::string priority_table(const ReportContext& c, const TextStyle& style) {
  std::vector<TableColumn> columns{{"priority", Align::left, ""}, {"offered", Align::right, ""}};
  for (const char* side : {"replay", "the log"}) {
    for (const char* title : {"aband. %", "SL %", "ASA", "waited", "ASA of them", "ABW"}) {
      columns.push_back({title, Align::right, side});
    }
  }
  TextTable table{columns};
  for (const auto& [priority, tally] : c.replay.priorities) {
    std::vector<std::string> cells{std::to_string(priority), count_text(tally.offered)};
    for (const Summary* side : {&c.replay, &c.log}) {
      const Tally& own = side->priorities.at(priority);
      for (std::string cell : {percent_text(own.abandoned_share()),
                               percent_text(service_level(own, c.settings.formula)),
                               wait_text(own.speed_of_answer_s()), count_text(own.served_queued),
                               wait_text(own.queued_wait_s()), wait_text(own.wait_abandoned_s())}) {
        cells.push_back(std::move(cell));
      }
    }
    table.add_row(cells);
  }
  return table.text(style);
}

std::string reunion_table(const ReportContext& c, const TextStyle& style) {
  const std::string again = "customers served before";
  std::vector<TableColumn> columns{{"", Align::left, ""},
                                   {"served", Align::right, again},
                                   {"same agent %", Align::right, again}};
  for (const char* whose : {"calls of known customers", "the other calls"}) {
    for (const char* title : {"offered", "aband. %", "SL %", "ASA", "ABW"}) {
      columns.push_back({title, Align::right, whose});
    }
  }
  TextTable table{columns};
  const auto add = [&](const char* side, const ReunionSummary& reunions) {
    std::vector<std::string> cells{side, count_text(reunions.served_again),
                                   percent_text(reunions.same_agent_share())};
    for (const Tally* tally : {&reunions.identified, &reunions.others}) {
      for (std::string cell :
           {count_text(tally->offered), percent_text(tally->abandoned_share()),
            percent_text(service_level(*tally, c.settings.formula)),
            wait_text(tally->speed_of_answer_s()), wait_text(tally->wait_abandoned_s())}) {
        cells.push_back(std::move(cell));
      }
    }
    table.add_row(cells);
  };
  add("replay", c.replay.reunions);
  add("the log", c.log.reunions);
  return table.text(style);
}

}  // namespace acdsim
