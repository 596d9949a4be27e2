// One suite.
#include "junit.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "html_text.hpp"

namespace acdsim {
namespace {

std::string case_text(const JunitCase& each) {
  const std::string open =
      fmt::format("  <testcase classname=\"{}\" name=\"{}\"", escaped(each.of), escaped(each.name));
  if (each.failure.empty()) return open + "/>\n";
  return open +
         fmt::format(">\n    <failure message=\"{}\"/>\n  </testcase>\n", escaped(each.failure));
}

}  // namespace

std::string junit_text(const JunitSuite& suite) {
  const auto failures = std::ranges::count_if(
      suite.cases, [](const JunitCase& each) { return !each.failure.empty(); });
  std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  text += fmt::format("<testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\">\n",
                      escaped(suite.name), suite.cases.size(), failures);
  text += "  <properties>\n";
  for (const auto& [name, value] : suite.properties) {
    text += fmt::format("    <property name=\"{}\" value=\"{}\"/>\n", name, escaped(value));
  }
  text += "  </properties>\n";
  for (const JunitCase& each : suite.cases) text += case_text(each);
  return text + "</testsuite>\n";
}

}  // namespace acdsim
