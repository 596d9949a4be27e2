// A day of one group, drawn.
#include "simulated_group.hpp"

#include <fmt/format.h>

#include "random.hpp"

namespace acdsim {
namespace {

using std::chrono::hours;

const acd::Instant opening = acd::earliest + hours{24};

acd::Duration drawn(acd::Duration mean, Random random) {
  return acd::Duration{
      static_cast<std::int64_t>(random.exponential(static_cast<double>(mean.count())))};
}

void add_calls(ReplayDay& day, const SimulatedGroup& group) {
  const acd::Duration between = group.handle_time * 100 / group.agents / group.load_percent;
  const acd::Instant closing = opening + hours{group.hours};
  acd::Instant at = opening;
  for (std::uint64_t id = 1;; ++id) {
    at += drawn(between, random_for(group.seed, Purpose::arrival, id));
    if (at >= closing) return;
    day.calls.push_back(
        {.arrival = at,
         .id = id,
         .group = acd::GroupId{0},
         .plan = {
             .patience = drawn(group.patience, random_for(group.seed, Purpose::patience, id)),
             .service = drawn(group.handle_time, random_for(group.seed, Purpose::service, id))}});
  }
}

void add_shifts(ReplayDay& day, const SimulatedGroup& group) {
  const acd::Instant end = opening + hours{group.hours + 24};
  for (std::size_t agent = 0; agent < group.agents; ++agent) {
    if (agent >= group.away) {
      day.shifts.push_back({agent, opening, end});
      continue;
    }
    acd::Instant leaves = opening + hours{3};
    for (acd::Instant comes = opening; comes < end; leaves += hours{8}) {
      day.shifts.push_back({agent, comes, leaves});
      comes = leaves + hours{2};
    }
  }
}

}  // namespace

acd::Blueprint blueprint_of(const SimulatedGroup& group) {
  acd::Blueprint blueprint;
  blueprint.limits.sessions = 10'000;
  blueprint.add(acd::Channel{"phone"});
  const acd::GroupId line =
      blueprint.add(acd::SkillGroup{.name = "line", .forecast = acd::Forecast::counted});
  for (std::uint32_t i = 1; i <= group.agents; ++i) {
    blueprint.add(acd::Agent{.name = fmt::format("agent {}", i), .memberships = {{.group = line}}});
  }
  return blueprint;
}

ReplayDay day_of(const SimulatedGroup& group) {
  ReplayDay day{.seed = group.seed};
  add_calls(day, group);
  add_shifts(day, group);
  return day;
}

}  // namespace acdsim
