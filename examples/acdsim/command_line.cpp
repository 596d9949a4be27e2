// The only translation unit that sees CLI11.
#include "command_line.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>

#include "exit_status.hpp"
#include "replay_settings.hpp"
#include "run_report.hpp"

namespace acdsim {
namespace {

std::string option_name(std::string_view setting) {
  std::string name = "--" + std::string{setting};
  std::replace(name.begin(), name.end(), '_', '-');
  return name;
}

void add_replay(CLI::App& app, CommandLine& line, std::map<std::string, std::string>& texts) {
  CLI::App* command = app.add_subcommand("replay", "Replay a recorded day through the router");
  command->add_option("FILE", line.replay.file,
                      "replay file, TOML; its keys are the options below");
  command->add_option("--data", line.replay.data_directory,
                      "directory of calls, skills and shifts of the replay file");
  command->add_flag("--quiet", line.replay.quiet, "no progress on stderr");
  command->add_flag("--forecast", line.replay.forecast,
                    "ask how long each caller would wait, and report how far off that was");
  for (const Setting& setting : replay_setting_table()) {
    const std::string name{setting.name};
    command->add_option(option_name(name), texts[name], std::string{setting.help})
        ->type_name(std::string{setting.operand});
  }
  command->callback([command, &line, &texts] {
    line.kind = CommandLine::Kind::replay;
    for (const auto& [name, text] : texts) {
      if (command->count(option_name(name)) != 0) line.replay.settings.emplace_back(name, text);
    }
  });
}

void add_run(CLI::App& app, CommandLine& line) {
  RunRequest& request = line.run;
  CLI::App* command = app.add_subcommand("run", "Simulate a scenario, and report what came of it");
  command->add_option("FILE", request.file, "scenario, TOML")->required();
  command->add_option("--seed", request.seed, "of all that is drawn")->capture_default_str();
  command->add_option("--replications", request.replications, "how often the day is simulated")
      ->check(CLI::Range(1, 1'000'000))
      ->capture_default_str();
  command->add_option("--confidence", request.confidence, "percent, of the intervals")
      ->check(CLI::Range(1.0, 99.999))
      ->capture_default_str();
  std::vector<std::string> formulas;
  for (const auto& [formula, name] : run_formulas) formulas.emplace_back(name);
  command->add_option("--service-level", request.service_level, "formula")
      ->check(CLI::IsMember(formulas))
      ->capture_default_str();
  command->add_option("--interval", request.interval, "of the table; as the scenario says")
      ->type_name("DURATION");
  command->add_option("--jobs", request.jobs, "threads; 0: one for each processor")
      ->check(CLI::Range(0, 1024))
      ->capture_default_str();
  command->add_flag("--quiet", request.quiet, "no progress on stderr");
  command->callback([&line] { line.kind = CommandLine::Kind::run; });
}

void add_plan(CLI::App& app, CommandLine& line) {
  CLI::App* command = app.add_subcommand("plan", "Show a time plan's year, and answer about it");
  command->add_option("FILE", line.plan.file, "blueprint, TOML")->required();
  command->add_option("--plan", line.plan.plan, "one plan by its name; otherwise every plan");
  command->add_option("--year", line.plan.year, "otherwise the first of the blueprint's window");
  command->add_option("--week", line.plan.week, "the week of this date, hour by hour")
      ->type_name("DATE");
  command
      ->add_option("--at", line.plan.at,
                   "open then? 2026-10-01T09:30 in the plan's zone, or ...:00Z in UTC")
      ->type_name("INSTANT");
  command->add_option("--between", line.plan.between, "open time between two instants")
      ->type_name("INSTANT")
      ->expected(2);
  command->add_option("--after", line.plan.after, "when so much open time has passed since --at")
      ->type_name("DURATION");
  command->callback([&line] { line.kind = CommandLine::Kind::plan; });
}

void add_check(CLI::App& app, CommandLine& line) {
  CLI::App* command = app.add_subcommand(
      "check", "Say what is wrong with blueprints, and what they probably do not mean");
  command->add_option("FILES", line.check.files, "blueprints, TOML")->required();
  command->callback([&line] { line.kind = CommandLine::Kind::check; });
}

void add_import(CLI::App& app, CommandLine& line) {
  ImportRequest& request = line.import;
  CLI::App* command = app.add_subcommand(
      "import", "Turn calendars of holidays into a holiday list of a blueprint, on stdout");
  command->add_option("FILES", request.files, "holiday-cn JSON, or iCalendar")->required();
  command->add_option("--name", request.name, "of the holiday list")->capture_default_str();
  command->add_option("--like", request.like, "weekday whose hours make-up workdays have")
      ->capture_default_str();
  command->add_option("--from", request.from, "first day wanted")->type_name("DATE");
  command->add_option("--until", request.until, "first day no longer wanted")->type_name("DATE");
  command
      ->add_option("--workday-word", request.workday_words,
                   "an event with this in summary or categories is a workday")
      ->capture_default_str();
  command->callback([&line] { line.kind = CommandLine::Kind::import_calendars; });
}

void add_forecast(CLI::App& app, CommandLine& line) {
  ForecastRequest& request = line.forecast;
  CLI::App* command = app.add_subcommand(
      "forecast", "Simulate a group, and report how far off its expected wait was");
  const auto number = [command](const char* name, std::uint32_t& value, const CLI::Range& range) {
    return command->add_option(name, value)->check(range)->capture_default_str();
  };
  number("--agents", request.agents, CLI::Range(1, 1000))->description("of the group");
  number("--load", request.load, CLI::Range(1, 1000))->description("percent of what they can do");
  number("--hours", request.hours, CLI::Range(1, 100'000))->description("in which callers come");
  number("--away", request.away, CLI::Range(0, 1000))
      ->description("of the agents, in the fourth and fifth of every eight hours");
  command->add_option("--handle-time", request.handle_time, "mean")
      ->type_name("DURATION")
      ->capture_default_str();
  command->add_option("--patience", request.patience, "mean")
      ->type_name("DURATION")
      ->capture_default_str();
  command->add_option("--seed", request.seed, "of all that is drawn")->capture_default_str();
  command->callback([&line] { line.kind = CommandLine::Kind::forecast; });
}

void add_make_surge_day(CLI::App& app, CommandLine& line) {
  CLI::App* command = app.add_subcommand(
      "make-surge-day", "Write the synthetic log of examples/surge_day, the same every time");
  command->add_option("DIRECTORY", line.directory, "where to write its CSV files")->required();
  command->callback([&line] { line.kind = CommandLine::Kind::make_surge_day; });
}

}  // namespace

CommandLine parse_command_line(int count, const char* const* arguments) {
  CommandLine line;
  std::map<std::string, std::string> texts;
  CLI::App app{"acdsim: days of a contact centre through the router of libacd", "acdsim"};
  app.require_subcommand(1);
  add_replay(app, line, texts);
  add_run(app, line);
  add_plan(app, line);
  add_check(app, line);
  add_import(app, line);
  add_forecast(app, line);
  add_make_surge_day(app, line);
  try {
    app.parse(count, arguments);
  } catch (const CLI::ParseError& error) {
    line.kind = CommandLine::Kind::finished;
    const bool is_help = app.exit(error) == 0;
    line.exit_code = static_cast<int>(is_help ? ExitStatus::done : ExitStatus::usage);
  }
  return line;
}

}  // namespace acdsim
