// What is counted, of what.
#include "experiment_figures.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "acd/companion/time_text.hpp"
#include "run_names.hpp"

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

Phrase title_of(ServiceFigure figure) {
  switch (figure) {
    case ServiceFigure::service_level: return Phrase::level_percent;
    case ServiceFigure::abandonment: return Phrase::abandonment_percent;
    case ServiceFigure::speed_of_answer: return Phrase::asa_seconds;
  }
  return {};
}

Phrase name_of(ServiceFigure figure) {
  switch (figure) {
    case ServiceFigure::service_level: return Phrase::service_level;
    case ServiceFigure::abandonment: return Phrase::abandonment;
    case ServiceFigure::speed_of_answer: return Phrase::speed_of_answer;
  }
  return {};
}

ExperimentFigure figure_of(const LoadedScenario& loaded, const ServiceTarget& target) {
  const bool is_time = target.figure == ServiceFigure::speed_of_answer;
  ExperimentFigure figure{
      .key = target_name(target.figure),
      .title = title_of(target.figure),
      .name = name_of(target.figure),
      .unit = is_time ? Unit::seconds : Unit::percent,
      .good = target.figure == ServiceFigure::service_level ? ExperimentFigure::Good::more
                                                            : ExperimentFigure::Good::less,
      .ratio = [target, formula = loaded.formula](const ReplicationFigures& each) {
        return ratio_of(counts_of(each, target), target.figure, formula);
      }};
  if (target.group.is_none()) return figure;
  const acd::SkillGroup& group = loaded.scenario.blueprint.groups[target.group.index()];
  figure.group = group.name;
  figure.target_wait = group.target_wait;
  return figure;
}

ExperimentFigure of_all(std::string_view key, Phrase title, Phrase name, Unit unit,
                        std::function<Ratio(const ReplicationFigures&)> ratio) {
  return {.key = key, .title = title, .name = name, .unit = unit, .ratio = std::move(ratio)};
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

std::string ExperimentFigure::text(const Estimate& estimate) const {
  if (!estimate.value) return "–";
  return text(*estimate.value) + (estimate.half_width ? " ± " + text(*estimate.half_width) : "");
}

std::string ExperimentFigure::subject(const Wording& say) const {
  return group.empty() ? say(Phrase::all) : group;
}

std::string ExperimentFigure::full_name(const Wording& say) const {
  const bool is_timed = name == Phrase::service_level && !group.empty();
  return is_timed ? say(Phrase::level_in, acd::to_text(target_wait)) : say(name);
}

std::string ExperimentFigure::bound_text(const Wording& say) const {
  const bool is_least = target->figure == ServiceFigure::service_level;
  return say(is_least ? Phrase::at_least : Phrase::at_most,
             text(target->bound) + " " + unit_text());
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
  figures.push_back(of_all("offered", Phrase::offered, Phrase::offered, Unit::count,
                           [](const ReplicationFigures& each) {
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
      of_all("occupancy", Phrase::occupancy_percent, Phrase::occupancy, Unit::percent,
             [](const ReplicationFigures& each) {
               const acd::AgentTimes& times = each.agents;
               return Ratio{hours_of(times.busy_us), hours_of(times.busy_us + times.ready_us)};
             }));
  figures.push_back(of_all("agent_hours", Phrase::agent_h, Phrase::agent_hours, Unit::hours,
                           [](const ReplicationFigures& each) {
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
