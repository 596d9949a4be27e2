// What the check says about affinity, teams, host choices and the memory of customers.
#include "acd/config/compiled_plan.hpp"
#include "support/catch.hpp"
#include "unit/broken_blueprint.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;

constexpr GroupId sales{0};
constexpr GroupId support{1};
constexpr AgentHandle ann{0, 1};  // of sales
constexpr AgentHandle bob{1, 1};  // of support
const std::string at = "groups.sales.affinity[0]";

/// The affinity of sales, with a memory that it may read.
std::function<void(Blueprint&)> with(const Affinity& affinity) {
  return [affinity](Blueprint& b) {
    b.memory.contacts = 1000;
    b.groups[0].affinity = affinity;
  };
}
template <class Change>
std::function<void(Blueprint&)> last_agent_with(const Change& change) {
  AffinityStrategy changed = last_agent();
  change(changed);
  return with(changed);
}

const std::vector<Breakage> operands{
    {"enumerators that there are not",
     last_agent_with([](AffinityStrategy& s) {
       s.kind = static_cast<AffinityKind>(7);
       s.scope = static_cast<AffinityScope>(2);
       s.hold_for = static_cast<HoldFor>(2);
       s.hold_place = static_cast<HoldPlace>(2);
     }),
     {{at + ".kind", "there is no enumerator 7"},
      {at + ".scope", "there is no enumerator 2"},
      {at + ".hold_for", "there is no enumerator 2"},
      {at + ".hold_place", "there is no enumerator 2"}}},
    {"a window, a hold and rings below zero",
     last_agent_with([](AffinityStrategy& s) { s.window = s.hold = s.ring = -1s; }),
     {{at + ".window", "a duration is not negative"},
      {at + ".hold", "a duration is not negative"},
      {at + ".ring", "a duration is not negative"}}},
    {"a window, a hold and rings beyond all time",
     last_agent_with([](AffinityStrategy& s) { s.window = s.hold = s.ring = longest + 1us; }),
     {{at + ".window", "a duration is at most 2^51 microseconds, 71 years"},
      {at + ".hold", "a duration is at most 2^51 microseconds, 71 years"},
      {at + ".ring", "a duration is at most 2^51 microseconds, 71 years"}}},
    {"nine strategies",
     [](Blueprint& b) {
       for (int i = 0; i < 9; ++i) {
         b.groups[0].affinity = b.groups[0].affinity.then(given().held(i * 1s));
       }
     },
     {{"groups.sales.affinity", "9 lines, at most 8"}}},
    {"substitutes of a kind that there is not",
     [](Blueprint& b) { b.groups[0].substitutes = static_cast<Substitutes>(2); },
     {{"groups.sales.substitutes", "there is no enumerator 2"}}},
};

TEST_CASE("windows, holds and rings are durations") { check_each(operands); }

const std::vector<Breakage> lists{
    {"a list without anybody", with(listed({})), {{at + ".agents", "no agent is listed"}}},
    {"nobody, an agent who does not exist, one of another time and one twice",
     with(listed({{{}, 5}, {{2, 1}, 4}, {{0, 2}, 3}, {ann, 2}, {ann, 1}})),
     {{at + ".agents[0].agent", "no agent is given"},
      {at + ".agents[1].agent", "there is no agent #2"},
      {at + ".agents[2].agent", "there is no agent #0 of generation 2"},
      {at + ".agents[4].agent", R"("ann" is listed twice)"}}},
    {"nine agents",
     [](Blueprint& b) {
       std::vector<ScoredAgent> agents;
       for (std::uint32_t slot = 0; slot < 9; ++slot) {
         agents.push_back({.agent = {slot, 1}});
         if (slot < 2) continue;
         b.add(Agent{.name = std::to_string(slot), .memberships = {{.group = sales}}});
       }
       b.agents[1].memberships.push_back({.group = sales});
       b.groups[0].affinity = listed(agents);
     },
     {{at + ".agents", "9 agents, at most 8"}}},
    {"a list that is not read",
     last_agent_with([](AffinityStrategy& s) {
       s.agents = {{ann, 1}};
     }),
     {{at + ".agents", "agents are listed, and the strategy reads no list of its own"}}},
    {"strict, for an agent who does not exist, with a group that does not exist",
     with(listed({{{2, 1}, 9}}).or_else(GroupId{2})),
     {{at + ".agents[0].agent", "there is no agent #2"}, {at + ".backup", "there is no group #2"}}},
    {"its own group as a backup",
     with(last_agent().or_else(sales)),
     {{at + ".backup", "it leads back to its own group"}}},
};

