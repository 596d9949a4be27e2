// The router and its naive twin obey the same random commands; failures shrink.
#include <rapidcheck.h>

#include <string>
#include <vector>

#include "acd/companion/text.hpp"
#include "support/catch.hpp"
#include "twin/duel.hpp"
#include "twin/random_commands.hpp"
#include "twin/random_plan.hpp"

namespace acd::twin {
namespace {

/// A stream by seeds: of the blueprint, and of each command for the state it then meets. What
/// is left when some are taken out is a stream again.
struct Seeds {
  std::uint64_t plan = 0;
  std::vector<std::uint64_t> commands{};
};

Seeds any_seeds() {
  const auto any = rc::gen::noShrink(rc::gen::resize(100, rc::gen::arbitrary<std::uint64_t>()));
  return {*any, *rc::gen::scale(5.0, rc::gen::container<std::vector<std::uint64_t>>(any))};
}

/// Lines for a report, each command as it was given.
std::string report_of(const std::vector<TimedCommand>& commands, const Blueprint& blueprint) {
  std::string text;
  for (const TimedCommand& timed : commands) text += to_text(timed, Names{blueprint}) + "\n";
  return text;
}

/// The first problem in words, with the stream that led to it; empty if there is none.
std::string problem_of(const Seeds& seeds) {
  Random plan_random{seeds.plan};
  const Blueprint blueprint = random_blueprint(plan_random);
  Duel duel{blueprint, random_registry()};
  std::vector<TimedCommand> given{{random_first_instant(plan_random), Command{}}};
  std::string problem = duel.step(given.back());
  for (const std::uint64_t seed : seeds.commands) {
    if (!problem.empty() || duel.gave_up()) break;
    Random random{seed};
    given.push_back(random_command(random, duel.twin()));
    problem = duel.step(given.back());
  }
  return problem.empty() ? problem : report_of(given, blueprint) + problem;
}

TEST_CASE("the router and its naive twin never differ, and no invariant breaks") {
  const bool never = rc::check([] {
    const std::string problem = problem_of(any_seeds());
    if (!problem.empty()) RC_FAIL(problem);
  });
  CHECK(never);
}

/// A router, and all that it has answered.
struct Witness {
  explicit Witness(const Blueprint& blueprint) : router{sound_plan(blueprint, random_registry())} {}

  void apply(const TimedCommand& timed) {
    statuses.push_back(router.apply(timed.command, timed.now));
    take();
  }
  void advance(Instant now) {
    RC_ASSERT(router.advance(now) == Status::applied);
    take();
  }
  void take() {
    const auto drained = router.drain_events();
    events.insert(events.end(), drained.begin(), drained.end());
  }

  Router router;
  std::vector<Status> statuses{};
  std::vector<Event> events{};
};

/// To the instant by way of one in between, and of every deadline and the microsecond
/// before it.
void walk(Witness& walker, Instant to) {
  const Instant from = walker.router.now();
  if (to > from) walker.advance(from + (to - from) / 2);
  while (walker.router.next_deadline() <= to) {
    const Instant due = walker.router.next_deadline();
    if (due - Duration{1} > walker.router.now()) walker.advance(due - Duration{1});
    walker.advance(due);
  }
  walker.advance(to);
}

TEST_CASE("time passes in one jump as in small steps") {
  const bool always = rc::check([] {
    const Seeds seeds = any_seeds();
    Random plan_random{seeds.plan};
    const Blueprint blueprint = random_blueprint(plan_random);
    TwinRouter state{blueprint, random_registry()};
    Witness jumper{blueprint};
    Witness walker{blueprint};
    Instant last = random_first_instant(plan_random);
    state.apply({}, last);
    jumper.advance(last);
    walker.advance(last);
    for (const std::uint64_t seed : seeds.commands) {
      Random random{seed};
      TimedCommand timed = random_command(random, state);
      // Walking ahead of a refused command moves the watermark: time must not go back.
      if (timed.now < last || timed.now > latest) timed.now = last;
      last = timed.now;
      state.apply(timed.command, timed.now);
      jumper.apply(timed);
      // A refusal moves no watermark, and what a group learns is hashed as of there.
      if (jumper.statuses.back() != Status::applied) jumper.advance(timed.now);
      walk(walker, timed.now);
      walker.apply(timed);
      RC_ASSERT(jumper.statuses == walker.statuses);
      RC_ASSERT(jumper.events == walker.events);
      RC_ASSERT(jumper.router.state_hash() == walker.router.state_hash());
    }
  });
  CHECK(always);
}

TEST_CASE("an agent keeps his charges when his capacity rule changes, and takes as many anew") {
  Blueprint plan;
  for (const char* name : {"voice", "chat", "message"}) {
    const ChannelId channel = plan.add(Channel{name});
    plan.add(CapacityRule{.name = name, .channels = {{.channel = channel}}});
  }
  const GroupId group = plan.add(SkillGroup{.name = "all"});
  plan.add(Agent{.name = "ann", .memberships = {{.group = group}}});
  Duel duel{plan, Registry{}};
  const auto give = [&duel](Command command) {
    command.agent = {0, 1};
    CHECK(duel.step({earliest, command}).empty());
    CHECK(duel.last_status() == Status::applied);
  };
  give({.kind = CommandKind::sign_in});
  give({.kind = CommandKind::ready});
  for (std::size_t i = 0; i < plan.channels.size(); ++i) {
    if (i > 0) give({.kind = CommandKind::set_capacity, .capacity = CapacityRuleId{i}});
    give({.kind = CommandKind::arrive, .channel = ChannelId{i}, .group = group});
  }
  CHECK(duel.router().view(duel.router().agent(0))->serving == plan.channels.size());
}

}  // namespace
}  // namespace acd::twin
