// Call records from events, figures from call records.
#include "call_record.hpp"
#include "service_level.hpp"
#include "signed_in.hpp"
#include "summary.hpp"
#include "support/catch.hpp"
#include "tally.hpp"

using namespace acdsim;
using acd::Cause;
using acd::Event;
using acd::EventKind;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

acd::Instant at(int second) { return acd::Instant{seconds{second}}; }

const acd::SessionHandle session{0, 1};
const acd::AgentHandle agent{3, 1};
const acd::OfferToken offer{5, 1};

Event arrived(int second) {
  return {.kind = EventKind::arrived,
          .priority = 2,
          .group = acd::GroupId{1},
          .session = session,
          .at = at(second)};
}

Event of_session(EventKind kind, int second, Cause cause = Cause::none) {
  return {.kind = kind,
          .cause = cause,
          .group = acd::GroupId{1},
          .session = session,
          .agent = agent,
          .offer = offer,
          .at = at(second)};
}

CallRecord record(Outcome outcome, int wait_s, int talk_s = 0) {
  CallRecord record{.queue = acd::GroupId{0},
                    .outcome = outcome,
                    .endings = 1,
                    .arrived = at(1000),
                    .wait = seconds{wait_s},
                    .talk = seconds{talk_s}};
  if (outcome == Outcome::served) record.answered = record.arrived + record.wait;
  return record;
}

}  // namespace

TEST_CASE("a served call's record has its wait, talk and wrap-up") {
  CallRecordFold fold;
  fold.add(arrived(100));
  fold.add(of_session(EventKind::offered, 105));
  fold.add(of_session(EventKind::assigned, 110));
  fold.add(of_session(EventKind::ended, 170, Cause::completed));
  fold.add(of_session(EventKind::wrap_up_started, 170));
  fold.add(of_session(EventKind::wrap_up_ended, 190));
  REQUIRE(fold.records().size() == 1);
  const CallRecord& call = fold.records()[0];
  CHECK(call.outcome == Outcome::served);
  CHECK(call.queue == acd::GroupId{1});
  CHECK(call.priority == 2);
  CHECK(call.agent == 3);
  CHECK(call.wait == seconds{10});
  CHECK(call.talk == seconds{60});
  CHECK(call.wrap_up == seconds{20});
  CHECK(call.endings == 1);
}

TEST_CASE("a call handed back and served again has one record, with both talks") {
  CallRecordFold fold;
  fold.add(arrived(0));
  fold.add(of_session(EventKind::assigned, 10));
  fold.add(of_session(EventKind::requeued, 30, Cause::handed_back));
  fold.add(of_session(EventKind::assigned, 50));
  fold.add(of_session(EventKind::ended, 55, Cause::completed));
  REQUIRE(fold.records().size() == 1);
  CHECK(fold.records()[0].wait == seconds{10});
  CHECK(fold.records()[0].talk == seconds{25});
}

TEST_CASE("each cause of an end is an outcome") {
  const std::vector<std::pair<Cause, Outcome>> outcomes = {
      {Cause::completed, Outcome::served},
      {Cause::abandoned, Outcome::abandoned},
      {Cause::short_abandoned, Outcome::short_abandoned},
      {Cause::timed_out, Outcome::timed_out},
      {Cause::refused, Outcome::refused},
      {Cause::lost, Outcome::closed}};
  for (const auto& [cause, outcome] : outcomes) {
    CallRecordFold fold;
    fold.add(arrived(0));
    fold.add(of_session(EventKind::ended, 7, cause));
    CHECK(fold.records()[0].outcome == outcome);
    CHECK(fold.records()[0].wait == seconds{7});
    CHECK(fold.records()[0].endings == 1);
  }
}

TEST_CASE("a slot that is used again begins a new record") {
  CallRecordFold fold;
  fold.add(arrived(0));
  fold.add(of_session(EventKind::ended, 5, Cause::abandoned));
  fold.add(arrived(9));
  REQUIRE(fold.records().size() == 2);
  CHECK(fold.records()[0].outcome == Outcome::abandoned);
  CHECK(fold.records()[1].outcome == Outcome::open);
  CHECK(fold.records()[1].endings == 0);
}

