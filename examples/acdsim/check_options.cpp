// acdsim check: its words.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "check_command.hpp"
#include "commands.hpp"

namespace acdsim {
namespace {

ExitStatus check_files(const CheckRequest& request) {
  const CheckResult result = check_report(request, style_of_stdout());
  std::fputs(result.report.c_str(), stdout);
  return result.status;
}

}  // namespace

void add_check(CLI::App& app, Action& chosen) {
  const auto request = std::make_shared<CheckRequest>();
  CLI::App* command = app.add_subcommand(
      "check", "Say what is wrong with scenarios or blueprints, and what they hardly mean");
  command->add_option("FILES", request->files, "scenarios and blueprints, TOML")->required();
  command->callback([request, &chosen] { chosen = [request] { return check_files(*request); }; });
}

}  // namespace acdsim
