// What the check says about names, simple lines, offer rules, capacities and limits.
#include <limits>

#include "acd/config/compiled_plan.hpp"
#include "support/catch.hpp"
#include "unit/broken_blueprint.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;

const Duration too_long = longest + Duration{1};
const char* const too_long_message = "a duration is at most 2^51 microseconds, 71 years";

const std::vector<Breakage> names{
    {"an empty name",
     [](Blueprint& b) { b.channels[1].name = ""; },
     {{"channels[1].name", "the name is empty"}}},
    {"a channel twice",
     [](Blueprint& b) { b.channels[1].name = "voice"; },
     {{"channels[1].name", R"(the name "voice" is taken by channels[0])"}}},
    {"a skill twice",
     [](Blueprint& b) { b.add(Skill{"english"}); },
     {{"skills[2].name", R"(the name "english" is taken by skills[0])"}}},
    {"an attribute twice",
     [](Blueprint& b) { b.add(Attribute{"vip"}); },
     {{"attributes[2].name", R"(the name "vip" is taken by attributes[0])"}}},
    {"a reason twice",
     [](Blueprint& b) { b.add(Reason{"lunch"}); },
     {{"reasons[1].name", R"(the name "lunch" is taken by reasons[0])"}}},
    {"a host rank twice",
     [](Blueprint& b) {
       b.add(HostRank{"stake", 1});
     },
     {{"host_ranks[2].name", R"(the name "stake" is taken by host_ranks[1])"}}},
    {"an offer rule twice",
     [](Blueprint& b) { b.add(OfferRule{.name = "ring"}); },
     {{"offer_rules[1].name", R"(the name "ring" is taken by offer_rules[0])"}}},
    {"a capacity rule twice",
     [](Blueprint& b) { b.add(CapacityRule{.name = "blended"}); },
     {{"capacities[1].name", R"(the name "blended" is taken by capacities[0])"}}},
    {"a requirement twice",
     [](Blueprint& b) {
       b.add(NamedRequirement{"spoken", {}});
     },
     {{"requirements[1].name", R"(the name "spoken" is taken by requirements[0])"}}},
    {"a group twice",
     [](Blueprint& b) { b.add(SkillGroup{.name = "sales"}); },
     {{"groups[2].name", R"(the name "sales" is taken by groups[0])"}}},
    {"an agent three times",
     [](Blueprint& b) {
       b.add(Agent{.name = "ann"});
       b.add(Agent{.name = "ann"});
     },
     {{"agents[2].name", R"(the name "ann" is taken by agents[0])"},
      {"agents[3].name", R"(the name "ann" is taken by agents[0])"}}},
    {"a name that is no word",
     [](Blueprint& b) {
       b.groups[0].name = "tier 2";
       b.groups[0].weight = 0;
     },
     {{R"(groups."tier 2".weight)", "0 is not in 1 to 255"}}},
};

TEST_CASE("names are unique in their family and not empty") { check_each(names); }

const std::vector<Breakage> lines{
    {"no channel",
     [](Blueprint& b) { b = Blueprint{}; },
     {{"channels", "there is no channel, at least one is needed"}}},
    {"33 channels",
     [](Blueprint& b) {
       for (int i = 2; i < 33; ++i) b.add(Channel{"c" + std::to_string(i)});
     },
     {{"channels", "33 lines, at most 32"}}},
    {"33 attributes",
     [](Blueprint& b) {
       for (int i = 2; i < 33; ++i) b.add(Attribute{"a" + std::to_string(i)});
     },
     {{"attributes", "33 lines, at most 32"}}},
    {"255 reasons are the most",
     [](Blueprint& b) {
       for (int i = 1; i < 255; ++i) b.add(Reason{"r" + std::to_string(i)});
     },
     {}},
    {"256 reasons",
     [](Blueprint& b) {
       for (int i = 1; i < 256; ++i) b.add(Reason{"r" + std::to_string(i)});
     },
     {{"reasons", "256 lines, at most 255"}}},
    {"no symbols",
     [](Blueprint& b) { b.attributes[1].symbols = {}; },
     {{"attributes.tier.symbols", "a symbol attribute lists its symbols"}}},
    {"symbols of a flag",
     [](Blueprint& b) { b.attributes[0].symbols = {"yes"}; },
     {{"attributes.vip.symbols", "only a symbol attribute lists symbols"}}},
    {"symbols empty and twice",
     [](Blueprint& b) {
       b.attributes[1].symbols = {"gold", "", "gold"};
     },
     {{"attributes.tier.symbols[1]", "the symbol is empty"},
      {"attributes.tier.symbols[2]", R"("gold" is listed twice)"}}},
    {"no type",
     [](Blueprint& b) { b.attributes[0].type = static_cast<AttributeType>(3); },
     {{"attributes.vip.type", "there is no enumerator 3"}}},
};

