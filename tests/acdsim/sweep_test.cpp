// acdsim sweep: one scenario at many points.
#include <string>

#include "exit_status.hpp"
#include "program.hpp"
#include "support/catch.hpp"
#include "variation.hpp"

using namespace acdsim_test;
using acdsim::grid_of;
using acdsim::parse_variation;
using Values = std::vector<std::string>;

namespace {

const std::string day = examples_directory() + "/scenarios/ordinary_day.toml";

std::string refused(const std::string& text) {
  try {
    const auto ignored = parse_variation(text);
    return "taken: " + ignored.path;
  } catch (const acdsim::Failure& failure) {
    return failure.what();
  }
}

}  // namespace

TEST_CASE("values go from one to another in steps, as they are written") {
  CHECK(parse_variation("staff[0].count=10:16:2").values == Values{"10", "12", "14", "16"});
  CHECK(parse_variation("a=1:2:0.5").values == Values{"1.0", "1.5", "2.0"});
  CHECK(parse_variation("a=0%:1%:0.25%").values ==
        Values{"0.00%", "0.25%", "0.50%", "0.75%", "1.00%"});
  CHECK(parse_variation("a=20s:1m:20s").values == Values{"20s", "40s", "1m"});
  CHECK(parse_variation("a=3:1:-1").values == Values{"3", "2", "1"});
  CHECK(parse_variation("a=1m:30s:-30s").values == Values{"1m", "30s"});
  CHECK(parse_variation("a=1:4:2").values == Values{"1", "3"});
  CHECK(parse_variation("a=0:0.3:0.1").values == Values{"0.0", "0.1", "0.2", "0.3"});
}

TEST_CASE("values may be listed, whatever they are") {
  CHECK(parse_variation("a.b=x, y").values == Values{"x", "y"});
  CHECK(parse_variation("a=gamma(4m, 0.8),never").values == Values{"gamma(4m, 0.8)", "never"});
  CHECK(parse_variation("a=08:00,09:30").values == Values{"08:00", "09:30"});
  CHECK(parse_variation("demands.\"a=b\".service=never").path == "demands.\"a=b\".service");
}

TEST_CASE("a variation that says nothing is refused") {
  CHECK(refused("a").find("expected a path, = and values") != std::string::npos);
  CHECK(refused("a=").find("expected a path, = and values") != std::string::npos);
  CHECK(refused("a=1,,2") == "--vary a=1,,2: a value is empty");
  CHECK(refused("a=1:5:-1") ==
        "--vary a=1:5:-1: the step does not lead from the first to the last");
  CHECK(refused("a=1:5:0") == "--vary a=1:5:0: the step does not lead from the first to the last");
  CHECK(refused("a=1%:5%:1") == "--vary a=1%:5%:1: all three are percentages, or none");
  CHECK(refused("a=0:1000000:1") == "--vary a=0:1000000:1: these are too many values");
}

TEST_CASE("several variations make a grid, the last of them first") {
  const std::vector<acdsim::Variation> two{{"a", {"1", "2"}}, {"b", {"x", "y", "z"}}};
  const auto grid = grid_of(two);
  REQUIRE(grid.size() == 6);
  CHECK(grid[1] == Values{"1", "y"});
  CHECK(grid[3] == Values{"2", "x"});
  const std::vector<acdsim::Variation> same{{"a", {"1"}}, {"a", {"2"}}};
  CHECK_THROWS_AS(grid_of(same), acdsim::Failure);
}

TEST_CASE("each point of a sweep is what a run with its settings is, on any number of threads") {
  const std::string sweep = "sweep " + day + " --quiet --vary staff[1].count=2:4:1 ";
  const Run run = run_acdsim(sweep);
  CHECK(run.exit_code == 0);
  CHECK(golden("sweep.out", run.out) == run.out);
  CHECK(run_acdsim(sweep + "--jobs 5").out == run.out);
  // The first of them: 2 sales agents.
  const Run one = run_acdsim("run " + day + " --quiet --set staff[1].count=2");
  const std::size_t at = one.out.find("service level in 20s");
  REQUIRE(at != std::string::npos);
  const std::string level = one.out.substr(one.out.find("±", at) - 8, 4);
  CHECK(run.out.find("               2    " + level) != std::string::npos);
}

TEST_CASE("a dry run lists the runs, and simulates none") {
  const Run run = run_acdsim("sweep " + day +
                             " --dry-run --vary staff[1].count=2,3 "
                             "--vary 'demands.orders.patience=never,exponential(1m)'");
  CHECK(run.exit_code == 0);
  CHECK(run.out ==
        "4 runs of 30 replications\n"
        "acdsim run " +
            day +
            " --set 'staff[1].count=2' --set demands.orders.patience=never\n"
            "acdsim run " +
            day +
            " --set 'staff[1].count=2' --set 'demands.orders.patience=exponential(1m)'\n"
            "acdsim run " +
            day +
            " --set 'staff[1].count=3' --set demands.orders.patience=never\n"
            "acdsim run " +
            day + " --set 'staff[1].count=3' --set 'demands.orders.patience=exponential(1m)'\n");
}

TEST_CASE("every point is checked before the first is simulated") {
  const Run run =
      run_acdsim("sweep " + day + " --vary groups.sales.weight=1,300 --vary staff[9].count=1");
  CHECK(run.exit_code == 64);
  CHECK(run.out.empty());
  CHECK(run.err.find("--set groups.sales.weight=300: 300 is not in 0 to 255\n") !=
        std::string::npos);
  CHECK(run.err.find("--set staff[9].count=1: staff has 3 lines, the first is [0]\n") !=
        std::string::npos);
}

TEST_CASE("a sweep none of whose points meets the targets ends with one") {
  CHECK(run_acdsim("sweep " + day + " --quiet --vary staff[1].count=0,1").exit_code == 1);
  CHECK(run_acdsim("sweep " + day).exit_code == 64);
}

TEST_CASE("a sweep's table is there for other programs too") {
  const Run run = run_acdsim("sweep " + day +
                             " --quiet --out csv:- --set 'target=[]' "
                             "--vary 'demands.orders.service=constant(4m),gamma(4m, 0.5)'");
  CHECK(run.exit_code == 0);
  CHECK(run.out.starts_with("demands.orders.service,all: offered,all: offered ±,"));
  CHECK(run.out.find("\r\n\"gamma(4m, 0.5)\",") != std::string::npos);
  CHECK(run.out.find(",0,30\r\n") != std::string::npos);
  CHECK(run_acdsim("sweep " + day + " --vary staff[1].count=2 --out html:x").exit_code == 64);
}

TEST_CASE("a sweep is there in Chinese, and for other programs") {
  const std::string directory = scratch_directory();
  const Run run = run_acdsim("sweep " + day +
                             " --quiet --lang zh --vary staff[1].count=2,3 --vary "
                             "habits.absence=0%,10% --out csv:" +
                             directory + "/s.csv --out json:" + directory +
                             "/s.json --out junit:" + directory + "/s.xml");
  CHECK(run.exit_code == 0);
  CHECK(golden("sweep_zh.out", run.out) == run.out);
  for (const std::string name : {"csv", "json", "xml"}) {
    const std::string text = read_whole(directory + "/s." + name);
    CHECK(golden("sweep." + name, text) == text);
  }
}
