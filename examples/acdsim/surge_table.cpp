// One row for each hour of the day, whatever day it is on.
#include "surge_table.hpp"

#include <fmt/format.h>

#include <array>
#include <vector>

#include "number_text.hpp"
#include "surge_calls.hpp"

namespace acdsim {
namespace {

using Align = TableColumn::Align;

constexpr std::size_t hours_of_day = 24;

/// By hour of arrival; the last is all of them.
using HourTallies = std::array<Tally, hours_of_day + 1>;

HourTallies tallies_of(const Story& story, const ReplaySettings& settings) {
  HourTallies tallies;
  for (const CallRecord& call : story.calls) {
    tallies[hour_of_day(call.arrived, settings.utc_offset)].add(call, settings.service_level);
    tallies.back().add(call, settings.service_level);
  }
  return tallies;
}

std::string times_text(double times) { return fmt::format("{:.2f}", times); }

std::string ratio_text(std::size_t surge, std::size_t log) {
  return log == 0 ? "–" : times_text(static_cast<double>(surge) / static_cast<double>(log));
}

std::vector<TableColumn> columns() {
  std::vector<TableColumn> result{{"from", Align::left, ""},
                                  {"times", Align::right, ""},
                                  {"log", Align::right, "offered"},
                                  {"surge", Align::right, "offered"},
                                  {"ratio", Align::right, "offered"}};
  for (const char* figure : {"aband. %", "SL %", "ASA"}) {
    for (const char* side : {"log", "replay", "surge"}) {
      result.push_back({side, Align::right, figure});
    }
  }
  return result;
}

}  // namespace

std::string surge_section(const ReportContext& c, const TextStyle& style) {
  const SurgeMultipliers& surge = *c.input.surge;
  const std::array sides{tallies_of(c.input.log, c.settings),
                         tallies_of(c.result.ordinary, c.settings),
                         tallies_of(c.result.story, c.settings)};
  TextTable table{columns()};
  for (std::size_t hour = 0; hour <= hours_of_day; ++hour) {
    const bool is_all = hour == hours_of_day;
    const std::size_t logged = sides.front()[hour].offered;
    const std::size_t offered = sides.back()[hour].offered;
    if (logged == 0 && offered == 0) continue;
    std::vector<std::string> cells{is_all ? "all" : fmt::format("{:02}:00", hour),
                                   is_all ? "" : times_text(surge.by_hour[hour]),
                                   count_text(logged), count_text(offered),
                                   ratio_text(offered, logged)};
    for (const HourTallies& side : sides) {
      cells.push_back(percent_text(side[hour].abandoned_share()));
    }
    for (const HourTallies& side : sides) {
      cells.push_back(percent_text(service_level(side[hour], c.settings.formula)));
    }
    for (const HourTallies& side : sides) {
      cells.push_back(wait_text(side[hour].speed_of_answer_s()));
    }
    table.add_row(cells);
  }
  return "\n" + style.bold("The surge: " + surge.name) +
         fmt::format("\n  {}{}{}\n", surge.date, surge.note.empty() ? "" : ", ", surge.note) +
         table.text(style) +
         "  replay: the day as it was. In all other tables the replay is of the surge.\n";
}

}  // namespace acdsim
