// A table of differences, and a sentence about agents.
#include "compare_report.hpp"

#include <fmt/format.h>

#include <cmath>

#include "number_text.hpp"
#include "simulate.hpp"

namespace acdsim {
namespace {

using Align = TableColumn::Align;

/// What a difference means, if the interval tells.
std::string verdict_of(const CompareLine& line, const Wording& say) {
  const Estimate& difference = line.difference;
  if (!difference.value || !difference.half_width) return "";
  if (std::abs(*difference.value) <= *difference.half_width) return say(Phrase::no_difference);
  const bool is_more = *difference.value > 0;
  using Good = ExperimentFigure::Good;
  switch (line.figure.good) {
    case Good::more: return say(Phrase::is_better, is_more ? "B" : "A");
    case Good::less: return say(Phrase::is_better, is_more ? "A" : "B");
    case Good::neither: return say(Phrase::has_more, is_more ? "B" : "A");
  }
  return "";
}

std::vector<std::string> cells_of(const CompareLine& line, const Wording& say) {
  const ExperimentFigure& figure = line.figure;
  const auto text = [&](const std::optional<double>& value) {
    return value ? figure.text(*value) : std::string{"–"};
  };
  const auto marked = [&](const Estimate& estimate) {
    return text(estimate.value) + (figure.target && !figure.is_met(estimate) ? " ✗" : "  ");
  };
  const Estimate& difference = line.difference;
  const std::string sign = difference.value.value_or(0) > 0 ? "+" : "";
  return {figure.subject(say),
          figure.full_name(say),
          marked(line.a),
          marked(line.b),
          sign + text(difference.value),
          difference.half_width ? "± " + text(difference.half_width) : "",
          figure.unit_text(),
          verdict_of(line, say)};
}

std::string figure_table(const Comparison& comparison, const Wording& say, const TextStyle& style) {
  // The mark of a missed target takes two columns; titles stand over the numbers.
  TextTable table{{{"", Align::left, ""},
                   {"", Align::left, ""},
                   {"A  ", Align::right, ""},
                   {"B  ", Align::right, ""},
                   {say(Phrase::b_minus_a), Align::right, ""},
                   {"", Align::left, ""},
                   {"", Align::left, ""},
                   {"", Align::left, ""}}};
  for (const CompareLine& line : comparison.lines) table.add_row(cells_of(line, say));
  return table.text(style);
}

std::string unknown_text(const AgentsNeeded& agents, const Wording& say) {
  const bool is_without = *agents.unknown == AgentsNeeded::Unknown::no_count_lines;
  const Phrase why = is_without ? Phrase::no_count_lines : Phrase::missed_with_many;
  return say(Phrase::needs_unknown, say(why, agents.letter)) + "\n";
}

std::string agents_text(const Comparison& comparison, const Wording& say) {
  if (!comparison.a.has_targets) return say(Phrase::needs_not_asked) + "\n";
  const AgentsNeeded& agents = *comparison.agents;
  if (agents.unknown) return unknown_text(agents, say);
  const double difference = *agents.difference.value;
  const double half_width = *agents.difference.half_width;
  const bool is_told = std::abs(difference) > half_width;
  const Phrase which = difference < 0 ? Phrase::needs_fewer : Phrase::needs_more;
  const std::string head = is_told ? say(which, std::abs(difference), half_width)
                                   : say(Phrase::needs_as_many, difference, half_width);
  return say(Phrase::for_the_targets, head, *agents.b.value, *agents.b.half_width, *agents.a.value,
             *agents.a.half_width) +
         "\n  " + say(Phrase::needs_how) + "\n  " +
         say(Phrase::needs_means, agents.searches,
             count_text(replications_max(comparison.request))) +
         "\n";
}

LabelledLines head_of(const Comparison& comparison, const Wording& say) {
  const CompareRequest& request = comparison.request;
  LabelledLines lines;
  for (const CompareSide* side : {&comparison.a, &comparison.b}) {
    lines.emplace_back(side->letter, say(Phrase::fingerprint_of, side->name,
                                         fmt::format("{:016x}", side->fingerprint)));
  }
  for (const std::string& set : request.sets) lines.emplace_back(say(Phrase::setting), set);
  for (const std::string& set : request.second_sets) {
    lines.emplace_back(say(Phrase::setting_in_b), set);
  }
  lines.emplace_back(say(Phrase::replications),
                     say(Phrase::in_both, count_text(comparison.a.replications.each.size()),
                         request.seed, ACDSIM_VERSION));
  lines.emplace_back(say(Phrase::service_level), request.service_level);
  return lines;
}

}  // namespace

std::string compare_report(const Comparison& comparison, const Wording& say,
                           const TextStyle& style) {
  const CompareRequest& request = comparison.request;
  const std::string names =
      comparison.a.name == comparison.b.name
          ? comparison.a.name
          : fmt::format("A: {}   B: {}", comparison.a.name, comparison.b.name);
  std::string text = style.bold(names) + "\n" + labelled_text(head_of(comparison, say)) + "\n" +
                     figure_table(comparison, say, style) + "\n  " +
                     say(Phrase::mark_missed, say(Phrase::half_paired, request.confidence)) + "\n";
  if (request.agents == CompareRequest::Agents::left_out) return text;
  return text + "\n" + agents_text(comparison, say);
}

}  // namespace acdsim
