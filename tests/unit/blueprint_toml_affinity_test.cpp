// Affinity, teams, host choices and the memory of customers as TOML.
#include <string>
#include <vector>

#include "acd/toml/blueprint_toml.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;

const std::string whole_file = R"toml(channels = ["voice"]

[memory]
contacts = 100000
keep = "2160h"

[[host_choice]]
name = "manager"
version = 3

[[team]]
name = "north"

[[group]]
name = "sales"
substitutes = "become_familiar"

[[group.affinity]]
prefer = "owner"
hold = "30s"
hold_for = "signed_in"
hold_place = "at_head"
when = "load <= 80"
backup = "lead"

[[group.affinity]]
prefer = "owner_team"

[[group.affinity]]
prefer = "most_frequent"
scope = "own_group"
window = "720h"

[[group.affinity]]
prefer = "last_agent"
window = "168h"

[[group.affinity]]
prefer = "given"

[[group.affinity]]
prefer = "host_choice"
choice = "manager"

[[group.affinity]]
prefer = "listed"
agents = [{agent = "ann", score = 100}, {agent = "bob"}]
hold = "20s"
ring = "5s"

[[group]]
name = "lead"

[[agent]]
name = "ann"
memberships = [{group = "sales"}, {group = "lead"}]
team = "north"

[[agent]]
name = "bob"
memberships = [{group = "sales"}]
)toml";

Registry registry() {
  Registry bound;
  bound.bind_agent_choice("manager", 3, [](const SessionFacts&) { return AgentHandle{}; });
  return bound;
}

