// From the sums over all replications, and, where there is an interval, from each of them.
#include "run_figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "acd/companion/time_text.hpp"
#include "shell_word.hpp"

namespace acdsim {
namespace {

using acd::Ratio;
using acd::ServiceCounts;

double hours_of(std::int64_t us) { return seconds_of(us) / 3600; }

template <class Times>
Ratio occupancy_of(const Times& times) {
  return {seconds_of(times.busy_us), seconds_of(times.busy_us + times.ready_us)};
}

class Gathering {
 public:
  Gathering(const RunRequest& request, const LoadedScenario& loaded,
            const Replications& replications)
      : request_{request},
        loaded_{loaded},
        blueprint_{loaded.scenario.blueprint},
        replications_{replications},
        sum_{replications.sum},
        count_{replications.each.size()} {}

  void head(RunFigures& figures) const;
  [[nodiscard]] std::string command() const;
  [[nodiscard]] TargetResult target(const acd::ServiceTarget& target) const;
  [[nodiscard]] MeasureRow total() const;
  [[nodiscard]] WaitFigures total_waits() const;
  [[nodiscard]] Estimate handle_time() const;
  [[nodiscard]] Estimate occupancy() const;
  [[nodiscard]] GroupFigures group(std::size_t line) const;
  [[nodiscard]] DemandFigures demand(std::size_t line) const;
  [[nodiscard]] std::vector<IntervalFigures> intervals() const;
  [[nodiscard]] AgentFigures agent(std::size_t line) const;
  [[nodiscard]] FlowFigures flow(const acd::Flow& flow) const;

 private:
  [[nodiscard]] double per_replication(double sum) const {
    return sum / static_cast<double>(count_);
  }
  [[nodiscard]] acd::Instant local(acd::Instant instant) const {
    return instant + loaded_.utc_offset;
  }
  [[nodiscard]] Estimate estimate_of(
      const std::function<Ratio(const ReplicationFigures&)>& figure) const;
  [[nodiscard]] MeasureRow estimates_of(
      const std::function<const ServiceCounts&(const ReplicationFigures&)>& counts) const;
  [[nodiscard]] WaitFigures waits_of(const ServiceCounts& counts, const acd::WaitHistogram& waits,
                                     const std::vector<acd::WithinCounts>& within) const;
  [[nodiscard]] acd::AgentTimes times_of_members(acd::GroupId group) const;
  [[nodiscard]] IntervalFigures interval(std::size_t line) const;

