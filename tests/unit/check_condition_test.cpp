// What the check says about conditions: leaves that stand in the wrong place or can never hold.
#include "support/catch.hpp"
#include "unit/broken_blueprint.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;

constexpr GroupId sales{0};
constexpr GroupId support{1};
constexpr AttributeId vip{0};

/// A rule of sales that waits for the condition.
std::function<void(Blueprint&)> when(const Condition& condition) {
  return [condition](Blueprint& b) {
    b.groups[0].overflow = {{.name = "rule", .when = condition, .raise_priority = 1}};
  };
}
std::vector<Problem> error(std::string message) {
  return {{"groups.sales.overflow[0].when", std::move(message)}};
}

Condition between(TestKind kind, std::int64_t low, std::int64_t high) {
  return Test{.kind = kind, .low = low, .high = high};
}

const std::vector<Breakage> ranges{
    {"an empty range", when(between(TestKind::length, 5, 2)), error("length of 5 to 2 is empty")},
    {"an empty span", when(between(TestKind::oldest_wait, 60'000'000, 1)),
     error("oldest_wait of 60s to 1us is empty")},
    {"a step of no length", when(between(TestKind::waited, 0, 0)),
     error("waited is just 0s: a step of no length")},
    {"more than all agents busy", when(at_least(TestKind::occupancy, 101)),
     error("occupancy >= 101 never holds: it is 0 to 100")},
    {"percentages beyond 100", when(between(TestKind::service_level, 80, 120)),
     error("service_level in 80..120 is not in 0 to 100 percent")},
    {"a place before the first",
     when(at_most(TestKind::position, 0)),
     {warning("groups.sales.overflow[0].when",
              "position is counted anew whenever it is asked: slow where many wait"),
      {"groups.sales.overflow[0].when", "position <= 0 never holds: it is at least 1"}}},
    {"a priority above the highest", when(at_least(TestKind::priority, 10)),
     error("priority >= 10 never holds: it is 0 to 9")},
    {"more moves than there can be", when(at_least(TestKind::hops, 9)),
     error("hops >= 9 never holds: it is 0 to 8")},
    {"less than nothing", when(at_most(TestKind::ready, -1)),
     error("ready <= -1 never holds: it is at least 0")},
    {"a wait before the beginning", when(between(TestKind::expected_wait, unbounded_below, -1)),
     error("expected_wait <= -1us never holds: it is at least 0s")},
    {"what always holds",
     when(at_least(TestKind::length, 0)),
     {warning("groups.sales.overflow[0].when", "length >= 0 always holds")}},
    {"a flag that is neither",
     when(attribute_is(vip, 2)),
     {warning("groups.sales.overflow[0].when", R"("vip" in 2..2 never holds: it is 0 to 1)"),
      warning("groups.sales.overflow[0].when", "the rule never acts: its condition cannot hold")}},
    {"no leaf at all", when(Test{.kind = static_cast<TestKind>(25)}),
     error("there is no enumerator 25")},
};

TEST_CASE("leaves compare with what their value can be") { check_each(ranges); }

const std::vector<Breakage> lines{
    {"lines that there are not",
     when(is_on(SurgeId{0}) || requires_just(RequirementId{1}) ||
          at_least(TestKind::length, 1, GroupId{7})),
     {{"groups.sales.overflow[0].when", "there is no surge #0"},
      {"groups.sales.overflow[0].when", "there is no requirement #1"},
      {"groups.sales.overflow[0].when", "there is no group #7"}}},
    {"a session's fact of another group", when(holds(TestKind::eligible, support)),
     error("eligible is not of a group, and one is named")},
    {"an entry asks before there is a group",
     [](Blueprint& b) {
       b.add(Entry{.name = "door",
                   .rules = {{.name = "late",
                              .when = waited(30s) && holds(TestKind::full),
                              .on_duty = {.target = to_group(sales)}}}});
     },
     {{"entries.door.rules[0].when", "waited is asked of a session in a group, not by an entry"},
      {"entries.door.rules[0].when",
       "full names no group, and there is no group of its own here"}}},
    {"a surge asks of a session",
     [](Blueprint& b) {
       b.add(Surge{.name = "storm",
                   .enter = attribute_is(vip, 1) || holds(TestKind::overdue) ||
                            at_least(TestKind::length, 5)});
     },
     {{"surges.storm.enter", "has is asked of a session, and a surge has none"},
      {"surges.storm.enter", "overdue is asked of a session, and a surge has none"},
      {"surges.storm.enter", "length names no group, and there is no group of its own here"}}},
};

TEST_CASE("leaves stand where they can be asked") { check_each(lines); }

}  // namespace
}  // namespace acd::test
