// Theory, and the staff lines of a table.
#include "staffing.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "acd/simulation/erlang.hpp"
#include "offered_load.hpp"
#include "run_measures.hpp"

namespace acdsim {
namespace {

acd::Duration duration_of(double seconds) {
  return acd::Duration{static_cast<std::int64_t>(seconds * 1e6)};
}

double hours_of(acd::Duration time) { return seconds_of(time.count()) / 3600; }

/// The group's own target, or else that of all; none if it is no service level.
std::optional<acd::ErlangTarget> erlang_target(const LoadedScenario& loaded, acd::GroupId group) {
  std::optional<acd::ErlangTarget> found;
  for (const acd::ServiceTarget& target : loaded.targets) {
    const bool concerns = target.group == group || (target.group.is_none() && !found);
    const bool is_level = target.figure == acd::ServiceFigure::service_level;
    const bool is_open = target.bound > 0 && target.bound < 1;
    if (!concerns || !is_level || !is_open) continue;
    const acd::SkillGroup& own = loaded.scenario.blueprint.groups[group.index()];
    found = {.share = target.bound, .wait = own.target_wait};
  }
  return found;
}

bool has_target(const LoadedScenario& loaded, acd::GroupId group) {
  return std::ranges::any_of(loaded.targets, [&](const acd::ServiceTarget& target) {
    return target.group == group || target.group.is_none();
  });
}

/// The one in which the demand comes to the group.
acd::ChannelId channel_of(const acd::Demand& demand, const acd::SkillGroup& group) {
  if (!demand.arrive.channel.is_none()) return demand.arrive.channel;
  return group.channels.empty() ? acd::ChannelId{0} : group.channels.front();
}

/// How many sessions for this group one agent has at once, if he has no others.
double sessions_at_once(const LoadedScenario& loaded, const StaffKind& kind, acd::GroupId group) {
  const acd::Blueprint& blueprint = loaded.scenario.blueprint;
  if (blueprint.capacities.empty()) return 1;
  const acd::CapacityRule& rule =
      blueprint.capacities[blueprint.agents[kind.pattern].capacity.index()];
  int most = 1;
  for (const acd::Demand& demand : loaded.scenario.demands) {
    const bool may_come = demand.arrive.group == group || demand.arrive.group.is_none();
    if (!may_come) continue;
    const acd::ChannelId channel = channel_of(demand, blueprint.groups[group.index()]);
    const auto own = std::ranges::find(rule.channels, channel, &acd::ChannelCapacity::channel);
    if (own == rule.channels.end()) continue;
    most = std::max<int>(most, std::min<int>(own->sessions_max, rule.units / own->cost));
  }
  return most;
}

std::uint32_t lines_needed(const OfferedLoad& offered, acd::Duration length,
                           const std::optional<acd::ErlangTarget>& target) {
  if (offered.arrivals <= 0 || offered.service_s <= 0) return 0;
  acd::ErlangQueue queue{.per_hour = offered.arrivals / hours_of(length),
                         .service = duration_of(offered.mean_service_s())};
  if (!target)
    return static_cast<std::uint32_t>(std::ceil(offered.service_s / seconds_of(length.count())));
  if (offered.impatient > 0) queue.patience = duration_of(offered.patience_s / offered.impatient);
  return acd::least_agents(queue, *target);
}

std::vector<StaffKind> kinds_of(const LoadedScenario& loaded) {
  std::vector<StaffKind> kinds;
  for (const StaffLine& line : staff_lines(loaded)) {
    const bool is_known = std::ranges::find(kinds, line.name, &StaffKind::name) != kinds.end();
    if (is_known) continue;
    kinds.push_back({.pattern = line.pattern,
                     .name = line.name,
                     .memberships = loaded.scenario.blueprint.agents[line.pattern].memberships});
  }
  return kinds;
}

void begin_intervals(const acd::Scenario& scenario, Staffing& staffing) {
  const acd::Instant count_from = scenario.count_from.value_or(scenario.begin);
  for (acd::Instant at = scenario.begin; at < scenario.end; at += scenario.interval) {
    if (at + scenario.interval <= count_from) ++staffing.first_counted;
    staffing.intervals.push_back(at);
  }
  staffing.intervals.push_back(scenario.end);
}

}  // namespace

double Staffing::agent_hours(const std::vector<std::uint32_t> StaffKind::*counts) const {
  double hours = 0;
  for (const StaffKind& kind : kinds) {
    const std::vector<std::uint32_t>& own = kind.*counts;
    for (std::size_t i = first_counted; i < own.size(); ++i) {
      hours += own[i] * hours_of(intervals[i + 1] - intervals[i]);
    }
  }
  return hours;
}

Staffing theoretical_staffing(const LoadedScenario& loaded) {
  Staffing staffing;
  begin_intervals(loaded.scenario, staffing);
  staffing.kinds = kinds_of(loaded);
  const std::vector<std::vector<OfferedLoad>> loads = offered_loads(loaded, staffing.intervals);
  const double present = std::max(1 - loaded.scenario.habits.absence, 0.01);
  std::vector<acd::GroupId> taken;
  for (StaffKind& kind : staffing.kinds) {
    kind.needed.assign(staffing.interval_count(), 0);
    if (kind.memberships.empty()) continue;
    const acd::GroupId group = kind.memberships.front().group;
    const bool is_first = std::ranges::find(taken, group) == taken.end();
    if (!is_first || !has_target(loaded, group)) continue;
    taken.push_back(group);
    const std::optional<acd::ErlangTarget> target = erlang_target(loaded, group);
    const double each = present * sessions_at_once(loaded, kind, group);
    for (std::size_t i = 0; i < staffing.interval_count(); ++i) {
      const acd::Duration length = staffing.intervals[i + 1] - staffing.intervals[i];
      const std::uint32_t lines = lines_needed(loads[group.index()][i], length, target);
      kind.needed[i] = static_cast<std::uint32_t>(std::ceil(lines / each));
    }
    if (target) kind.theory = kind.needed;
  }
  return staffing;
}

std::vector<StaffLine> lines_of(const Staffing& staffing,
                                const std::vector<std::uint32_t> StaffKind::*counts) {
  std::vector<StaffLine> lines;
  for (const StaffKind& kind : staffing.kinds) {
    const std::vector<std::uint32_t>& own = kind.*counts;
    std::map<std::pair<std::size_t, std::size_t>, std::uint32_t> stretches;  // begin, end: how many
    std::vector<std::size_t> begun;  // who came last goes first
    for (std::size_t i = 0; i <= own.size(); ++i) {
      const std::uint32_t wanted = i < own.size() ? own[i] : 0;
      for (; begun.size() > wanted; begun.pop_back()) ++stretches[{begun.back(), i}];
      begun.resize(std::max<std::size_t>(begun.size(), wanted), i);
    }
    for (const auto& [stretch, count] : stretches) {
      const WorkShift shift{staffing.intervals[stretch.first], staffing.intervals[stretch.second]};
      lines.push_back({kind.pattern, kind.name, {shift}, count});
    }
  }
  return lines;
}

}  // namespace acdsim
