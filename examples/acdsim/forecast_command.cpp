// Draws the day, plays it, tells the errors.
#include "forecast_command.hpp"

#include <fmt/format.h>

#include "acd/companion/time_text.hpp"
#include "acd/config/compiled_plan.hpp"
#include "exit_status.hpp"
#include "forecast_table.hpp"
#include "number_text.hpp"
#include "simulated_group.hpp"

namespace acdsim {
namespace {

acd::Duration duration_of(const char* option, const std::string& text) {
  const auto duration = acd::parse_duration(text);
  if (duration && *duration > acd::Duration{0} && *duration <= std::chrono::days{1}) {
    return *duration;
  }
  throw Failure{
      ExitStatus::usage,
      fmt::format("{}: \"{}\" is not a duration up to a day, such as 180s", option, text)};
}

std::string title_of(const SimulatedGroup& group, const TextStyle& style) {
  std::string text =
      style.bold(fmt::format("{} agents, {} % load", group.agents, group.load_percent)) +
      fmt::format(
          "\n  simulated: arrivals at random; handling {} and patience {} in the mean, exponential;"
          "\n  {} hours, seed {}",
          acd::to_text(group.handle_time), acd::to_text(group.patience), count_text(group.hours),
          group.seed);
  if (group.away != 0) {
    text += fmt::format("; {} of the agents are away in the fourth and fifth of every eight hours",
                        group.away);
  }
  return text + "\n";
}

/// An answered caller passes one stage for every place: those before him are answered, or give
/// up, as he would have.
Yardstick true_rates(const SimulatedGroup& group) {
  return {"true rates, which nobody knows", [group](const ForecastCase& each) {
            using Seconds = std::chrono::duration<double>;
            const double answers = each.ready / Seconds{group.handle_time}.count();
            const double losses = 1 / Seconds{group.patience}.count();
            double wait = 0;
            for (std::uint32_t i = 1; i <= each.place; ++i) wait += 1 / (answers + i * losses);
            return wait;
          }};
}

}  // namespace

std::string forecast_report(const ForecastRequest& request, const TextStyle& style) {
  const SimulatedGroup group{.agents = request.agents,
                             .load_percent = request.load,
                             .hours = request.hours,
                             .handle_time = duration_of("--handle-time", request.handle_time),
                             .patience = duration_of("--patience", request.patience),
                             .away = request.away,
                             .seed = request.seed};
  const acd::CompiledPlan plan = acd::CompiledPlan::compile(blueprint_of(group)).plan.value();
  const ReplayDay day = day_of(group);
  acd::Router router{plan};
  ForecastTrial trial{router};
  Replay replay{day, router, nullptr};
  replay.put_to_the_test(trial);
  while (replay.step()) {
  }
  return title_of(group, style) + "\n" +
         forecast_table(summarise(trial.cases(), {true_rates(group)}), style) +
         std::string{forecast_legend()};
}

}  // namespace acdsim
