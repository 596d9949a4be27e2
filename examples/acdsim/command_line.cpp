// The only translation unit that sees CLI11.
#include "command_line.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>

#include "exit_status.hpp"
#include "replay_settings.hpp"

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
