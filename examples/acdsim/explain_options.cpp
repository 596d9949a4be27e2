// acdsim explain: its words.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "commands.hpp"
#include "explain_command.hpp"

namespace acdsim {
namespace {

ExitStatus explain(const ExplainRequest& request) {
  const ExplainResult result = explain_session(request, style_of_stdout());
  std::fputs(result.problems.c_str(), stderr);
  std::fputs(result.report.c_str(), stdout);
  return result.status;
}

}  // namespace

void add_explain(CLI::App& app, Action& chosen) {
  const auto request = std::make_shared<ExplainRequest>();
  CLI::App* command = app.add_subcommand(
      "explain", "Tell the life of one session of a simulated day: every step, and why");
  command->add_option("FILE", request->file, "scenario, TOML")->required();
  command
      ->add_option("SESSION", request->session,
                   "its number by arrival, or longest-wait, first-abandoned, first-overflowed")
      ->required();
  command->add_option("--seed", request->options.seed, "of all that is drawn")
      ->capture_default_str();
  command->add_option("--replication", request->replication, "which one of a run, from 1")
      ->check(CLI::Range(1, 1'000'000))
      ->capture_default_str();
  add_set_option(*command, request->options);
  command->callback([request, &chosen] { chosen = [request] { return explain(*request); }; });
}

}  // namespace acdsim
