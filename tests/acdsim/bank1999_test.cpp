// The log of a real call centre, where the record directory is present: every call ends
// exactly once, and priority 2 waits less, with priorities and with ageing.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string_view>

#include "forecast_errors.hpp"
#include "log_trial.hpp"
#include "program.hpp"
#include "replay_command.hpp"
#include "replay_request.hpp"
#include "support/catch.hpp"

using namespace acdsim_test;

namespace {

std::string record_directory() {
  const char* named = std::getenv("ACD_DATA_DIR");
  if (named != nullptr && *named != '\0') return named;
  return examples_directory() + "/../../shared/data";
}

bool record_is_absent() {
  const std::string directory = record_directory();
  if (std::filesystem::exists(directory + "/bank1999_calls.csv")) return false;
  WARN("Skipped: there is no bank1999_calls.csv in " << directory
                                                     << "; set ACD_DATA_DIR to its directory.");
  return true;
}

struct Played {
  acdsim::ReplayInput input;
  acdsim::ReplayResult result;
  acdsim::Summary replay;
  acdsim::Summary log;
};

using Options = std::vector<std::pair<std::string, std::string>>;

acdsim::ReplaySettings settings_for(const std::string& file, const Options& options = {}) {
  return acdsim::settings_of({.file = examples_directory() + "/bank1999/" + file,
                              .data_directory = record_directory(),
                              .settings = options});
}

Played play(const std::string& file, const Options& options = {}) {
  const acdsim::ReplaySettings settings = settings_for(file, options);
  acdsim::ReplayInput input = load_replay(settings);
  acdsim::Progress progress{acdsim::Progress::Kind::silent, stderr, "", 0};
  acdsim::ReplayResult result = run_replay(settings, input, progress);
  const acdsim::IntervalGrid grid{input.first, input.last, std::chrono::days{1},
                                  settings.utc_offset};
  const acd::Blueprint& blueprint = input.plan.blueprint();
  const auto limit = settings.service_level;
  acdsim::Summary replay = summarise(result.story, blueprint, grid, limit);
  acdsim::Summary log = summarise(input.log, blueprint, grid, limit);
  return {std::move(input), std::move(result), std::move(replay), std::move(log)};
}

void check_every_call_ends_once(const Played& played) {
  const std::size_t calls = played.input.day.calls.size();
  CHECK(played.result.not_ended_once == 0);
  CHECK(played.result.story.calls.size() == calls);
  CHECK(played.result.counts.admitted == calls);
  CHECK(played.result.counts.ended == calls);
  CHECK(played.result.counts.live == 0);
  const acdsim::Tally& tally = played.replay.total.tally;
  CHECK(tally.served + tally.abandoned + tally.otherwise == calls);
}

void check_priority_2_waits_less(const Played& played) {
  for (const acdsim::Summary* side : {&played.replay, &played.log}) {
    REQUIRE(side->urgent.has_value());
    CHECK(side->urgent->priority == 2);
    CHECK(side->urgent->urgent_s < side->urgent->others_s);
    const auto waited_s = [side](acd::Priority p) {
      return side->priorities.at(p).queued_wait_s().value();
    };
    CHECK(waited_s(2) < waited_s(1));
    CHECK(waited_s(2) < waited_s(0));
  }
}

}  // namespace

TEST_CASE("the most overloaded day: every call ends once and priority 2 waits less") {
  if (record_is_absent()) return;
  for (const char* file : {"day.toml", "day_ageing.toml"}) {
    INFO(file);
    const Played played = play(file);
    CHECK(played.input.day.calls.size() == 2238);
    CHECK(played.input.left_vru == 118);
    check_every_call_ends_once(played);
    check_priority_2_waits_less(played);
  }
}

