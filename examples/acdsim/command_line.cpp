// The commands in the order of the help.
#include "command_line.hpp"

#include <CLI/CLI.hpp>

#include "commands.hpp"

namespace acdsim {

Action parse_command_line(int count, const char* const* arguments) {
  Action chosen;
  CLI::App app{"acdsim: days of a contact centre through the router of libacd", "acdsim"};
  app.require_subcommand(1);
  add_run(app, chosen);
  add_sweep(app, chosen);
  add_compare(app, chosen);
  add_staff(app, chosen);
  add_replay(app, chosen);
  add_explain(app, chosen);
  add_init(app, chosen);
  add_check(app, chosen);
  add_plan(app, chosen);
  add_import(app, chosen);
  add_forecast(app, chosen);
  add_make_surge_day(app, chosen);
  add_schema(app, chosen);
  add_completion(app, chosen);
  try {
    app.parse(count, arguments);
  } catch (const CLI::ParseError& error) {
    const bool is_help = app.exit(error) == 0;
    return [is_help] { return is_help ? ExitStatus::done : ExitStatus::usage; };
  }
  return chosen;
}

}  // namespace acdsim