  const RunRequest& request_;
  const LoadedScenario& loaded_;
  const acd::Blueprint& blueprint_;
  const Replications& replications_;
  const acd::Statistics& sum_;
  std::size_t count_;
};

Estimate Gathering::estimate_of(
    const std::function<Ratio(const ReplicationFigures&)>& figure) const {
  std::vector<Ratio> ratios;
  ratios.reserve(count_);
  for (const ReplicationFigures& each : replications_.each) ratios.push_back(figure(each));
  return estimate(ratios, request_.confidence / 100);
}

MeasureRow Gathering::estimates_of(
    const std::function<const ServiceCounts&(const ReplicationFigures&)>& counts) const {
  MeasureRow row;
  for (const MeasureKind& kind : measure_kinds) {
    row[kind.measure] = estimate_of([&](const ReplicationFigures& each) {
      return ratio_of(counts(each), kind.measure, loaded_.formula);
    });
  }
  return row;
}

std::string Gathering::command() const {
  std::string text = "acdsim run " + shell_word(request_.file.filename().string());
  const auto option = [&](std::string_view name, const std::string& value) {
    text += fmt::format(" {} {}", name, shell_word(value));
  };
  option("--seed", fmt::format("{}", request_.seed));
  option("--replications", fmt::format("{}", count_));
  option("--service-level", request_.service_level);
  option("--interval", acd::to_text(loaded_.scenario.interval));
  option("--attribution", request_.attribution);
  if (!request_.warm_up.empty()) option("--warm-up", request_.warm_up);
  for (const std::string& set : request_.sets) option("--set", set);
  return text;
}

void Gathering::head(RunFigures& figures) const {
  const acd::Scenario& scenario = loaded_.scenario;
  figures.file = request_.file.filename().string();
  figures.name = blueprint_.name.empty() ? figures.file : blueprint_.name;
  figures.fingerprint = loaded_.fingerprint;
  figures.command = command();
  figures.sets = request_.sets;
  figures.seed = request_.seed;
  figures.replications = count_;
  figures.confidence = request_.confidence;
  figures.formula = loaded_.formula;
  figures.attribution = scenario.attribution;
  figures.begin = local(scenario.begin);
  figures.count_from = local(scenario.count_from.value_or(scenario.begin));
  figures.end = local(scenario.end);
  figures.utc_offset = loaded_.utc_offset;
  figures.interval = scenario.interval;
  figures.thresholds = scenario.thresholds;
}

TargetResult Gathering::target(const acd::ServiceTarget& target) const {
  const bool is_all = target.group.is_none();
  const Estimate found = estimate_of([&](const ReplicationFigures& each) {
    const ServiceCounts& own = is_all ? each.total : each.by_group[target.group.index()];
    return ratio_of(own, target.figure, loaded_.formula);
  });
  TargetResult result{.figure = target.figure,
                      .bound = target.bound,
                      .value = found.value.value_or(acd::figure_of_nobody(target.figure)),
                      .half_width = found.half_width};
  result.is_met = is_met(target, result.value);
  if (is_all) return result;
  const acd::SkillGroup& group = blueprint_.groups[target.group.index()];
  result.group = group.name;
  result.target_wait = group.target_wait;
  return result;
}

MeasureRow Gathering::total() const {
  return estimates_of(
      [](const ReplicationFigures& each) -> const ServiceCounts& { return each.total; });
}

WaitFigures Gathering::waits_of(const ServiceCounts& counts, const acd::WaitHistogram& waits,
                                const std::vector<acd::WithinCounts>& within) const {
  WaitFigures figures;
  const bool is_empty = counts.served + counts.abandoned == 0;
  figures.longest_s =
      seconds_of(std::max(counts.wait_served.longest_us, counts.wait_abandoned.longest_us));
  for (std::size_t i = 0; i < wait_percentiles.size() && !is_empty; ++i) {
    const double wait_s = seconds_of(waits.percentile(wait_percentiles[i] / 100.0).count());
    figures.percentiles_s[i] = std::min(wait_s, figures.longest_s);  // buckets are rounded up
  }
  for (const acd::WithinCounts& each : within) {
    ServiceCounts in_time = counts;
    in_time.served_in_target = each.served;
    in_time.abandoned_in_target = each.abandoned;
    figures.levels.push_back(value_of(service_level_ratio(in_time, loaded_.formula)));
  }
  return figures;
}

WaitFigures Gathering::total_waits() const {
  acd::WaitHistogram waits;
  std::vector<acd::WithinCounts> within(loaded_.scenario.thresholds.size());
  for (const acd::WaitHistogram& own : sum_.waits) waits.add(own);
  for (const std::vector<acd::WithinCounts>& own : sum_.within) {
    for (std::size_t i = 0; i < own.size(); ++i) within[i].add(own[i]);
  }
  return waits_of(sum_.total, waits, within);
}

Estimate Gathering::handle_time() const {
  return estimate_of([](const ReplicationFigures& each) {
    return Ratio{seconds_of(each.total.talk_us + each.agents.wrapping_up_us),
                 static_cast<double>(each.total.served)};
  });
}

Estimate Gathering::occupancy() const {
  return estimate_of([](const ReplicationFigures& each) { return occupancy_of(each.agents); });
}

acd::AgentTimes Gathering::times_of_members(acd::GroupId group) const {
  acd::AgentTimes times;
  for (std::size_t i = 0; i < blueprint_.agents.size(); ++i) {
    const bool is_member =
        std::ranges::any_of(blueprint_.agents[i].memberships,
                            [&](const acd::Membership& each) { return each.group == group; });
    if (is_member) times.add(sum_.agents[i]);
  }
  return times;
}

GroupFigures Gathering::group(std::size_t line) const {
  const acd::SkillGroup& group = blueprint_.groups[line];
  GroupFigures figures{.name = group.name, .target_wait = group.target_wait};
  for (const acd::ServiceTarget& target : loaded_.targets) {
    const bool is_own = !target.group.is_none() && target.group.index() == line;
    if (is_own && target.figure == acd::ServiceFigure::service_level) {
      figures.level_target = target.bound;
    }
  }
  figures.measures = estimates_of([line](const ReplicationFigures& each) -> const ServiceCounts& {
    return each.by_group[line];
  });
  figures.waits = waits_of(sum_.by_group[line], sum_.waits[line], sum_.within[line]);
  figures.mean_queue =
      static_cast<double>(sum_.queue_us[line]) / static_cast<double>(sum_.counted_us);
  figures.longest_queue = sum_.queue_longest[line];
  figures.occupancy = value_of(occupancy_of(times_of_members(acd::GroupId{line})));
  return figures;
}

DemandFigures Gathering::demand(std::size_t line) const {
  return {.name = loaded_.scenario.demands[line].name,
          .measures = means_of(sum_.by_demand[line], loaded_.formula, count_)};
}

IntervalFigures Gathering::interval(std::size_t line) const {
  const acd::Scenario& scenario = loaded_.scenario;
  const acd::Instant begin = scenario.begin + static_cast<std::int64_t>(line) * scenario.interval;
  IntervalFigures figures{.begin = local(begin)};
  ServiceCounts all;
  for (const std::vector<ServiceCounts>& group : sum_.by_interval) {
    all.add(group[line]);
    figures.groups.push_back(means_of(group[line], loaded_.formula, count_));
  }
  figures.all = means_of(all, loaded_.formula, count_);
  figures.longest_wait_s =
      seconds_of(std::max(all.wait_served.longest_us, all.wait_abandoned.longest_us));
  const acd::StaffTimes& staff = sum_.staff_by_interval[line];
  const acd::Instant from = std::max(begin, scenario.count_from.value_or(scenario.begin));
  const acd::Instant until = std::min(begin + scenario.interval, scenario.end);
  const double counted_s = seconds_of((until - from).count());
  if (counted_s > 0) {
    figures.signed_in = per_replication(seconds_of(staff.signed_in_us)) / counted_s;
  }
  figures.occupancy = value_of(occupancy_of(staff));
  return figures;
}

std::vector<IntervalFigures> Gathering::intervals() const {
  std::vector<IntervalFigures> all;
  for (std::size_t i = 0; i < sum_.staff_by_interval.size(); ++i) all.push_back(interval(i));
  return all;
}

AgentFigures Gathering::agent(std::size_t line) const {
  const acd::Agent& agent = blueprint_.agents[line];
  const acd::AgentTimes& times = sum_.agents[line];
  AgentFigures figures{.name = agent.name,
                       .served = per_replication(static_cast<double>(times.served)),
                       .signed_in_h = per_replication(hours_of(times.signed_in_us)),
                       .ready_h = per_replication(hours_of(times.ready_us)),
                       .serving_h = per_replication(hours_of(times.serving_us)),
                       .wrapping_up_h = per_replication(hours_of(times.wrapping_up_us)),
                       .busy_h = per_replication(hours_of(times.busy_us))};
  for (std::size_t i = 0; i < blueprint_.groups.size(); ++i) {
    const bool is_member = std::ranges::any_of(
        agent.memberships, [i](const acd::Membership& each) { return each.group.index() == i; });
    if (!is_member) continue;
    if (!figures.groups.empty()) figures.groups += ", ";
    figures.groups += blueprint_.groups[i].name;
  }
  return figures;
}

FlowFigures Gathering::flow(const acd::Flow& flow) const {
  return {.from = blueprint_.groups[flow.from.index()].name,
          .to = blueprint_.groups[flow.to.index()].name,
          .cause = flow.cause,
          .sessions = per_replication(static_cast<double>(flow.count))};
}

}  // namespace

std::size_t RunFigures::targets_missed() const {
  return static_cast<std::size_t>(
      std::ranges::count_if(targets, [](const TargetResult& each) { return !each.is_met; }));
}

RunFigures run_figures(const RunRequest& request, const LoadedScenario& loaded,
                       const Replications& replications) {
  const Gathering gathering{request, loaded, replications};
  const acd::Statistics& sum = replications.sum;
  RunFigures figures;
  gathering.head(figures);
  for (const acd::ServiceTarget& target : loaded.targets) {
    figures.targets.push_back(gathering.target(target));
  }
  figures.total = gathering.total();
  figures.waits = gathering.total_waits();
  figures.handle_time = gathering.handle_time();
  figures.occupancy = gathering.occupancy();
  for (std::size_t i = 0; i < sum.by_group.size(); ++i) {
    figures.groups.push_back(gathering.group(i));
  }
  for (std::size_t i = 0; i < sum.by_demand.size(); ++i) {
    figures.demands.push_back(gathering.demand(i));
  }
  figures.intervals = gathering.intervals();
  for (std::size_t i = 0; i < sum.agents.size(); ++i) {
    figures.agents.push_back(gathering.agent(i));
  }
  for (const acd::Flow& flow : sum.flows) figures.flows.push_back(gathering.flow(flow));
  return figures;
}

}  // namespace acdsim
