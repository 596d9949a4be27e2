// What the check says about surges.
#include "support/catch.hpp"
#include "unit/broken_blueprint.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;

constexpr GroupId sales{0};
constexpr GroupId support{1};

std::function<void(Blueprint&)> surge(const Condition& enter,
                                      const std::optional<Condition>& leave = {}) {
  return [=](Blueprint& b) { b.add(Surge{.name = "storm", .enter = enter, .leave = leave}); };
}
const Condition long_queue = at_least(TestKind::length, 50, sales);

const std::vector<Breakage> thresholds{
    {"thresholds apart", surge(long_queue, at_most(TestKind::length, 10, sales)), {}},
    {"thresholds that overlap",
     surge(long_queue, at_most(TestKind::length, 60, sales)),
     {{"surges.storm.leave", "it can hold while enter does: the surge would flicker"}}},
    {"thresholds of different things",
     surge(long_queue, at_most(TestKind::oldest_wait, 10'000'000, sales)),
     {warning("surges.storm.leave", "it can hold while enter does: the surge would flicker")}},
    {"thresholds of different groups",
     surge(long_queue, at_most(TestKind::length, 10, support)),
     {warning("surges.storm.leave", "it can hold while enter does: the surge would flicker")}},
    {"a surge by hand", surge(Condition::nothing()), {}},
    {"a surge by hand that ends by itself",
     surge(Condition::nothing(), at_most(TestKind::length, 10, sales)),
     {}},
    {"a surge that cannot be entered",
     surge(long_queue&& at_most(TestKind::length, 10, sales)),
     {warning("surges.storm.enter", "it cannot hold: the surge is entered by hand only")}},
    {"more ready than signed in",
     surge(at_least(TestKind::ready, 5, sales) && at_most(TestKind::signed_in, 3, sales)),
     {warning("surges.storm.enter", "it cannot hold: the surge is entered by hand only")}},
    {"a full group without a bound",
     surge(holds(TestKind::full, sales)),
     {warning("surges.storm.enter", "it cannot hold: the surge is entered by hand only")}},
    {"a surge that waits for itself",
     surge(is_on(SurgeId{0})),
     {warning("surges.storm.enter", "it cannot hold: the surge is entered by hand only"),
      warning("surges.storm.enter",
              "it holds for good once the surge is on: it is left by hand only")}},
    {"a surge that holds itself",
     surge(long_queue || is_on(SurgeId{0})),
     {warning("surges.storm.enter",
              "it holds for good once the surge is on: it is left by hand only")}},
    {"a surge that waits for its own end",
     surge(long_queue, at_most(TestKind::length, 10, sales) && !is_on(SurgeId{0})),
     {warning("surges.storm.leave",
              "it cannot hold: once entered, the surge is left by hand only")}},
};

TEST_CASE("surges are entered and left by thresholds that do not meet") { check_each(thresholds); }

const std::vector<Breakage> changes{
    {"a dwell of no length",
     [](Blueprint& b) { b.add(Surge{.name = "storm", .dwell = 0s}); },
     {{"surges.storm.dwell", "it is a second at least"}}},
    {"swaps that swap nothing, twice, or what there is not",
     [](Blueprint& b) {
       b.add(Surge{.name = "storm",
                   .capacities = {{CapacityRuleId{0}, CapacityRuleId{0}},
                                  {CapacityRuleId{0}, CapacityRuleId{1}}}});
     },
     {{"surges.storm.capacities[0].to", "nothing is swapped"},
      {"surges.storm.capacities[1].to", "there is no capacity rule #1"},
      {"surges.storm.capacities[1].from", R"("blended" is listed twice)"}}},
    {"a wrap-up of more than all of it, groups twice or unknown",
     [](Blueprint& b) {
       b.add(Surge{
           .name = "storm",
           .wrap_ups = {
               {.percent = 101}, {.percent = 50}, {sales, 50}, {sales, 40}, {GroupId{4}, 0}}});
     },
     {{"surges.storm.wrap_ups[0].percent", "101 is not in 0 to 100"},
      {"surges.storm.wrap_ups[1].group", "every group is listed twice"},
      {"surges.storm.wrap_ups[3].group", R"("sales" is listed twice)"},
      {"surges.storm.wrap_ups[4].group", "there is no group #4"}}},
    {"65 surges, two of one name",
     [](Blueprint& b) {
       for (int i = 0; i < 65; ++i) b.add(Surge{.name = "level " + std::to_string(i % 64)});
     },
     {{"surges", "65 lines, at most 64"},
      {"surges[64].name", R"(the name "level 0" is taken by surges[0])"}}},
};

const std::vector<Breakage> swaps{
    {"a surge in which an agent cannot serve his group",
     [](Blueprint& b) {
       const CapacityRuleId chats =
           b.add(CapacityRule{.name = "chats", .channels = {{.channel = ChannelId{1}}}});
       b.add(Surge{.name = "storm", .capacities = {{CapacityRuleId{0}, chats}}});
     },
     {warning("surges.storm.capacities[0].to",
              R"("chats" serves no channel of "sales", of which "ann" is a member)")}},
    {"callbacks that are made in a surge",
     [](Blueprint& b) {
       const CapacityRuleId voice_only =
           b.add(CapacityRule{.name = "voice only", .channels = {{.channel = ChannelId{0}}}});
       b.agents[1].capacity = voice_only;
       b.groups[1].callbacks = CallbackRule{.channel = ChannelId{1}};
       b.add(Surge{.name = "storm", .capacities = {{voice_only, CapacityRuleId{0}}}});
     },
     {}},
};

const std::vector<Breakage> mirrors{
    {"a surge that looks at itself",
     [](Blueprint& b) {
       const SurgeId own{b.surges.size()};
       b.add(Surge{.name = "storm", .enter = !Condition{is_on(own)}, .leave = is_on(own)});
     },
     {warning("surges.storm.enter",
              "it names the surge itself: with its dwell it may turn on and off for ever"),
      warning("surges.storm.leave",
              "it names the surge itself: with its dwell it may turn on and off for ever")}},
};

TEST_CASE("a surge does not look at itself") { check_each(mirrors); }

TEST_CASE("agents serve their groups in a surge, too") { check_each(swaps); }

TEST_CASE("surges change what there is, by some of it") { check_each(changes); }

}  // namespace
}  // namespace acd::test
