// What is warned of when a blueprint without an error is seen as a whole.
#include "support/catch.hpp"
#include "unit/broken_blueprint.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;

constexpr ChannelId voice{0};
constexpr SkillId english{0};
constexpr SkillId trainee{1};
constexpr AttributeId vip{0};
constexpr GroupId sales{0};
constexpr GroupId support{1};

OverflowRule away(std::string name, const Condition& when, Target target) {
  return {.name = std::move(name), .when = when, .targets = {target}};
}
std::function<void(Blueprint&)> rules(std::vector<OverflowRule> rules) {
  return [rules](Blueprint& b) { b.groups[0].overflow = rules; };
}
const std::string at = "groups.sales.overflow";

const std::vector<Breakage> shadows{
    {"a rule behind one that takes everybody",
     rules({away("all", Condition::anything(), reject()), away("late", waited(30s), to_host())}),
     {warning(at + "[1].when", R"(the rule never acts: "all" takes whoever it would act on)")}},
    {"a longer wait behind a shorter one",
     rules({away("soon", waited(30s), reject()),
            away("late", waited(60s) && attribute_is(vip, 1), to_host())}),
     {warning(at + "[1].when", R"(the rule never acts: "soon" takes whoever it would act on)")}},
    {"a shorter wait behind a longer one is asked first",
     rules({away("late", waited(60s), reject()), away("soon", waited(30s), to_host())}),
     {}},
    {"two rules that leave nobody for a third",
     rules({away("vip", attribute_is(vip, 1), to_host()),
            away("others", !attribute_is(vip, 1), reject()),
            away("late", waited(60s), leave_message())}),
     {warning(at + "[2].when",
              "the rule never acts: those before it take whoever it would act on")}},
    {"a rule that may not take, or only at times, shadows nobody",
     rules({away("helpers", Condition::anything(), to_group(support)),
            {.name = "at times", .repeat = Repeat{.every = 30s}, .targets = {reject()}},
            away("late", waited(60s), leave_message())}),
     {}},
    {"arrivals do not shadow those who wait",
     rules({{.name = "first",
             .stage = OverflowStage::arriving,
             .when = at_least(TestKind::length, 20),
             .targets = {reject()}},
            away("late", at_least(TestKind::length, 20), leave_message())}),
     {}},
    {"contradictions",
     rules({away("both", at_least(TestKind::length, 20) && at_most(TestKind::length, 10), reject()),
            {.name = "early",
             .stage = OverflowStage::arriving,
             .when = waited(30s),
             .targets = {reject()}},
            away("never full", holds(TestKind::full), reject()),
            away("chats", is_channel(ChannelId{1}), reject())}),
     {warning(at + "[1].when", "the rule never acts: its condition cannot hold"),
      warning(at + "[0].when", "the rule never acts: its condition cannot hold"),
      warning(at + "[2].when", "the rule never acts: its condition cannot hold"),
      warning(at + "[3].when", "the rule never acts: its condition cannot hold")}},
    {"a target behind one that takes everybody",
     rules({{.name = "away", .targets = {to_group(support), reject(), to_host()}}}),
     {warning(at + "[0].targets[2]",
              "it is never reached: the targets before it take every session")}},
    {"rules of an entry",
     [](Blueprint& b) {
       b.add(Entry{
           .name = "door",
           .rules = {{.name = "vip", .when = attribute_is(vip, 1), .on_duty = {.target = reject()}},
                     {.name = "vip by voice",
                      .when = attribute_is(vip, 1) && is_channel(voice),
                      .on_duty = {.target = to_group(sales)}},
                     {.name = "neither",
                      .when = names_group(sales) && names_group(support),
                      .on_duty = {.target = to_group(sales)}}}});
     },
     {warning("entries.door.rules[1].when",
              R"(the rule never acts: "vip" takes whoever it would act on)"),
      warning("entries.door.rules[2].when", "the rule never acts: its condition cannot hold")}},
};

TEST_CASE("rules that never act are told of, with those that take their sessions") {
  check_each(shadows);
}

const std::vector<Breakage> moves{
    {"two groups that lend to each other",
     [](Blueprint& b) {
       b.groups[0].overflow = {away("out", waited(30s), to_group(support))};
       b.groups[1].overflow = {away("back", waited(30s), to_group(sales))};
     },
     {warning(at + "[0]", R"(rules lead round: "sales" -> "support" -> "sales"; )"
                          "a session is not taken back to where it was")}},
    {"a ring of three, by a message",
     [](Blueprint& b) {
       const GroupId third = b.add(SkillGroup{.name = "third"});
       b.agents[0].memberships.push_back({.group = third});
       b.groups[0].overflow = {away("a", waited(30s), to_group(support))};
       b.groups[1].overflow = {away("b", waited(30s), leave_message(third))};
       b.groups[2].overflow = {away("c", waited(30s), to_group(sales))};
     },
     {warning(at + "[0]", R"(rules lead round: "sales" -> "support" -> "third" -> "sales"; )"
                          "a session is not taken back to where it was")}},
    {"three that all lend to each other: each is told of once",
     [](Blueprint& b) {
       const GroupId third = b.add(SkillGroup{.name = "third"});
       b.agents[0].memberships.push_back({.group = third});
       b.groups[0].overflow = {away("a", waited(30s), to_group(support)),
                               away("b", waited(40s), to_group(third))};
       b.groups[1].overflow = {away("a", waited(30s), to_group(sales)),
                               away("b", waited(40s), to_group(third))};
       b.groups[2].overflow = {away("a", waited(30s), to_group(sales)),
                               away("b", waited(40s), to_group(support))};
     },
     {warning("groups.third.overflow[1]", R"(rules lead round: "third" -> "support" -> "third"; )"
                                          "a session is not taken back to where it was"),
      warning("groups.sales.overflow[1]",
              R"(rules lead round: "sales" -> "third" -> "support" -> "sales"; )"
              "a session is not taken back to where it was")}},
    {"a way back that is never taken is none",
     [](Blueprint& b) {
       b.groups[0].overflow = {away("out", waited(30s), to_group(support))};
       b.groups[1].overflow = {
           away("back", waited(30s) && holds(TestKind::overdue), to_group(sales))};
     },
     {warning("groups.support.overflow[0].when",
              "the rule never acts: its condition cannot hold")}},
    {"a chain longer than a session may go",
     [](Blueprint& b) {
       b.limits.hops = 1;
       const GroupId third = b.add(SkillGroup{.name = "third"});
       b.agents[0].memberships.push_back({.group = third});
       b.groups[0].overflow = {away("a", waited(30s), to_group(support))};
       b.groups[1].overflow = {away("b", waited(30s), to_group(third))};
     },
     {warning("limits.hops",
              R"(a session stops after 1 of the moves "sales" -> "support" -> "third")")}},
};

