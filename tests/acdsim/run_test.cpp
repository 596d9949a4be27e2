// acdsim run: what it reports of a scenario, and how it ends.
#include <fstream>
#include <string>

#include "program.hpp"
#include "support/catch.hpp"

using namespace acdsim_test;

namespace {

const std::string day = examples_directory() + "/scenarios/ordinary_day.toml";

void write(const std::string& path, const std::string& text) {
  std::ofstream{path, std::ios::binary} << text;
}

/// The ordinary day with one text in place of another.
std::string day_with(const std::string& before, const std::string& after) {
  std::string text = read_whole(day);
  const std::size_t at = text.find(before);
  REQUIRE(at != std::string::npos);
  return text.replace(at, before.size(), after);
}

}  // namespace

TEST_CASE("an ordinary day meets its targets, and is reported as ever") {
  const Run run = run_acdsim("run " + day + " --quiet");
  CHECK(run.exit_code == 0);
  CHECK(run.err.empty());
  CHECK(golden("ordinary_day.out", run.out) == run.out);
}

TEST_CASE("the result does not depend on how many threads simulate") {
  const Run one = run_acdsim("run " + day + " --quiet --replications 50 --jobs 1");
  for (const char* jobs : {"2", "3", "8"}) {
    const Run run = run_acdsim("run " + day + " --quiet --replications 50 --jobs " + jobs);
    CHECK(run.out == one.out);
  }
  CHECK(run_acdsim("run " + day + " --quiet --replications 50 --seed 2").out != one.out);
}

TEST_CASE("who waits for ever counts as offered") {
  const std::string path = scratch_directory() + "/day.toml";
  write(path,
        "begin = 2026-11-23T08:00:00Z\nend = \"12:00\"\nchannels = [\"voice\"]\n"
        "[[group]]\nname = \"sales\"\n"
        "[[demand]]\ngroup = \"sales\"\nrates = [{from = \"08:00\", per_hour = 30}]\n"
        "service = \"exponential(4m)\"\n"
        "[[staff]]\ngroup = \"sales\"\ncount = 1\nbegin = \"08:00\"\nend = \"08:01\"\n"
        "[[target]]\nservice_level = \"5%\"\n");
  const Run run = run_acdsim("run " + path + " --quiet");
  CHECK(run.exit_code == 1);
  CHECK(run.out.find("  offered                  121.7") != std::string::npos);
  CHECK(run.out.find("  left waiting             121.3") != std::string::npos);
}

TEST_CASE("a missed target ends with one") {
  const std::string path = scratch_directory() + "/day.toml";
  write(path, day_with("70% in 20s", "99% in 20s"));
  const Run run = run_acdsim("run " + path + " --quiet");
  CHECK(run.exit_code == 1);
  CHECK(run.out.find("missed\n") != std::string::npos);
}

TEST_CASE("the service level goes by the formula that is asked for") {
  const Run run = run_acdsim("run " + day + " --quiet --service-level of_answered --interval 5h");
  CHECK(run.exit_code == 0);
  CHECK(run.out.find("service level  of_answered: served in time / served\n") != std::string::npos);
  CHECK(run.out.find("By 5h\n") != std::string::npos);
  CHECK(run_acdsim("run " + day + " --service-level of_all").exit_code == 64);
  CHECK(run_acdsim("run " + day + " --replications 0").exit_code == 64);
  CHECK(run_acdsim("run " + day + " --confidence 100").exit_code == 64);
  const Run soon = run_acdsim("run " + day + " --interval soon");
  CHECK(soon.exit_code == 64);
  CHECK(soon.err ==
        "acdsim: --interval: \"soon\" is not a duration of a minute or more, such as 15m\n");
}

TEST_CASE("one replication has no confidence interval") {
  const Run run = run_acdsim("run " + day + " --quiet --replications 1");
  CHECK(run.out.find("± half") != std::string::npos);
  CHECK(run.out.find("± 0") == std::string::npos);
}

TEST_CASE("progress goes to stderr, and the last line says what was done") {
  const Run run = run_acdsim("run " + day + " --replications 10 --jobs 1");
  CHECK(run.err.find("simulating  80 %  8 replications, service level 7") != std::string::npos);
  CHECK(run.err.find("10 replications, ") != std::string::npos);
  CHECK(run.err.find("state ") != std::string::npos);
}

TEST_CASE("a broken scenario is shown with its places, and nothing is simulated") {
  const std::string path = scratch_directory() + "/day.toml";
  write(path, day_with("lognormal(4m, 0.9)", "lognorma(4m, 0.9)"));
  const Run run = run_acdsim("run " + path);
  CHECK(run.exit_code == 65);
  CHECK(run.out.empty());
  CHECK(run.err.starts_with(
      path +
      ":71:12: demands.\"orders of VIPs\".service: expected a distribution such as "
      "\"exponential(4m)\", found \"lognorma\", did you mean \"lognormal\"?\n"
      "   71 | service = \"lognorma(4m, 0.9)\"\n      |            ^\n"));
}

TEST_CASE("a scenario that is not there is no input, nor is its blueprint") {
  CHECK(run_acdsim("run no/such.toml").exit_code == 66);
  const std::string path = scratch_directory() + "/day.toml";
  write(path, "blueprint = \"desk.toml\"\n");
  CHECK(run_acdsim("run " + path).exit_code == 66);
}

TEST_CASE("a blueprint beside the scenario is read by its name, problems and all") {
  const std::string directory = scratch_directory();
  const std::string path = directory + "/day.toml";
  write(directory + "/desk.toml", "channels = [\"voice\"]\n[[group]]\nname = \"sales\"\n");
  write(path,
        "blueprint = \"desk.toml\"\nbegin = 2026-11-23T08:00:00Z\nend = \"12:00\"\n"
        "[[demand]]\ngroup = \"sales\"\nrates = [{from = \"08:00\", per_hour = 30}]\n"
        "service = \"exponential(4m)\"\n"
        "[[staff]]\ngroup = \"sales\"\ncount = 4\nbegin = \"08:00\"\nend = \"12:00\"\n");
  const Run run = run_acdsim("run " + path + " --quiet");
  INFO(run.err);
  CHECK(run.exit_code == 0);
  CHECK(run.out.starts_with("day.toml\n"));
  write(directory + "/desk.toml", "channels = [\"voice\"]\n[[group]]\nname = \"\"\n");
  const Run broken = run_acdsim("run " + path);
  CHECK(broken.exit_code == 65);
  CHECK(broken.err.starts_with(directory + "/desk.toml:3:8: groups[0].name: the name is empty\n"));
}