TEST_CASE("a call that the router turned away has a record too") {
  CallRecordFold fold;
  fold.turn_away(acd::GroupId{1}, 0, at(3));
  CHECK(fold.records()[0].outcome == Outcome::turned_away);
  CHECK(fold.records()[0].endings == 1);
}

TEST_CASE("an agent is signed in from his sign-in until he is signed out") {
  SignedInFold fold;
  const auto state = [](acd::AgentState to, int second) {
    return Event{.kind = EventKind::agent_state, .state = to, .agent = agent, .at = at(second)};
  };
  fold.add(state(acd::AgentState::not_ready, 10));
  fold.add(state(acd::AgentState::ready, 10));
  fold.add(state(acd::AgentState::draining, 60));
  fold.add(state(acd::AgentState::signed_out, 70));
  fold.add(state(acd::AgentState::not_ready, 90));
  REQUIRE(fold.stretches().size() == 2);
  CHECK(fold.stretches()[0].begin == at(10));
  CHECK(fold.stretches()[0].end == at(70));
  CHECK(fold.stretches()[1].end == acd::never);
}

TEST_CASE("the four service levels, on one tally") {
  Tally tally;
  tally.add(record(Outcome::served, 0), seconds{20});
  tally.add(record(Outcome::served, 20), seconds{20});  // within counts the limit itself
  tally.add(record(Outcome::served, 21), seconds{20});
  tally.add(record(Outcome::served, 90), seconds{20});
  tally.add(record(Outcome::abandoned, 10), seconds{20});
  tally.add(record(Outcome::short_abandoned, 2), seconds{20});
  tally.add(record(Outcome::abandoned, 50), seconds{20});
  tally.add(record(Outcome::turned_away, 0), seconds{20});
  CHECK(service_level(tally, ServiceLevelFormula::of_offered) == Approx(2.0 / 8));
  CHECK(service_level(tally, ServiceLevelFormula::of_served) == Approx(2.0 / 4));
  CHECK(service_level(tally, ServiceLevelFormula::less_abandoned) == Approx(2.0 / 6));
  CHECK(service_level(tally, ServiceLevelFormula::with_abandoned) == Approx(4.0 / 8));
  CHECK_FALSE(service_level(Tally{}, ServiceLevelFormula::of_offered).has_value());
}

TEST_CASE("formulas are found by their names") {
  for (const ServiceLevelFormula formula : service_level_formulas) {
    CHECK(service_level_formula(name_of(formula)) == formula);
  }
  CHECK_FALSE(service_level_formula("best").has_value());
}

TEST_CASE("means are over those they are said to be over") {
  Tally tally;
  tally.add(record(Outcome::served, 0, 60), seconds{20});
  tally.add(record(Outcome::served, 30, 120), seconds{20});
  tally.add(record(Outcome::abandoned, 50), seconds{20});
  CHECK(tally.speed_of_answer_s() == Approx(15));
  CHECK(tally.queued_wait_s() == Approx(30));
  CHECK(tally.wait_abandoned_s() == Approx(50));
  CHECK(tally.handle_time_s() == Approx(90));
  CHECK(tally.abandoned_share() == Approx(1.0 / 3));
  CHECK(tally.wait_longest == seconds{50});
  CHECK_FALSE(Tally{}.speed_of_answer_s().has_value());
}