TEST_CASE("a file with affinity means what it says") {
  const BlueprintRead read = read_blueprint_toml(whole_file, "a.toml", registry());
  REQUIRE(problems_text(read).empty());
  const Blueprint& b = read.blueprint;
  AffinityStrategy strict = owner()
                                .held(30s, HoldPlace::at_head)
                                .only_if(at_most(TestKind::load, 80))
                                .or_else(GroupId{1});
  strict.hold_for = HoldFor::signed_in;
  AffinityStrategy rings = listed({{{0, 1}, 100}, {{1, 1}, 0}}).held(20s);
  rings.ring = 5s;
  CHECK(b.groups[0].affinity == Affinity{strict}
                                    .then(owner_team())
                                    .then(most_frequent(AffinityScope::own_group).within(720h))
                                    .then(last_agent().within(168h))
                                    .then(given())
                                    .then(chosen_by_host(HostChoiceId{0}))
                                    .then(rings));
  CHECK(b.groups[0].substitutes == Substitutes::become_familiar);
  CHECK(b.groups[1].affinity == no_preference());
  CHECK(b.memory == MemoryRule{.contacts = 100'000, .keep = 2160h});
  CHECK(b.host_choices == std::vector{HostChoice{"manager", 3}});
  CHECK(b.teams == std::vector{Team{"north"}});
  CHECK(b.agents[0].team == TeamId{0});
  CHECK(b.agents[1].team.is_none());
}

TEST_CASE("a file with affinity is written as it was read") {
  const BlueprintRead read = read_blueprint_toml(whole_file, "a.toml", registry());
  CHECK(write_blueprint_toml(read.blueprint) == whole_file);
}

struct BadStrategy {
  std::string what;
  std::string lines;
  std::string problem;
};

// A strategy of the group lead; its first line is line 11.
const std::string head =
    "channels = ['voice']\nmemory = {contacts = 9}\n[[agent]]\nname = 'ann'\n"
    "memberships = [{group = 'lead'}]\n[[group]]\nname = 'sales'\n[[group]]\nname = 'lead'\n"
    "[[group.affinity]]\n";

const std::vector<BadStrategy> bad_strategies{
    {"nobody", "hold = '3s'",
     "a.toml:10:1: groups.lead.affinity[0]: it does not say whom it would `prefer`\n"},
    {"an unknown kind", "prefer = 'ownr'",
     "a.toml:11:10: groups.lead.affinity[0].kind: expected \"owner\" or \"owner_team\" or "
     "\"last_agent\" or \"most_frequent\" or \"given\" or \"listed\" or \"host_choice\", "
     "found \"ownr\", did you mean \"owner\"?\n"},
    {"an unknown key", "prefer = 'owner'\nholds = '3s'",
     "a.toml:12:1: groups.lead.affinity[0].holds: unknown key \"holds\", "
     "did you mean \"hold\"?\n"},
    {"a window and a hold below zero", "prefer = 'owner'\nwindow = '-1s'\nhold = '-1s'",
     "a.toml:12:10: groups.lead.affinity[0].window: a duration is not negative\n"
     "a.toml:13:8: groups.lead.affinity[0].hold: a duration is not negative\n"},
    {"an agent who does not exist, strictly",
     "prefer = 'listed'\nagents = [{agent = 'an', score = 1}]\nbackup = 'sles'",
     "a.toml:12:20: groups.lead.affinity[0].agents[0].agent: "
     "unknown agent \"an\", did you mean \"ann\"?\n"
     "a.toml:13:10: groups.lead.affinity[0].backup: "
     "unknown group \"sles\", did you mean \"sales\"?\n"},
    {"an agent twice, with a score too high",
     "prefer = 'listed'\nagents = [{agent = 'ann'}, {agent = 'ann', score = 256}]",
     "a.toml:12:37: groups.lead.affinity[0].agents[1].agent: \"ann\" is listed twice\n"
     "a.toml:12:52: groups.lead.affinity[0].agents[1].score: 256 is not in 0 to 255\n"},
    {"no agent", "prefer = 'listed'\nagents = [{agent = 7}]",
     "a.toml:12:20: groups.lead.affinity[0].agents[0].agent: "
     "expected the name of an agent, found a whole number\n"},
    {"an unknown choice", "prefer = 'host_choice'\nchoice = 'manager'",
     "a.toml:12:10: groups.lead.affinity[0].host_choice: unknown host choice \"manager\"\n"},
    {"the load of no agent", "prefer = 'owner'\nwhen = 'laod <= 80'",
     "a.toml:12:9: groups.lead.affinity[0].when: unknown attribute \"laod\"\n"},
    {"a list that is no table", "prefer = 'listed'\nagents = ['ann']",
     "a.toml:12:11: groups.lead.affinity[0].agents[0]: expected a table, found a string\n"},
    {"a memory that is not kept",
     "prefer = 'given'\n[[group]]\nname = 'other'\n"
     "affinity = [{prefer = 'host_choice'}]",
     "a.toml:14:13: groups.other.affinity[0].host_choice: no host choice is given\n"},
    {"a team that there is not",
     "prefer = 'given'\n[[team]]\nname = 'north'\n[[agent]]\nname = 'bob'\nteam = 'nort'",
     "a.toml:16:8: agents.bob.team: unknown team \"nort\", did you mean \"north\"?\n"},
};

TEST_CASE("what is wrong with affinity is said at its place") {
  for (const BadStrategy& bad : bad_strategies) {
    INFO(bad.what);
    CHECK(problems_text(read_blueprint_toml(head + bad.lines + "\n", "a.toml")) == bad.problem);
  }
}

TEST_CASE("a memory too large, or read though it is not kept, is said at its place") {
  const std::string text =
      "channels = ['voice']\nmemory = {contacts = 200000000}\n[[group]]\nname = 'sales'\n";
  CHECK(problems_text(read_blueprint_toml(text, "a.toml")) ==
        "a.toml:2:22: memory.contacts: 200000000 is not in 0 to 134217728\n");
  const std::string none =
      "channels = ['voice']\n[[group]]\nname = 'sales'\naffinity = [{prefer = 'owner'}]\n";
  CHECK(problems_text(read_blueprint_toml(none, "a.toml")) ==
        "a.toml:4:23: groups.sales.affinity[0].kind: it reads the memory of customers, and "
        "memory.contacts is 0: nobody is remembered\n");
}

}  // namespace
}  // namespace acd::test