TEST_CASE("a list has one to eight agents of the blueprint, each once") { check_each(lists); }

Registry with_choice(std::string name, std::uint32_t version) {
  Registry registry = sound_registry();
  registry.bind_agent_choice(std::move(name), version,
                             [](const SessionFacts&) { return AgentHandle{}; });
  return registry;
}

std::vector<std::string> choice_problems(const Registry& registry, const std::string& name) {
  Blueprint b = sound_blueprint();
  b.groups[0].affinity = chosen_by_host(b.add(HostChoice{name, 2}));
  return lines_of(check(b, registry));
}

TEST_CASE("a host choice is bound by its name and version") {
  const auto problems = [](const Registry& registry) {
    return choice_problems(registry, "manager");
  };
  CHECK(problems(with_choice("manager", 2)).empty());
  CHECK(problems(sound_registry()) ==
        std::vector<std::string>{"host_choices.manager: the registry does not bind it"});
  CHECK(problems(with_choice("manager", 1)) ==
        std::vector<std::string>{
            "host_choices.manager.version: the registry binds version 1, not 2"});
  CHECK(choice_problems(sound_registry(), "fair_share") ==
        std::vector<std::string>{
            "host_choices.fair_share: the registry binds it to a rank, not to a choice of agents"});
  Registry empty = sound_registry();
  empty.bind_agent_choice("manager", 2, {});
  CHECK(problems(empty) == std::vector<std::string>{
                               "host_choices.manager: the registry binds it to an empty function"});
}

TEST_CASE("a host rank is not bound to a choice of agents") {
  CHECK(lines_of(check(sound_blueprint(), with_choice("fair_share", 2))) ==
        std::vector<std::string>{
            "host_ranks.fair_share: the registry binds it to a choice of agents, not to a rank"});
}

