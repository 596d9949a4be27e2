// acdsim compare: pairs of scenarios.
#include <fstream>
#include <string>

#include "estimate.hpp"
#include "program.hpp"
#include "support/catch.hpp"

using namespace acdsim_test;
using Catch::Matchers::WithinAbs;

namespace {

const std::string day = examples_directory() + "/scenarios/ordinary_day.toml";

/// One group, so many calls an hour of 4 minutes all day, 80 % within 20 s.
std::string one_group(const std::string& per_hour, const std::string& patience) {
  const std::string path = scratch_directory() + "/calls.toml";
  std::ofstream{path, std::ios::binary}
      << "begin = 2026-11-23T00:00:00Z\nend = \"24:00\"\ninterval = \"24h\"\n"
         "channels = [\"voice\"]\n[[group]]\nname = \"calls\"\ntarget_wait = \"20s\"\n"
         "[[demand]]\nname = \"calls\"\ngroup = \"calls\"\n"
         "rates = [{from = \"00:00\", per_hour = "
      << per_hour << "}]\nservice = \"exponential(4m)\"\npatience = \"" << patience
      << "\"\n[[staff]]\ngroup = \"calls\"\ncount = 10\nbegin = \"00:00\"\nend = \"24:00\"\n"
         "[[target]]\ngroup = \"calls\"\nservice_level = \"80%\"\n";
  return path;
}

}  // namespace

TEST_CASE("what two ratios have in common cancels in their difference") {
  const std::vector<acd::Ratio> a{{8, 10}, {12, 20}, {9, 10}};
  const std::vector<acd::Ratio> b{{7, 10}, {10, 20}, {8, 10}};
  const acdsim::Estimate same = acdsim::paired_difference(a, a, 0.95);
  CHECK(*same.value == 0);
  CHECK(*same.half_width == 0);
  const acdsim::Estimate difference = acdsim::paired_difference(b, a, 0.95);
  CHECK_THAT(*difference.value, WithinAbs(-0.1, 1e-12));
  CHECK(*difference.half_width < *acdsim::estimate(a, 0.95).half_width);
}

TEST_CASE("two scenarios are compared customer by customer") {
  const std::string compare = "compare " + day + " " + day + " --quiet ";
  const Run run = run_acdsim(compare + "--set-b demands.orders.profile.per_day=330");
  CHECK(run.exit_code == 0);
  CHECK(golden("compare.out", run.out) == run.out);
  CHECK(run_acdsim(compare + "--set-b demands.orders.profile.per_day=330 --jobs 3").out == run.out);
}

TEST_CASE("a scenario needs as many agents as itself") {
  const Run run = run_acdsim("compare " + day + " " + day + " --quiet --replications 10");
  CHECK(run.out.find("no difference shown") != std::string::npos);
  CHECK(run.out.find("is better") == std::string::npos);
  CHECK(run.out.find("B needs as many agents as A, as far as this shows (+0.0 ± 0.0)") !=
        std::string::npos);
}

TEST_CASE("half the calls need some agents fewer") {
  const std::string calls = one_group("200", "exponential(2m)");
  const Run run =
      run_acdsim("compare " + calls + " " + calls +
                 " --quiet --replications 10 --set-b demands.calls.rates[0].per_hour=100");
  INFO(run.out);
  CHECK(run.out.find("B needs 6.") != std::string::npos);
  CHECK(run.out.find(" fewer agents than A for the targets of A") != std::string::npos);
}

TEST_CASE("the second scenario is measured by the targets of the first") {
  const std::string compare = "compare " + day + " " + day + " --quiet --figures-only ";
  CHECK(run_acdsim(compare + "--set-b staff[1].count=0").exit_code == 1);
  CHECK(run_acdsim(compare + "--set-b groups.sales.name=shop --set-b 'target=[]'").exit_code != 0);
  const Run other = run_acdsim("compare " + day + " " + one_group("100", "never") + " --quiet");
  CHECK(other.exit_code == 64);
  CHECK(other.err ==
        "acdsim: calls.toml has no group sales, of which ordinary_day.toml has a target\n");
}

TEST_CASE("a scenario is compared with what --set-b makes of it, without being named twice") {
  const std::string changed = " --quiet --figures-only --set-b staff[1].count=2";
  const Run once = run_acdsim("compare " + day + changed);
  CHECK(once.exit_code == 1);
  CHECK(once.out == run_acdsim("compare " + day + " " + day + changed).out);
  const Run nothing = run_acdsim("compare " + day);
  CHECK(nothing.exit_code == 64);
  CHECK(nothing.err ==
        "acdsim: compare: a second scenario, or --set-b, says what is to be compared\n");
}

TEST_CASE("a comparison is there in Chinese, and for other programs") {
  const std::string directory = scratch_directory();
  const Run run = run_acdsim("compare " + day +
                             " --quiet --lang zh --replications 10 --set-b staff[1].count=2"
                             " --out csv:" +
                             directory + "/c.csv --out json:" + directory +
                             "/c.json --out junit:" + directory + "/c.xml");
  CHECK(run.exit_code == 1);
  CHECK(golden("compare_zh.out", run.out) == run.out);
  for (const std::string name : {"csv", "json", "xml"}) {
    const std::string text = read_whole(directory + "/c." + name);
    CHECK(golden("compare." + name, text) == text);
  }
}
