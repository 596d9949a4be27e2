// The report, top to bottom: what was replayed, the tables, and the proof.
#include "report.hpp"

#include <fmt/format.h>

#include <chrono>
#include <set>

#include "acd/companion/time_text.hpp"
#include "clock_text.hpp"
#include "forecast_table.hpp"
#include "number_text.hpp"
#include "report_tables.hpp"
#include "surge_table.hpp"

namespace acdsim {
namespace {

std::string window_text(const ReportContext& c) {
  const acd::Instant first = c.input.first + c.settings.utc_offset;
  const acd::Instant last = c.input.last + c.settings.utc_offset;
  return fmt::format("{} {} to {}{} (UTC{})", day_text(first), clock_text(first),
                     is_one_day(c) ? "" : day_text(last) + " ", clock_text(last),
                     utc_offset_text(c.settings.utc_offset));
}

std::string agents_text(const ReportContext& c) {
  std::set<std::size_t> present;
  acd::Duration signed_in{0};
  for (const SignedIn& stretch : c.input.log.signed_in) {
    present.insert(stretch.agent);
    signed_in += stretch.end - stretch.begin;
  }
  return fmt::format("{} of {} sign in, {} stretches, {:.1f} hours", present.size(),
                     c.input.plan.blueprint().agents.size(), c.input.day.shifts.size(),
                     static_cast<double>(signed_in.count()) / 3.6e9);
}

std::string head(const ReportContext& c, const TextStyle& style) {
  std::string text = style.bold(c.settings.title.empty() ? "Replay" : c.settings.title) + "\n";
  text += fmt::format("  calls      {}: {} ask for an agent, {} left in the voice menu\n",
                      c.settings.calls.filename().string(), count_text(c.input.log.calls.size()),
                      count_text(c.input.left_vru));
  if (c.input.surge) {
    text += fmt::format("  surge      {}: {} ask for an agent\n", c.input.surge->name,
                        count_text(c.input.day.calls.size()));
  }
  text += fmt::format("  window     {}\n", window_text(c));
  text += fmt::format("  agents     {}\n", agents_text(c));
  if (!c.input.left_out.empty()) {
    text += fmt::format("  left out   {}: fewer than {} calls in every queue\n",
                        fmt::join(c.input.left_out, ", "), c.settings.calls_min);
  }
  text += fmt::format("  blueprint  {}: {} groups\n", c.settings.blueprint.filename().string(),
                      c.input.plan.blueprint().groups.size());
  text += fmt::format("  drawn      patience of who was served, service of who was not; seed {}\n",
                      c.settings.seed);
  return text;
}

std::string urgent_text(const char* side, const std::optional<UrgentWaits>& waits) {
  if (!waits) return {};
  return fmt::format("  {:<8} priority {} {:>8}    the others {:>8}    {}, {} callers\n", side,
                     waits->priority, seconds_text(waits->urgent_s), seconds_text(waits->others_s),
                     waits->urgent_s < waits->others_s ? "less" : "not less",
                     count_text(waits->count));
}

std::string urgent_section(const ReportContext& c, const TextStyle& style) {
  if (!c.replay.urgent && !c.log.urgent) return {};
  return "\n" + style.bold("Does the highest priority wait less?") +
         "\n  Mean wait of the served who waited; the others in the same half hours.\n" +
         urgent_text("replay", c.replay.urgent) + urgent_text("the log", c.log.urgent);
}

std::string proof(const ReportContext& c) {
  std::string parts;
  for (std::size_t i = 0; i < c.replay.outcomes.size(); ++i) {
    if (c.replay.outcomes[i] == 0) continue;
    parts += fmt::format("{}{} {}", parts.empty() ? "" : ", ", count_text(c.replay.outcomes[i]),
                         name_of(static_cast<Outcome>(i)));
  }
  const std::size_t calls = c.input.day.calls.size();
  std::string text = fmt::format("  {} calls = {}\n", count_text(calls), parts);
  text += fmt::format("  router: {} admitted = {} ended + {} live\n", count_text(c.counts.admitted),
                      count_text(c.counts.ended), count_text(c.counts.live));
  if (c.not_ended_once == 0) return text + "  every call has exactly one terminal record\n";
  return text + fmt::format("  NOT every call has exactly one terminal record: {} have not\n",
                            count_text(c.not_ended_once));
}

std::string definitions(const ReplaySettings& settings) {
  std::string definition{definition_of(settings.formula)};
  const std::string limit = acd::to_text(settings.service_level);
  for (std::size_t at = definition.find("within T"); at != std::string::npos;
       at = definition.find("within T", at)) {
    definition.replace(at, 8, "within " + limit);
  }
  return fmt::format(
      "  SL    service level, formula {}: {}\n"
      "  ASA   mean wait of the served; ABW mean wait of the abandoned; AHT mean talk + wrap-up\n"
      "        (none is logged); waits and times in seconds, longer ones in m:ss\n"
      "  occ.  talk and wrap-up / signed-in time; of a queue: of its members, by its own calls\n"
      "  calls belong to the interval of their arrival, working time to the one it falls in\n",
      name_of(settings.formula), definition);
}

}  // namespace

std::string report_text(const ReportContext& c, const TextStyle& style) {
  const bool by_day = c.grid.length() == std::chrono::days{1};
  const std::string length = by_day ? "day" : acd::to_text(c.grid.length());
  std::string text = head(c, style);
  text += "\n" + style.bold("By " + length) + "\n" + interval_table(c, style);
  if (c.input.surge) text += surge_section(c, style);
  text += "\n" + style.bold("Total") + "\n" + total_table(c, style);
  text += "\n" + style.bold("By queue") + "\n" + queue_table(c, style);
  text += "\n" + style.bold("By priority") + " (waited: served after some waiting)\n" +
          priority_table(c, style);
  text += urgent_section(c, style);
  if (c.log.reunions.identified.offered != 0) {
    text += "\n" + style.bold("Who meets the agent who served them last") + "\n" +
            reunion_table(c, style);
  }
  if (c.settings.forecast == acd::Forecast::counted) {
    text += "\n" + style.bold("Expected wait in the replay") + "\n" +
            forecast_table(c.forecasts, style);
    text += "\n" + style.bold("Expected wait in the log, as it was") + "\n" +
            forecast_table(c.forecasts_of_log, style) + std::string{forecast_legend()};
  }
  text += "\n" + style.bold("Every call accounted for") + "\n" + proof(c);
  text += "\n" + style.bold("Definitions") + "\n" + definitions(c.settings);
  return text;
}

}  // namespace acdsim