TEST_CASE("families have a size, attributes their symbols") { check_each(lines); }

const std::vector<Breakage> offer_rules{
    {"no mode",
     [](Blueprint& b) { b.offer_rules[0].mode = static_cast<OfferMode>(2); },
     {{"offer_rules.ring.mode", "there is no enumerator 2"}}},
    {"no time limit",
     [](Blueprint& b) { b.offer_rules[0].time_limit = 0s; },
     {{"offer_rules.ring.time_limit", "this duration is above zero"}}},
    {"time limit too long",
     [](Blueprint& b) { b.offer_rules[0].time_limit = too_long; },
     {{"offer_rules.ring.time_limit", too_long_message}}},
    {"the longest time limit", [](Blueprint& b) { b.offer_rules[0].time_limit = longest; }, {}},
    {"fan-out 0",
     [](Blueprint& b) { b.offer_rules[0].fan_out = 0; },
     {{"offer_rules.ring.fan_out", "0 is not in 1 to 64"}}},
    {"fan-out 65",
     [](Blueprint& b) { b.offer_rules[0].fan_out = 65; },
     {{"offer_rules.ring.fan_out", "65 is not in 1 to 64"}}},
    {"no offers",
     [](Blueprint& b) { b.offer_rules[0].offers_max = std::uint16_t{0}; },
     {{"offer_rules.ring.offers_max", "0 is not in 1 to 65535"}}},
    {"retry at once",
     [](Blueprint& b) { b.offer_rules[0].retry_after = -1s; },
     {{"offer_rules.ring.retry_after", "this duration is above zero"}}},
    {"no misses",
     [](Blueprint& b) { b.offer_rules[0].misses_max = std::uint8_t{0}; },
     {{"offer_rules.ring.misses_max", "0 is not in 1 to 255"}}},
    {"a lease of zero ends at once",
     [](Blueprint& b) { b.offer_rules[0].withdrawal_lease = 0s; },
     {}},
    {"a negative lease",
     [](Blueprint& b) { b.offer_rules[0].withdrawal_lease = -1us; },
     {{"offer_rules.ring.withdrawal_lease", "a duration is not negative"}}},
};

TEST_CASE("offer rules have limits above zero") { check_each(offer_rules); }

