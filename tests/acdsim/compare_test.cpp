// acdsim compare and staff: pairs of scenarios, and how few agents do.
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

/// Erlang's and the simulated number of agents.
std::string staffed(const std::string& scenario) {
  const Run run = run_acdsim("staff " + scenario + " --quiet");
  CHECK(run.exit_code == 0);
  const std::size_t at = run.out.find("\n  00:00");
  REQUIRE(at != std::string::npos);
  return run.out.substr(at + 8, 18);
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

TEST_CASE("simulation finds the numbers of agents that theory has published") {
  CHECK(staffed(one_group("40", "never")) == "         5       5");
  CHECK(staffed(one_group("40", "exponential(2m)")) == "         5       5");
  CHECK(staffed(one_group("200", "never")) == "        17      17");
  CHECK(staffed(one_group("200", "exponential(2m)")) == "        16      16");
  CHECK(staffed(one_group("800", "exponential(2m)")) == "        54      54");
}

TEST_CASE("agents are found for every interval of a day, on any number of threads") {
  const Run run = run_acdsim("staff " + day + " --quiet");
  CHECK(run.exit_code == 0);
  CHECK(golden("staff.out", run.out) == run.out);
  CHECK(run_acdsim("staff " + day + " --quiet --jobs 3").out == run.out);
}

TEST_CASE("the agents that were found are written as staff lines, and meet the targets") {
  const std::string calls = one_group("200", "never");
  const Run run = run_acdsim("staff " + calls + " --quiet --toml -");
  CHECK(run.out ==
        "[[staff]]\ngroup = \"calls\"\ncount = 17\nbegin = \"00:00\"\nend = \"24:00\"\n\n");
  CHECK(run_acdsim("run " + calls + " --quiet --set staff[0].count=17").exit_code == 0);
  CHECK(run_acdsim("run " + calls + " --quiet --set staff[0].count=16").exit_code == 1);
}

TEST_CASE("a scenario without targets, or without staff lines, cannot be staffed") {
  CHECK(run_acdsim("staff " + day + " --set 'target=[]'").exit_code == 64);
  CHECK(run_acdsim("staff " + day + " --set 'staff=[]'").exit_code == 64);
  const Run never =
      run_acdsim("staff " + day + " --quiet --replications 2 --set targets[1].speed_of_answer=0s");
  CHECK(never.exit_code == 1);
  CHECK(never.out.find("No number of agents was found") != std::string::npos);
}
