// Weighted random choice: shares in proportion to level + 1, the same for the same seed.
#include <cmath>
#include <map>

#include "small_plan.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

constexpr int sessions = 6000;

Blueprint plan_of_seed(std::uint64_t seed) {
  Blueprint blueprint =
      small_plan(SkillGroup{.agent_order = weighted_random()}, {"ann", "bob", "kit"});
  for (std::size_t i = 0; i < 3; ++i) {
    blueprint.agents[i].memberships[0].level = static_cast<Level>(i);
  }
  blueprint.seed = seed;
  return blueprint;
}

}  // namespace

TEST_CASE("Weighted random gives each agent his share") {
  for (const std::uint64_t seed : {1U, 20U, 300U}) {
    Desk desk{plan_of_seed(seed)};
    desk.ready({"ann", "bob", "kit"});
    std::map<std::string, int> chosen;
    for (const std::string& name : servers_in_turn(desk, sessions)) ++chosen[name];
    double weight = 1;
    for (const char* name : {"ann", "bob", "kit"}) {
      const double share = weight++ / 6;
      // Four standard deviations: a fair choice fails one share in 16 000.
      const double slack = 4 * std::sqrt(sessions * share * (1 - share));
      INFO(name << " of seed " << seed);
      CHECK(std::abs(chosen[name] - sessions * share) < slack);
    }
  }
}

TEST_CASE("The same seed draws the same agents, another seed others") {
  const auto drawn = [](std::uint64_t seed) {
    Desk desk{plan_of_seed(seed)};
    desk.ready({"ann", "bob", "kit"});
    return servers_in_turn(desk, 50);
  };
  CHECK(drawn(7) == drawn(7));
  CHECK(drawn(7) != drawn(8));
}

TEST_CASE("Weighted random draws only among those whom the criteria before it leave equal") {
  Blueprint blueprint = plan_of_seed(1);
  blueprint.groups[0].agent_order = AgentOrder{preferred()}.then(weighted_random());
  blueprint.agents[1].memberships[0].preference = 1;
  Desk desk{blueprint};
  desk.ready({"ann", "bob", "kit"});
  std::map<std::string, int> chosen;
  for (const std::string& name : servers_in_turn(desk, 200)) ++chosen[name];
  CHECK(chosen["bob"] == 0);
  CHECK(chosen["ann"] > 0);
  CHECK(chosen["kit"] > chosen["ann"]);
}

}  // namespace acd::test
