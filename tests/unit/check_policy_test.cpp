// What the check says about requirements, orderings and host ranks.
#include "acd/config/compiled_plan.hpp"
#include "support/catch.hpp"
#include "unit/broken_blueprint.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;

constexpr SkillId english{0};
constexpr HostRankId fair_share{0};
constexpr HostRankId stake{1};

Requirement grown_too_long() {
  Requirement all = has_skill(english);
  while (!all.is_too_long()) all = all && has_skill(english);
  return all;
}

const std::vector<Breakage> requirements{
    {"too long",
     [](Blueprint& b) { b.requirements[0].requirement = grown_too_long(); },
     {{"requirements.spoken.requirement", "more than 24 skills and operators, or ill-formed"}}},
    {"an unknown skill",
     [](Blueprint& b) { b.requirements[0].requirement = has_skill(SkillId{5}); },
     {{"requirements.spoken.requirement", "there is no skill #5"}}},
    {"no skill",
     [](Blueprint& b) { b.requirements[0].requirement = has_skill(SkillId{}); },
     {{"requirements.spoken.requirement", "no skill is given"}}},
    {"upside down",
     [](Blueprint& b) {
       b.requirements[0].requirement = SkillTest{english, 4, 2};
     },
     {{"requirements.spoken.requirement", R"("english" in 4..2 is upside down)"}}},
    {"a level that nobody has",
     [](Blueprint& b) { b.requirements[0].requirement = skill_at_least(english, 11); },
     {{"requirements.spoken.requirement", R"("english": level 11 is above level_max, 10)"}}},
    {"the highest level and beyond is the highest",
     [](Blueprint& b) { b.requirements[0].requirement = skill_at_most(english, 200); },
     {}},
    {"every leaf is checked",
     [](Blueprint& b) {
       b.groups[1].requirement = !skill_at_least(english, 12) || has_skill(SkillId{8});
     },
     {{"groups.support.requirement", R"("english": level 12 is above level_max, 10)"},
      {"groups.support.requirement", "there is no skill #8"}}},
};

TEST_CASE("requirements ask for skills that exist at levels that exist") {
  check_each(requirements);
}

const std::vector<Breakage> agent_orders{
    {"no criterion",
     [](Blueprint& b) {
       b.groups[0].agent_order = AgentCriterion{.kind = static_cast<AgentCriterionKind>(14)};
     },
     {{"groups.sales.agent_order[0].kind", "there is no enumerator 14"}}},
    {"an unknown skill at an unknown level",
     [](Blueprint& b) { b.groups[0].agent_order = skilled_first(SkillId{2}, 11); },
     {{"groups.sales.agent_order[0].skill", "there is no skill #2"},
      {"groups.sales.agent_order[0].level", "level 11 is above level_max, 10"}}},
    {"something after weighted_random",
     [](Blueprint& b) {
       b.groups[0].agent_order =
           AgentOrder{highest_level()}.then(weighted_random()).then(longest_ready());
     },
     {{"groups.sales.agent_order[1]", "weighted_random always decides: nothing may follow it"}}},
    {"something after circular and after longest_weighted_ready",
     [](Blueprint& b) {
       b.groups[0].agent_order =
           AgentOrder{circular()}.then(longest_weighted_ready()).then(weighted_random());
     },
     {{"groups.sales.agent_order[0]", "circular always decides: nothing may follow it"},
      {"groups.sales.agent_order[1]",
       "longest_weighted_ready always decides: nothing may follow it"}}},
    {"each of them last",
     [](Blueprint& b) {
       b.groups[0].agent_order = AgentOrder{highest_level()}.then(circular());
       b.groups[1].agent_order = AgentOrder{fixed()}.then(longest_weighted_ready());
     },
     {}},
    {"an unknown host rank",
     [](Blueprint& b) { b.groups[0].agent_order = agent_host_rank(HostRankId{2}); },
     {{"groups.sales.agent_order[0].host_rank", "there is no host rank #2"}}},
    {"a rank of sessions",
     [](Blueprint& b) { b.groups[0].agent_order = agent_host_rank(stake); },
     {{"groups.sales.agent_order[0].host_rank", R"("stake" ranks sessions, not agents)"}}},
    {"exactly 128 bits",
     [](Blueprint& b) {
       b.groups[0].agent_order = AgentOrder{longest_unhandled()}.then(preferred()).then(fixed());
     },
     {}},
    {"wider than 128 bits",
     [](Blueprint& b) {
       b.groups[0].agent_order = AgentOrder{longest_unhandled()}
                                     .then(agent_host_rank(fair_share))
                                     .then(lowest_load())
                                     .then(skilled_first(english, 3));
     },
     {{"groups.sales.agent_order", "the key is 129 bits wide, at most 128"}}},
    {"what follows longest_ready takes no room",
     [](Blueprint& b) {
       b.groups[0].agent_order = AgentOrder{longest_unhandled()}
                                     .then(longest_ready())
                                     .then(longest_unoffered())
                                     .then(fixed());
     },
     {}},
};

