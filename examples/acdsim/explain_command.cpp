// The journal is the day; what is told is read from it alone.
#include "explain_command.hpp"

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "acd/companion/journal.hpp"
#include "acd/companion/time_text.hpp"
#include "acd/simulation/simulation.hpp"
#include "clock_text.hpp"
#include "life_story.hpp"
#include "load_scenario.hpp"
#include "number_text.hpp"
#include "session_lives.hpp"

namespace acdsim {
namespace {

/// So that a journal tells whose each arrival is: the number of its demand, from 1.
void number_demands(acd::Scenario& scenario) {
  std::uint64_t number = 0;
  for (acd::Demand& demand : scenario.demands) demand.arrive.reference = ++number;
}

/// What one replication's host told its router.
struct Told {
  acd::CompiledPlan plan;
  std::vector<acd::TimedCommand> commands{};
};

Told tell(const LoadedScenario& loaded, const ExplainRequest& request) {
  const std::uint64_t seed = request.options.seed;
  const std::uint64_t replication = request.replication - 1;
  acd::Simulation simulation{loaded.scenario, *loaded.plan};
  Told told{.plan = simulation.plan_of(seed, replication)};
  acd::JournalWriter journal{told.plan.blueprint()};
  static_cast<void>(simulation.run(seed, replication, &journal));
  acd::JournalReader reader{journal.bytes()};
  while (const auto command = reader.next()) told.commands.push_back(*command);
  return told;
}

std::string head_text(const LoadedScenario& loaded, const acd::Command& arrive,
                      const ExplainRequest& request, std::size_t number, std::size_t count) {
  const std::uint64_t line = arrive.reference - 1;
  const bool is_known = line < loaded.scenario.demands.size();
  const std::string& name = is_known ? loaded.scenario.demands[line].name : std::string{};
  const std::string whose = name.empty() ? fmt::format("demand {}", arrive.reference) : name;
  return fmt::format("Session {} of {} ({}), replication {} of seed {}\n\n", count_text(number),
                     count_text(count), whose, request.replication, request.options.seed);
}

}  // namespace

ExplainResult explain_session(const ExplainRequest& request, const TextStyle& style) {
  LoadedScenario loaded = load_scenario(request.file, request.options, style);
  ExplainResult result{
      .report = {}, .problems = std::move(loaded.problems), .status = loaded.status};
  if (result.status != ExitStatus::done) return result;
  number_demands(loaded.scenario);
  const auto [plan, commands] = tell(loaded, request);
  const std::vector<SessionLife> lives = lives_of(commands, plan);
  const std::size_t index = find_life(lives, request.session);
  const SessionLife& life = lives[index];
  result.report = style.bold(
      head_text(loaded, commands[life.command].command, request, index + 1, lives.size()));
  if (life.session.is_none()) {
    result.report +=
        "  the router does not admit it: its group is full or closed, or there are too "
        "many sessions\n";
  } else {
    result.report += life_story(commands, plan, life, loaded.utc_offset, style);
  }
  return result;
}

}  // namespace acdsim
