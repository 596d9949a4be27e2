// What the check says about groups and agents.
#include "support/catch.hpp"
#include "unit/broken_blueprint.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;

constexpr ChannelId voice{0};
constexpr ChannelId chat{1};

const std::vector<Breakage> groups{
    {"a channel twice",
     [](Blueprint& b) {
       b.groups[0].channels = {voice, voice};
     },
     {{"groups.sales.channels[1]", R"("voice" is listed twice)"}}},
    {"one unknown channel",
     [](Blueprint& b) {
       b.groups[0].channels = {ChannelId{4}, voice};
     },
     {{"groups.sales.channels[0]", "there is no channel #4"}}},
    {"no channel left",
     [](Blueprint& b) {
       b.groups[1].channels = {ChannelId{4}, ChannelId{}};
       b.agents[1].memberships.clear();
     },
     {{"groups.support.channels[0]", "there is no channel #4"},
      {"groups.support.channels[1]", "no channel is given"},
      {"groups.support.channels", "the group is left without a channel"}}},
    {"weight 0",
     [](Blueprint& b) { b.groups[0].weight = 0; },
     {{"groups.sales.weight", "0 is not in 1 to 255"}}},
    {"no distribution",
     [](Blueprint& b) { b.groups[0].distribution = static_cast<Distribution>(2); },
     {{"groups.sales.distribution", "there is no enumerator 2"}}},
    {"an unknown offer rule",
     [](Blueprint& b) { b.groups[0].offer_rule = OfferRuleId{1}; },
     {{"groups.sales.offer_rule", "there is no offer rule #1"}}},
    {"no offer rule",
     [](Blueprint& b) { b.groups[0].offer_rule = OfferRuleId::none(); },
     {{"groups.sales.offer_rule", "no offer rule is given"}}},
    {"a negative wrap-up",
     [](Blueprint& b) { b.groups[0].wrap_up.any_channel = -1s; },
     {{"groups.sales.wrap_up.any_channel", "a duration is not negative"}}},
    {"wrap-ups of unknown channels, twice the same, too long",
     [](Blueprint& b) {
       b.groups[0].wrap_up.channels = {
           {chat, 1s}, {ChannelId{2}, 1s}, {chat, longest + Duration{1}}};
     },
     {{"groups.sales.wrap_up.channels[1].channel", "there is no channel #2"},
      {"groups.sales.wrap_up.channels[2].channel", R"("chat" is listed twice)"},
      {"groups.sales.wrap_up.channels[2].duration",
       "a duration is at most 2^51 microseconds, 71 years"}}},
    {"no waiting at all is a length of 0, not a wait of 0",
     [](Blueprint& b) {
       b.groups[0].max_length = 0U;
       b.groups[0].max_wait = 0s;
     },
     {{"groups.sales.max_wait", "this duration is above zero"}}},
    {"a negative short abandon",
     [](Blueprint& b) { b.groups[0].short_abandon = -5s; },
     {{"groups.sales.short_abandon", "a duration is not negative"}}},
};

TEST_CASE("groups serve channels that exist, by rules that exist") { check_each(groups); }

const std::vector<Breakage> agents{
    {"an unknown capacity",
     [](Blueprint& b) { b.agents[0].capacity = CapacityRuleId{1}; },
     {{"agents.ann.capacity", "there is no capacity rule #1"}}},
    {"an unknown group",
     [](Blueprint& b) { b.agents[0].memberships[0].group = GroupId{2}; },
     {{"agents.ann.memberships[0].group", "there is no group #2"}}},
    {"no group",
     [](Blueprint& b) { b.agents[0].memberships[0].group = GroupId{}; },
     {{"agents.ann.memberships[0].group", "no group is given"}}},
    {"the same group twice",
     [](Blueprint& b) { b.agents[0].memberships.push_back({.group = GroupId{0}}); },
     {{"agents.ann.memberships[1].group", R"("sales" is listed twice)"}}},
    {"a level above the highest",
     [](Blueprint& b) { b.agents[0].memberships[0].level = 11; },
     {{"agents.ann.memberships[0].level", "level 11 is above level_max, 10"}}},
    {"a negative delay",
     [](Blueprint& b) { b.agents[0].memberships[0].delay = -1s; },
     {{"agents.ann.memberships[0].delay", "a duration is not negative"}}},
    {"shares of 101 percent",
     [](Blueprint& b) {
       b.agents[0].memberships[0].share_percent = 60;
       b.agents[0].memberships.push_back({.group = GroupId{1}, .share_percent = 41});
     },
     {{"agents.ann.memberships", "the shares add up to 101 percent, at most 100"}}},
    {"shares of 100 percent",
     [](Blueprint& b) {
       b.agents[0].memberships[0].share_percent = 60;
       b.agents[0].memberships.push_back({.group = GroupId{1}, .share_percent = 40});
     },
     {}},
    {"a capacity for none of the group's channels",
     [](Blueprint& b) {
       b.add(CapacityRule{.name = "chat only", .channels = {{.channel = chat}}});
       b.agents[0].capacity = CapacityRuleId{1};
     },
     {{"agents.ann.memberships[0].group", R"(capacity "chat only" serves no channel of "sales")"}}},
    {"a skill twice, an unknown one, a level above the highest",
     [](Blueprint& b) {
       b.agents[1].skills = {{SkillId{1}, 2}, {SkillId{1}, 11}, {SkillId{2}, 1}};
     },
     {{"agents.bob.skills[1].skill", R"("trainee" is listed twice)"},
      {"agents.bob.skills[1].level", "level 11 is above level_max, 10"},
      {"agents.bob.skills[2].skill", "there is no skill #2"}}},
    {"a wrap-up too long",
     [](Blueprint& b) { b.agents[0].wrap_up.any_channel = longest + Duration{1}; },
     {{"agents.ann.wrap_up.any_channel", "a duration is at most 2^51 microseconds, 71 years"}}},
    {"no right to pick",
     [](Blueprint& b) { b.agents[1].pick_right = static_cast<PickRight>(2); },
     {{"agents.bob.pick_right", "there is no enumerator 2"}}},
};

TEST_CASE("agents belong to groups that exist and can serve them") { check_each(agents); }

}  // namespace
}  // namespace acd::test
