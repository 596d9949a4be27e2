// Memory carried over to a router of another blueprint.
#include "acd/companion/memory_copy.hpp"

#include "support/catch.hpp"
#include "unit/desk.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;

constexpr GroupId sales{0};
constexpr std::uint64_t alice = 7;
constexpr std::uint64_t bert = 8;

/// One channel, a group sales that keeps owners, and these agents in it; others first, so that
/// lines of the same name have other indices.
Blueprint office(const std::vector<std::string>& agents, std::uint32_t contacts = 100) {
  Blueprint b;
  b.add(Channel{"voice"});
  b.memory.contacts = contacts;
  const GroupId group = b.add(SkillGroup{.name = "sales", .affinity = owner()});
  for (const std::string& name : agents) {
    b.add(Agent{.name = name, .memberships = {{.group = group}}});
  }
  return b;
}

/// Who serves the customer's next session; it is completed.
std::string serves(Desk& desk, std::uint64_t customer) {
  const SessionHandle session = desk.arrive({.group = sales, .customer = customer});
  std::string server = desk.server(session);
  desk.complete(session);
  desk.pass(1min);
  return server;
}

void excluding(Desk& desk, std::uint64_t customer, std::string_view agent) {
  Command command{.group = sales, .customer = customer};
  command.excluded = {desk.agent(agent)};
  desk.complete(desk.arrive(command));
  desk.pass(1min);
}

void carry_over(Desk& from, Desk& to) {
  if (to.now() < from.now()) to.pass(from.now() - to.now());
  for_each_memory_command(from.router(), to.router().blueprint(),
                          [&](const Command& command) { to.give(command); });
}

std::string owner_of(Desk& desk, std::uint64_t customer) {
  return desk.name(desk.router().customer(customer, sales).owner);
}

TEST_CASE("a router of another blueprint learns who owns whom, by names") {
  Desk before{office({"ann", "bob"})};
  before.ready({"ann", "bob"});
  REQUIRE(serves(before, alice) == "ann");
  REQUIRE(serves(before, bert) == "bob");
  REQUIRE(serves(before, alice) == "ann");

  Desk after{office({"zoe", "bob", "ann"})};
  carry_over(before, after);
  CHECK(after.router().contacts() == 3);
  CHECK(owner_of(after, alice) == "ann");
  CHECK(owner_of(after, bert) == "bob");
  after.ready({"zoe", "bob", "ann"});
  CHECK(serves(after, alice) == "ann");
  CHECK(serves(after, bert) == "bob");
}

TEST_CASE("whose owner is not in the new blueprint has none, and the next who serves becomes it") {
  Desk before{office({"ann", "bob"})};
  before.ready({"ann", "bob"});
  REQUIRE(serves(before, alice) == "ann");
  excluding(before, alice, "ann");  // bob stands in
  REQUIRE(owner_of(before, alice) == "ann");

  Desk after{office({"zoe", "bob"})};
  carry_over(before, after);
  CHECK(owner_of(after, alice).empty());
  after.ready("zoe");
  CHECK(serves(after, alice) == "zoe");
  CHECK(owner_of(after, alice) == "zoe");
}

TEST_CASE("an owner who was told is carried over, too") {
  Desk before{office({"ann", "bob"})};
  before.ready("ann");
  REQUIRE(serves(before, alice) == "ann");
  before.give({.kind = CommandKind::set_owner,
               .group = sales,
               .agent = before.agent("bob"),
               .customer = alice});
  Desk after{office({"ann", "bob"})};
  carry_over(before, after);
  CHECK(owner_of(after, alice) == "bob");
}

TEST_CASE("a smaller memory learns the latest contacts, none where it keeps none") {
  Desk before{office({"ann", "bob"})};
  before.ready({"ann", "bob"});
  for (const std::uint64_t customer : {alice, bert, alice}) serves(before, customer);

  Desk smaller{office({"ann", "bob"}, 2)};
  carry_over(before, smaller);
  CHECK(smaller.router().contacts() == 2);
  CHECK(owner_of(smaller, bert) == "bob");

  Blueprint forgetful = office({"ann"}, 0);
  forgetful.groups[0].affinity = {};
  Desk none{forgetful};
  carry_over(before, none);
  CHECK(none.router().contacts() == 0);
}

TEST_CASE("what is too old for the new blueprint, or of a group that is not there, is left out") {
  Blueprint two_groups = office({"ann"});
  const GroupId old_desk = two_groups.add(SkillGroup{.name = "old desk"});
  two_groups.agents[0].memberships.push_back({.group = old_desk});
  Desk before{two_groups};
  before.ready("ann");
  serves(before, alice);
  before.pass(48h);
  serves(before, bert);
  before.complete(before.arrive({.group = old_desk, .customer = bert}));

  Blueprint forgetting = office({"ann"});
  forgetting.memory.keep = 24h;
  Desk after{forgetting};
  carry_over(before, after);
  CHECK(after.router().contacts() == 1);
  CHECK(owner_of(after, alice).empty());
  CHECK(owner_of(after, bert) == "ann");
}

TEST_CASE("a group that begins to keep owners takes the first who served") {
  Blueprint without = office({"ann", "bob"});
  without.groups[0].affinity = {};
  Desk before{without};
  before.ready({"ann", "bob"});
  REQUIRE(serves(before, alice) == "ann");
  REQUIRE(serves(before, alice) == "bob");
  Desk after{office({"ann", "bob"})};
  carry_over(before, after);
  CHECK(owner_of(after, alice) == "ann");
}

}  // namespace
}  // namespace acd::test
