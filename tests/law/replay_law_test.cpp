// Laws of replay, over any commands at all: most are refused, and refusals are replayed too.
#include <rapidcheck.h>

#include <vector>

#include "acd/companion/journal.hpp"
#include "acd/companion/text.hpp"
#include "law/random_values.hpp"
#include "support/catch.hpp"

namespace acd {
namespace {

using namespace std::chrono_literals;

/// Two groups, one that rings and one that assigns, three agents in both.
CompiledPlan plan() {
  Blueprint blueprint;
  blueprint.add(Channel{"voice"});
  blueprint.add(Channel{"chat"});
  for (const char* name : {"english", "billing"}) blueprint.add(Skill{name});
  blueprint.add(OfferRule{.name = "auto"});
  blueprint.add(OfferRule{.name = "ring", .mode = OfferMode::offer, .fan_out = 2});
  blueprint.add(SkillGroup{.name = "rings", .offer_rule = OfferRuleId{1}, .max_wait = 30s});
  blueprint.add(SkillGroup{.name = "assigns", .wrap_up = {.any_channel = 5s}});
  for (const char* name : {"ann", "ben", "cleo"}) {
    blueprint.add(Agent{.name = name,
                        .memberships = {{.group = GroupId{0}}, {.group = GroupId{1}}},
                        .skills = {{SkillId{0}, 3}}});
  }
  return CompiledPlan::compile(blueprint).plan.value();
}

/// Mostly what a centre sees: people come to work, callers come and go.
Command likely_command() {
  Command command = random_command();
  const AgentHandle agent{*rc::gen::inRange<std::uint32_t>(0, 3), 1};
  switch (*rc::gen::inRange(0, 8)) {
    case 0: return {.kind = CommandKind::sign_in, .agent = agent};
    case 1: return {.kind = CommandKind::ready, .agent = agent};
    case 2:
    case 3: return {.kind = CommandKind::arrive, .group = GroupId{*rc::gen::inRange(0, 2)}};
    case 4:
      command.kind = *rc::gen::element(CommandKind::complete, CommandKind::cancel);
      command.session = {*rc::gen::inRange<std::uint32_t>(0, 4), 1};
      return command;
    case 5:
      command.kind = *rc::gen::element(CommandKind::accept, CommandKind::decline);
      command.offer = {*rc::gen::inRange<std::uint32_t>(0, 4), 1};
      return command;
  }
  return command;
}

TEST_CASE("whatever was given, its journal replays to the same events and state hash") {
  const CompiledPlan compiled = plan();
  REQUIRE(rc::check([&] {
    Router router{compiled};
    JournalWriter journal{router.blueprint()};
    std::vector<Event> events;
    Instant now = earliest + 1h;
    for (int left = *rc::gen::inRange(0, 60); left > 0; --left) {
      now += *rc::gen::inRange(0, 12) * 1s;
      const Command command = likely_command();
      RC_ASSERT(journal.append(command, now) == Status::applied);
      static_cast<void>(router.apply(command, now));
      for (const Event& event : router.drain_events()) events.push_back(event);
    }
    Router again{compiled};
    std::vector<Event> replayed;
    const ReplayResult result = replay(
        journal.bytes(), again, [&](const TimedCommand&, Status, std::span<const Event> more) {
          replayed.insert(replayed.end(), more.begin(), more.end());
        });
    RC_ASSERT(result.fault == JournalFault::none);
    RC_ASSERT(replayed == events);
    RC_ASSERT(again.state_hash() == router.state_hash());

    // An event says nothing beyond its table of fields: its line holds all of it.
    const Names names{router.blueprint()};
    for (const Event& event : events) {
      RC_ASSERT(parse_event(to_text(event, names), names).value == event);
    }
  }));
}

}  // namespace
}  // namespace acd
