// What is counted, of what.
#include "experiment_figures.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "acd/companion/time_text.hpp"

namespace acdsim {
namespace {

using acd::Ratio;
using acd::ServiceFigure;
using acd::ServiceTarget;
using Unit = ExperimentFigure::Unit;

const acd::ServiceCounts& counts_of(const ReplicationFigures& each, const ServiceTarget& target) {
  return target.group.is_none() ? each.total : each.by_group[target.group.index()];
}

double hours_of(std::int64_t us) { return static_cast<double>(us) / 3.6e9; }

const char* title_of(ServiceFigure figure) {
  switch (figure) {
    case ServiceFigure::service_level: return "SL %";
    case ServiceFigure::abandonment: return "aband. %";
    case ServiceFigure::speed_of_answer: return "ASA s";
  }
  return "";
}

std::string name_of(ServiceFigure figure, const acd::SkillGroup* group) {
  switch (figure) {
    case ServiceFigure::service_level:
      return group == nullptr ? "service level"
                              : "service level in " + acd::to_text(group->target_wait);
    case ServiceFigure::abandonment: return "abandonment";
    case ServiceFigure::speed_of_answer: return "average speed of answer";
  }
  return "";
}

ExperimentFigure figure_of(const LoadedScenario& loaded, const ServiceTarget& target) {
  const bool is_all = target.group.is_none();
  const std::vector<acd::SkillGroup>& groups = loaded.scenario.blueprint.groups;
  const acd::SkillGroup* group = is_all ? nullptr : &groups[target.group.index()];
  const bool is_time = target.figure == ServiceFigure::speed_of_answer;
  return {.subject = is_all ? "all" : group->name,
          .title = title_of(target.figure),
          .name = name_of(target.figure, group),
          .unit = is_time ? Unit::seconds : Unit::percent,
          .good = target.figure == ServiceFigure::service_level ? ExperimentFigure::Good::more
                                                                : ExperimentFigure::Good::less,
          .ratio = [target, formula = loaded.formula](const ReplicationFigures& each) {
            return ratio_of(counts_of(each, target), target.figure, formula);
          }};
}

ExperimentFigure of_all(const char* title, const char* name, Unit unit,
                        std::function<Ratio(const ReplicationFigures&)> ratio) {
  return {.subject = "all", .title = title, .name = name, .unit = unit, .ratio = std::move(ratio)};
}

}  // namespace

std::vector<Ratio> ExperimentFigure::ratios_of(const Replications& replications) const {
  std::vector<Ratio> ratios;
  ratios.reserve(replications.each.size());
  for (const ReplicationFigures& each : replications.each) ratios.push_back(ratio(each));
  return ratios;
}

Estimate ExperimentFigure::estimate_of(const Replications& replications, double confidence) const {
  return estimate(ratios_of(replications), confidence);
}

std::string ExperimentFigure::text(double value) const {
  return fmt::format("{:.1f}", unit == Unit::percent ? 100 * value : value);
}

const char* ExperimentFigure::unit_text() const {
  switch (unit) {
    case Unit::percent: return "%";
    case Unit::seconds: return "s";
    case Unit::hours: return "h";
    case Unit::count: return "";
  }
  return "";
}

bool ExperimentFigure::is_met(const Estimate& estimate) const {
  if (!target) return true;
  return acd::is_met(*target, estimate.value.value_or(acd::figure_of_nobody(target->figure)));
}

std::vector<ExperimentFigure> experiment_figures(const LoadedScenario& loaded) {
  std::vector<ExperimentFigure> figures;
  for (const ServiceTarget& target : loaded.targets) {
    figures.push_back(figure_of(loaded, target));
    figures.back().target = target;
  }
  figures.push_back(of_all("offered", "offered", Unit::count, [](const ReplicationFigures& each) {
    return Ratio{static_cast<double>(each.total.offered), 1};
  }));
  figures.back().is_minor = true;
  for (const ServiceFigure figure :
       {ServiceFigure::service_level, ServiceFigure::abandonment, ServiceFigure::speed_of_answer}) {
    const bool is_target = std::ranges::any_of(loaded.targets, [&](const ServiceTarget& target) {
      return target.group.is_none() && target.figure == figure;
    });
    if (is_target) continue;
    figures.push_back(figure_of(loaded, {.group = {}, .figure = figure}));
    figures.back().is_minor = figure == ServiceFigure::speed_of_answer;
  }
  figures.push_back(
      of_all("occ. %", "occupancy", Unit::percent, [](const ReplicationFigures& each) {
        const acd::AgentTimes& times = each.agents;
        return Ratio{hours_of(times.busy_us), hours_of(times.busy_us + times.ready_us)};
      }));
  figures.push_back(
      of_all("agent h", "agent hours", Unit::hours, [](const ReplicationFigures& each) {
        return Ratio{hours_of(each.agents.signed_in_us), 1};
      }));
  return figures;
}

std::vector<Ratio> ratios_of(const Replications& replications, const ServiceTarget& target,
                             acd::ServiceLevel formula) {
  std::vector<Ratio> ratios;
  ratios.reserve(replications.each.size());
  for (const ReplicationFigures& each : replications.each) {
    ratios.push_back(ratio_of(counts_of(each, target), target.figure, formula));
  }
  return ratios;
}

std::size_t targets_missed(const std::vector<ExperimentFigure>& figures,
                           const Replications& replications) {
  constexpr double any_confidence = 0.95;  // of the values alone
  return static_cast<std::size_t>(std::ranges::count_if(figures, [&](const auto& figure) {
    return figure.target && !figure.is_met(figure.estimate_of(replications, any_confidence));
  }));
}

}  // namespace acdsim