TEST_CASE("three months: every call ends once and priority 2 waits less") {
  if (record_is_absent()) return;
  for (const char* file : {"all.toml", "all_ageing.toml"}) {
    INFO(file);
    const Played played = play(file);
    CHECK(played.input.day.calls.size() == 99847);
    CHECK(played.input.left_vru == 6194);
    check_every_call_ends_once(played);
    check_priority_2_waits_less(played);
  }
}

TEST_CASE("the internet desk's overflow helps its callers and costs the general pool nothing") {
  if (record_is_absent()) return;
  const Played alone = play("all_ageing.toml");
  const Played overflowing = play("all_overflow.toml");
  check_every_call_ends_once(overflowing);
  const auto of = [](const Played& played, std::string_view name) {
    const std::vector<acd::SkillGroup>& groups = played.input.plan.blueprint().groups;
    const auto found = std::ranges::find(groups, name, &acd::SkillGroup::name);
    return played.replay.queues.at(static_cast<std::size_t>(found - groups.begin())).tally;
  };
  const acdsim::Tally before = of(alone, "IN");
  const acdsim::Tally after = of(overflowing, "IN");
  CHECK(after.abandoned + 40 < before.abandoned);
  CHECK(after.speed_of_answer_s().value() + 4 < before.speed_of_answer_s().value());
  CHECK(of(overflowing, "PS").speed_of_answer_s().value() ==
        Approx(of(alone, "PS").speed_of_answer_s().value()).margin(1));
}

TEST_CASE("in the log the router's expected wait is nearer than any plain formula") {
  if (record_is_absent()) return;
  for (const char* file : {"day.toml", "all.toml"}) {
    const acdsim::ReplayInput input = load_replay(settings_for(file));
    const acdsim::ForecastSummary summary = summarise(forecasts_of_log(input), {});
    CHECK(summary.answered > 1'000);
    const acdsim::ForecastErrors& own = summary.errors.front();
    for (std::size_t i = 1; i < summary.errors.size(); ++i) {
      INFO(file << ": " << summary.errors[i].name);
      CHECK(own.mean_absolute_s < summary.errors[i].mean_absolute_s);
      CHECK(own.root_mean_square_s < summary.errors[i].root_mean_square_s);
    }
  }
}

TEST_CASE("the log's own side repeats what its documentation says of it") {
  if (record_is_absent()) return;
  const Played played = play("all.toml");
  const acdsim::Tally& log = played.log.total.tally;
  CHECK(log.served == 85474);
  CHECK(log.abandoned == 14373);
  CHECK(log.handle_time_s().value() == Approx(181.4).margin(0.1));
}

TEST_CASE("ageing brings the priorities nearer to each other than strict priority does") {
  if (record_is_absent()) return;
  const auto gap_s = [](const Played& played) {
    return played.replay.urgent->others_s - played.replay.urgent->urgent_s;
  };
  CHECK(gap_s(play("day_ageing.toml")) < gap_s(play("day.toml")));
}

TEST_CASE("customers meet the agent who served them last more often than in the log") {
  if (record_is_absent()) return;
  const Played alone = play("all_ageing.toml");
  const Played known = play("all_affinity.toml");
  check_every_call_ends_once(known);
  const acdsim::ReunionSummary& log = known.log.reunions;
  CHECK(log.identified.offered == 45514);
  CHECK(log.same_agent_share().value() == Approx(0.093).margin(0.001));
  CHECK(alone.replay.reunions.same_agent_share().value() < 0.1);
  CHECK(known.replay.reunions.same_agent_share().value() > 0.15);
}

TEST_CASE("a longer hold lets more customers meet their agent, the same ones every time") {
  if (record_is_absent()) return;
  const auto met = [](const char* hold) { return play("day_affinity.toml", {{"hold", hold}}); };
  const Played at_once = met("0s");
  const Played patient = met("60s");
  CHECK(patient.replay.reunions.same_agent > at_once.replay.reunions.same_agent);
  CHECK(patient.result.state_hash == met("60s").result.state_hash);
  CHECK(patient.result.state_hash != at_once.result.state_hash);
}
