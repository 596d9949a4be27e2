// acdsim plan: its words.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "commands.hpp"
#include "plan_command.hpp"

namespace acdsim {
namespace {

ExitStatus show_plan(const PlanRequest& request) {
  const std::string report = plan_report(request, glyphs_of_stdout(), style_of_stdout());
  std::fputs(report.c_str(), stdout);
  return ExitStatus::done;
}

}  // namespace

void add_plan(CLI::App& app, Action& chosen) {
  const auto request = std::make_shared<PlanRequest>();
  CLI::App* command = app.add_subcommand("plan", "Show a time plan's year, and answer about it");
  command->add_option("FILE", request->file, "blueprint, TOML")->required();
  command->add_option("--plan", request->plan, "one plan by its name; otherwise every plan");
  command->add_option("--year", request->year, "otherwise the first of the blueprint's window");
  command->add_option("--week", request->week, "the week of this date, hour by hour")
      ->type_name("DATE");
  command
      ->add_option("--at", request->at,
                   "open then? 2026-10-01T09:30 in the plan's zone, or ...:00Z in UTC")
      ->type_name("INSTANT");
  command->add_option("--between", request->between, "open time between two instants")
      ->type_name("INSTANT")
      ->expected(2);
  command->add_option("--after", request->after, "when so much open time has passed since --at")
      ->type_name("DURATION");
  command->callback([request, &chosen] { chosen = [request] { return show_plan(*request); }; });
}

}  // namespace acdsim