TEST_CASE("ways that lead round or too far are told of with their chain") { check_each(moves); }

const std::vector<Breakage> staff{
    {"a group without members",
     [](Blueprint& b) { b.agents[1].memberships.clear(); },
     {warning("groups.support", "no agent is a member")}},
    {"a group without members whose sessions go elsewhere",
     [](Blueprint& b) {
       b.agents[1].memberships.clear();
       b.groups[1].overflow = {{.name = "helpers", .also_in = {sales}}};
     },
     {}},
    {"a group from which a supervisor picks",
     [](Blueprint& b) {
       b.agents[1].memberships.clear();
       b.groups[1].distribution = Distribution::pull;
       b.agents[0].pick_right = PickRight::all_groups;
     },
     {}},
    {"a plan without agents: they come from elsewhere", [](Blueprint& b) { b.agents.clear(); }, {}},
    {"callbacks that no member makes, unless there is a surge",
     [](Blueprint& b) {
       const CapacityRuleId voice_only =
           b.add(CapacityRule{.name = "voice only", .channels = {{.channel = voice}}});
       b.agents[1].capacity = voice_only;
       b.groups[1].callbacks = CallbackRule{.channel = ChannelId{1}};
     },
     {warning("groups.support.callbacks.channel", "the capacity of no member lists it")}},
    {"requirements beyond everybody",
     [](Blueprint& b) {
       b.requirements[0].requirement = skill_at_least(english, 9);
       b.groups[0].requirement = has_skill(trainee);
     },
     {warning("requirements.spoken.requirement", "no agent meets it"),
      warning("groups.sales.requirement", "no member meets it")}},
    {"a replacement that only others meet",
     [](Blueprint& b) {
       b.groups[1].overflow = {
           {.name = "spoken", .relaxation = Relaxation::replaced, .requirement = RequirementId{0}}};
     },
     {warning("groups.support.overflow[0].requirement", R"(no member of "support" meets it)")}},
    {"a requirement of an entry that only others meet",
     [](Blueprint& b) {
       b.add(Entry{
           .name = "door",
           .rules = {{.name = "all",
                      .on_duty = {.target = to_group(support), .requirement = RequirementId{0}}}}});
     },
     {warning("entries.door.rules[0].on_duty.requirement", R"(no member of "support" meets it)")}},
};

TEST_CASE("work that nobody can do is told of") { check_each(staff); }

/// Two more of sales: cid with english 3, dan without.
void add_speakers(Blueprint& b) {
  b.add(Agent{.name = "cid", .memberships = {{.group = sales}}, .skills = {{english, 3}}});
  b.add(Agent{.name = "dan", .memberships = {{.group = sales}}, .skills = {{trainee, 1}}});
  b.add(NamedRequirement{"fluent", skill_at_least(english, 4)});
  b.add(NamedRequirement{"any", Requirement::anything()});
}
constexpr RequirementId spoken{0};
constexpr RequirementId fluent{1};
constexpr RequirementId any{2};

OverflowRule relaxed(std::string name, const Condition& when, RequirementId requirement) {
  return {.name = std::move(name),
          .when = when,
          .relaxation = Relaxation::replaced,
          .requirement = requirement};
}
std::function<void(Blueprint&)> relaxations(std::vector<OverflowRule> rules) {
  return [rules](Blueprint& b) {
    add_speakers(b);
    b.groups[0].overflow = rules;
  };
}

const std::vector<Breakage> steps{
    {"from fluent over spoken to any",
     relaxations({relaxed("spoken", waited(30s) && requires_just(fluent), spoken),
                  relaxed("any", waited(60s), any)}),
     {}},
    {"a step that asks for more",
     relaxations({relaxed("spoken", waited(30s), spoken), relaxed("fluent", waited(60s), fluent)}),
     {warning(at + "[1].requirement",
              R"(no relaxation: every member who meets it meets that of "spoken" too)")}},
    {"steps for different customers",
     relaxations({relaxed("spoken", waited(30s) && attribute_is(vip, 0), spoken),
                  relaxed("fluent", waited(60s) && attribute_is(vip, 1), fluent)}),
     {}},
    {"what is asked already",
     relaxations({relaxed("spoken", waited(30s) && requires_just(spoken), fluent)}),
     {warning(at + "[0].requirement",
              R"(no relaxation: every member who meets it meets "spoken" too)")}},
    {"nothing to drop",
     rules({{.name = "drop",
             .when = waited(30s) && requires_just({}),
             .relaxation = Relaxation::dropped}}),
     {warning(at + "[0].relaxation", "it acts on sessions that ask for nothing")}},
};

TEST_CASE("relaxations that let nobody new serve are told of") { check_each(steps); }

}  // namespace
}  // namespace acd::test
