// acdsim import: its words.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "commands.hpp"
#include "import_command.hpp"

namespace acdsim {
namespace {

ExitStatus import_all(const ImportRequest& request) {
  const ImportResult result = import_calendars(request);
  std::fputs(result.report.c_str(), stderr);
  std::fputs(result.toml.c_str(), stdout);
  return ExitStatus::done;
}

}  // namespace

void add_import(CLI::App& app, Action& chosen) {
  const auto request = std::make_shared<ImportRequest>();
  CLI::App* command = app.add_subcommand(
      "import", "Turn calendars of holidays into a holiday list of a blueprint, on stdout");
  command->add_option("FILES", request->files, "holiday-cn JSON, or iCalendar")->required();
  command->add_option("--name", request->name, "of the holiday list")->capture_default_str();
  command->add_option("--like", request->like, "weekday whose hours make-up workdays have")
      ->capture_default_str();
  command->add_option("--from", request->from, "first day wanted")->type_name("DATE");
  command->add_option("--until", request->until, "first day no longer wanted")->type_name("DATE");
  command
      ->add_option("--workday-word", request->workday_words,
                   "an event with this in summary or categories is a workday")
      ->capture_default_str();
  command->callback([request, &chosen] { chosen = [request] { return import_all(*request); }; });
}

}  // namespace acdsim
