// The targets of a scenario as cases.
#include <fmt/format.h>

#include "junit.hpp"
#include "run_names.hpp"
#include "run_report.hpp"
#include "run_tables.hpp"

namespace acdsim {
namespace {

JunitCase case_of(const TargetResult& target, const std::string& scenario) {
  const Wording say{Language::en};
  JunitCase result{.of = scenario,
                   .name = fmt::format("{}: {} {}", target.group.empty() ? "all" : target.group,
                                       figure_name(target, say), bound_text(target, say))};
  if (target.is_met) return result;
  result.failure = fmt::format("{} {}, {}", value_text(target), half_width_text(target),
                               bound_text(target, say));
  return result;
}

}  // namespace

std::string run_junit(const RunFigures& figures) {
  JunitSuite suite{.name = figures.name,
                   .properties = {{"file", figures.file},
                                  {"fingerprint", fmt::format("{:016x}", figures.fingerprint)},
                                  {"seed", fmt::format("{}", figures.seed)},
                                  {"replications", fmt::format("{}", figures.replications)},
                                  {"service_level", std::string{formula_name(figures.formula)}},
                                  {"acdsim", ACDSIM_VERSION}}};
  for (const TargetResult& target : figures.targets) {
    suite.cases.push_back(case_of(target, figures.name));
  }
  return junit_text(suite);
}

}  // namespace acdsim
