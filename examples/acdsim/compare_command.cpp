// Figures pair by pair, then how many agents each needs.
#include "compare_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "estimate.hpp"
#include "experiment_figures.hpp"
#include "least_staff.hpp"
#include "number_text.hpp"
#include "simulate.hpp"

namespace acdsim {
namespace {

using Align = TableColumn::Align;

constexpr std::uint64_t batches = 10;

struct Side {
  const char* letter = "";
  std::string name{};
  LoadedScenario loaded{};
  Replications replications{};
  std::vector<ExperimentFigure> figures{};
};

/// The targets of the first, by the names of their groups, are those of the second too.
void take_targets(const Side& from, Side& to) {
  const std::vector<acd::SkillGroup>& theirs = from.loaded.scenario.blueprint.groups;
  const std::vector<acd::SkillGroup>& own = to.loaded.scenario.blueprint.groups;
  to.loaded.targets = from.loaded.targets;
  for (acd::ServiceTarget& target : to.loaded.targets) {
    if (target.group.is_none()) continue;
    const std::string& name = theirs[target.group.index()].name;
    const auto found = std::ranges::find(own, name, &acd::SkillGroup::name);
    if (found == own.end()) {
      throw Failure{ExitStatus::usage, fmt::format("{} has no group {}, of which {} has a target",
                                                   to.name, name, from.name)};
    }
    target.group = acd::GroupId{static_cast<std::size_t>(found - own.begin())};
  }
}

/// What a difference means, if the interval tells.
std::string verdict_of(const ExperimentFigure& figure, const Estimate& difference) {
  if (!difference.value || !difference.half_width) return "";
  if (std::abs(*difference.value) <= *difference.half_width) return "no difference shown";
  const bool is_more = *difference.value > 0;
  using Good = ExperimentFigure::Good;
  switch (figure.good) {
    case Good::more: return is_more ? "B is better" : "A is better";
    case Good::less: return is_more ? "A is better" : "B is better";
    case Good::neither: return is_more ? "B has more" : "A has more";
  }
  return "";
}

std::string figure_table(const Side& a, const Side& b, double confidence, const TextStyle& style) {
  TextTable table{{{"", Align::left, ""},
                   {"", Align::left, ""},
                   {"A", Align::right, ""},
                   {"B", Align::right, ""},
                   {"B - A", Align::right, ""},
                   {"", Align::left, ""},
                   {"", Align::left, ""},
                   {"", Align::left, ""}}};
  for (std::size_t i = 0; i < a.figures.size(); ++i) {
    const ExperimentFigure& figure = a.figures[i];
    const Estimate of_a = figure.estimate_of(a.replications, confidence);
    const Estimate of_b = b.figures[i].estimate_of(b.replications, confidence);
    const Estimate difference = paired_difference(b.figures[i].ratios_of(b.replications),
                                                  figure.ratios_of(a.replications), confidence);
    const auto text = [&](const std::optional<double>& value) {
      return value ? figure.text(*value) : std::string{"–"};
    };
    const auto marked = [&](const Estimate& estimate) {
      return text(estimate.value) + (figure.target ? figure.is_met(estimate) ? "  " : " ✗" : "  ");
    };
    const std::string sign = difference.value.value_or(0) > 0 ? "+" : "";
    table.add_row({figure.subject, figure.name, marked(of_a), marked(of_b),
                   difference.value ? sign + text(difference.value) : "–",
                   difference.half_width ? "± " + text(difference.half_width) : "",
                   figure.unit_text(), verdict_of(figure, difference)});
  }
  return table.text(style);
}

struct Needs {
  std::vector<double> a{};
  std::vector<double> b{};
};

/// How many agents each needs in several independent batches; nothing if one cannot do it at all.
std::optional<Needs> needs_of(const Side& a, const Side& b, const CompareRequest& request,
                              std::string& why_not) {
  Needs needs;
  Progress progress{progress_kind(request), stderr, "searching", 2 * batches};
  for (const Side* side : {&a, &b}) {
    const std::vector<StaffLine> lines = staff_lines(side->loaded);
    if (agents_of(lines) == 0) {
      why_not = fmt::format("{} has no staff lines with a count", side->letter);
      return std::nullopt;
    }
    std::uint64_t guess = agents_of(lines);
    for (std::uint64_t batch = 0; batch < batches; ++batch) {
      SimulationOptions options = request;
      options.seed = request.seed + 1 + batch;
      const auto found = least_staff(side->loaded, lines, options, guess, [] {});
      if (!found) {
        why_not = fmt::format("{} misses a target with ten times its agents", side->letter);
        return std::nullopt;
      }
      guess = *found;
      (side == &a ? needs.a : needs.b).push_back(static_cast<double>(guess));
      const std::uint64_t done = needs.a.size() + needs.b.size();
      progress.show(done, fmt::format("{} needs {} agents", side->letter, guess));
    }
  }
  return needs;
}

std::vector<acd::Ratio> ratios_of(const std::vector<double>& values) {
  std::vector<acd::Ratio> ratios;
  for (const double value : values) ratios.push_back({value, 1});
  return ratios;
}

std::string agents_text(const Side& a, const Side& b, const CompareRequest& request) {
  if (a.loaded.targets.empty())
    return "A has no targets: how many agents they need is not asked.\n";
  std::string why_not;
  const std::optional<Needs> needs = needs_of(a, b, request, why_not);
  if (!needs) return fmt::format("How many agents they need cannot be told: {}.\n", why_not);
  const double confidence = request.confidence / 100;
  const Estimate of_a = estimate(ratios_of(needs->a), confidence);
  const Estimate of_b = estimate(ratios_of(needs->b), confidence);
  const Estimate difference =
      paired_difference(ratios_of(needs->b), ratios_of(needs->a), confidence);
  const std::string numbers = fmt::format("{:.1f} ± {:.1f} and {:.1f} ± {:.1f}", *of_b.value,
                                          *of_b.half_width, *of_a.value, *of_a.half_width);
  const bool is_told = std::abs(*difference.value) > *difference.half_width;
  const std::string head =
      is_told ? fmt::format("B needs {:.1f} ± {:.1f} {} agents than A", std::abs(*difference.value),
                            *difference.half_width, *difference.value < 0 ? "fewer" : "more")
              : fmt::format("B needs as many agents as A, as far as this shows ({:+.1f} ± {:.1f})",
                            *difference.value, *difference.half_width);
  return fmt::format(
      "{} for the targets of A: {}.\n"
      "  Least of the agents of staff lines with a count, in the proportions of the file;\n"
      "  means of {} independent searches, {} replications at each step.\n",
      head, numbers, batches, count_text(replications_max(request)));
}

Side side_of(const char* letter, const std::filesystem::path& file,
             const SimulationOptions& options, const TextStyle& style) {
  Side side;
  side.letter = letter;
  side.name = file.filename().string();
  side.loaded = load_scenario(file, options, style);
  return side;
}

std::string head(const Side& a, const Side& b, const CompareRequest& request,
                 const TextStyle& style) {
  std::string text = style.bold("A: " + a.name + "   B: " + b.name) + "\n";
  text += fmt::format("  A              fingerprint {:016x}\n", a.loaded.fingerprint);
  text += fmt::format("  B              fingerprint {:016x}\n", b.loaded.fingerprint);
  text += fmt::format("  replications   {}, seed {}, acdsim {}: the same customers in both\n",
                      count_text(a.replications.each.size()), request.seed, ACDSIM_VERSION);
  text += fmt::format("  service level  {}\n", request.service_level);
  for (const std::string& set : request.sets) text += fmt::format("  set            {}\n", set);
  for (const std::string& set : request.second_sets)
    text += fmt::format("  set in B       {}\n", set);
  return text;
}

}  // namespace

ExperimentResult compare(const CompareRequest& request, const TextStyle& style) {
  ExperimentResult result;
  SimulationOptions of_second = request;
  of_second.sets.insert(of_second.sets.end(), request.second_sets.begin(),
                        request.second_sets.end());
  Side a = side_of("A", request.first, request, style);
  Side b = side_of("B", request.second, of_second, style);
  result.problems = a.loaded.problems;
  if (b.loaded.problems != a.loaded.problems) result.problems += b.loaded.problems;
  for (const Side* side : {&a, &b}) {
    if (!side->loaded.plan) result.status = std::max(result.status, side->loaded.status);
  }
  if (result.status != ExitStatus::done) return result;
  take_targets(a, b);
  a.replications = simulate(a.loaded, request, "simulating A");
  // Pairs: as many as of the first.
  SimulationOptions as_many = request;
  as_many.precision.clear();
  as_many.replications = static_cast<std::uint32_t>(a.replications.each.size());
  b.replications = simulate(b.loaded, as_many, "simulating B");
  a.figures = experiment_figures(a.loaded);
  b.figures = experiment_figures(b.loaded);
  result.report = head(a, b, request, style) + "\n" +
                  figure_table(a, b, request.confidence / 100, style) +
                  fmt::format(
                      "\n  ± half the {:g} % confidence interval of the paired difference; "
                      "✗ misses its target\n",
                      request.confidence);
  if (request.agents == CompareRequest::Agents::searched) {
    result.report += "\n" + agents_text(a, b, request);
  }
  const bool is_missed = targets_missed(b.figures, b.replications) > 0;
  result.status = is_missed ? ExitStatus::target_missed : ExitStatus::done;
  result.closing =
      fmt::format("{} replications of each, {} events\n", count_text(a.replications.each.size()),
                  count_text(a.replications.events + b.replications.events));
  return result;
}

}  // namespace acdsim
