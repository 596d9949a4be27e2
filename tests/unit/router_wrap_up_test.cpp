// Wrap-up: whose rule counts, when it ends, who may change that.
#include "small_plan.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;

constexpr ChannelId voice{0};
constexpr ChannelId chat{1};

/// Every rule decides; the tests take them away from the strongest down.
Blueprint all_rules() {
  Blueprint blueprint = small_plan(SkillGroup{}, {"ann"});
  blueprint.add(Channel{.name = "chat"});
  blueprint.agents[0].wrap_up = {.any_channel = 20s, .channels = {{voice, 10s}}};
  blueprint.groups[0].wrap_up = {.any_channel = 40s, .channels = {{voice, 30s}}};
  return blueprint;
}

Duration wrap_up_after(const Blueprint& blueprint, ChannelId channel) {
  Desk desk{blueprint};
  desk.ready("ann");
  desk.complete(desk.arrive({.channel = channel, .group = first_group}));
  if (desk.events(EventKind::wrap_up_started).empty()) return 0s;
  return desk.last(EventKind::wrap_up_started).until - desk.now();
}

}  // namespace

TEST_CASE("The first rule to decide a wrap-up wins, the agent's before the group's") {
  Blueprint blueprint = all_rules();
  CHECK(wrap_up_after(blueprint, voice) == 10s);
  CHECK(wrap_up_after(blueprint, chat) == 20s);
  blueprint.agents[0].wrap_up.channels.clear();
  CHECK(wrap_up_after(blueprint, voice) == 20s);
  blueprint.agents[0].wrap_up.any_channel.reset();
  CHECK(wrap_up_after(blueprint, voice) == 30s);
  CHECK(wrap_up_after(blueprint, chat) == 40s);
  blueprint.groups[0].wrap_up.channels.clear();
  CHECK(wrap_up_after(blueprint, voice) == 40s);
  blueprint.groups[0].wrap_up.any_channel.reset();
  CHECK(wrap_up_after(blueprint, voice) == 0s);
}

TEST_CASE("A rule of zero decides that there is no wrap-up") {
  Blueprint blueprint = all_rules();
  blueprint.agents[0].wrap_up.channels[0].duration = 0s;
  CHECK(wrap_up_after(blueprint, voice) == 0s);
}

TEST_CASE("A wrap-up keeps the charge until exactly its end") {
  Desk desk{all_rules()};
  desk.ready("ann");
  desk.complete(desk.arrive({.group = first_group}));
  const SessionHandle next = desk.arrive({.group = first_group});
  CHECK(desk.view("ann").wrapping_up == 1);
  CHECK(desk.view("ann").charged_units == 1);
  CHECK(desk.router().next_deadline() == desk.now() + 10s);
  desk.pass(10s - Duration{1});
  CHECK(desk.server(next).empty());
  desk.pass(Duration{1});
  CHECK(desk.server(next) == "ann");
  CHECK(desk.last(EventKind::wrap_up_ended).cause == Cause::wrap_up_over);
}

TEST_CASE("An agent ends his wrap-up early") {
  Desk desk{all_rules()};
  desk.ready("ann");
  const SessionHandle first = desk.arrive({.group = first_group});
  const OfferToken offer = desk.offer(first);
  desk.complete(first);
  const SessionHandle next = desk.arrive({.group = first_group});
  desk.give({.kind = CommandKind::end_wrap_up, .offer = offer});
  CHECK(desk.last(EventKind::wrap_up_ended).cause == Cause::by_agent);
  CHECK(desk.server(next) == "ann");
  desk.pass(1h);
  CHECK(desk.events(EventKind::wrap_up_ended).size() == 1);
}

TEST_CASE("An extended wrap-up ends so much later") {
  Desk desk{all_rules()};
  desk.ready("ann");
  const SessionHandle first = desk.arrive({.group = first_group});
  const OfferToken offer = desk.offer(first);
  desk.complete(first);
  desk.pass(4s);
  desk.give({.kind = CommandKind::extend_wrap_up, .offer = offer, .duration = 5s});
  CHECK(desk.last(EventKind::wrap_up_extended).until == desk.now() + 11s);
  desk.pass(11s - Duration{1});
  CHECK(desk.view("ann").wrapping_up == 1);
  desk.pass(Duration{1});
  CHECK(desk.view("ann").wrapping_up == 0);
}

}  // namespace acd::test
