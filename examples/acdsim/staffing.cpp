// Theory, and the staff lines of a table.
#include "staffing.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "acd/simulation/erlang.hpp"

namespace acdsim {
namespace {

double seconds_of(acd::Duration time) { return static_cast<double>(time.count()) / 1e6; }

/// Those of the demand that arrive in [begin, end), as its rates say.
double arrivals_of(const acd::Demand& demand, acd::Instant begin, acd::Instant end) {
  double arrivals = 0;
  for (std::size_t i = 0; i < demand.rates.size(); ++i) {
    const acd::Instant from = std::max(begin, demand.rates[i].from);
    const bool is_last = i + 1 == demand.rates.size();
    const acd::Instant until = is_last ? end : std::min(end, demand.rates[i + 1].from);
    if (from < until) arrivals += demand.rates[i].per_hour * seconds_of(until - from) / 3600;
  }
  return arrivals;
}

/// What one who arrives brings, on average over the demands of a group.
struct Offered {
  double arrivals = 0;
  double service_s = 0;   ///< sum over arrivals, with wrap-up
  double patience_s = 0;  ///< sum over the impatient
  double impatient = 0;   ///< arrivals
};

acd::Duration wrap_up_of(const LoadedScenario& loaded, const acd::Demand& demand,
                         acd::GroupId group) {
  const acd::Duration given =
      loaded.scenario.blueprint.groups[group.index()].wrap_up.any_channel.value_or(
          acd::Duration{0});
  return demand.wrap_up ? std::min(given, demand.wrap_up->expected()) : given;
}

Offered offered_to(const LoadedScenario& loaded, acd::GroupId group, acd::Instant begin,
                   acd::Instant end) {
  Offered offered;
  for (const acd::Demand& demand : loaded.scenario.demands) {
    if (demand.arrive.group != group) continue;
    const double arrivals = arrivals_of(demand, begin, end);
    const acd::Duration patience = demand.patience.expected();
    offered.arrivals += arrivals;
    offered.service_s +=
        arrivals * seconds_of(demand.service.expected() + wrap_up_of(loaded, demand, group));
    if (patience >= acd::longest) continue;
    offered.impatient += arrivals;
    offered.patience_s += arrivals * seconds_of(patience);
  }
  return offered;
}

acd::Duration duration_of(double seconds) {
  return acd::Duration{static_cast<std::int64_t>(seconds * 1e6)};
}

std::uint32_t erlang_agents(const Offered& offered, double hours, const acd::ErlangTarget& target) {
  if (offered.arrivals <= 0) return 0;
  acd::ErlangQueue queue{.per_hour = offered.arrivals / hours,
                         .service = duration_of(offered.service_s / offered.arrivals)};
  if (offered.impatient > 0) queue.patience = duration_of(offered.patience_s / offered.impatient);
  return acd::least_agents(queue, target);
}

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

std::vector<StaffKind> kinds_of(const LoadedScenario& loaded) {
  std::vector<StaffKind> kinds;
  for (const StaffLine& line : staff_lines(loaded)) {
    const bool is_known = std::ranges::find(kinds, line.name, &StaffKind::name) != kinds.end();
    if (is_known) continue;
    StaffKind kind{.pattern = line.pattern, .name = line.name};
    for (const acd::Membership& each : loaded.scenario.blueprint.agents[line.pattern].memberships) {
      kind.groups.push_back(each.group);
    }
    kinds.push_back(std::move(kind));
  }
  return kinds;
}

}  // namespace

Staffing theoretical_staffing(const LoadedScenario& loaded) {
  const acd::Scenario& scenario = loaded.scenario;
  Staffing staffing;
  for (acd::Instant at = scenario.begin; at < scenario.end; at += scenario.interval) {
    staffing.intervals.push_back(at);
  }
  staffing.intervals.push_back(scenario.end);
  staffing.kinds = kinds_of(loaded);
  std::vector<acd::GroupId> taken;
  for (StaffKind& kind : staffing.kinds) {
    const std::size_t count = staffing.intervals.size() - 1;
    kind.needed.assign(count, 0);
    const bool is_first =
        !kind.groups.empty() && std::ranges::find(taken, kind.groups.front()) == taken.end();
    if (!is_first) continue;
    taken.push_back(kind.groups.front());
    const std::optional<acd::ErlangTarget> target = erlang_target(loaded, kind.groups.front());
    if (!target) continue;
    for (std::size_t i = 0; i < count; ++i) {
      const acd::Instant begin = staffing.intervals[i];
      const acd::Instant end = staffing.intervals[i + 1];
      const Offered offered = offered_to(loaded, kind.groups.front(), begin, end);
      kind.theory.push_back(erlang_agents(offered, seconds_of(end - begin) / 3600, *target));
    }
    kind.needed = kind.theory;
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