TEST_CASE("orders of agents name what exists and fit a key") { check_each(agent_orders); }

const std::vector<Breakage> session_orders{
    {"no criterion",
     [](Blueprint& b) {
       b.groups[0].session_order = SessionCriterion{.kind = static_cast<SessionCriterionKind>(8)};
     },
     {{"groups.sales.session_order[0].kind", "there is no enumerator 8"}}},
    {"ageing without a step",
     [](Blueprint& b) { b.groups[0].session_order = aged(0s); },
     {{"groups.sales.session_order[0].step", "this duration is above zero"}}},
    {"the longest step", [](Blueprint& b) { b.groups[0].session_order = aged(longest / 9); }, {}},
    {"a longer step",
     [](Blueprint& b) { b.groups[0].session_order = aged(longest / 9 + Duration{1}); },
     {{"groups.sales.session_order[0].step",
       "9 steps, for priority_max, are longer than 2^51 microseconds, 71 years"}}},
    {"an unknown attribute",
     [](Blueprint& b) {
       b.groups[0].session_order = SessionOrder{oldest()}.then(lowest_attribute(AttributeId{2}));
     },
     {{"groups.sales.session_order[1].attribute", "there is no attribute #2"}}},
    {"a rank of agents",
     [](Blueprint& b) { b.groups[0].session_order = session_host_rank(fair_share); },
     {{"groups.sales.session_order[0].host_rank", R"("fair_share" ranks agents, not sessions)"}}},
    {"wider than 128 bits",
     [](Blueprint& b) {
       b.groups[0].session_order = SessionOrder{most_urgent()}
                                       .then(aged(1s))
                                       .then(highest_attribute(AttributeId{0}))
                                       .then(most_urgent());
     },
     {{"groups.sales.session_order", "the key is 131 bits wide, at most 128"}}},
    {"narrower priorities make room",
     [](Blueprint& b) {
       b.limits.priority_max = 3;
       b.groups[0].session_order = SessionOrder{most_urgent()}
                                       .then(aged(1s))
                                       .then(highest_attribute(AttributeId{0}))
                                       .then(most_urgent());
     },
     {}},
};

TEST_CASE("orders of sessions name what exists and fit a key") { check_each(session_orders); }

const std::vector<Breakage> work_orders{
    {"no criterion",
     [](Blueprint& b) { b.work_order = WorkCriterion{.kind = static_cast<WorkCriterionKind>(9)}; },
     {{"work_order[0].kind", "there is no enumerator 9"}}},
    {"ageing without a step",
     [](Blueprint& b) { b.work_order = WorkOrder{heaviest_group()}.then(aged_first(0s)); },
     {{"work_order[1].step", "this duration is above zero"}}},
};

TEST_CASE("the order of work ages by steps above zero") { check_each(work_orders); }

std::vector<std::string> problems_with(const Registry& registry) {
  return lines_of(check(sound_blueprint(), registry));
}

std::uint64_t handled(const AgentFacts& facts) { return facts.handled; }

TEST_CASE("host ranks are bound, at their version, to a rank of 1 to 48 bits") {
  using Lines = std::vector<std::string>;
  Registry registry = sound_registry();
  CHECK(problems_with({}) == Lines{"host_ranks.fair_share: the registry does not bind it",
                                   "host_ranks.stake: the registry does not bind it"});
  registry.bind_agent_rank("fair_share", 1, 16, handled);
  CHECK(problems_with(registry) ==
        Lines{"host_ranks.fair_share.version: the registry binds version 1, not 2"});
  registry.bind_agent_rank("fair_share", 2, 0, handled);
  CHECK(problems_with(registry) ==
        Lines{"host_ranks.fair_share: the registry binds a rank of 0 bits, not of 1 to 48"});
  registry.bind_agent_rank("fair_share", 2, 49, handled);
  CHECK(problems_with(registry) ==
        Lines{"host_ranks.fair_share: the registry binds a rank of 49 bits, not of 1 to 48"});
  registry.bind_agent_rank("fair_share", 2, 16, nullptr);
  CHECK(problems_with(registry) ==
        Lines{"host_ranks.fair_share: the registry binds it to an empty function"});
  registry.bind_agent_rank("fair_share", 2, 48, handled);
  CHECK(problems_with(registry).empty());
}

TEST_CASE("a later binding of the same name replaces the earlier") {
  Registry registry;
  registry.bind_agent_rank("rank", 1, 16, handled);
  registry.bind_session_rank("rank", 3, 8, [](const SessionFacts&) { return 0; });
  REQUIRE(registry.find("rank") != nullptr);
  CHECK(registry.find("rank")->version == 3);
  CHECK(registry.find("rank")->session_rank);
  CHECK_FALSE(registry.find("rank")->agent_rank);
  CHECK(registry.find("other") == nullptr);
}

}  // namespace
}  // namespace acd::test
