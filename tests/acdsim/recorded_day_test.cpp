// A call log in a scenario: the synthetic day played again by the centre that wrote its log.
#include <map>
#include <sstream>
#include <string>

#include "program.hpp"
#include "support/catch.hpp"

using namespace acdsim_test;

namespace {

const std::string day = examples_directory() + "/surge_day/scenario.toml";

/// Percent of its rows, by queue, that gave up.
std::map<std::string, double> abandoned_in_log() {
  std::map<std::string, double> offered;
  std::map<std::string, double> abandoned;
  std::istringstream rows{read_whole(examples_directory() + "/surge_day/calls.csv")};
  for (std::string row; std::getline(rows, row);) {
    for (const char* queue : {"ACC", "BRK", "ESP", "MEM"}) {
      if (row.find(std::string{","} + queue + ",") == std::string::npos) continue;
      if (row.find(",left_vru,") != std::string::npos) continue;
      ++offered[queue];
      if (row.find(",abandoned,") != std::string::npos) ++abandoned[queue];
    }
  }
  for (auto& [queue, count] : abandoned) count *= 100 / offered[queue];
  return abandoned;
}

/// The same of the table "By group" of a report.
std::map<std::string, double> abandoned_in_report(const std::string& report) {
  std::map<std::string, double> abandoned;
  std::istringstream lines{report.substr(report.find("By group"))};
  for (std::string line; std::getline(lines, line) && !line.empty();) {
    std::istringstream cells{line};
    std::string group, offered, served, gave_up, blocked, level, sign, half_width;
    double percent = 0;
    cells >> group >> offered >> served >> gave_up >> blocked >> level >> sign >> half_width;
    if (cells >> percent) abandoned[group] = percent;
  }
  return abandoned;
}

}  // namespace

TEST_CASE("a recorded day is simulated with the log's callers, and reported as ever") {
  const std::string missing = scratch_directory() + "/day.toml";
  write_text(missing, read_whole(day));
  CHECK(run_acdsim("check " + missing).exit_code == 66);
  const Run run = run_acdsim("run " + day + " --quiet");
  CHECK(run.exit_code == 0);
  CHECK(run.err.empty());
  CHECK(golden("recorded_day.out", run.out) == run.out);
}

TEST_CASE("the centre that wrote the log loses in each queue as many as the log says it did") {
  const std::map<std::string, double> log = abandoned_in_log();
  const auto simulated = abandoned_in_report(run_acdsim("run " + day + " --quiet").out);
  REQUIRE(simulated.size() == 4);
  for (const auto& [queue, percent] : simulated) {
    INFO(queue);
    CHECK(percent == Approx(log.at(queue)).margin(1));
  }
}

TEST_CASE("the path of a log goes from the scenario's file, and a setting may name another") {
  const Run here = run_acdsim("check " + day);
  CHECK(here.exit_code == 0);
  const Run run = run_acdsim("run " + day + " --quiet --set 'demands[0].log.file=nowhere.csv'");
  CHECK(run.exit_code == 66);
  CHECK(run.out.empty());
  CHECK(run.err.find("/surge_day/nowhere.csv: No such file or directory\n") != std::string::npos);
  CHECK(
      run.err.ends_with("--set demands[0].log.file=nowhere.csv: demands.\"ACC calls\".log: there "
                        "is no sound call log \"nowhere.csv\"\n"));
}