const std::vector<Breakage> lines{
    {"a host choice that is not in the blueprint, and one that is not asked",
     with(Affinity{chosen_by_host(HostChoiceId{0})}.then(
         AffinityStrategy{.kind = AffinityKind::given, .host_choice = HostChoiceId{0}})),
     {{at + ".host_choice", "there is no host choice #0"},
      {"groups.sales.affinity[1].host_choice",
       "a host choice is given, and the strategy asks none"}}},
    {"no host choice",
     with(AffinityStrategy{.kind = AffinityKind::host_choice}),
     {{at + ".host_choice", "no host choice is given"}}},
    {"teams without a name and of one name, and one that there is not",
     [](Blueprint& b) {
       for (const char* name : {"", "north", "north"}) b.add(Team{name});
       b.agents[0].team = TeamId{3};
     },
     {{"teams[0].name", "the name is empty"},
      {"teams[2].name", R"(the name "north" is taken by teams[1])"},
      {"agents.ann.team", "there is no team #3"}}},
    {"more teams and choices than the ids can name",
     [](Blueprint& b) {
       b.host_choices.resize(256);
       b.teams.resize(65'536);
       for (std::size_t i = 0; i < 256; ++i) b.host_choices[i].name = "n" + std::to_string(i);
       for (std::size_t i = 0; i < b.teams.size(); ++i) b.teams[i].name = "n" + std::to_string(i);
     },
     [] {
       std::vector<Problem> problems{{"host_choices", "256 lines, at most 255"}};
       for (int i = 0; i < 256; ++i) {
         const std::string path = "host_choices.n" + std::to_string(i);
         problems.push_back({path, "the registry does not bind it"});
       }
       problems.push_back({"teams", "65536 lines, at most 65535"});
       return problems;
     }()},
};

TEST_CASE("choices and teams are lines of the blueprint") { check_each(lines); }

const std::vector<Breakage> memories{
    {"strategies that read a memory that is not kept",
     [](Blueprint& b) {
       b.groups[0].affinity = Affinity{owner()}.then(given()).then(last_agent());
     },
     {{at + ".kind",
       "it reads the memory of customers, and memory.contacts is 0: nobody is remembered"},
      {"groups.sales.affinity[2].kind",
       "it reads the memory of customers, and memory.contacts is 0: nobody is remembered"}}},
    {"more contacts than memory holds, kept for less than nothing",
     [](Blueprint& b) { b.memory = {.contacts = contacts_limit_max + 1, .keep = -1s}; },
     {{"memory.contacts", "134217729 is not in 0 to 134217728"},
      {"memory.keep", "a duration is not negative"}}},
    {"kept for long, though nobody is remembered",
     [](Blueprint& b) { b.memory.keep = 24h; },
     {warning("memory.keep", "memory.contacts is 0: nobody is remembered")}},
    {"a window that looks back further than memory",
     [](Blueprint& b) {
       b.memory = {.contacts = 9, .keep = 24h};
       b.groups[0].affinity = Affinity{last_agent().within(24h)}.then(most_frequent().within(25h));
     },
     {warning("groups.sales.affinity[1].window",
              "it is longer than memory.keep: nothing so old is there")}},
};

TEST_CASE("who reads the memory of customers keeps one") { check_each(memories); }

Condition load_to_80() { return at_most(TestKind::load, 80); }

const std::vector<Breakage> conditions{
    {"the load of nobody",
     [](Blueprint& b) {
       b.groups[0].overflow = {{.name = "busy", .when = load_to_80(), .raise_priority = 1}};
       b.add(Entry{.name = "door",
                   .rules = {{.name = "all", .when = load_to_80(), .on_duty = {reject()}}}});
       b.add(Surge{.name = "storm", .enter = load_to_80(), .leave = !load_to_80()});
     },
     {{"groups.sales.overflow[0].when",
       "load is asked of an agent whom affinity names, and there is none here"},
      {"entries.door.rules[0].when",
       "load is asked of an agent whom affinity names, and there is none here"},
      {"surges.storm.enter",
       "load is asked of an agent whom affinity names, and there is none here"},
      {"surges.storm.leave",
       "load is asked of an agent whom affinity names, and there is none here"}}},
    {"a load below nothing, and of a group",
     with(Affinity{given().only_if(at_most(TestKind::load, -1))}.then(
         given().only_if(at_most(TestKind::load, 80, support)))),
     {{at + ".when", "load <= -1 never holds: it is at least 0"},
      {"groups.sales.affinity[1].when", "load is not of a group, and one is named"}}},
    {"the load of a team",
     [](Blueprint& b) {
       b.memory.contacts = 9;
       b.agents[0].team = b.add(Team{"north"});
       b.groups[0].affinity = owner_team().only_if(waited(5s) && load_to_80());
     },
     {{at + ".when", "load is of one agent, and a team is several"}}},
    {"a place in the queue",
     with(given().only_if(at_most(TestKind::position, 3))),
     {warning(at + ".when",
              "position is counted anew whenever it is asked: slow where many wait")}},
    {"a condition that cannot hold",
     with(given().only_if(load_to_80() && at_least(TestKind::load, 81))),
     {warning(at + ".when", "the strategy never decides: its condition cannot hold")}},
    {"what it may ask: of the session, its group, the whole and the agent",
     with(last_agent().only_if(load_to_80() && waited(5s) && at_most(TestKind::length, 30) &&
                               at_least(TestKind::ready, 2, support))),
     {}},
};

TEST_CASE("a strategy's condition asks of the session in its group, and of the agent's load") {
  check_each(conditions);
}

const std::vector<Breakage> idle{
    {"what counts only for a hold",
     last_agent_with([](AffinityStrategy& s) {
       s.hold_for = HoldFor::signed_in;
       s.hold_place = HoldPlace::at_head;
     }),
     {warning(at + ".hold_for", "without a hold it has no effect"),
      warning(at + ".hold_place", "without a hold it has no effect")}},
    {"rings where there is no list, without a hold, and later than it lasts",
     with(Affinity{AffinityStrategy{.kind = AffinityKind::last_agent, .ring = 5s}}
              .then(AffinityStrategy{.kind = AffinityKind::given, .ring = 5s})
              .then(AffinityStrategy{.kind = AffinityKind::given, .hold = 5s, .ring = 5s})),
     {warning(at + ".ring", "only a list has rings: it has no effect"),
      warning("groups.sales.affinity[1].ring", "without a hold it has no effect"),
      warning("groups.sales.affinity[2].ring", "the hold is over before the next ring joins")}},
    {"a window and a scope of what reads no memory",
     with(AffinityStrategy{
         .kind = AffinityKind::given, .scope = AffinityScope::own_group, .window = 1h}),
     {warning(at + ".scope", "only last_agent and most_frequent have a scope"),
      warning(at + ".window", "only what reads the memory of customers has a window")}},
    {"a team's customers, where nobody is in a team",
     with(owner_team()),
     {warning(at + ".kind", "no agent belongs to a team: it names nobody")}},
    {"an agent of another group",
     with(listed({{ann, 9}, {bob, 5}})),
     {warning(at + ".agents[1].agent", R"("bob" is no member of the group)")}},
    {"a backup of other channels",
     [](Blueprint& b) {
       b.groups[1].channels = {ChannelId{1}};
       b.groups[0].affinity = given().or_else(support);
     },
     {warning(at + ".backup", R"("support" serves no channel of this group)")}},
    {"affinity in a pull group",
     [](Blueprint& b) {
       b.groups[0].distribution = Distribution::pull;
       b.groups[0].affinity = given();
     },
     {warning("groups.sales.affinity", "nobody is offered anything in a pull group")}},
    {"substitutes of nobody",
     [](Blueprint& b) { b.groups[0].substitutes = Substitutes::become_familiar; },
     {warning("groups.sales.substitutes", "the group keeps no owners: it has no effect")}},
};

TEST_CASE("what has no effect in affinity is warned of") { check_each(idle); }

Breakage dead(std::string what, const AffinityStrategy& first, const AffinityStrategy& second) {
  return {std::move(what),
          with(Affinity{first}.then(second)),
          {warning("groups.sales.affinity[1]",
                   "the strategy never decides: affinity[0] does wherever it would")}};
}
Breakage alive(std::string what, const AffinityStrategy& first, const AffinityStrategy& second) {
  return {std::move(what), with(Affinity{first}.then(second)), {}};
}
const AffinityStrategy anyone = given().held(10s);

const std::vector<Breakage> order{
    dead("the same twice", anyone, anyone),
    dead("a shorter hold", anyone, given().held(9s)),
    dead("a narrower condition", anyone, anyone.only_if(load_to_80())),
    dead("a narrower window", last_agent(), last_agent().within(1h)),
    dead("no backup where the first has one", anyone.or_else(support), anyone),
    alive("a longer hold", anyone, given().held(11s)),
    alive("a wider condition", anyone.only_if(load_to_80()), anyone),
    alive("a wider window", last_agent().within(1h), last_agent()),
    alive("another window of the most frequent", most_frequent(), most_frequent().within(1h)),
    alive("another scope", last_agent(), last_agent(AffinityScope::own_group)),
    alive("a backup", anyone, anyone.or_else(support)),
    alive("one who is not ready", anyone,
          [] {
            AffinityStrategy waits = anyone;
            waits.hold_for = HoldFor::signed_in;
            return waits;
          }()),
};

TEST_CASE("a strategy that another always comes before is warned of") { check_each(order); }

}  // namespace
}  // namespace acd::test
