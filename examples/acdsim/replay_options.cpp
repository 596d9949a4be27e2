// acdsim replay: its words.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>
#include <memory>

#include "commands.hpp"
#include "number_text.hpp"
#include "replay_command.hpp"
#include "replay_request.hpp"
#include "text_file.hpp"

namespace acdsim {
namespace {

std::string option_name(std::string_view setting) {
  std::string name = "--" + std::string{setting};
  std::replace(name.begin(), name.end(), '_', '-');
  return name;
}

ExitStatus replay(const ReplayRequest& request) {
  const ReplaySettings settings = settings_of(request);
  const auto start = std::chrono::steady_clock::now();
  const ReplayInput input = load_replay(settings);
  ReplayResult result;
  {
    Progress progress{request.quiet ? Progress::Kind::silent : Progress::kind_for(stderr), stderr,
                      "replaying", input.day.calls.size()};
    result = run_replay(settings, input, progress);
  }
  if (!settings.journal.empty()) write_file(settings.journal, result.journal);
  const std::string report = replay_report(settings, input, result, style_of_stdout());
  std::fputs(report.c_str(), stdout);
  if (!request.quiet) {
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    fmt::print(stderr, "{} calls, {} commands, {} events, state {:016x}, {:.2f} s\n",
               count_text(input.day.calls.size()), count_text(result.commands.commands),
               count_text(result.counts.events), result.state_hash, took.count());
  }
  return result.not_ended_once == 0 ? ExitStatus::done : ExitStatus::internal;
}

}  // namespace

void add_replay(CLI::App& app, Action& chosen) {
  const auto request = std::make_shared<ReplayRequest>();
  const auto texts = std::make_shared<std::map<std::string, std::string>>();
  CLI::App* command = app.add_subcommand("replay", "Replay a recorded day through the router");
  command->add_option("FILE", request->file, "replay file, TOML; its keys are the options below");
  command->add_option("--data", request->data_directory,
                      "directory of calls, skills and shifts of the replay file");
  command->add_flag("--quiet", request->quiet, "no progress on stderr");
  command->add_flag("--forecast", request->forecast,
                    "ask how long each caller would wait, and report how far off that was");
  for (const Setting& setting : replay_setting_table()) {
    const std::string name{setting.name};
    command->add_option(option_name(name), (*texts)[name], std::string{setting.help})
        ->type_name(std::string{setting.operand});
  }
  command->callback([command, request, texts, &chosen] {
    for (const auto& [name, text] : *texts) {
      if (command->count(option_name(name)) != 0) request->settings.emplace_back(name, text);
    }
    chosen = [request] { return replay(*request); };
  });
}

}  // namespace acdsim
