// What is wrong with a scenario, apart from its blueprint.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "acd/simulation/scenario.hpp"
#include "config/path.hpp"
#include "simulation/check_behaviour.hpp"
#include "simulation/scenario_findings.hpp"
#include "simulation/warn_scenario.hpp"

namespace acd {
inline namespace v1 {
namespace {

using simulation::DistributionUse;
using simulation::ScenarioFindings;

class ScenarioCheck : ScenarioFindings {
 public:
  explicit ScenarioCheck(const Scenario& scenario) : ScenarioFindings{scenario} {}

  std::vector<Problem> run() {
    check_window();
    check_demands();
    check_staff();
    check_overlaps();
    check_habits();
    check_happenings();
    simulation::check_outages(*this);
    simulation::check_faults(*this);
    simulation::warn_of_unserved_groups(*this);
    return take();
  }

 private:
  void check_window();
  void check_interval();
  void check_demands();
  void check_demand(const std::string& path, const Demand& demand);
  void check_arrive(const std::string& path, const Demand& demand);
  void check_rates(const std::string& path, const Demand& demand);
  void check_recorded(const std::string& path, const Demand& demand);
  void check_recorded_as_one(const std::string& path, const Demand& demand);
  void check_staff();
  void check_overlaps();
  void check_habits();
  void check_happenings();
};

void ScenarioCheck::check_window() {
  const bool is_begin = instant("begin", scenario_.begin);
  const bool is_end = instant("end", scenario_.end);
  const bool has_length = scenario_.end > scenario_.begin;
  has_window_ = is_begin && is_end && has_length;
  if (is_begin && is_end && !has_length) report("end", "the scenario ends before it begins");
  if (scenario_.count_from && has_window_) {
    const Instant from = *scenario_.count_from;
    const bool is_inside = from >= scenario_.begin && from < scenario_.end;
    if (!is_inside) report("count_from", "it lies outside the scenario: begin <= count_from < end");
  }
  check_interval();
}

void ScenarioCheck::check_interval() {
  constexpr std::int64_t intervals_max = 65'535;
  if (scenario_.interval <= Duration{0}) {
    report("interval", "it must be above zero");
  } else if ((scenario_.end - scenario_.begin) / scenario_.interval >= intervals_max) {
    report("interval", fmt::format("it cuts the scenario into more than {} parts", intervals_max));
  }
}

void ScenarioCheck::check_arrive(const std::string& path, const Demand& demand) {
  const Command& arrive = demand.arrive;
  const Blueprint& blueprint = scenario_.blueprint;
  const bool are_sent = simulation::are_all_recorded(scenario_, demand) &&
                        std::ranges::none_of(demand.recorded, [](const RecordedArrival& one) {
                          return one.group.is_none();
                        });
  if (arrive.group.is_none() && arrive.entry.is_none() && !are_sent) {
    report(path + ".group", "neither a group nor an entry says where they arrive");
  }
  may_name_line(path + ".group", arrive.group, blueprint.groups, "group");
  may_name_line(path + ".entry", arrive.entry, blueprint.entries, "entry");
  if (!arrive.entry.is_none() && arrive.channel.is_none()) {
    report(path + ".channel", "who comes through an entry comes on a channel: none is given");
  }
  may_name_line(path + ".channel", arrive.channel, blueprint.channels, "channel");
  may_name_line(path + ".requirement", arrive.requirement, blueprint.requirements, "requirement");
  if (arrive.priority > blueprint.limits.priority_max) {
    report(path + ".priority", fmt::format("priority {} is above priority_max, {}", arrive.priority,
                                           blueprint.limits.priority_max));
  }
  for (const AttributeValue& value : arrive.attributes) {
    may_name_line(path + ".attributes", value.attribute, blueprint.attributes, "attribute");
  }
}

void ScenarioCheck::check_rates(const std::string& path, const Demand& demand) {
  constexpr double per_hour_max = 1e9;
  for (std::size_t i = 0; i < demand.rates.size(); ++i) {
    const RatePiece& piece = demand.rates[i];
    const std::string place = fmt::format("{}.rates[{}]", path, i);
    if (!(piece.per_hour >= 0 && piece.per_hour <= per_hour_max)) {
      report(place + ".per_hour",
             fmt::format("{} is not in 0 to {:.0f}", piece.per_hour, per_hour_max));
    }
    if (!moment(place + ".from", piece.from)) continue;
    if (i > 0 && piece.from <= demand.rates[i - 1].from) {
      report(place + ".from", "this is not later than the rate before it");
    }
    if (piece.from >= scenario_.end) report(place + ".from", "the scenario has ended by then");
  }
  if (!(demand.busyness_cv >= 0 && demand.busyness_cv <= 10)) {
    report(path + ".busyness_cv", fmt::format("{} is not in 0 to 10", demand.busyness_cv));
  }
}

void ScenarioCheck::check_recorded(const std::string& path, const Demand& demand) {
  for (std::size_t i = 0; i < demand.recorded.size(); ++i) {
    const RecordedArrival& one = demand.recorded[i];
    const std::string place = fmt::format("{}.recorded[{}]", path, i);
    const bool is_inside = one.at >= scenario_.begin && one.at < scenario_.end;
    if (has_window_ && !is_inside) report(place + ".at", "this is outside the scenario");
    if (i > 0 && one.at < demand.recorded[i - 1].at) {
      report(place + ".at", "this is before the arrival before it");
    }
    may_name_line(place + ".group", one.group, scenario_.blueprint.groups, "group");
    if (one.service) may_last(place + ".service", *one.service);
    if (one.patience) may_last(place + ".patience", *one.patience);
    may_last(place + ".waited", one.waited);
  }
  check_recorded_as_one(path, demand);
}

// Of a log with one thing wrong in each row, it is said once.
void ScenarioCheck::check_recorded_as_one(const std::string& path, const Demand& demand) {
  const std::uint32_t priority_max = scenario_.blueprint.limits.priority_max;
  const auto too_high = std::ranges::find_if(demand.recorded, [&](const RecordedArrival& one) {
    return one.priority && *one.priority > priority_max;
  });
  if (too_high != demand.recorded.end()) {
    report(path + ".recorded",
           fmt::format("priority {} is above priority_max, {}", *too_high->priority, priority_max));
  }
  const bool has_remainders = std::ranges::any_of(demand.recorded, [](const RecordedArrival& one) {
    return !one.patience && one.waited > Duration{0};
  });
  if (has_remainders && !demand.patience.has_remainder()) {
    report(path + ".patience",
           "who is known to have waited has one that is a survival, exponential or never");
  }
}

void ScenarioCheck::check_demands() {
  const LineNames names{scenario_.demands};
  for (std::size_t i = 0; i < scenario_.demands.size(); ++i) {
    const Demand& demand = scenario_.demands[i];
    const std::string path = names.path("demands", i);
    check_demand(path, demand);
    const std::size_t first = names.find(demand.name).value_or(i);
    if (demand.name.empty() || first == i) continue;
    report(path + ".name",
           fmt::format("the name {} is taken by demands[{}]", quoted(demand.name), first));
  }
}

void ScenarioCheck::check_demand(const std::string& path, const Demand& demand) {
  check_arrive(path, demand);
  check_rates(path, demand);
  check_recorded(path, demand);
  if (has_window_ && demand.rates.empty() && demand.recorded.empty() &&
      !simulation::is_follow_up(scenario_, demand)) {
    report(path + ".rates", "nobody arrives: there are neither rates nor recorded arrivals");
  }
  const bool is_unused =
      demand.service == TimeDistribution{} && simulation::are_all_recorded(scenario_, demand) &&
      std::ranges::all_of(demand.recorded,
                          [](const RecordedArrival& one) { return one.service.has_value(); });
  if (!is_unused) distribution(path + ".service", demand.service, DistributionUse::lasts);
  for (std::size_t i = 0; i < demand.service_of.size(); ++i) {
    const std::string place = fmt::format("{}.service_of[{}]", path, i);
    agent(place + ".agent", demand.service_of[i].agent);
    distribution(place + ".service", demand.service_of[i].service, DistributionUse::lasts);
  }
  if (demand.wrap_up)
    distribution(path + ".wrap_up", *demand.wrap_up, DistributionUse::may_be_zero);
  distribution(path + ".patience", demand.patience, DistributionUse::may_be_endless);
  share(path + ".balking", demand.balking);
  simulation::check_behaviour(*this, path, demand);
  if (!demand.redial) return;
  share(path + ".redial.probability", demand.redial->probability);
  distribution(path + ".redial.after", demand.redial->after, DistributionUse::may_be_zero);
}

void ScenarioCheck::check_staff() {
  for (std::size_t i = 0; i < scenario_.staff.size(); ++i) {
    const Stretch& stretch = scenario_.staff[i];
    const std::string place = fmt::format("staff[{}]", i);
    agent(place + ".agent", stretch.agent);
    const bool is_begin = moment(place + ".begin", stretch.begin);
    const bool is_end = has_window_ && instant(place + ".end", stretch.end);
    if (is_begin && is_end && stretch.end <= stretch.begin) {
      report(place + ".end", "it ends before it begins");
    }
  }
}

// Of one agent, by their begins: each is looked at beside the one before it.
void ScenarioCheck::check_overlaps() {
  const std::vector<Stretch>& staff = scenario_.staff;
  std::vector<std::size_t> order(staff.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto key = [&](std::size_t i) { return std::tuple{staff[i].agent, staff[i].begin, i}; };
  std::ranges::sort(order, {}, key);
  for (std::size_t i = 1; i < order.size(); ++i) {
    const Stretch& before = staff[order[i - 1]];
    const Stretch& after = staff[order[i]];
    if (before.agent != after.agent || after.begin >= before.end) continue;
    if (!has_window_ || before.agent >= scenario_.blueprint.agents.size()) continue;
    report(fmt::format("staff[{}]", order[i]),
           fmt::format("agent {} is at work already when this begins",
                       quoted(scenario_.blueprint.agents[before.agent].name)));
  }
}

void ScenarioCheck::check_habits() {
  const AgentHabits& habits = scenario_.habits;
  distribution("habits.answer_after", habits.answer_after, DistributionUse::may_be_zero);
  share("habits.no_answer", habits.no_answer);
  share("habits.absence", habits.absence);
  may_last("habits.back_after", habits.back_after);
}

void ScenarioCheck::check_happenings() {
  const std::vector<Happening>& happenings = scenario_.happenings;
  for (std::size_t i = 0; i < happenings.size(); ++i) {
    const std::string place = fmt::format("happenings[{}].at", i);
    if (!moment(place, happenings[i].at)) continue;
    if (i > 0 && happenings[i].at < happenings[i - 1].at) {
      report(place, "this is before the happening before it");
    }
  }
}

}  // namespace

std::vector<Problem> check(const Scenario& scenario) { return ScenarioCheck{scenario}.run(); }

}  // namespace v1
}  // namespace acd