TEST_CASE("a summary shares out working and signed-in time") {
  acd::Blueprint blueprint;
  blueprint.add(acd::SkillGroup{.name = "A"});
  blueprint.add(acd::SkillGroup{.name = "B"});
  blueprint.add(acd::Agent{.name = "ann", .memberships = {{.group = acd::GroupId{0}}}});
  blueprint.add(acd::Agent{
      .name = "bob", .memberships = {{.group = acd::GroupId{0}}, {.group = acd::GroupId{1}}}});
  Story story;
  CallRecord call = record(Outcome::served, 0, 600);
  call.arrived = call.answered = at(1500);  // works from 25:00 to 35:00
  story.calls = {call};
  story.signed_in = {{0, at(0), at(3600)}, {1, at(1800), at(3600)}};
  const IntervalGrid grid{at(0), at(3599), minutes{30}, seconds{0}};
  const Summary summary = summarise(story, blueprint, grid, seconds{20});
  CHECK(summary.total.occupancy() == Approx(600.0 / 5400));
  CHECK(summary.queues[0].occupancy() == Approx(600.0 / 5400));
  CHECK(summary.queues[1].signed_in == seconds{1800});
  CHECK(summary.queues[1].occupancy() == Approx(0));
  REQUIRE(summary.intervals.size() == 2);
  CHECK(summary.intervals[0].working == seconds{300});
  CHECK(summary.intervals[1].working == seconds{300});
  CHECK(summary.intervals[0].signed_in == seconds{1800});
  CHECK(summary.intervals[1].signed_in == seconds{3600});
  CHECK(summary.intervals[0].tally.offered == 1);
  CHECK(summary.intervals[1].tally.offered == 0);
}

TEST_CASE("urgent callers are compared within half hours, so a busy hour is no advantage") {
  acd::Blueprint blueprint;
  blueprint.add(acd::SkillGroup{.name = "A"});
  Story story;
  const auto add = [&story](int arrived_s, acd::Priority priority, int wait_s) {
    CallRecord call = record(Outcome::served, wait_s);
    call.arrived = at(arrived_s);
    call.priority = priority;
    story.calls.push_back(call);
  };
  add(10, 0, 10);  // a quiet half hour without urgent callers
  add(20, 0, 10);
  add(1900, 0, 300);  // a busy one
  add(1900, 2, 100);
  add(1950, 2, 200);
  add(1960, 2, 0);  // did not wait at all: not compared
  const IntervalGrid grid{at(0), at(3599), minutes{30}, seconds{0}};
  const Summary summary = summarise(story, blueprint, grid, seconds{20});
  REQUIRE(summary.urgent.has_value());
  CHECK(summary.urgent->priority == 2);
  CHECK(summary.urgent->count == 2);
  CHECK(summary.urgent->urgent_s == Approx(150));
  CHECK(summary.urgent->others_s == Approx(300));
}

TEST_CASE("a customer meets the agent who answered him last, whoever called first") {
  std::vector<CallRecord> calls;
  const auto add = [&calls](std::uint64_t customer, std::int32_t agent, int wait_s) {
    CallRecord call = record(agent < 0 ? Outcome::abandoned : Outcome::served, wait_s);
    call.customer = customer;
    call.agent = agent;
    calls.push_back(call);
  };
  add(7, 1, 50);   // the second of 7 to be answered, by another agent
  add(7, 2, 40);   // the first
  add(7, 1, 60);   // by the same agent as at 50
  add(8, 1, 10);   // the first of 8
  add(8, -1, 30);  // gave up
  add(8, 1, 90);   // the same agent
  add(0, 1, 20);   // not known
  add(0, 1, 22);
  const acdsim::ReunionSummary summary = acdsim::summarise_reunions(calls, seconds{20});
  CHECK(summary.served_again == 3);
  CHECK(summary.same_agent == 2);
  CHECK(summary.same_agent_share() == Approx(2.0 / 3));
  CHECK(summary.identified.offered == 6);
  CHECK(summary.identified.abandoned == 1);
  CHECK(summary.others.served == 2);
  CHECK(summary.others.speed_of_answer_s() == Approx(21));
}

TEST_CASE("a served call whose agent is not recorded is neither served before nor again") {
  CallRecord call = record(Outcome::served, 10);
  call.customer = 7;
  call.agent = 3;
  CallRecord unrecorded = call;
  unrecorded.agent = -1;
  const acdsim::ReunionSummary summary =
      acdsim::summarise_reunions({call, unrecorded, call}, seconds{20});
  CHECK(summary.served_again == 1);
  CHECK(summary.same_agent == 1);
  CHECK_FALSE(acdsim::summarise_reunions({unrecorded}, seconds{20}).same_agent_share().has_value());
}
