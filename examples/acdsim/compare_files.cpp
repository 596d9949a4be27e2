// A line, an object or two cases for each figure.
#include <fmt/format.h>

#include "compare_report.hpp"
#include "csv_line.hpp"
#include "experiment_files.hpp"

namespace acdsim {
namespace {

Json side_json(const CompareSide& side) {
  return {{"file", side.name}, {"fingerprint", fmt::format("{:016x}", side.fingerprint)}};
}

void add_estimates(Json& json, const Estimate& a, const Estimate& b, const Estimate& difference) {
  json["a"] = estimate_json(a);
  json["b"] = estimate_json(b);
  json["difference"] = estimate_json(difference);
}

Json line_json(const CompareLine& line) {
  Json json = figure_json(line.figure);
  add_estimates(json, line.a, line.b, line.difference);
  if (!line.figure.target) return json;
  json["met_by_a"] = line.figure.is_met(line.a);
  json["met_by_b"] = line.figure.is_met(line.b);
  return json;
}

std::vector<std::string> csv_cells(const std::string& group, std::string_view figure,
                                   const std::optional<double>& bound, const Estimate& a,
                                   const Estimate& b, const Estimate& difference) {
  std::vector<std::string> cells{group, std::string{figure}, csv_number(bound)};
  for (const Estimate& each : {a, b, difference}) {
    cells.push_back(csv_number(each.value));
    cells.push_back(csv_number(each.half_width));
  }
  return cells;
}

bool has_agents(const Comparison& comparison) {
  return comparison.agents && !comparison.agents->unknown;
}

}  // namespace

std::string compare_csv(const Comparison& comparison) {
  std::string text = csv_line({"group", "figure", "bound", "a", "a_half_width", "b", "b_half_width",
                               "difference", "difference_half_width"});
  for (const CompareLine& line : comparison.lines) {
    const ExperimentFigure& figure = line.figure;
    const std::optional<double> bound =
        figure.target ? std::optional{figure.target->bound} : std::nullopt;
    text += csv_line(csv_cells(figure.group, figure.key, bound, line.a, line.b, line.difference));
  }
  if (!has_agents(comparison)) return text;
  const AgentsNeeded& agents = *comparison.agents;
  return text + csv_line(csv_cells("", "agents_needed", std::nullopt, agents.a, agents.b,
                                   agents.difference));
}

std::string compare_json(const Comparison& comparison) {
  const CompareRequest& request = comparison.request;
  Json json{{"format", "acdsim-compare-1"}, {"a", side_json(comparison.a)},
            {"b", side_json(comparison.b)}, {"experiment", experiment_json(request)},
            {"figures", Json::array()},     {"agents_needed", nullptr}};
  json["experiment"]["set_b"] = request.second_sets;
  json["experiment"]["replications"] = comparison.a.replications.each.size();
  for (const CompareLine& line : comparison.lines) json["figures"].push_back(line_json(line));
  if (has_agents(comparison)) {
    const AgentsNeeded& agents = *comparison.agents;
    json["agents_needed"] = {{"searches", agents.searches}};
    add_estimates(json["agents_needed"], agents.a, agents.b, agents.difference);
  }
  return json_text(json);
}

std::string compare_junit(const Comparison& comparison) {
  JunitSuite suite = junit_suite(comparison.request.first, comparison.request);
  suite.properties.emplace_back("b", comparison.b.name);
  for (const std::string& set : comparison.request.second_sets) {
    suite.properties.emplace_back("set_b", set);
  }
  for (const CompareLine& line : comparison.lines) {
    if (!line.figure.target) continue;
    suite.cases.push_back(junit_case("A: " + comparison.a.name, line.figure, line.a));
    suite.cases.push_back(junit_case("B: " + comparison.b.name, line.figure, line.b));
  }
  return junit_text(suite);
}

}  // namespace acdsim
