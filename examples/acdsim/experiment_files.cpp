// Files for programs have one language.
#include "experiment_files.hpp"

#include <fmt/format.h>

#include "run_measures.hpp"

namespace acdsim {

std::string csv_number(const std::optional<double>& value) {
  return value ? fmt::format("{:.6g}", *value) : std::string{};
}

Json experiment_json(const SimulationOptions& options) {
  return {{"seed", options.seed},
          {"confidence", rounded(options.confidence / 100)},
          {"service_level", options.service_level},
          {"set", options.sets},
          {"acdsim", ACDSIM_VERSION}};
}

Json figure_json(const ExperimentFigure& figure) {
  Json json{{"group", figure.group.empty() ? Json(nullptr) : Json(figure.group)},
            {"figure", figure.key}};
  if (!figure.group.empty()) json["target_wait"] = seconds_of(figure.target_wait.count());
  if (figure.target) json["bound"] = rounded(figure.target->bound);
  return json;
}

JunitSuite junit_suite(const std::filesystem::path& file, const SimulationOptions& options) {
  JunitSuite suite{.name = file.filename().string(),
                   .properties = {{"file", file.filename().string()},
                                  {"seed", fmt::format("{}", options.seed)},
                                  {"service_level", options.service_level},
                                  {"acdsim", ACDSIM_VERSION}}};
  for (const std::string& set : options.sets) suite.properties.emplace_back("set", set);
  return suite;
}

JunitCase junit_case(const std::string& of, const ExperimentFigure& figure,
                     const Estimate& estimate) {
  const Wording say{Language::en};
  const std::string bound = figure.bound_text(say);
  JunitCase result{
      .of = of,
      .name = fmt::format("{}: {} {}", figure.subject(say), figure.full_name(say), bound)};
  if (figure.is_met(estimate)) return result;
  result.failure = fmt::format("{} {}, {}", figure.text(estimate), figure.unit_text(), bound);
  return result;
}

}  // namespace acdsim
