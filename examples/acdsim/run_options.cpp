// acdsim run: its words.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <memory>

#include "commands.hpp"
#include "run_command.hpp"

namespace acdsim {
namespace {

ExitStatus run(const RunRequest& request) {
  const auto start = std::chrono::steady_clock::now();
  const RunResult result = run_scenario(request, style_of_stdout());
  std::fputs(result.problems.c_str(), stderr);
  std::fputs(result.report.c_str(), stdout);
  if (!request.quiet && !result.closing.empty()) {
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    fmt::print(stderr, "{:.2f} s: {}", took.count(), result.closing);
  }
  return result.status;
}

}  // namespace

void add_run(CLI::App& app, Action& chosen) {
  const auto request = std::make_shared<RunRequest>();
  CLI::App* command = app.add_subcommand("run", "Simulate a scenario, and report what came of it");
  command->add_option("FILE", request->file, "scenario, TOML")->required();
  add_simulation_options(*command, *request);
  add_out_option(*command, request->out);
  command->add_option("--html", request->html, "also write a page with charts, in one file")
      ->type_name("FILE");
  command->callback([request, &chosen] { chosen = [request] { return run(*request); }; });
}

}  // namespace acdsim
