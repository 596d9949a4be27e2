// Affinity where a script cannot say it: host code, the agent order among those named, questions.
#include "support/catch.hpp"
#include "unit/small_plan.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;

constexpr std::uint64_t alice = 7;

Command of(std::uint64_t customer) { return {.group = first_group, .customer = customer}; }

Blueprint with(const Affinity& affinity, const std::vector<std::string>& agents = {"ann", "bob"}) {
  Blueprint b = small_plan(SkillGroup{.affinity = affinity}, agents);
  b.memory.contacts = 100;
  return b;
}

/// A router whose group asks host code, which is `choice`.
struct Asking {
  explicit Asking(AgentChoice choice, Duration hold = 0s) {
    registry.bind_agent_choice("manager", 1, std::move(choice));
    plan.groups[0].affinity = chosen_by_host(plan.add(HostChoice{.name = "manager"})).held(hold);
  }
  Registry registry{};
  Blueprint plan = with({});
};

TEST_CASE("host code names an agent, of the facts of the session") {
  SessionFacts seen;
  const Asking asking{[&](const SessionFacts& facts) {
    seen = facts;
    return facts.customer == alice ? AgentHandle{1, 1} : AgentHandle{};
  }};
  Desk desk{asking.plan, asking.registry};
  desk.ready({"ann", "bob"});
  Command arrival = of(alice);
  arrival.reference = 44;
  arrival.priority = 3;
  const SessionHandle session = desk.arrive(arrival);
  CHECK(desk.server(session) == "bob");
  CHECK(desk.last(EventKind::assigned).cause == Cause::preferred);
  CHECK(seen.session == session);
  CHECK(seen.reference == 44);
  CHECK(seen.customer == alice);
  CHECK(seen.group == first_group);
  CHECK(seen.channel == first_channel);
  CHECK(seen.priority == 3);
  CHECK(seen.start == desk.now());
  const SessionHandle stranger = desk.arrive(of(alice + 1));
  CHECK(desk.server(stranger) == "ann");
  CHECK(desk.last(EventKind::assigned).cause == Cause::chosen);
}

TEST_CASE("a handle that names no agent of the blueprint names nobody") {
  for (const AgentHandle wrong : {AgentHandle{}, AgentHandle{2, 1}, AgentHandle{0, 2}}) {
    const Asking asking{[wrong](const SessionFacts&) { return wrong; }, 30s};
    Desk desk{asking.plan, asking.registry};
    desk.ready("bob");
    CHECK(desk.server(desk.arrive(of(alice))) == "bob");
  }
}

TEST_CASE("a session is held for whom host code names") {
  const Asking asking{[](const SessionFacts&) { return AgentHandle{0, 1}; }, 30s};
  Desk desk{asking.plan, asking.registry};
  desk.ready({"ann", "bob"});
  const SessionHandle first = desk.arrive(of(alice));
  const SessionHandle second = desk.arrive(of(alice));
  CHECK(desk.view(second).is_held);
  CHECK(desk.view(second).held_by == 0);
  CHECK(desk.view(second).held_until == desk.now() + 30s);
  CHECK(desk.router().why_not(second, desk.agent("bob")) == WhyNot::held_for_others);
  CHECK(desk.router().why_not(second, desk.agent("ann")) == WhyNot::no_room);
  desk.complete(first);
  CHECK(desk.server(second) == "ann");
}

TEST_CASE("of several who are named the group's order decides") {
  Blueprint plan = with(given(), {"ann", "bob", "cher"});
  plan.groups[0].agent_order = highest_level();
  plan.agents[0].memberships[0].level = 9;
  plan.agents[2].memberships[0].level = 5;
  Desk desk{plan};
  desk.ready({"ann", "bob", "cher"});
  Command arrival = of(alice);
  arrival.preferred = {{desk.agent("bob"), 1}, {desk.agent("cher"), 1}};
  CHECK(desk.server(desk.arrive(arrival)) == "cher");
}

TEST_CASE("a session carries its list into another group, and back into waiting") {
  Blueprint plan =
      small_plan(std::vector<SkillGroup>{{.affinity = given()}, {.affinity = given().held(30s)}},
                 {"ann", "bob"});
  Desk desk{plan};
  desk.ready({"bob", "ann"});
  Command arrival = of(alice);
  arrival.preferred = {{desk.agent("ann"), 1}};
  const SessionHandle session = desk.arrive(arrival);
  REQUIRE(desk.server(session) == "ann");
  Command requeue{.kind = CommandKind::requeue, .group = second_group};
  requeue.session = session;
  desk.give(requeue);
  CHECK(desk.server(session) == "ann");
  CHECK(desk.last(EventKind::assigned).cause == Cause::preferred);
}

TEST_CASE("an offer that a preferred agent misses goes to another while he is penalised") {
  Blueprint plan = with(given().held(1min));
  with_offers(plan);
  Desk desk{plan};
  desk.ready({"bob", "ann"});
  Command arrival = of(alice);
  arrival.preferred = {{desk.agent("ann"), 1}};
  const SessionHandle session = desk.arrive(arrival);
  REQUIRE(desk.offered(session) == "ann");
  CHECK(desk.last(EventKind::offered).cause == Cause::preferred);
  desk.decline(desk.offer(session));
  CHECK(desk.offered(session) == "bob");
  CHECK(desk.last(EventKind::offered).cause == Cause::chosen);
}

TEST_CASE("what is remembered of a customer can be asked") {
  Desk desk{with(Affinity{owner()}.then(last_agent()))};
  desk.ready("ann");
  desk.complete(desk.arrive(of(alice)));
  const CustomerView known = desk.router().customer(alice, first_group);
  CHECK(known.owner == desk.agent("ann"));
  CHECK(known.last_agent == desk.agent("ann"));
  CHECK(known.most_frequent == desk.agent("ann"));
  CHECK(known.contacts == 1);
  CHECK(desk.router().customer(alice + 1, first_group).contacts == 0);
  CHECK(desk.router().customer(0, first_group).contacts == 0);
  REQUIRE(desk.router().contacts() == 1);
  CHECK(desk.router().contact(0)->customer == alice);
  CHECK(desk.router().contact(0)->at == desk.now());
  CHECK_FALSE(desk.router().contact(1).has_value());
}

TEST_CASE("a router without affinity tells the same as ever, whatever it remembers") {
  Blueprint plain = with({});
  Blueprint forgetful = plain;
  forgetful.memory = {};
  Desk remembering{plain};
  Desk other{forgetful};
  for (Desk* desk : {&remembering, &other}) {
    desk->ready({"ann", "bob"});
    for (int i = 0; i < 4; ++i) desk->arrive(of(alice));
  }
  CHECK(remembering.events() == other.events());
  CHECK(remembering.router().contacts() == 2);
}

}  // namespace
}  // namespace acd::test
