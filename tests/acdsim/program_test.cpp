// The program as a user meets it: what it says when something is wrong, and how it ends.
#include "program.hpp"

#include <fstream>

#include "support/catch.hpp"

using namespace acdsim_test;

namespace {

void write(const std::string& path, const std::string& text) {
  std::ofstream{path, std::ios::binary} << text;
}

const std::string surge = examples_directory() + "/surge_day/";
const std::string surge_files = "--skills " + surge + "agent_skills.csv --shifts " + surge +
                                "agent_sessions.csv --blueprint " + surge + "blueprint.toml ";

}  // namespace

TEST_CASE("help is no error, no command is") {
  const Run help = run_acdsim("replay --help");
  CHECK(help.exit_code == 0);
  CHECK(help.out.find("--service-level") != std::string::npos);
  CHECK(help.err.empty());
  CHECK(run_acdsim("").exit_code == 64);
  CHECK(run_acdsim("rewind").exit_code == 64);
}

TEST_CASE("wrong options are usage errors and say what is expected") {
  const std::string file = surge + "replay.toml ";
  struct Case {
    std::string options, expected;
  };
  const std::vector<Case> cases = {
      {"--interval soon", "--interval: \"soon\" is not a duration such as 20s or 1h30m"},
      {"--interval 5s", "--interval: \"5s\" is less than a minute"},
      {"--formula best",
       "--formula: \"best\" is not one of of_offered, of_served, less_abandoned, with_abandoned"},
      {"--seed -1", "--seed: \"-1\" is not a whole number from 0 to 18446744073709551615"},
      {"--no-answer-percent 100",
       "--no-answer-percent: \"100\" is not a whole number from 0 to 99"},
      {"--from noon", "--from: \"noon\" is not an instant such as 1999-08-01T06:30:00Z"},
      {"--utc-offset 3", "--utc-offset: \"3\" is not an offset such as +03:00"},
  };
  for (const Case& each : cases) {
    const Run run = run_acdsim("replay " + file + each.options);
    CHECK(run.exit_code == 64);
    CHECK(run.err == "acdsim: " + each.expected + "\n");
    CHECK(run.out.empty());
  }
  const Run nothing = run_acdsim("replay");
  CHECK(nothing.exit_code == 64);
  CHECK(nothing.err ==
        "acdsim: a replay needs a replay file or --calls; see acdsim replay --help\n");
}

TEST_CASE("a file that is not there is no input") {
  const Run run = run_acdsim("replay no/such/replay.toml");
  CHECK(run.exit_code == 66);
  CHECK(run.err == "acdsim: no/such/replay.toml: No such file or directory\n");
  CHECK(run_acdsim("replay --calls no/such.csv " + surge_files).exit_code == 66);
}

TEST_CASE("a broken replay file is named with line and column, all of it") {
  const std::string path = scratch_directory() + "/replay.toml";
  write(path,
        "calls = \"calls.csv\"\n"
        "shift = \"agents.csv\"\n"
        "seed = \"x\"\n"
        "interval = 2.5\n");
  const Run run = run_acdsim("replay " + path);
  CHECK(run.exit_code == 65);
  CHECK(run.err == path + ":2:1: shift: is not a setting\n" + path +
                       ":3:1: seed: \"x\" is not a whole number from 0 to 18446744073709551615\n" +
                       path + ":4:1: interval: is neither a text nor a whole number\n");
  write(path, "calls = \"calls.csv\nseed = 1\n");
  CHECK(run_acdsim("replay " + path).exit_code == 65);
}

TEST_CASE("a broken log stops the replay before it begins") {
  const std::string path = scratch_directory() + "/calls.csv";
  write(path,
        "arrival_time,call_id,queue,priority,outcome,wait_seconds,service_seconds,"
        "patience_seconds,agent_id\n"
        "2015-01-18T13:00:00Z,1,ACC,0,served,-5,60,,R01\n"
        "2015-01-18T13:00:01Z,2,TOW,0,served,5,60,,R01\n");
  const Run run = run_acdsim("replay --calls " + path + " " + surge_files);
  CHECK(run.exit_code == 65);
  CHECK(run.err == path + ":2:37: wait_seconds: -5 is negative\n" + path +
                       ":3:24: queue: TOW is not a group of the blueprint\n");
  CHECK(run.out.empty());
}

TEST_CASE("shifts of an agent whom nobody knows are reported") {
  const std::string path = scratch_directory() + "/shifts.csv";
  write(path,
        "agent_id,login_time,logout_time\n"
        "Z99,2015-01-18T13:00:00Z,2015-01-18T14:00:00Z\n");
  const Run run = run_acdsim("replay " + surge + "replay.toml --shifts " + path);
  CHECK(run.exit_code == 65);
  CHECK(run.err == path + ":2:1: agent_id: Z99 is neither in the skills nor in the blueprint\n");
}

TEST_CASE("a malformed blueprint is reported with its places") {
  const std::string path = scratch_directory() + "/blueprint.toml";
  write(path,
        "channels = [\"phone\"]\n"
        "[[group]]\n"
        "name = \"ACC\"\n"
        "weight = 0\n"
        "session_order = \"most_urgent then eldest\"\n");
  const Run run = run_acdsim("replay " + surge + "replay.toml --blueprint " + path);
  CHECK(run.exit_code == 65);
  CHECK(run.err.find(path + ":4:10: groups.ACC.weight: ") != std::string::npos);
  CHECK(run.err.find(path + ":5:") != std::string::npos);
}

TEST_CASE("a log in which nobody asks for an agent is bad data") {
  const Run run = run_acdsim("replay " + surge + "replay.toml --from 2020-01-01T00:00:00Z");
  CHECK(run.exit_code == 65);
  CHECK(run.err == "acdsim: " + surge + "calls.csv: no call asks for an agent\n");
}

TEST_CASE("a journal that cannot be written ends with the code for it") {
  const Run run = run_acdsim("replay " + surge + "replay.toml --journal no/such/dir/journal");
  CHECK(run.exit_code == 73);
}

TEST_CASE("progress goes to stderr in plain lines, and quiet means none") {
  const Run run = run_acdsim("replay " + surge + "replay.toml");
  CHECK(run.exit_code == 0);
  CHECK(run.err.find("replaying  50 %  2015-01-18") != std::string::npos);
  CHECK(run.err.find('\r') == std::string::npos);
  CHECK(run.err.find('\x1b') == std::string::npos);
  CHECK(run.out.find('\x1b') == std::string::npos);
  const Run quiet = run_acdsim("replay " + surge + "replay.toml --quiet");
  CHECK(quiet.err.empty());
  CHECK(quiet.out == run.out);
}

TEST_CASE("a part of the day can be replayed with another formula and interval") {
  const Run run = run_acdsim("replay " + surge +
                             "replay.toml --quiet --from 2015-01-18T12:00:00Z --to "
                             "2015-01-18T15:00:00Z --interval 1h --service-level 60s "
                             "--formula less_abandoned");
  CHECK(run.exit_code == 0);
  CHECK(run.out.find("By 1h\n") != std::string::npos);
  CHECK(
      run.out.find("formula less_abandoned: served within 1m / (offered - abandoned within 1m)") !=
      std::string::npos);
  CHECK(run.out.find("every call has exactly one terminal record") != std::string::npos);
}

TEST_CASE("a wrap-up given as an option is that of every group") {
  const Run run = run_acdsim("replay " + surge + "replay.toml --quiet --wrap-up 90s");
  CHECK(run.exit_code == 0);
  CHECK(run.out.find("    wrap-up                        90.0 s") != std::string::npos);
}
