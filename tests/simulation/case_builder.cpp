// Parts of which the published cases are built.
#include <fmt/format.h>

#include <cmath>
#include <cstdlib>
#include <utility>

#include "simulation/theory.hpp"

namespace acd::test {
namespace {

/// Agents stay until those who wait at the end are served.
constexpr double overtime = 1000;

}  // namespace

Duration units(double count) {
  return Duration{std::llround(count * static_cast<double>(unit.count()))};
}

double per_hour(double per_unit) { return per_unit * (3.6e9 / static_cast<double>(unit.count())); }

double in_units(double time_us) { return time_us / static_cast<double>(unit.count()); }

TimeDistribution exponential(double mean) { return exponential_time(units(mean)); }

double effort() {
  const char* text = std::getenv("ACD_THEORY_EFFORT");
  return text == nullptr ? 1 : std::strtod(text, nullptr);
}

Scenario empty_scenario() {
  Scenario scenario;
  scenario.blueprint.add(Channel{.name = "voice"});
  scenario.blueprint.limits.sessions = 4000;
  return scenario;
}

void add_pool(TheoryCase& one, std::uint32_t agents, const std::vector<Membership>& memberships) {
  Scenario& scenario = one.scenario;
  one.pools.push_back(agents);
  for (std::uint32_t i = 0; i < agents; ++i) {
    const auto line = static_cast<std::uint32_t>(scenario.blueprint.agents.size());
    scenario.blueprint.add(Agent{.name = fmt::format("agent{}", line), .memberships = memberships});
    scenario.staff.push_back({.agent = line, .begin = {}, .end = {}});
  }
}

Demand& add_demand(TheoryCase& one, std::string name, GroupId group, double rate,
                   const TimeDistribution& service, const TimeDistribution& patience) {
  Demand demand{.name = std::move(name), .service = service, .patience = patience};
  demand.arrive.kind = CommandKind::arrive;
  demand.arrive.group = group;
  if (rate > 0) demand.rates = {{Instant{}, per_hour(rate)}};
  one.scenario.demands.push_back(std::move(demand));
  return one.scenario.demands.back();
}

void set_horizon(TheoryCase& one, double length) {
  Scenario& scenario = one.scenario;
  scenario.begin = Instant{};
  scenario.end = scenario.begin + units(length);
  scenario.interval = scenario.end - scenario.begin;
  for (Stretch& stretch : scenario.staff) {
    stretch.begin = scenario.begin;
    stretch.end = scenario.end + units(overtime);
  }
}

void set_calls(TheoryCase& one, double calls) {
  double rate = 0;
  for (const Demand& demand : one.scenario.demands) {
    if (!demand.rates.empty()) rate += demand.rates.front().per_hour;
  }
  const double length = calls * effort() / (rate / per_hour(1));
  set_horizon(one, length);
  one.scenario.count_from = one.scenario.begin + units(length / 10);
}

}  // namespace acd::test
