// Small days through the real router, and what becomes of every call.
#include "replay.hpp"

#include <vector>

#include "acd/companion/journal.hpp"
#include "support/catch.hpp"

using namespace acdsim;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

acd::Instant at(int second) { return acd::Instant{seconds{second}}; }

struct Desk {
  acd::Blueprint blueprint{};
  ReplayDay day{};

  Desk() {
    blueprint.add(acd::Channel{"phone"});
    blueprint.add(acd::SkillGroup{.name = "desk"});
    blueprint.add(acd::Agent{.name = "ann", .memberships = {{.group = acd::GroupId{0}}}});
  }
  void call(int arrival_s, int patience_s, int service_s, acd::Priority priority = 0) {
    day.calls.push_back({.arrival = at(arrival_s),
                         .id = day.calls.size() + 1,
                         .group = acd::GroupId{0},
                         .priority = priority,
                         .plan = {seconds{patience_s}, seconds{service_s}}});
  }
  void shift(int begin_s, int end_s) { day.shifts.push_back({0, at(begin_s), at(end_s)}); }

  [[nodiscard]] std::vector<CallRecord> play() const {
    acd::Router router{acd::CompiledPlan::compile(blueprint).plan.value()};
    Replay replay{day, router, nullptr};
    while (replay.step()) {
    }
    replay.close();
    CHECK(router.counts().live == 0);
    CHECK(router.counts().admitted == router.counts().ended);
    CHECK(router.broken_invariant() == "");
    return replay.calls().records();
  }
};

}  // namespace

TEST_CASE("one agent serves two callers one after the other") {
  Desk desk;
  desk.shift(0, 1000);
  desk.call(10, 500, 60);
  desk.call(20, 500, 30);
  const auto calls = desk.play();
  REQUIRE(calls.size() == 2);
  CHECK(calls[0].wait == seconds{0});
  CHECK(calls[0].talk == seconds{60});
  CHECK(calls[1].wait == seconds{50});
  CHECK(calls[1].outcome == Outcome::served);
}

TEST_CASE("who loses patience leaves, and is not served later") {
  Desk desk;
  desk.shift(0, 1000);
  desk.call(10, 500, 60);
  desk.call(20, 15, 30);
  const auto calls = desk.play();
  CHECK(calls[1].outcome == Outcome::abandoned);
  CHECK(calls[1].wait == seconds{15});
}

TEST_CASE("at the same instant an end of service comes before a loss of patience") {
  Desk desk;
  desk.shift(0, 1000);
  desk.call(10, 500, 60);
  desk.call(20, 50, 30);
  CHECK(desk.play()[1].outcome == Outcome::served);
}

TEST_CASE("at the same instant the end of a wrap-up comes before a loss of patience") {
  Desk desk;
  desk.blueprint.groups[0].wrap_up.any_channel = seconds{10};
  desk.shift(0, 1000);
  desk.call(10, 500, 60);
  desk.call(20, 60, 30);
  const auto calls = desk.play();
  CHECK(calls[1].outcome == Outcome::served);
  CHECK(calls[1].wait == seconds{60});
}

TEST_CASE("a higher priority is served first") {
  Desk desk;
  desk.shift(0, 1000);
  desk.call(10, 500, 60);
  desk.call(20, 500, 30, 0);
  desk.call(30, 500, 30, 2);
  const auto calls = desk.play();
  CHECK(calls[2].wait == seconds{40});
  CHECK(calls[1].wait == seconds{80});
}

TEST_CASE("an agent finishes his call after the end of his shift, and takes no other") {
  Desk desk;
  desk.shift(0, 30);
  desk.call(10, 500, 60);
  desk.call(20, 500, 30);
  const auto calls = desk.play();
  CHECK(calls[0].talk == seconds{60});
  CHECK(calls[1].outcome == Outcome::abandoned);
}

TEST_CASE("an agent whose shifts touch goes on") {
  Desk desk;
  desk.shift(0, 30);
  desk.shift(30, 200);
  desk.call(10, 500, 60);
  desk.call(20, 500, 30);
  CHECK(desk.play()[1].wait == seconds{50});
}

