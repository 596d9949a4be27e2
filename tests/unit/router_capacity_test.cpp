// How much an agent can do at once: units, sessions per channel, interrupts, outside work.
#include "small_plan.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;

constexpr ChannelId voice{0};
constexpr ChannelId chat{1};
constexpr ChannelId email{2};

/// One agent of 4 units: voice costs 4 and interrupts email; chat 2, two at once; email 1.
Blueprint mixed_plan() {
  Blueprint blueprint = small_plan(SkillGroup{}, {"ann"});
  blueprint.add(Channel{.name = "chat"});
  blueprint.add(Channel{.name = "email"});
  blueprint.add(CapacityRule{.name = "mixed",
                             .units = 4,
                             .channels = {{.channel = voice, .cost = 4, .interrupts = {email}},
                                          {.channel = chat, .cost = 2, .sessions_max = 2},
                                          {.channel = email, .cost = 1, .sessions_max = 3}}});
  return blueprint;
}

/// Whether a session of the channel that arrives now is served at once.
bool is_served(Desk& desk, ChannelId channel) {
  return desk.server(desk.arrive({.channel = channel, .group = first_group})) == "ann";
}

void report_outside(Desk& desk, ChannelId channel, std::uint16_t count) {
  desk.give({.kind = CommandKind::report_outside,
             .channel = channel,
             .count = count,
             .agent = desk.agent("ann")});
}

}  // namespace

TEST_CASE("An agent is given sessions of a channel up to its maximum") {
  Desk desk{mixed_plan()};
  desk.ready("ann");
  CHECK(is_served(desk, email));
  CHECK(is_served(desk, email));
  CHECK(is_served(desk, email));
  CHECK_FALSE(is_served(desk, email));
  CHECK(desk.view("ann").charged_units == 3);
  CHECK(desk.view("ann").serving == 3);
}

TEST_CASE("Channels share an agent's units") {
  Desk desk{mixed_plan()};
  desk.ready("ann");
  CHECK(is_served(desk, chat));
  CHECK(is_served(desk, email));
  CHECK_FALSE(is_served(desk, chat));
  CHECK(is_served(desk, email));
  CHECK(desk.view("ann").charged_units == 4);
}

TEST_CASE("A call interrupts email in progress but not a chat") {
  Desk desk{mixed_plan()};
  desk.ready("ann");
  CHECK(is_served(desk, email));
  CHECK(is_served(desk, voice));
  CHECK(desk.view("ann").charged_units == 5);

  Desk other{mixed_plan()};
  other.ready("ann");
  CHECK(is_served(other, chat));
  CHECK_FALSE(is_served(other, voice));
}

TEST_CASE("Email does not interrupt a call") {
  Desk desk{mixed_plan()};
  desk.ready("ann");
  CHECK(is_served(desk, voice));
  CHECK_FALSE(is_served(desk, email));
}

TEST_CASE("A wrap-up is never interrupted") {
  Blueprint blueprint = mixed_plan();
  blueprint.groups[0].wrap_up.any_channel = 30s;
  Desk desk{blueprint};
  desk.ready("ann");
  const SessionHandle mail = desk.arrive({.channel = email, .group = first_group});
  desk.complete(mail);
  const SessionHandle call = desk.arrive({.channel = voice, .group = first_group});
  CHECK(desk.server(call).empty());
  CHECK(desk.router().why_not(call, desk.agent("ann")) == WhyNot::no_room);
  desk.pass(30s);
  CHECK(desk.server(call) == "ann");
}

TEST_CASE("A channel that the agent's rule does not list is not served") {
  Blueprint blueprint = mixed_plan();
  blueprint.capacities[0].channels.pop_back();
  Desk desk{blueprint};
  desk.ready("ann");
  CHECK_FALSE(is_served(desk, email));
}

TEST_CASE("Work outside the router takes room, and gives it back") {
  Desk desk{mixed_plan()};
  desk.ready("ann");
  report_outside(desk, chat, 2);
  const SessionHandle waiting = desk.arrive({.channel = chat, .group = first_group});
  CHECK(desk.server(waiting).empty());
  report_outside(desk, chat, 1);
  CHECK(desk.server(waiting) == "ann");
  CHECK(desk.view("ann").charged_units == 4);
}

TEST_CASE("Outside work beyond an agent's capacity is a fact, and recorded") {
  Desk desk{mixed_plan()};
  desk.ready("ann");
  report_outside(desk, chat, 9);
  CHECK(desk.view("ann").charged_units == 18);
  CHECK_FALSE(is_served(desk, email));
}

TEST_CASE("A lowered capacity drops nothing, and nothing new comes until it fits") {
  Blueprint blueprint = mixed_plan();
  blueprint.add(CapacityRule{.name = "one mail", .channels = {{.channel = email}}});
  Desk desk{blueprint};
  desk.ready("ann");
  const SessionHandle first = desk.arrive({.channel = email, .group = first_group});
  const SessionHandle second = desk.arrive({.channel = email, .group = first_group});
  desk.give({.kind = CommandKind::set_capacity,
             .capacity = CapacityRuleId{1},
             .agent = desk.agent("ann")});
  CHECK(desk.view("ann").serving == 2);
  const SessionHandle third = desk.arrive({.channel = email, .group = first_group});
  desk.complete(first);
  CHECK(desk.server(third).empty());
  desk.complete(second);
  CHECK(desk.server(third) == "ann");
}

TEST_CASE("A session of the host's own channel is routed as any other") {
  Blueprint blueprint = small_plan(SkillGroup{}, {"ann"});
  const ChannelId fax = blueprint.add(Channel{.name = "fax"});
  Desk desk{blueprint};
  desk.ready("ann");
  const SessionHandle session = desk.arrive({.channel = fax, .group = first_group});
  CHECK(desk.server(session) == "ann");
  CHECK(desk.view(session).channel == fax);
}

TEST_CASE("Without a channel a session takes the first that its group serves") {
  Blueprint blueprint = mixed_plan();
  blueprint.groups[0].channels = {email, chat};
  Desk desk{blueprint};
  CHECK(desk.view(desk.arrive({.group = first_group})).channel == email);
}

}  // namespace acd::test
