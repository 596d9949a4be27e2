// The synthetic surge day: the committed files are what the generator writes, and its replay
// prints what the golden file says.
#include "surge_day.hpp"

#include <filesystem>
#include <fstream>

#include "plain_centre.hpp"
#include "program.hpp"
#include "support/catch.hpp"

using namespace acdsim_test;

TEST_CASE("the committed surge day is what its generator writes, byte by byte") {
  const acdsim::SurgeDay day = acdsim::make_surge_day();
  const std::string directory = examples_directory() + "/surge_day/";
  CHECK((read_whole(directory + "calls.csv") == day.calls));
  CHECK((read_whole(directory + "agent_skills.csv") == day.skills));
  CHECK((read_whole(directory + "agent_sessions.csv") == day.shifts));
}

TEST_CASE("make-surge-day writes the three files") {
  const std::string directory = scratch_directory();
  CHECK(run_acdsim("make-surge-day " + directory).exit_code == 0);
  const acdsim::SurgeDay day = acdsim::make_surge_day();
  CHECK((read_whole(directory + "/calls.csv") == day.calls));
  CHECK((read_whole(directory + "/agent_skills.csv") == day.skills));
  CHECK((read_whole(directory + "/agent_sessions.csv") == day.shifts));
  CHECK(run_acdsim("make-surge-day " + directory + "/nowhere").exit_code == 73);
}

TEST_CASE("the replay of the surge day prints its golden report") {
  const Run run = run_acdsim("replay " + examples_directory() + "/surge_day/replay.toml --quiet");
  CHECK(run.exit_code == 0);
  CHECK(golden("surge_day.out", run.out) == run.out);
}

TEST_CASE("the centre as it was serves in the order of arrival, by whoever was free longest") {
  using acdsim::serve_plainly;
  const auto ends = serve_plainly({{10, 60, 100}, {20, 60, 100}, {30, 60, 30}, {40, 60, 100}},
                                  {{0, 1000}, {5, 1000}}, 10);
  CHECK(ends[0].agent == 0);  // free since 0
  CHECK(ends[1].agent == 1);
  CHECK(ends[2].agent == -1);  // both busy until 80 and 90
  CHECK(ends[2].wait_s == 30);
  CHECK(ends[3].agent == 0);
  CHECK(ends[3].wait_s == 40);
}

TEST_CASE("in the centre as it was nobody takes a call after the end of his shift") {
  const auto ends = acdsim::serve_plainly({{10, 60, 100}, {20, 60, 100}}, {{0, 50}}, 0);
  CHECK(ends[0].agent == 0);
  CHECK(ends[1].agent == -1);
}
