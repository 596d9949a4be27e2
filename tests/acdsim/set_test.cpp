// --set: values instead of those of the file.
#include <fstream>
#include <string>

#include "program.hpp"
#include "support/catch.hpp"

using namespace acdsim_test;

namespace {

const std::string day = examples_directory() + "/scenarios/ordinary_day.toml";

Run run_with(const std::string& settings) {
  return run_acdsim("run " + day + " --quiet --replications 3 " + settings);
}

/// What is said of one setting; in single quotes for the shell.
std::string refused(const std::string& setting) {
  const Run run = run_with("--set '" + setting + "'");
  CHECK(run.exit_code == 64);
  CHECK(run.out.empty());
  const std::string begin = "--set " + setting + ": ";
  CHECK(run.err.starts_with(begin));
  return run.err.substr(begin.size());
}

/// What came of it, without the lines that tell what was changed.
std::string without_settings(std::string text) {
  for (std::size_t at = text.find("  changed "); at != std::string::npos;) {
    text.erase(at, text.find('\n', at) + 1 - at);
    at = text.find("  changed ");
  }
  return text;
}

void write(const std::string& path, const std::string& text) {
  std::ofstream{path, std::ios::binary} << text;
}

}  // namespace

TEST_CASE("a setting is as if the file said it") {
  std::string text = read_whole(day);
  const auto replace = [&text](const std::string& before, const std::string& after) {
    const std::size_t at = text.find(before);
    REQUIRE(at != std::string::npos);
    text.replace(at, before.size(), after);
  };
  replace("per_day = 420", "per_day = 500");
  replace("count = 3", "count = 5");
  replace("absence = \"3%\"", "absence = \"10%\"");
  replace("{from = \"12:00\", per_hour = 4}", "{from = \"12:00\", per_hour = 6.5}");
  const std::string path = scratch_directory() + "/ordinary_day.toml";
  write(path, text);
  const Run written = run_acdsim("run " + path + " --quiet --replications 3");
  const Run set = run_with(
      "--set demands.orders.profile.per_day=500 --set staff[1].count=5 --set habits.absence=10% "
      "--set 'demands.\"orders of VIPs\".rates[1].per_hour=6.5'");
  CHECK(without_settings(set.out) == written.out);
  CHECK(set.out != run_with("").out);
}

TEST_CASE("a setting may add what the file does not say, tables too") {
  const Run run = run_with(
      "--set groups.sales.max_length=1 --set demands.bills.redial.probability=0.5 "
      "--set 'demands.bills.redial.after=constant(1m)'");
  CHECK(run.err.empty());
  CHECK(run.out != run_with("").out);
}

TEST_CASE("the last of several settings of one place holds") {
  const Run run = run_with("--set staff[1].count=9 --set staff[1].count=3");
  CHECK(without_settings(run.out) == run_with("").out);
}

TEST_CASE("a path that leads nowhere is refused with what was probably meant") {
  CHECK(refused("groups.sale.weight=2") ==
        "there is no \"sale\" in groups, did you mean \"sales\"?\n");
  CHECK(refused("groups.sales.wieght=2") ==
        "there is no \"wieght\" in groups.sales, did you mean \"weight\"?\n");
  CHECK(refused("habit.absence=2%") == "there is no \"habit\", did you mean \"habits\"?\n");
  CHECK(refused("staff[3].count=2") == "staff has 3 lines, the first is [0]\n");
  CHECK(refused("begin[0]=2") == "begin is no list\n");
  CHECK(refused("groups..weight=2") ==
        "a path is such as groups.sales.target_wait or staff[0].count\n");
  CHECK(run_with("--set groups.sales.weight").err ==
        "acdsim: --set groups.sales.weight: expected a path, = and a value, such as "
        "groups.sales.target_wait=30s\n");
}

TEST_CASE("a value that does not fit is reported with the setting, and all of them at once") {
  CHECK(refused("groups.sales.target_wait=soon") ==
        "expected a duration such as \"1m30s\", found \"soon\"\n");
  CHECK(refused("habits.absence=130%") == "130% is not in 0% to 100%\n");
  const Run run = run_with("--set habits.absence=130% --set groups.sales.weight=300");
  CHECK(run.exit_code == 64);
  CHECK(run.err.find("--set habits.absence=130%: 130% is not in 0% to 100%\n") !=
        std::string::npos);
  CHECK(run.err.find("--set groups.sales.weight=300: 300 is not in 0 to 255\n") !=
        std::string::npos);
}

TEST_CASE("settings reach the blueprint in a file beside the scenario") {
  const std::string directory = scratch_directory();
  write(directory + "/desk.toml",
        "channels = [\"voice\"]\n[[group]]\nname = \"sales\"\ntarget_wait = \"20s\"\n");
  write(directory + "/day.toml",
        "blueprint = \"desk.toml\"\nbegin = 2026-11-23T08:00:00Z\nend = \"12:00\"\n"
        "[[demand]]\nname = \"calls\"\ngroup = \"sales\"\n"
        "rates = [{from = \"08:00\", per_hour = 30}]\nservice = \"exponential(4m)\"\n"
        "[[staff]]\ngroup = \"sales\"\ncount = 3\nbegin = \"08:00\"\nend = \"12:00\"\n");
  const std::string command = "run " + directory + "/day.toml --quiet --replications 3";
  const Run plain = run_acdsim(command);
  const Run set = run_acdsim(command + " --set groups.sales.target_wait=2m --set staff[0].count=2");
  CHECK(plain.exit_code == 0);
  CHECK(set.exit_code == 0);
  CHECK(set.out != plain.out);
  const Run wrong = run_acdsim(command + " --set groups.sale.target_wait=2m");
  CHECK(wrong.err.find("there is no \"sale\" in groups, did you mean \"sales\"?\n") !=
        std::string::npos);
  CHECK(wrong.exit_code == 64);
}

TEST_CASE("a warm-up is not counted") {
  const auto figures = [](const Run& run) { return run.out.substr(run.out.find("Targets")); };
  CHECK(figures(run_with("--warm-up 2h")) != figures(run_with("")));
  CHECK(figures(run_with("--warm-up 0s")) == figures(run_with("")));
  const Run run = run_with("--warm-up 24h");
  CHECK(run.exit_code == 64);
  CHECK(run.err ==
        "acdsim: --warm-up: \"24h\" is not a duration, such as 1h, within the scenario\n");
}
