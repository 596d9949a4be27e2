// JUnit's XML as continuous integration reads it.
#include <fmt/format.h>

#include "html_text.hpp"
#include "run_names.hpp"
#include "run_report.hpp"
#include "run_tables.hpp"

namespace acdsim {
namespace {

std::string case_text(const TargetResult& target, const std::string& scenario) {
  const Wording say{Language::en};
  const std::string found = fmt::format("{} {}, {}", value_text(target), half_width_text(target),
                                        bound_text(target, say));
  const std::string open =
      fmt::format("  <testcase classname=\"{}\" name=\"{}: {} {}\"", escaped(scenario),
                  escaped(target.group.empty() ? "all" : target.group),
                  escaped(figure_name(target, say)), escaped(bound_text(target, say)));
  if (target.is_met) return open + "/>\n";
  return open + fmt::format(">\n    <failure message=\"{}\"/>\n  </testcase>\n", escaped(found));
}

}  // namespace

std::string run_junit(const RunFigures& figures) {
  std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  text += fmt::format("<testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\">\n",
                      escaped(figures.name), figures.targets.size(), figures.targets_missed());
  text += "  <properties>\n";
  const auto property = [&](const char* name, const std::string& value) {
    text += fmt::format("    <property name=\"{}\" value=\"{}\"/>\n", name, escaped(value));
  };
  property("file", figures.file);
  property("fingerprint", fmt::format("{:016x}", figures.fingerprint));
  property("seed", fmt::format("{}", figures.seed));
  property("replications", fmt::format("{}", figures.replications));
  property("service_level", std::string{formula_name(figures.formula)});
  property("acdsim", ACDSIM_VERSION);
  text += "  </properties>\n";
  for (const TargetResult& target : figures.targets) text += case_text(target, figures.name);
  return text + "</testsuite>\n";
}

}  // namespace acdsim