const std::vector<Breakage> capacities{
    {"no units",
     [](Blueprint& b) { b.capacities[0].units = 0; },
     {{"capacities.blended.units", "0 is not in 1 to 255"},
      {"capacities.blended.channels[0].cost", "3 is not in 1 to 0, the units of the rule"},
      {"capacities.blended.channels[1].cost", "1 is not in 1 to 0, the units of the rule"}}},
    {"256 units",
     [](Blueprint& b) { b.capacities[0].units = 256; },
     {{"capacities.blended.units", "256 is not in 1 to 255"}}},
    {"an unknown channel",
     [](Blueprint& b) { b.capacities[0].channels[1].channel = ChannelId{7}; },
     {{"capacities.blended.channels[1].channel", "there is no channel #7"}}},
    {"a channel twice",
     [](Blueprint& b) { b.capacities[0].channels[1].channel = ChannelId{0}; },
     {{"capacities.blended.channels[1].channel", R"("voice" is listed twice)"}}},
    {"cost 0",
     [](Blueprint& b) { b.capacities[0].channels[0].cost = 0; },
     {{"capacities.blended.channels[0].cost", "0 is not in 1 to 3, the units of the rule"}}},
    {"cost above the units",
     [](Blueprint& b) { b.capacities[0].channels[0].cost = 4; },
     {{"capacities.blended.channels[0].cost", "4 is not in 1 to 3, the units of the rule"}}},
    {"no sessions",
     [](Blueprint& b) { b.capacities[0].channels[1].sessions_max = 0; },
     {{"capacities.blended.channels[1].sessions_max", "0 is not in 1 to 65535"}}},
    {"interrupts itself, twice the same, and an unknown one",
     [](Blueprint& b) {
       b.capacities[0].channels[0].interrupts = {ChannelId{0}, ChannelId{1}, ChannelId{1},
                                                 ChannelId{9}};
     },
     {{"capacities.blended.channels[0].interrupts[0]", R"("voice" interrupts itself)"},
      {"capacities.blended.channels[0].interrupts[2]", R"("chat" is listed twice)"},
      {"capacities.blended.channels[0].interrupts[3]", "there is no channel #9"}}},
};

TEST_CASE("capacity rules charge what they have, for channels that exist") {
  check_each(capacities);
}

const std::vector<Breakage> limits{
    {"no sessions",
     [](Blueprint& b) { b.limits.sessions = 0; },
     {{"limits.sessions", "0 is not in 1 to 16777216"}}},
    {"too many sessions",
     [](Blueprint& b) { b.limits.sessions = (1U << 24) + 1; },
     {{"limits.sessions", "16777217 is not in 1 to 16777216"}}},
    {"fewer requirements than named",
     [](Blueprint& b) { b.limits.requirements = 0; },
     {{"limits.requirements", "0 is less than the blueprint's own 1 requirements"}}},
    {"no classes",
     [](Blueprint& b) { b.limits.classes = 0; },
     {{"limits.classes", "0 is not in 1 to 16777216"}}},
    {"3 exclusions",
     [](Blueprint& b) { b.limits.exclusions_per_session = 3; },
     {{"limits.exclusions_per_session", "3 is not in 4 to 64"}}},
    {"65 exclusions",
     [](Blueprint& b) { b.limits.exclusions_per_session = 65; },
     {{"limits.exclusions_per_session", "65 is not in 4 to 64"}}},
    {"priorities to 64",
     [](Blueprint& b) { b.limits.priority_max = 64; },
     {{"limits.priority_max", "64 is not in 0 to 63"}}},
    {"levels to 64",
     [](Blueprint& b) { b.limits.level_max = 64; },
     {{"limits.level_max", "64 is not in 0 to 63"}}},
};

TEST_CASE("limits have ranges") { check_each(limits); }

TEST_CASE("a sound blueprint has no problem") {
  CHECK(lines_of(check(sound_blueprint(), sound_registry())).empty());
}

TEST_CASE("without capacity and offer rules a blueprint has those by default") {
  Blueprint b;
  b.add(Channel{"voice"});
  b.add(SkillGroup{.name = "sales"});
  b.add(Agent{.name = "ann", .memberships = {{.group = GroupId{0}}}});
  CHECK(lines_of(check(b, {})).empty());
}

TEST_CASE("every problem is reported at once, in the order of the members") {
  Blueprint b = sound_blueprint();
  b.limits.sessions = 0;
  b.agents[0].name = "";
  b.groups[0].weight = 0;
  b.channels[0].name = "";
  b.offer_rules[0].fan_out = 0;
  CHECK(lines_of(check(b, sound_registry())) ==
        std::vector<std::string>{
            "channels[0].name: the name is empty", "offer_rules.ring.fan_out: 0 is not in 1 to 64",
            "groups.sales.weight: 0 is not in 1 to 255", "agents[0].name: the name is empty",
            "limits.sessions: 0 is not in 1 to 16777216"});
}

}  // namespace
}  // namespace acd::test
