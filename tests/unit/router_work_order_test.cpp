// Which of his groups a freed agent serves: each criterion by a case that it alone decides.
#include <cstdlib>

#include "small_plan.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;
using References = std::vector<std::uint64_t>;

Blueprint two_groups(const WorkOrder& order) {
  Blueprint blueprint =
      small_plan(std::vector<SkillGroup>{{.session_order = SessionOrder{oldest()}},
                                         {.session_order = SessionOrder{oldest()}}},
                 {"ann"});
  blueprint.work_order = order;
  return blueprint;
}

}  // namespace

TEST_CASE("The heaviest group is served first, whatever waits elsewhere") {
  Blueprint blueprint = two_groups(heaviest_group());
  blueprint.groups[1].weight = 2;
  Desk desk{blueprint};
  desk.arrive({.priority = 9, .group = first_group, .reference = 1});
  desk.pass(60s);
  desk.arrive({.group = second_group, .reference = 2});
  CHECK(references_served(desk, "ann") == References{2, 1});
}

TEST_CASE("The group an agent prefers is served first") {
  Blueprint blueprint = two_groups(preferred_group());
  blueprint.agents[0].memberships[0].preference = 1;
  Desk desk{blueprint};
  desk.arrive({.group = first_group, .reference = 1});
  desk.arrive({.group = second_group, .reference = 2});
  CHECK(references_served(desk, "ann") == References{2, 1});
}

TEST_CASE("Across groups the more urgent first session wins, then the older") {
  Desk desk{two_groups(WorkOrder{most_urgent_first()}.then(oldest_first()))};
  desk.arrive({.group = first_group, .reference = 1});
  desk.pass(1s);
  desk.arrive({.group = second_group, .reference = 2, .start = desk.now() - 5s});
  desk.arrive({.priority = 1, .group = second_group, .reference = 3});
  // Inside the second group the older is first, so the urgent one stands behind it.
  CHECK(references_served(desk, "ann") == References{2, 3, 1});
}

TEST_CASE("Across groups the session due first is served first") {
  Desk desk{two_groups(earliest_due_first())};
  desk.arrive({.group = first_group, .reference = 1, .due = desk.now() + 20s});
  desk.arrive({.group = second_group, .reference = 2, .due = desk.now() + 10s});
  CHECK(references_served(desk, "ann") == References{2, 1});
}

TEST_CASE("Across groups waiting is worth priority") {
  Desk desk{two_groups(aged_first(10s))};
  desk.arrive({.group = first_group, .reference = 1});
  desk.pass(21s);
  desk.arrive({.priority = 2, .group = second_group, .reference = 2});
  CHECK(references_served(desk, "ann") == References{1, 2});
}

TEST_CASE("The longest weighted wait is compared when the agent is freed") {
  Blueprint blueprint = two_groups(longest_weighted_wait());
  blueprint.groups[1].weight = 3;
  for (const auto& [wait, expected] : {std::pair{9s, References{1, 2}}, {11s, {2, 1}}}) {
    Desk desk{blueprint};
    desk.arrive({.group = first_group, .reference = 1});
    desk.pass(20s);
    desk.arrive({.group = second_group, .reference = 2});
    desk.pass(wait);  // 29 against 3 * 9; 31 against 3 * 11
    CHECK(references_served(desk, "ann") == expected);
  }
}

TEST_CASE("The longest queue is weighted and counts down as it is served") {
  Blueprint blueprint = two_groups(longest_queue());
  blueprint.groups[0].weight = 2;
  Desk desk{blueprint};
  for (const std::uint64_t reference : {11U, 12U}) {
    desk.arrive({.group = first_group, .reference = reference});
  }
  for (const std::uint64_t reference : {21U, 22U, 23U}) {
    desk.arrive({.group = second_group, .reference = reference});
  }
  // 2 * 2 to 3; 2 * 1 to 3; 2 to 2: the smaller session number; 0 to 2
  CHECK(references_served(desk, "ann") == References{11, 21, 12, 22, 23});
}

TEST_CASE("An agent's time is divided by his shares") {
  Blueprint blueprint = two_groups(largest_share_deficit());
  blueprint.agents[0].memberships[0].share_percent = 75;
  blueprint.agents[0].memberships[1].share_percent = 25;
  Desk desk{blueprint};
  for (std::uint64_t i = 0; i < 100; ++i) {
    desk.arrive({.group = first_group, .reference = 1});
    desk.arrive({.group = second_group, .reference = 2});
  }
  desk.ready("ann");
  int served[3] = {0, 0, 0};
  for (int i = 0; i < 100; ++i) {
    const SessionHandle session = desk.last(EventKind::assigned).session;
    ++served[desk.view(session).reference];
    desk.pass(60s);
    desk.complete(session);
  }
  CHECK(std::abs(served[1] - 75) <= 1);
  CHECK(served[1] + served[2] == 100);
}

TEST_CASE("A session that an agent cannot serve never stands in the way of one that he can") {
  Blueprint blueprint = two_groups(WorkOrder{oldest_first()});
  const SkillId french = blueprint.add(Skill{.name = "french"});
  const RequirementId speaks =
      blueprint.add(NamedRequirement{.name = "speaks", .requirement = has_skill(french)});
  Desk desk{blueprint};
  const SessionHandle first =
      desk.arrive({.group = first_group, .requirement = speaks, .reference = 1});
  desk.pass(60s);
  desk.arrive({.group = first_group, .reference = 2});
  desk.arrive({.group = second_group, .reference = 3});
  CHECK(references_served(desk, "ann") == References{2, 3});
  CHECK(desk.router().why_not(first, desk.agent("ann")) == WhyNot::lacks_requirement);
}

}  // namespace acd::test
