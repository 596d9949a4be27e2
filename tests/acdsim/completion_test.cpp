// acdsim completion: sourced by a real shell.
#include <cstdlib>
#include <sstream>
#include <string>

#include "program.hpp"
#include "support/catch.hpp"

using namespace acdsim_test;

namespace {

bool has_program(const std::string& name) {
  return std::system(("command -v " + name + " >/dev/null 2>&1").c_str()) == 0;
}

/// What bash would offer for the last of these words.
std::string offered(const std::string& words) {
  const std::string directory = scratch_directory();
  write_text(directory + "/script",
             "source <(" ACDSIM_PROGRAM " completion bash)\nCOMP_WORDS=(acdsim " + words +
                 ")\nCOMP_CWORD=$((${#COMP_WORDS[@]}-1))\n_acdsim\n"
                 "echo \"${COMPREPLY[@]}\"\n");
  const std::string out = directory + "/out";
  REQUIRE(std::system(("bash " + directory + "/script >" + out + " 2>&1").c_str()) == 0);
  return read_whole(out);
}

}  // namespace

TEST_CASE("bash completes commands, options, and the values that an option allows") {
  if (!has_program("bash")) {
    WARN("Skipped: bash is not installed");
    return;
  }
  CHECK(offered("ru") == "run\n");
  CHECK(offered("compl") == "completion\n");
  CHECK(offered("run day.toml --seed 2 --repl") == "--replications\n");
  CHECK(offered("run --service-level of_") == "of_offered of_answered\n");
  CHECK(offered("completion ''") == "bash zsh fish\n");
  CHECK(offered("run --seed ''") == "\n");
  CHECK(offered("nonsense --s") == "\n");
}

TEST_CASE("fish completes commands and values, where it is installed") {
  if (!has_program("fish")) {
    WARN("Skipped: fish is not installed");
    return;
  }
  const std::string directory = scratch_directory();
  write_text(directory + "/script", ACDSIM_PROGRAM
             " completion fish | source\ncomplete -C 'acdsim completion b'\n"
             "complete -C 'acdsim run --service-level of_o'\n");
  const std::string out = directory + "/out";
  REQUIRE(std::system(("fish --no-config " + directory + "/script >" + out + " 2>&1").c_str()) ==
          0);
  CHECK(read_whole(out) == "bash\nof_offered\tformula\n");
}

TEST_CASE("every command is in every shell's script, and the script is one") {
  const std::string help = run_acdsim("--help").out;
  for (const char* shell : {"bash", "zsh", "fish"}) {
    const Run run = run_acdsim(std::string{"completion "} + shell);
    CHECK(run.exit_code == 0);
    std::istringstream lines{help.substr(help.find("Subcommands:"))};
    std::string line;
    std::getline(lines, line);
    for (std::string command; lines >> command && std::getline(lines, line);) {
      INFO(shell << ' ' << command);
      CHECK(run.out.find(command) != std::string::npos);
    }
    if (!has_program(shell)) continue;
    const std::string path = scratch_directory() + "/script";
    write_text(path, run.out);
    CHECK(std::system((std::string{shell} + " -n " + path).c_str()) == 0);
  }
  CHECK(run_acdsim("completion csh").exit_code == 64);
}
