// acdsim forecast: its words.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "commands.hpp"
#include "forecast_command.hpp"

namespace acdsim {
namespace {

ExitStatus forecast(const ForecastRequest& request) {
  std::fputs(forecast_report(request, style_of_stdout()).c_str(), stdout);
  return ExitStatus::done;
}

}  // namespace

void add_forecast(CLI::App& app, Action& chosen) {
  const auto request = std::make_shared<ForecastRequest>();
  CLI::App* command = app.add_subcommand(
      "forecast", "Simulate a group, and report how far off its expected wait was");
  const auto number = [command](const char* name, std::uint32_t& value, const CLI::Range& range) {
    return command->add_option(name, value)->check(range)->capture_default_str();
  };
  number("--agents", request->agents, CLI::Range(1, 1000))->description("of the group");
  number("--load", request->load, CLI::Range(1, 1000))->description("percent of what they can do");
  number("--hours", request->hours, CLI::Range(1, 100'000))->description("in which callers come");
  number("--away", request->away, CLI::Range(0, 1000))
      ->description("of the agents, in the fourth and fifth of every eight hours");
  command->add_option("--handle-time", request->handle_time, "mean")
      ->type_name("DURATION")
      ->capture_default_str();
  command->add_option("--patience", request->patience, "mean")
      ->type_name("DURATION")
      ->capture_default_str();
  command->add_option("--seed", request->seed, "of all that is drawn")->capture_default_str();
  command->callback([request, &chosen] { chosen = [request] { return forecast(*request); }; });
}

}  // namespace acdsim
