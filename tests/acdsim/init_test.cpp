// acdsim init: the scenario that everybody begins with.
#include <regex>
#include <string>

#include "program.hpp"
#include "support/catch.hpp"

using namespace acdsim_test;

TEST_CASE("what init writes is sound, and its day is simulated and meets its targets") {
  const std::string path = scratch_directory() + "/day.toml";
  const Run init = run_acdsim("init " + path);
  CHECK(init.exit_code == 0);
  CHECK(init.err == path + " is written. Next: acdsim run " + path + "\n");
  CHECK(run_acdsim("init").out == read_whole(path));
  CHECK(run_acdsim("check " + path).out == path + ": sound\n");
  const Run run = run_acdsim("run " + path + " --quiet");
  CHECK(run.exit_code == 0);
  CHECK(run.err.empty());
}

TEST_CASE("the examples in comments of what init writes hold, too") {
  const std::string directory = scratch_directory();
  const std::string path = directory + "/day.toml";
  const std::string log = read_whole(std::string{ACD_TESTS_DIR} + "/acdsim/broken/calls.csv");
  write_text(directory + "/calls.csv", std::regex_replace(log, std::regex{",PS,"}, ",sales,"));
  const std::string text = run_acdsim("init").out;
  const std::regex comment{"(^|\n)# (?=[a-z_]+ = |\\[)"};
  const std::string whole = std::regex_replace(text, comment, "$1");
  REQUIRE(whole.size() < text.size() - 20);
  write_text(path, whole);
  CHECK(run_acdsim("check " + path).out == path + ": sound\n");
  CHECK(run_acdsim("run " + path + " --quiet --replications 2").exit_code <= 1);
}

TEST_CASE("init writes over nothing") {
  const std::string path = scratch_directory() + "/day.toml";
  write_text(path, "mine");
  const Run run = run_acdsim("init " + path);
  CHECK(run.exit_code == 73);
  CHECK(run.err == "acdsim: " + path + ": it exists already, and nothing was written\n");
  CHECK(read_whole(path) == "mine");
  CHECK(run_acdsim("init no/such/directory/day.toml").exit_code == 73);
}
