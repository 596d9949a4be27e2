// Rates where they tell, counts where they do not.
#include "offered_load.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "made_staff.hpp"
#include "replications.hpp"
#include "run_measures.hpp"

namespace acdsim {
namespace {

constexpr std::uint32_t replications_alone = 10;

using Loads = std::vector<std::vector<OfferedLoad>>;

/// Those of the demand that arrive in [begin, end), as its rates say.
double arrivals_of(const acd::Demand& demand, acd::Instant begin, acd::Instant end) {
  double arrivals = 0;
  for (std::size_t i = 0; i < demand.rates.size(); ++i) {
    const acd::Instant from = std::max(begin, demand.rates[i].from);
    const bool is_last = i + 1 == demand.rates.size();
    const acd::Instant until = is_last ? end : std::min(end, demand.rates[i + 1].from);
    if (from < until) {
      arrivals += demand.rates[i].per_hour * seconds_of((until - from).count()) / 3600;
    }
  }
  return arrivals;
}

double wrap_up_s(const LoadedScenario& loaded, const acd::Demand& demand, std::size_t group) {
  const acd::Duration given =
      loaded.scenario.blueprint.groups[group].wrap_up.any_channel.value_or(acd::Duration{0});
  const acd::Duration taken = demand.wrap_up ? std::min(given, demand.wrap_up->expected()) : given;
  return seconds_of(taken.count());
}

void add(OfferedLoad& load, const acd::Demand& demand, double arrivals, double service_s) {
  const acd::Duration patience = demand.patience.expected();
  load.arrivals += arrivals;
  load.service_s += arrivals * service_s;
  if (patience >= acd::longest) return;
  load.impatient += arrivals;
  load.patience_s += arrivals * seconds_of(patience.count());
}

/// In the busiest interval of those recorded, and at the highest rate of the others.
double most_per_hour(const acd::Demand& demand, const std::vector<acd::Instant>& intervals) {
  double rated = 0;
  for (const acd::RatePiece& rate : demand.rates) rated = std::max(rated, rate.per_hour);
  double recorded = 0;
  for (std::size_t i = 0; i + 1 < intervals.size(); ++i) {
    const auto count =
        std::ranges::count_if(demand.recorded, [&](const acd::RecordedArrival& arrival) {
          return intervals[i] <= arrival.at && arrival.at < intervals[i + 1];
        });
    const double length_s = seconds_of((intervals[i + 1] - intervals[i]).count());
    recorded = std::max(recorded, 3600 * static_cast<double>(count) / length_s);
  }
  return rated + recorded;
}

/// Of any demand, as one may follow another, and of those recorded.
double longest_service_s(const acd::Scenario& scenario, const acd::Demand& demand) {
  double longest_s = 0;
  for (const acd::Demand& each : scenario.demands) {
    longest_s = std::max(longest_s, seconds_of(each.service.expected().count()));
  }
  double recorded_s = 0;
  for (const acd::RecordedArrival& arrival : demand.recorded) {
    recorded_s += seconds_of(arrival.service.value_or(demand.service.expected()).count());
  }
  const auto count = static_cast<double>(std::max<std::size_t>(demand.recorded.size(), 1));
  return std::max(longest_s, recorded_s / count);
}

/// The demand comes alone, and finds somebody of every kind free.
LoadedScenario alone(const LoadedScenario& loaded, std::size_t line,
                     const std::vector<acd::Instant>& intervals) {
  LoadedScenario changed = loaded;
  acd::Scenario& scenario = changed.scenario;
  for (std::size_t i = 0; i < scenario.demands.size(); ++i) {
    if (i == line) continue;
    scenario.demands[i].rates.clear();
    scenario.demands[i].recorded.clear();
  }
  scenario.count_from = scenario.begin;
  scenario.habits.absence = 0;
  const acd::Demand& demand = scenario.demands[line];
  const double load = most_per_hour(demand, intervals) * longest_service_s(scenario, demand) / 3600;
  std::vector<StaffLine> lines = staff_lines(changed);
  for (StaffLine& each : lines) {
    each.shifts = {{scenario.begin, scenario.end}};
    each.count = static_cast<std::uint32_t>(std::ceil(2 * load)) + 5;
  }
  return with_staff(changed, lines);
}

void add_counted(const LoadedScenario& loaded, std::size_t line,
                 const std::vector<acd::Instant>& intervals, Loads& loads) {
  const LoadedScenario changed = alone(loaded, line, intervals);
  const acd::Demand& demand = loaded.scenario.demands[line];
  const acd::Statistics sum =
      run_replications(changed.scenario, *changed.plan, {.count = replications_alone}, {}).sum;
  for (std::size_t group = 0; group < loads.size(); ++group) {
    const acd::ServiceCounts& day = sum.by_group[group];
    if (day.served == 0) continue;
    const double service_s = seconds_of(day.talk_us) / static_cast<double>(day.served) +
                             wrap_up_s(loaded, demand, group);
    for (std::size_t i = 0; i + 1 < intervals.size(); ++i) {
      const acd::ServiceCounts& own = sum.by_interval[group][i];
      add(loads[group][i], demand, static_cast<double>(own.offered) / replications_alone,
          service_s);
    }
  }
}

}  // namespace

std::vector<std::vector<OfferedLoad>> offered_loads(const LoadedScenario& loaded,
                                                    const std::vector<acd::Instant>& intervals) {
  const acd::Scenario& scenario = loaded.scenario;
  Loads loads(scenario.blueprint.groups.size(), std::vector<OfferedLoad>(intervals.size() - 1));
  for (std::size_t line = 0; line < scenario.demands.size(); ++line) {
    const acd::Demand& demand = scenario.demands[line];
    if (demand.rates.empty() && demand.recorded.empty()) continue;
    const bool is_told =
        !demand.arrive.group.is_none() && demand.follow_ups.empty() && demand.recorded.empty();
    if (!is_told) {
      add_counted(loaded, line, intervals, loads);
      continue;
    }
    const std::size_t group = demand.arrive.group.index();
    const double service_s =
        seconds_of(demand.service.expected().count()) + wrap_up_s(loaded, demand, group);
    for (std::size_t i = 0; i + 1 < intervals.size(); ++i) {
      add(loads[group][i], demand, arrivals_of(demand, intervals[i], intervals[i + 1]), service_s);
    }
  }
  return loads;
}

}  // namespace acdsim
