// Keys, bots, follow-ups, outages, faults.
#include "simulation/check_behaviour.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace acd::simulation {
namespace {

void check_keys(ScenarioFindings& findings, const std::string& path, const Demand& demand) {
  double sum = 0;
  for (std::size_t i = 0; i < demand.keys.size(); ++i) {
    const KeyWeight& one = demand.keys[i];
    const std::string place = fmt::format("{}.keys.{}", path, one.key);
    const bool is_weight = one.weight >= 0 && std::isfinite(one.weight);
    if (!is_weight) findings.report(place, "a weight is not negative");
    sum += is_weight ? one.weight : 1;
    const auto before = demand.keys.begin() + static_cast<std::ptrdiff_t>(i);
    const bool is_repeated = std::any_of(
        demand.keys.begin(), before, [&](const KeyWeight& other) { return other.key == one.key; });
    if (is_repeated) findings.report(place, "this key is listed twice");
  }
  const bool all_without = !demand.keys.empty() && sum == 0;
  if (all_without) findings.report(path + ".keys", "no key has a weight above 0");
}

}  // namespace

void check_behaviour(ScenarioFindings& findings, const std::string& path, const Demand& demand) {
  const Scenario& scenario = findings.scenario();
  check_keys(findings, path, demand);
  findings.distribution(path + ".key_after", demand.key_after, DistributionUse::may_be_zero);
  for (std::size_t i = 0; i < demand.bots.size(); ++i) {
    const BotHabit& habit = demand.bots[i];
    const std::string place = fmt::format("{}.bots[{}]", path, i);
    findings.may_name_line(place + ".bot", habit.bot, scenario.blueprint.bots, "bot");
    findings.distribution(place + ".stay", habit.stay, DistributionUse::may_be_zero);
    findings.share(place + ".solved", habit.solved);
  }
  for (std::size_t i = 0; i < demand.follow_ups.size(); ++i) {
    const FollowUp& follow_up = demand.follow_ups[i];
    const std::string place = fmt::format("{}.follow_ups[{}]", path, i);
    findings.share(place + ".probability", follow_up.probability);
    findings.distribution(place + ".after", follow_up.after, DistributionUse::may_be_zero);
    if (follow_up.demand >= scenario.demands.size()) {
      findings.report(place + ".demand", fmt::format("there is no demand #{}", follow_up.demand));
      continue;
    }
    const bool repeats_itself =
        &scenario.demands[follow_up.demand] == &demand && follow_up.probability >= 1;
    if (repeats_itself) {
      findings.report(place + ".probability", "each brings another of the same kind, without end");
    }
  }
}

bool are_all_recorded(const Scenario& scenario, const Demand& demand) {
  return demand.rates.empty() && !demand.recorded.empty() && !demand.redial &&
         !is_follow_up(scenario, demand);
}

bool is_follow_up(const Scenario& scenario, const Demand& demand) {
  return std::any_of(scenario.demands.begin(), scenario.demands.end(), [&](const Demand& other) {
    return std::any_of(other.follow_ups.begin(), other.follow_ups.end(), [&](const FollowUp& one) {
      return one.demand < scenario.demands.size() && &scenario.demands[one.demand] == &demand;
    });
  });
}

void check_outages(ScenarioFindings& findings) {
  const Scenario& scenario = findings.scenario();
  for (std::size_t i = 0; i < scenario.outages.size(); ++i) {
    const Outage& outage = scenario.outages[i];
    const std::string place = fmt::format("outages[{}]", i);
    if (outage.team.is_none()) findings.report(place + ".team", "no team is given");
    findings.may_name_line(place + ".team", outage.team, scenario.blueprint.teams, "team");
    const bool is_begin = findings.moment(place + ".begin", outage.begin);
    const bool is_end = findings.moment(place + ".end", outage.end);
    if (is_begin && is_end && outage.end <= outage.begin) {
      findings.report(place + ".end", "it ends before it begins");
    }
    for (std::size_t j = 0; j < i; ++j) {
      const Outage& other = scenario.outages[j];
      const bool overlaps =
          other.team == outage.team && other.begin < outage.end && outage.begin < other.end;
      if (overlaps) {
        findings.report(place, fmt::format("it overlaps outages[{}] of the same team", j));
      }
    }
  }
}

void check_faults(ScenarioFindings& findings) {
  const HostFaults& faults = findings.scenario().faults;
  findings.share("faults.lost", faults.lost);
  findings.share("faults.repeated", faults.repeated);
  findings.may_last("faults.reconcile_every", faults.reconcile_every);
  const bool is_hasty =
      faults.reconcile_every > Duration{0} && faults.reconcile_every < std::chrono::seconds{1};
  if (is_hasty) findings.report("faults.reconcile_every", "this is below a second");
}

}  // namespace acd::simulation
