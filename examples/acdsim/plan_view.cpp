// Local clocks beside UTC.
#include "plan_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "acd/companion/civil_text.hpp"
#include "acd/companion/time_text.hpp"
#include "clock_text.hpp"

namespace acdsim {

using std::chrono::days;

PlanView view_of(const acd::Blueprint& blueprint, const acd::TimePlan& plan) {
  const acd::Instant from =
      std::max(acd::earliest, acd::Instant{blueprint.timetables_from - days{2}});
  const acd::Instant until = std::min(acd::latest, blueprint.timetables_until + days{2});
  PlanView view{blueprint, plan, blueprint.zones[plan.zone.index()], {}};
  view.hours = acd::Timetable::compile(plan, view.book(), from, until);
  return view;
}

DayBounds bounds_of(const acd::ZoneRules& zone, acd::Date date) {
  return {zone.resolve(acd::LocalTime{date}), zone.resolve(acd::LocalTime{date + days{1}})};
}

std::string local_text(const acd::ZoneRules& zone, acd::Instant at) {
  const acd::LocalTime local = zone.local_time(at);
  return fmt::format("{} {} {}", day_text(acd::Instant{local.time_since_epoch()}),
                     acd::to_text(local).substr(11), utc_offset_text(zone.offset_at(at)));
}

std::string both_text(const acd::ZoneRules& zone, acd::Instant at) {
  return fmt::format("{} ({})", local_text(zone, at), acd::to_text(at));
}

std::string span_text(acd::Duration span) {
  const days whole = std::chrono::floor<days>(span);
  if (whole <= days{2}) return acd::to_text(span);
  const std::string rest = acd::to_text(acd::Duration{span - whole});
  return fmt::format("{}d{}", whole.count(), rest == "0s" ? "" : ' ' + rest);
}

}  // namespace acdsim
