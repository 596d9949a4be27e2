// Local hours become instants: by what the wall clock shows, or by their two ends.
#include "time_plan/local_hours.hpp"

#include <algorithm>

namespace acd {
inline namespace v1 {
namespace {

using std::chrono::days;
using std::chrono::floor;

/// Local times are kept in TimeSets as if they were UTC.
using LocalInterval = TimeSet::Interval;

constexpr days reach{1};  // a shift ends by 48:00: with the day after its own

Instant as_if_utc(LocalTime local) { return Instant{local.time_since_epoch()}; }
LocalTime as_local(Instant utc) { return LocalTime{utc.time_since_epoch()}; }

std::vector<LocalInterval> shifts_of(const TimeRule& rule, Instant from, Instant until) {
  std::vector<LocalInterval> intervals;
  const Date last = floor<days>(as_local(until));
  for (Date day = floor<days>(as_local(from)) - reach; day <= last; day += days{1}) {
    if (!contains(rule.days, day)) continue;
    for (const Hours& hours : rule.hours) {
      intervals.push_back({as_if_utc(day + hours.start), as_if_utc(day + hours.end)});
    }
  }
  return intervals;
}

/// What of the rule can lie within the window, in any zone; a shift that began before is whole.
std::vector<LocalInterval> local_intervals(const TimeRule& rule, Instant from, Instant until) {
  const Instant first = from - offset_max;
  const Instant last = until + offset_max;
  if (rule.kind == TimeRuleKind::shifts) return shifts_of(rule, first, last);
  const auto near = [&](LocalTime local) {  // far ends must not overflow
    return std::clamp(as_if_utc(local), first - offset_max, last + offset_max);
  };
  return {{near(rule.from), near(rule.to)}};
}

/// Appends where the clock shows a time of `local` during [from, until), at a constant offset.
void append_shown(std::vector<TimeSet::Interval>& intervals, const TimeSet& local, Instant from,
                  Instant until, std::chrono::seconds offset) {
  const auto toggles = local.toggles();  // pairs of begin and end
  auto at =
      static_cast<std::size_t>(std::ranges::upper_bound(toggles, from + offset) - toggles.begin());
  for (at -= at % 2; at < toggles.size() && toggles[at] < until + offset; at += 2) {
    intervals.push_back({std::max(toggles[at] - offset, from),  //
                         std::min(toggles[at + 1] - offset, until)});
  }
}

TimeSet by_wall_clock(const TimeSet& local, const ZoneRules& zone, Instant from, Instant until) {
  std::vector<TimeSet::Interval> intervals;
  const auto& transitions = zone.transitions;
  auto next = std::ranges::upper_bound(transitions, from, {}, &ZoneTransition::at);
  while (from < until) {
    const bool is_last = next == transitions.end() || next->at >= until;
    const Instant end = is_last ? until : next->at;
    append_shown(intervals, local, from, end, zone.offset_at(from));
    if (is_last) break;
    from = end;
    ++next;
  }
  return TimeSet::from_intervals(std::move(intervals));
}

TimeSet by_end_points(std::vector<LocalInterval> intervals, const ZoneRules& zone, Instant from,
                      Instant until) {
  for (LocalInterval& one : intervals) {
    one = {std::max(zone.resolve(as_local(one.from)), from),
           std::min(zone.resolve(as_local(one.to)), until)};
  }
  return TimeSet::from_intervals(std::move(intervals));
}

}  // namespace

TimeSet local_hours(const TimeRule& rule, const ZoneRules& zone, LocalReading reading, Instant from,
                    Instant until) {
  std::vector<LocalInterval> local = local_intervals(rule, from, until);
  switch (reading) {
    case LocalReading::wall_clock:
      return by_wall_clock(TimeSet::from_intervals(std::move(local)), zone, from, until);
    case LocalReading::end_points: return by_end_points(std::move(local), zone, from, until);
  }
  return {};
}

}  // namespace v1
}  // namespace acd
