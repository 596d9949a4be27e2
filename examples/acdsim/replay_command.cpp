// Puts the pieces of a replay together.
#include "replay_command.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include "clock_text.hpp"
#include "log_trial.hpp"
#include "report.hpp"

namespace acdsim {
namespace {

IntervalGrid grid_of(const ReplaySettings& settings, const ReplayInput& input) {
  const bool is_long = input.last - input.first > std::chrono::days{2};
  const acd::Duration usual =
      is_long ? acd::Duration{std::chrono::days{1}} : acd::Duration{std::chrono::minutes{30}};
  return {input.first, input.last, settings.interval.value_or(usual), settings.utc_offset};
}

/// An agent who never left is taken as signed in until the end of the replay.
std::vector<SignedIn> closed_stretches(std::vector<SignedIn> stretches, acd::Instant end) {
  for (SignedIn& stretch : stretches) stretch.end = std::min(stretch.end, end);
  return stretches;
}

/// The recorded day of an input with a surge.
Story replay_ordinary(const ReplayInput& input) {
  ReplayDay day = input.day;
  day.calls = input.recorded;
  acd::Router router{input.plan};
  Replay replay{day, router, nullptr};
  while (replay.step()) {
  }
  replay.close();
  return {replay.calls().records(), closed_stretches(replay.signed_in().stretches(), router.now())};
}

}  // namespace

ReplayResult run_replay(const ReplaySettings& settings, const ReplayInput& input,
                        Progress& progress) {
  acd::Router router{input.plan};
  acd::JournalWriter journal{router.blueprint()};
  ForecastTrial trial{router};
  Replay replay{input.day, router, settings.journal.empty() ? nullptr : &journal};
  if (settings.forecast == acd::Forecast::counted) replay.put_to_the_test(trial);
  while (replay.step()) {
    if (!progress.is_due(replay.counts().arrived)) continue;
    const acd::Instant local = router.now() + settings.utc_offset;
    progress.show(replay.counts().arrived, date_text(local) + " " + clock_text(local));
  }
  replay.close();
  ReplayResult result{.story = {replay.calls().records(),
                                closed_stretches(replay.signed_in().stretches(), router.now())},
                      .counts = router.counts(),
                      .commands = replay.counts(),
                      .state_hash = router.state_hash(),
                      .forecasts = trial.cases()};
  if (input.surge) result.ordinary = replay_ordinary(input);
  if (settings.forecast == acd::Forecast::counted) {
    result.forecasts_of_log = forecasts_of_log(input);
  }
  // A record for each call, in the order of arrival.
  for (std::size_t i = 0; i < result.story.calls.size(); ++i) {
    result.story.calls[i].customer = input.day.calls[i].customer;
  }
  for (const CallRecord& call : result.story.calls) {
    if (call.endings != 1) ++result.not_ended_once;
  }
  if (!settings.journal.empty()) {
    result.journal.assign(journal.bytes().begin(), journal.bytes().end());
  }
  return result;
}

std::string replay_report(const ReplaySettings& settings, const ReplayInput& input,
                          const ReplayResult& result, const TextStyle& style) {
  const IntervalGrid grid = grid_of(settings, input);
  const acd::Blueprint& blueprint = input.plan.blueprint();
  const Summary replay = summarise(result.story, blueprint, grid, settings.service_level);
  const Summary log = summarise(input.log, blueprint, grid, settings.service_level);
  return report_text({.settings = settings,
                      .input = input,
                      .result = result,
                      .grid = grid,
                      .replay = replay,
                      .log = log,
                      .counts = result.counts,
                      .forecasts = summarise(result.forecasts, {}),
                      .forecasts_of_log = summarise(result.forecasts_of_log, {}),
                      .not_ended_once = result.not_ended_once},
                     style);
}

}  // namespace acdsim
