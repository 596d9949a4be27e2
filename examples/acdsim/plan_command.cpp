// Finds what the words of the command line name, then lets the pieces print it.
#include "plan_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>
#include <vector>

#include "acd/companion/civil_text.hpp"
#include "acd/companion/time_text.hpp"
#include "blueprint_file.hpp"
#include "exit_status.hpp"
#include "plan_answers.hpp"
#include "plan_view.hpp"
#include "plan_week.hpp"
#include "plan_year.hpp"

namespace acdsim {
namespace {

[[noreturn]] void refuse(const std::string& message) { throw Failure{ExitStatus::usage, message}; }

acd::Blueprint load(const std::filesystem::path& file) {
  ProblemList problems;
  acd::Blueprint blueprint = read_blueprint(file, problems);
  if (!problems.empty()) throw BadInput{problems};
  if (blueprint.time_plans.empty()) refuse(file.string() + ": there is no time plan in it");
  return blueprint;
}

/// All of them, or the one of that name.
std::vector<acd::TimePlan> chosen_plans(const acd::Blueprint& blueprint, const std::string& name) {
  if (name.empty()) return blueprint.time_plans;
  std::string known;
  for (const acd::TimePlan& plan : blueprint.time_plans) {
    if (plan.name == name) return {plan};
    known += (known.empty() ? "" : ", ") + plan.name;
  }
  refuse(fmt::format("--plan {}: there is no such plan; there are {}", name, known));
}

/// An instant in UTC, or a local time of the plan's zone; within the window.
acd::Instant instant_of(const PlanView& view, const char* option, const std::string& text) {
  std::optional<acd::Instant> at = acd::parse_instant(text);
  if (!at) {
    const acd::Parsed<acd::LocalTime> local = acd::parse_local_time(text);
    if (!local.value) {
      refuse(fmt::format("{} {}: {}, or an instant such as 2026-10-01T01:30:00Z", option, text,
                         local.message));
    }
    at = view.zone.resolve(*local.value);
  }
  if (!view.hours.covers(*at)) {
    refuse(fmt::format("{} {}: is not in the blueprint's window, {} to {}", option, text,
                       acd::to_text(view.blueprint.timetables_from),
                       acd::to_text(view.blueprint.timetables_until)));
  }
  return *at;
}

/// The window's years in UTC, in which its ends are given.
std::chrono::year year_of(const PlanView& view, const PlanRequest& request) {
  const auto year_at = [](acd::Instant at) {
    return std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(at)}.year();
  };
  const std::chrono::year first = year_at(view.blueprint.timetables_from);
  const std::chrono::year last = year_at(view.blueprint.timetables_until - acd::Duration{1});
  if (!request.year) return first;
  const std::chrono::year year{*request.year};
  if (year < first || year > last) {
    refuse(fmt::format("--year {}: the blueprint's window has the years {} to {}", *request.year,
                       static_cast<int>(first), static_cast<int>(last)));
  }
  return year;
}

std::optional<acd::Duration> after_of(const PlanRequest& request) {
  if (request.after.empty()) return std::nullopt;
  if (request.at.empty()) refuse("--after: says how much open time after --at");
  const std::optional<acd::Duration> after = acd::parse_duration(request.after);
  if (!after || *after < acd::Duration::zero()) {
    refuse(fmt::format("--after {}: expected a duration such as 8h or 1h30m", request.after));
  }
  return after;
}

std::string week_of(const PlanView& view, const PlanRequest& request, const Glyphs& glyphs,
                    const TextStyle& style) {
  const acd::Parsed<acd::Date> date = acd::parse_date(request.week);
  if (!date.value) refuse(fmt::format("--week {}: {}", request.week, date.message));
  const std::string title = fmt::format("{}  {}", view.plan.name, view.zone.name);
  return style.bold(title) + "\n\n" + week_text(view, *date.value, glyphs, style);
}

std::string answers_of(const PlanView& view, const PlanRequest& request) {
  const std::optional<acd::Duration> after = after_of(request);
  std::string text;
  for (const std::string& at : request.at) {
    text += '\n' + answer_at(view, instant_of(view, "--at", at), after);
  }
  if (request.between.empty()) return text;
  const acd::Instant from = instant_of(view, "--between", request.between.at(0));
  const acd::Instant to = instant_of(view, "--between", request.between.at(1));
  if (to < from) refuse("--between: the second instant lies before the first");
  return text + '\n' + answer_between(view, from, to);
}

}  // namespace

std::string plan_report(const PlanRequest& request, const Glyphs& glyphs, const TextStyle& style) {
  const acd::Blueprint blueprint = load(request.file);
  const std::vector<acd::TimePlan> plans = chosen_plans(blueprint, request.plan);
  std::string text;
  for (const acd::TimePlan& plan : plans) {
    const PlanView view = view_of(blueprint, plan);
    const std::chrono::year year = year_of(view, request);
    if (!text.empty()) text += '\n';
    text += request.week.empty() ? year_text(view, year, glyphs, style)
                                 : week_of(view, request, glyphs, style);
    text += answers_of(view, request);
  }
  return text;
}

}  // namespace acdsim
