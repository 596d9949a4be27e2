// A recorded day on which more call: the multipliers, the calls made of them, and the report.
#include "surge_calls.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

#include "program.hpp"
#include "replay_command.hpp"
#include "replay_request.hpp"
#include "support/catch.hpp"
#include "surge_multipliers.hpp"

using namespace acdsim_test;
using acdsim::ProblemList;
using acdsim::read_surge_multipliers;
using acdsim::ReplayCall;
using acdsim::SurgeMultipliers;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

const std::string days = std::string{ACD_TESTS_DIR} + "/acdsim/surge/days.json";
const std::string synthetic = examples_directory() + "/surge_day/replay.toml";

/// A queue of which the log knows everybody's patience and service.
acdsim::CallPlanner planner() {
  acd::CallLog log;
  log.queues = {"desk"};
  for (std::uint64_t i = 1; i <= 40; ++i) {
    const bool is_served = i % 2 == 0;
    const auto time = seconds{static_cast<int>(10 * i)};
    log.calls.push_back(
        {.id = i,
         .outcome = is_served ? acd::LoggedOutcome::served : acd::LoggedOutcome::abandoned,
         .wait = time,
         .service = is_served ? time : seconds{0},
         .patience = is_served ? seconds{0} : time});
  }
  return acdsim::CallPlanner{log};
}

/// One every minute of a day, from midnight as clocks two hours ahead of UTC show it.
std::vector<ReplayCall> a_call_a_minute() {
  std::vector<ReplayCall> calls;
  for (int i = 0; i < 24 * 60; ++i) {
    calls.push_back({.arrival = acd::Instant{minutes{i} - hours{2}},
                     .id = static_cast<std::uint64_t>(1000 + i),
                     .priority = static_cast<acd::Priority>(i % 3),
                     .customer = 7,
                     .plan = {seconds{i}, seconds{i}}});
  }
  return calls;
}

std::vector<ReplayCall> surged(const std::vector<ReplayCall>& recorded,
                               const SurgeMultipliers& multipliers, std::uint64_t seed = 1) {
  acdsim::SurgeCalls surge{multipliers, hours{2}, seed, 2440};
  const acdsim::CallPlanner plans = planner();
  std::vector<ReplayCall> calls;
  for (const ReplayCall& call : recorded) surge.add(call, 0, plans, calls);
  return calls;
}

SurgeMultipliers always(double times) {
  SurgeMultipliers multipliers;
  multipliers.by_hour.fill(times);
  return multipliers;
}

bool is_same(const ReplayCall& a, const ReplayCall& b) {
  return a.arrival == b.arrival && a.id == b.id && a.priority == b.priority &&
         a.customer == b.customer && a.plan.patience == b.plan.patience &&
         a.plan.service == b.plan.service;
}

}  // namespace

TEST_CASE("once as many calls are the calls themselves, no times as many none") {
  const std::vector<ReplayCall> recorded = a_call_a_minute();
  CHECK(std::ranges::equal(surged(recorded, always(1)), recorded, is_same));
  CHECK(surged(recorded, always(0)).empty());
}

TEST_CASE("each hour's calls come as often as its multiplier says") {
  SurgeMultipliers multipliers = always(1);
  multipliers.by_hour[0] = 0.5;
  multipliers.by_hour[5] = 3;
  multipliers.by_hour[23] = 2.5;
  std::array<int, 24> counts{};
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    for (const ReplayCall& call : surged(a_call_a_minute(), multipliers, seed)) {
      ++counts[acdsim::hour_of_day(call.arrival, hours{2})];
    }
  }
  CHECK(counts[0] == Approx(20 * 30).margin(60));
  CHECK(counts[4] == 20 * 60);
  CHECK(counts[5] == 20 * 180);
  CHECK(counts[23] == Approx(20 * 150).margin(60));
}

TEST_CASE("who comes beside a recorded caller is somebody else, in the same hour and queue") {
  const std::vector<ReplayCall> recorded = a_call_a_minute();
  const std::vector<ReplayCall> calls = surged(recorded, always(3));
  REQUIRE(calls.size() == 3 * recorded.size());
  std::set<std::uint64_t> ids;
  std::set<acd::Instant> instants;
  for (std::size_t i = 0; i < calls.size(); ++i) {
    const ReplayCall& call = calls[i];
    const ReplayCall& own = recorded[i / 3];
    ids.insert(call.id);
    if (i % 3 == 0) CHECK(is_same(call, own));
    if (i % 3 == 0) continue;
    instants.insert(call.arrival);
    const std::size_t hour = acdsim::hour_of_day(own.arrival, hours{2});
    CHECK(acdsim::hour_of_day(call.arrival, hours{2}) == hour);
    CHECK(call.priority == own.priority);
    CHECK(call.group == own.group);
    CHECK(call.customer == 0);
    CHECK(call.plan.service >= seconds{20});
  }
  CHECK(ids.size() == calls.size());
  CHECK(instants.size() > 2 * recorded.size() - 5);
}