TEST_CASE("who would wait for ever is closed when nothing is left to happen") {
  Desk desk;
  desk.shift(0, 30);
  desk.call(60, 0, 30);
  desk.day.calls[0].plan.patience = acd::longest;
  desk.call(70, 5, 30);
  const auto calls = desk.play();
  CHECK(calls[0].outcome == Outcome::closed);
  CHECK(calls[0].endings == 1);
  CHECK(calls[1].outcome == Outcome::abandoned);
}

TEST_CASE("a full queue turns callers away, and they are counted") {
  Desk desk;
  desk.blueprint.groups[0].max_length = 1;
  desk.shift(0, 1000);
  for (const int second : {10, 11, 12}) desk.call(second, 500, 60);
  const auto calls = desk.play();
  CHECK(calls[1].outcome == Outcome::served);
  CHECK(calls[2].outcome == Outcome::turned_away);
  CHECK(calls[2].endings == 1);
}

TEST_CASE("an offered call is answered after a while") {
  Desk desk;
  desk.blueprint.add(acd::OfferRule{.name = "ask", .mode = acd::OfferMode::offer});
  desk.shift(0, 1000);
  desk.call(10, 500, 60);
  CHECK(desk.play()[0].wait == seconds{4});
}

TEST_CASE("a caller who leaves while he is offered is withdrawn and ends once") {
  Desk desk;
  desk.blueprint.add(acd::OfferRule{.name = "ask", .mode = acd::OfferMode::offer});
  desk.shift(0, 1000);
  desk.call(10, 2, 60);
  desk.call(11, 500, 60);
  const auto calls = desk.play();
  CHECK(calls[0].outcome == Outcome::abandoned);
  CHECK(calls[0].endings == 1);
  CHECK(calls[1].wait == seconds{5});
}

TEST_CASE("missed offers make an agent away for a while, and the call waits for him") {
  Desk desk;
  desk.blueprint.add(acd::OfferRule{.name = "ask",
                                    .mode = acd::OfferMode::offer,
                                    .time_limit = seconds{10},
                                    .retry_after = seconds{1},
                                    .misses_max = 1});
  desk.day.behaviour.no_answer_percent = 80;
  desk.day.behaviour.back_after = minutes{1};
  desk.shift(0, 1'000'000);
  desk.call(10, 1'000'000, 60);
  const auto calls = desk.play();
  CHECK(calls[0].outcome == Outcome::served);
  CHECK((calls[0].wait - seconds{4}) % seconds{70} == seconds{0});
  CHECK(calls[0].wait > seconds{4});
}

TEST_CASE("a journal of the replay gives another router the same events and state") {
  Desk desk;
  desk.shift(0, 1000);
  for (int i = 0; i < 20; ++i) desk.call(10 * i, 40 + 7 * i % 50, 35);
  const acd::CompiledPlan plan = acd::CompiledPlan::compile(desk.blueprint).plan.value();
  acd::Router router{plan};
  acd::JournalWriter journal{router.blueprint()};
  Replay replay{desk.day, router, &journal};
  while (replay.step()) {
  }
  acd::Router again{plan};
  CallRecordFold records;
  const acd::ReplayResult result =
      acd::replay(journal.bytes(), again,
                  [&](const acd::TimedCommand&, acd::Status, std::span<const acd::Event> events) {
                    for (const acd::Event& event : events) records.add(event);
                  });
  CHECK(result.fault == acd::JournalFault::none);
  CHECK(result.applied == replay.counts().commands);
  CHECK(again.state_hash() == router.state_hash());
  REQUIRE(records.records().size() == replay.calls().records().size());
  for (std::size_t i = 0; i < records.records().size(); ++i) {
    CHECK(records.records()[i].outcome == replay.calls().records()[i].outcome);
    CHECK(records.records()[i].wait == replay.calls().records()[i].wait);
  }
}
