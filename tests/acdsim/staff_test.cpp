// acdsim staff: how few agents do.
#include <fstream>
#include <string>

#include "program.hpp"
#include "support/catch.hpp"

using namespace acdsim_test;

namespace {

const std::string day = examples_directory() + "/scenarios/ordinary_day.toml";

std::string text_of_one_group(const std::string& per_hour, const std::string& patience) {
  return "begin = 2026-11-23T00:00:00Z\nend = \"24:00\"\ninterval = \"24h\"\n"
         "channels = [\"voice\"]\n[[group]]\nname = \"calls\"\ntarget_wait = \"20s\"\n"
         "[[demand]]\nname = \"calls\"\ngroup = \"calls\"\n"
         "rates = [{from = \"00:00\", per_hour = " +
         per_hour + "}]\nservice = \"exponential(4m)\"\npatience = \"" + patience +
         "\"\n[[target]]\ngroup = \"calls\"\nservice_level = \"80%\"\n";
}

/// One group, so many calls an hour of 4 minutes all day, 80 % within 20 s.
std::string one_group(const std::string& per_hour, const std::string& patience) {
  const std::string path = scratch_directory() + "/calls.toml";
  write_text(path, text_of_one_group(per_hour, patience) +
                       "[[staff]]\ngroup = \"calls\"\ncount = 10\nbegin = \"00:00\"\n"
                       "end = \"24:00\"\n");
  return path;
}

/// Two hours' calls at 200 an hour, as this demand brings them, to these agents.
std::string two_hours(const std::string& blueprint, const std::string& demand) {
  const std::string path = scratch_directory() + "/hours.toml";
  write_text(path,
             "begin = 2026-11-23T00:00:00Z\nend = \"02:00\"\ninterval = \"1h\"\n"
             "channels = [\"voice\"]\n[[group]]\nname = \"calls\"\ntarget_wait = \"20s\"\n" +
                 blueprint + "[[demand]]\nname = \"calls\"\n" + demand +
                 "rates = [{from = \"00:00\", per_hour = 200}]\nservice = \"exponential(4m)\"\n"
                 "patience = \"exponential(2m)\"\n[[target]]\ngroup = \"calls\"\n"
                 "service_level = \"80%\"\n");
  return path;
}

/// Erlang's and the simulated number of agents.
std::string staffed(const std::string& scenario) {
  const Run run = run_acdsim("staff " + scenario + " --quiet");
  INFO(run.out << run.err);
  CHECK(run.exit_code == 0);
  const std::size_t at = run.out.find("\n  00:00");
  REQUIRE(at != std::string::npos);
  return run.out.substr(at + 8, 18);
}

}  // namespace

TEST_CASE("simulation finds the numbers of agents that theory has published") {
  CHECK(staffed(one_group("40", "never")) == "         5       5");
  CHECK(staffed(one_group("40", "exponential(2m)")) == "         5       5");
  CHECK(staffed(one_group("200", "never")) == "        17      17");
  CHECK(staffed(one_group("200", "exponential(2m)")) == "        16      16");
  CHECK(staffed(one_group("800", "never")) == "        60      60");
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

TEST_CASE(
    "theory knows who comes by an entry, who does several things at once, and who is absent") {
  const std::string staff =
      "[[staff]]\ngroup = \"calls\"\ncount = 3\nbegin = \"00:00\"\nend = \"02:00\"\n";
  const std::string entry =
      "[[entry]]\nname = \"hotline\"\nrules = [{name = \"desk\", on_duty = {group = \"calls\"}}]\n";
  const std::string by_group = two_hours(staff, "group = \"calls\"\n");
  CHECK(staffed(by_group).substr(0, 10) == "        16");
  CHECK(staffed(by_group + " --set habits.absence=20%").substr(0, 10) == "        20");
  const std::string by_entry =
      two_hours(entry + staff, "entry = \"hotline\"\nchannel = \"voice\"\n");
  CHECK(staffed(by_entry).substr(0, 10) == "        16");
  const std::string at_once = two_hours(
      "[[capacity]]\nname = \"two\"\nunits = 2\nchannels = [{channel = \"voice\", "
      "sessions_max = 2}]\n[[agent]]\nname = \"ann\"\ncapacity = \"two\"\n"
      "memberships = [{group = \"calls\"}]\n[[staff]]\nlike = \"ann\"\ncount = 3\n"
      "begin = \"00:00\"\nend = \"02:00\"\n",
      "group = \"calls\"\n");
  CHECK(staffed(at_once).substr(0, 10) == "         8");
}

TEST_CASE("what staff finds meets the targets of a run with other customers") {
  const Run found = run_acdsim("staff " + one_group("200", "exponential(2m)") +
                               " --quiet --interval 4h --toml -");
  REQUIRE(found.exit_code == 0);
  const std::string path = scratch_directory() + "/staffed.toml";
  write_text(path, text_of_one_group("200", "exponential(2m)") + found.out);
  CHECK(run_acdsim("run " + path + " --quiet --seed 77 --replications 200").exit_code == 0);
}

TEST_CASE("what is not counted is not searched, and said to be so") {
  const Run run = run_acdsim("staff " + one_group("40", "never") +
                             " --quiet --replications 20 --interval 12h --warm-up 12h");
  INFO(run.out);
  CHECK(run.exit_code == 0);
  CHECK(run.out.find("\n  00:00         5       5          –     –\n") != std::string::npos);
  CHECK(run.out.find("\n  before 12:00: not counted; agents as theory says, not searched\n") !=
        std::string::npos);
}

TEST_CASE("a staffing is there in Chinese, and for other programs") {
  const std::string directory = scratch_directory();
  const Run run =
      run_acdsim("staff " + day + " --quiet --lang zh --out csv:" + directory +
                 "/s.csv --out json:" + directory + "/s.json --out junit:" + directory + "/s.xml");
  CHECK(run.exit_code == 0);
  CHECK(golden("staff_zh.out", run.out) == run.out);
  for (const std::string name : {"csv", "json", "xml"}) {
    const std::string text = read_whole(directory + "/s." + name);
    CHECK(golden("staff." + name, text) == text);
  }
  CHECK(run_acdsim("staff " + day + " --toml - --out json:-").exit_code == 64);
}

TEST_CASE("targets that nobody can reach fail in JUnit by their intervals") {
  const Run run = run_acdsim("staff " + day +
                             " --quiet --replications 2 --interval 5h --out junit:- "
                             "--set targets[1].speed_of_answer=0s");
  CHECK(run.exit_code == 1);
  CHECK(run.out.find("<failure message=\"missed from 2026-11-23T08:00:00+08:00") !=
        std::string::npos);
}