TEST_CASE("what a surge draws for a call depends on the seed and the call only") {
  std::vector<ReplayCall> recorded = a_call_a_minute();
  const auto arrivals_of_last = [](const std::vector<ReplayCall>& calls) {
    std::vector<acd::Instant> arrivals;
    for (std::size_t i = calls.size() - 3; i < calls.size(); ++i) {
      arrivals.push_back(calls[i].arrival);
    }
    return arrivals;
  };
  const auto before = arrivals_of_last(surged(recorded, always(3)));
  CHECK(arrivals_of_last(surged(recorded, always(3), 2)) != before);
  recorded.erase(recorded.begin(), recorded.begin() + 700);
  CHECK(arrivals_of_last(surged(recorded, always(3))) == before);
}

TEST_CASE("a file of surge days is read by the day's name") {
  ProblemList problems;
  const auto day = read_surge_multipliers(days, "hurricane", problems);
  REQUIRE(day.has_value());
  CHECK(problems.empty());
  CHECK(day->date == "2031-09-14");
  CHECK(day->by_hour[0] == 1);   // not in the file
  CHECK(day->by_hour[12] == 1);  // nobody knows what is usual
  CHECK(day->by_hour[20] == 5.2);
}

TEST_CASE("what is wrong with a surge is said with its place") {
  const std::string notes = scratch_directory() + "/notes.json";
  std::ofstream{notes} << "[\n{]\n";
  const std::string replay = "replay " + synthetic + " --quiet --surge ";
  const Run unsplit = run_acdsim(replay + "storm");
  CHECK(unsplit.exit_code == 64);
  CHECK(unsplit.err ==
        "acdsim: --surge: \"storm\" is not a file and a day in it, such as surges.json:storm\n");
  const Run nobody = run_acdsim(replay + days + ":flood");
  CHECK(nobody.exit_code == 65);
  CHECK(nobody.err == days + ": there is no day \"flood\" in it, only quiet, hurricane, broken\n");
  const Run json = run_acdsim(replay + notes + ":storm");
  CHECK(json.exit_code == 65);
  CHECK(json.err == notes + ":2:2: this is not JSON\n");
  CHECK(run_acdsim(replay + "no/such.json:storm").exit_code == 66);
  const Run broken = run_acdsim(replay + days + ":broken");
  CHECK(broken.exit_code == 65);
  const std::string expected =
      "]: expected an \"hour_local\" from 0 to 23 and a \"multiplier\" from 0 to 100\n";
  std::string all;
  for (const char* hour : {"0", "1", "2", "3"}) {
    all += days + ": broken.hours[" + hour + expected;
  }
  CHECK(broken.err == all);
}

TEST_CASE("the synthetic day under a hurricane prints its golden table beside the record") {
  const Run run =
      run_acdsim("replay " + synthetic + " --quiet --interval 6h --surge " + days + ":hurricane");
  CHECK(run.exit_code == 0);
  CHECK(golden("surge_replay.out", run.out) == run.out);
}

TEST_CASE("a surge of no change is the replay of the day as it was") {
  const Run with = run_acdsim("replay " + synthetic + " --surge " + days + ":quiet");
  const Run without = run_acdsim("replay " + synthetic);
  const auto state = [](const Run& run) {
    const std::size_t at = run.err.find("state ");
    REQUIRE(at != std::string::npos);
    return run.err.substr(at, 22);
  };
  CHECK(state(with) == state(without));
}

TEST_CASE("a real day under each published surge: every call ends once, each hour as multiplied") {
  const char* named = std::getenv("ACD_DATA_DIR");
  const std::string directory =
      named != nullptr && *named != '\0' ? named : examples_directory() + "/../../shared/data";
  if (!std::filesystem::exists(directory + "/surge_profiles.json") ||
      !std::filesystem::exists(directory + "/bank1999_day_1999-08-01.csv")) {
    WARN("Skipped: there is no surge_profiles.json or no bank1999_day_1999-08-01.csv in "
         << directory << "; set ACD_DATA_DIR to their directory.");
    return;
  }
  for (const char* day : {"nyc_ems_hurricane_sandy_landfall", "nyc_ems_freezing_rain",
                          "montco911_thunderstorm_feb", "bank2003_after_labor_day"}) {
    INFO(day);
    acdsim::ReplaySettings settings =
        acdsim::settings_of({.file = examples_directory() + "/bank1999/day_ageing.toml",
                             .data_directory = directory,
                             .settings = {{"surge", directory + "/surge_profiles.json:" + day}}});
    const acdsim::ReplayInput input = load_replay(settings);
    acdsim::Progress progress{acdsim::Progress::Kind::silent, stderr, "", 0};
    const acdsim::ReplayResult result = run_replay(settings, input, progress);
    CHECK(result.not_ended_once == 0);
    CHECK(result.story.calls.size() == input.day.calls.size());
    CHECK(result.ordinary.calls.size() == input.recorded.size());
    CHECK(result.counts.admitted == result.counts.ended);
    double expected = 0;
    for (const ReplayCall& call : input.recorded) {
      expected += input.surge->by_hour[acdsim::hour_of_day(call.arrival, settings.utc_offset)];
    }
    CHECK(static_cast<double>(input.day.calls.size()) == Approx(expected).epsilon(0.03));
  }
}
