// The report, top to bottom.
#include "run_report.hpp"

#include <fmt/format.h>

#include "acd/companion/time_text.hpp"
#include "clock_text.hpp"
#include "estimate.hpp"
#include "number_text.hpp"
#include "run_tables.hpp"

namespace acdsim {
namespace {

using acd::ServiceFigure;

std::string_view definition_of(acd::ServiceLevel formula) {
  switch (formula) {
    case acd::ServiceLevel::of_offered: return "served in time / offered";
    case acd::ServiceLevel::of_answered: return "served in time / served";
    case acd::ServiceLevel::without_short:
      return "served in time / (offered - abandoned in that time)";
    case acd::ServiceLevel::abandoned_as_served:
      return "(served in time + abandoned in that time) / offered";
  }
  return "";
}

std::string window_text(const RunContext& c) {
  const acd::Instant begin = c.scenario.begin + c.utc_offset;
  const acd::Instant end = c.scenario.end + c.utc_offset;
  const bool is_one_day = date_text(begin) == date_text(end);
  return fmt::format("{} {} to {}{} (UTC{})", day_text(begin), clock_text(begin),
                     is_one_day ? "" : day_text(end) + " ", clock_text(end),
                     utc_offset_text(c.utc_offset));
}

std::string head(const RunContext& c, const TextStyle& style) {
  const std::string& name = c.scenario.blueprint.name;
  std::string text = style.bold(name.empty() ? c.request.file.filename().string() : name) + "\n";
  text += fmt::format("  scenario       {}, fingerprint {:016x}\n",
                      c.request.file.filename().string(), c.fingerprint);
  text += fmt::format("  window         {}\n", window_text(c));
  text += fmt::format("  replications   {}, seed {}, acdsim {}\n", c.request.replications,
                      c.request.seed, ACDSIM_VERSION);
  text +=
      fmt::format("  service level  {}: {}\n", c.request.service_level, definition_of(c.formula));
  return text;
}

/// "service level within 20s" of a group, "service level" of all.
std::string figure_name(const RunContext& c, const acd::ServiceTarget& target) {
  switch (target.figure) {
    case ServiceFigure::service_level: {
      if (target.group.is_none()) return "service level";
      const acd::SkillGroup& group = c.scenario.blueprint.groups[target.group.index()];
      return "service level in " + acd::to_text(group.target_wait);
    }
    case ServiceFigure::abandonment: return "abandonment";
    case ServiceFigure::speed_of_answer: return "average speed of answer";
  }
  return "";
}

Estimate estimate_of(const RunContext& c, const acd::ServiceTarget& target) {
  std::vector<acd::Ratio> ratios;
  ratios.reserve(c.replications.each.size());
  for (const ReplicationFigures& each : c.replications.each) {
    const bool is_all = target.group.is_none();
    const acd::ServiceCounts& own = is_all ? each.total : each.by_group[target.group.index()];
    ratios.push_back(ratio_of(own, target.figure, c.formula));
  }
  return estimate(ratios, c.request.confidence / 100);
}

std::string target_table(const RunContext& c, const TextStyle& style, std::size_t& missed) {
  using Align = TableColumn::Align;
  TextTable table{{{"", Align::left, ""},
                   {"", Align::left, ""},
                   {"target", Align::right, ""},
                   {"mean", Align::right, ""},
                   {"", Align::left, ""},
                   {"", Align::left, ""},
                   {"", Align::left, ""}}};
  for (const acd::ServiceTarget& target : c.targets) {
    const Estimate found = estimate_of(c, target);
    const double value = found.value.value_or(acd::figure_of_nobody(target.figure));
    const bool is_time = target.figure == ServiceFigure::speed_of_answer;
    const double factor = is_time ? 1 : 100;
    const bool met = is_met(target, value);
    if (!met) ++missed;
    const bool is_all = target.group.is_none();
    table.add_row(
        {is_all ? "all" : c.scenario.blueprint.groups[target.group.index()].name,
         figure_name(c, target),
         fmt::format("{} {:.1f}",
                     target.figure == ServiceFigure::service_level ? "at least" : "at most",
                     factor * target.bound),
         fmt::format("{:.1f}", factor * value),
         found.half_width ? fmt::format("± {:.1f}", factor * *found.half_width) : "",
         is_time ? "s" : "%", met ? "met" : "missed"});
  }
  return table.text(style);
}

std::string definitions(const RunContext& c) {
  return fmt::format(
      "  mean  over replications; ± half the {:g} % confidence interval (Student's t)\n"
      "  SL    service level; in time: within the group's target_wait\n"
      "  ASA   average speed of answer: mean wait of the served; times in seconds, or m:ss\n"
      "  wait  of the served and the abandoned; the longest of all replications\n"
      "  occ.  serving and wrapping up / (that and ready); of a group: its members, whatever they "
      "do\n"
      "  talk  mean service time; with wrap-up it is the average handle time\n"
      "  A session belongs to the interval in which it arrived, to the group in which it ended.\n"
      "  Counts are those of a mean replication.\n",
      c.request.confidence);
}

}  // namespace

RunReport run_report(const RunContext& c, const TextStyle& style) {
  RunReport report;
  report.text = head(c, style);
  if (!c.targets.empty()) {
    report.text +=
        "\n" + style.bold("Targets") + "\n" + target_table(c, style, report.targets_missed);
  }
  report.text += "\n" + style.bold("Total") + "\n" + run_total_table(c, style);
  report.text += "\n" + style.bold("By group") + "\n" + run_group_table(c, style);
  report.text += "\n" + style.bold("By " + acd::to_text(c.scenario.interval)) + "\n" +
                 run_interval_table(c, style);
  report.text += "\n" + style.bold("Definitions") + "\n" + definitions(c);
  return report;
}

}  // namespace acdsim
