// Checks zones, time plans and their window.
#include <fmt/format.h>

#include <bit>

#include "config/findings.hpp"
#include "config/plan_references.hpp"
#include "config/rule_path.hpp"

namespace acd {
inline namespace v1 {
namespace {

using std::chrono::hours;

constexpr hours day_length{24};
constexpr hours end_max{48};
constexpr std::uint8_t every_weekday = 0x7F;

void check_offset(Findings& findings, std::string path, std::chrono::seconds offset) {
  if (-offset_max <= offset && offset <= offset_max) return;
  findings.report(std::move(path), fmt::format("an offset of {} is more than {} hours",
                                               clock_text(offset), offset_max.count()));
}

void check_zone(Findings& findings, const std::string& path, const ZoneRules& zone) {
  check_offset(findings, path + ".first_offset", zone.first_offset);
  for (std::size_t i = 0; i < zone.transitions.size(); ++i) {
    const std::string line = fmt::format("{}.transitions[{}]", path, i);
    if (i > 0 && zone.transitions[i].at <= zone.transitions[i - 1].at) {
      findings.report(line + ".at", "the transition is not after the one before it");
    }
    check_offset(findings, line + ".offset", zone.transitions[i].offset);
  }
}

bool check_date(Findings& findings, const std::string& path, Date date) {
  if (first_date <= date && date <= last_date) return true;
  findings.report(
      path, fmt::format("a date outside {} to {}", date_text(first_date), date_text(last_date)));
  return false;
}

void check_dates(Findings& findings, const std::string& path, const std::vector<Date>& dates) {
  if (dates.empty()) findings.report(path, "there is no date");
  for (std::size_t i = 0; i < dates.size(); ++i) {
    const std::string line = fmt::format("{}[{}]", path, i);
    if (check_date(findings, line, dates[i]) && i > 0 && dates[i] <= dates[i - 1]) {
      findings.report(line, date_text(dates[i]) + " is not after the date before it");
    }
  }
}

void check_range(Findings& findings, const std::string& path, const DayRule& rule) {
  const bool first_known = check_date(findings, path + ".first", rule.first);
  const bool last_known = check_date(findings, path + ".last", rule.last);
  if (!first_known || !last_known || rule.first <= rule.last) return;
  findings.report(
      path, fmt::format("{} to {} is upside down", date_text(rule.first), date_text(rule.last)));
}

void check_yearly(Findings& findings, const std::string& path, const DayRule& rule) {
  if (rule.month < 1 || rule.month > 12) {
    return findings.in_range(path + ".month", rule.month, 1, 12);
  }
  const std::chrono::year leap_year{2000};
  if ((leap_year / rule.month / rule.day).ok()) return;
  findings.report(path + ".day", fmt::format("month {} has no day {}", rule.month, rule.day));
}

void check_weekdays(Findings& findings, const std::string& path, std::uint8_t weekdays) {
  if (weekdays == 0) findings.report(path, "there is no weekday");
  if (weekdays > every_weekday) findings.report(path, "there are seven weekdays");
}

void check_nth_weekday(Findings& findings, const std::string& path, const DayRule& rule) {
  check_weekdays(findings, path + ".weekdays", rule.weekdays);
  if (std::popcount(rule.weekdays) > 1) {
    findings.report(path + ".weekdays", "more than one weekday");
  }
  findings.in_range(path + ".month", rule.month, 0, 12);
  if (rule.nth == 0 || rule.nth > 5 || rule.nth < -5) {
    findings.report(path + ".nth", fmt::format("{} is not in 1 to 5, or -1 to -5", rule.nth));
  }
}

void check_day_rule(Findings& findings, const std::string& path, const DayRule& rule) {
  findings.enumerator(path + ".kind", rule.kind, last_day_rule_kind);
  switch (rule.kind) {
    case DayRuleKind::weekdays: return check_weekdays(findings, path + ".weekdays", rule.weekdays);
    case DayRuleKind::dates: return check_dates(findings, path + ".dates", rule.dates);
    case DayRuleKind::range: return check_range(findings, path, rule);
    case DayRuleKind::yearly: return check_yearly(findings, path, rule);
    case DayRuleKind::nth_weekday: return check_nth_weekday(findings, path, rule);
  }
}

void check_hours(Findings& findings, const std::string& path, const Hours& one) {
  if (one.start < hours{0} || one.start >= day_length) {
    findings.report(path + ".start",
                    clock_text(one.start) + " is not a time of day, 00:00 to before 24:00");
  }
  if (one.end <= one.start) {
    findings.report(path + ".end", fmt::format("{} is not after the start, {}", clock_text(one.end),
                                               clock_text(one.start)));
  } else if (one.end > end_max) {
    findings.report(path + ".end", clock_text(one.end) + " is after 48:00");
  }
}

void check_shifts(Findings& findings, const std::string& path, const TimeRule& rule) {
  if (rule.days.is_too_long()) findings.report(path + ".days", "ill-formed");
  each_leaf(rule.days, path + ".days", [&](const std::string& line, const DayRule& day_rule) {
    check_day_rule(findings, line, day_rule);
  });
  if (rule.hours.empty()) findings.report(path + ".hours", "there are no hours");
  for (std::size_t i = 0; i < rule.hours.size(); ++i) {
    check_hours(findings, fmt::format("{}.hours[{}]", path, i), rule.hours[i]);
  }
}

void check_stretch(Findings& findings, const std::string& path, const TimeRule& rule) {
  using std::chrono::days;
  using std::chrono::floor;
  const bool from_known = check_date(findings, path + ".from", floor<days>(rule.from));
  const bool to_known = check_date(findings, path + ".to", floor<days>(rule.to));
  if (from_known && to_known && rule.from >= rule.to) {
    findings.report(path + ".to", "the end is not after the beginning");
  }
}

void check_time_rule(Findings& findings, const std::string& path, const TimeRule& rule) {
  findings.enumerator(path + ".kind", rule.kind, last_time_rule_kind);
  switch (rule.kind) {
    case TimeRuleKind::shifts: return check_shifts(findings, path, rule);
    case TimeRuleKind::stretch: return check_stretch(findings, path, rule);
    case TimeRuleKind::plan:
      findings.names_line(path + ".plan", rule.plan, findings.blueprint().time_plans, "time plan");
  }
}

void check_plan(Findings& findings, const std::string& path, const TimePlan& plan) {
  findings.names_line(path + ".zone", plan.zone, findings.blueprint().zones, "zone");
  findings.enumerator(path + ".reading", plan.reading, last_local_reading);
  for (std::size_t i = 0; i < plan.layers.size(); ++i) {
    const PlanLayer& layer = plan.layers[i];
    const std::string line = path_of_layer(path, i);
    findings.enumerator(line + ".effect", layer.effect, LayerEffect::closes);
    if (layer.when.is_too_long()) findings.report(line + ".when", "ill-formed");
    each_leaf(layer.when, line + ".when", [&](const std::string& leaf, const TimeRule& rule) {
      check_time_rule(findings, leaf, rule);
    });
  }
}

void check_instant(Findings& findings, std::string path, Instant at) {
  if (earliest <= at && at <= latest) return;
  findings.report(std::move(path), "an instant outside the accepted range, 1970 to 2112");
}

void check_window(Findings& findings) {
  const Blueprint& blueprint = findings.blueprint();
  check_instant(findings, "timetables_from", blueprint.timetables_from);
  check_instant(findings, "timetables_until", blueprint.timetables_until);
  if (blueprint.time_plans.empty()) return;
  if (blueprint.timetables_from < blueprint.timetables_until) return;
  findings.report("timetables_until", "the window is empty, and there are time plans");
}

}  // namespace

void check_zones(Findings& findings) {
  const std::vector<ZoneRules>& lines = findings.blueprint().zones;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    check_zone(findings, findings.named_line(Family::zones, i, lines[i]), lines[i]);
  }
}

void check_time_plans(Findings& findings) {
  const std::vector<TimePlan>& lines = findings.blueprint().time_plans;
  const PlanReferences references{lines};
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string path = findings.named_line(Family::time_plans, i, lines[i]);
    check_plan(findings, path, lines[i]);
    const std::string wrong = references.problem(i);
    if (!wrong.empty()) findings.report(path + ".layers", wrong);
  }
  check_window(findings);
}

}  // namespace v1
}  // namespace acd
