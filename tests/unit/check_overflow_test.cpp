// What the check says about overflow rules, tickets and callbacks.
#include "support/catch.hpp"
#include "unit/broken_blueprint.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;

constexpr ChannelId voice{0};
constexpr ChannelId chat{1};
constexpr GroupId sales{0};
constexpr GroupId support{1};

std::function<void(Blueprint&)> rule(const OverflowRule& rule) {
  return [rule](Blueprint& b) { b.groups[0].overflow = {rule}; };
}
const OverflowRule sound{.name = "rule", .raise_priority = 1};
template <class Change>
std::function<void(Blueprint&)> rule_with(const Change& change) {
  OverflowRule changed = sound;
  change(changed);
  return rule(changed);
}
const std::string at = "groups.sales.overflow[0]";

const std::vector<Breakage> steps{
    {"a rule without a name",
     rule_with([](OverflowRule& r) { r.name.clear(); }),
     {{at + ".name", "the name is empty"}}},
    {"a stage, a cause and a relaxation that there are not",
     rule_with([](OverflowRule& r) {
       r.stage = static_cast<OverflowStage>(2);
       r.cause = static_cast<OverflowCause>(8);
       r.relaxation = static_cast<Relaxation>(3);
     }),
     {{at + ".stage", "there is no enumerator 2"},
      {at + ".cause", "there is no enumerator 8"},
      {at + ".relaxation", "there is no enumerator 3"}}},
    {"steps of no length, without end",
     rule_with([](OverflowRule& r) { r.repeat = Repeat{.every = 0s, .times = 0}; }),
     {{at + ".repeat.every", "it is a second at least"},
      {at + ".repeat.times", "0 is not in 1 to 100"}}},
    {"a hundred and one steps",
     rule_with([](OverflowRule& r) { r.repeat = Repeat{.every = 1s, .times = 101}; }),
     {{at + ".repeat.times", "101 is not in 1 to 100"}}},
    {"a requirement that replaces nothing",
     rule_with([](OverflowRule& r) { r.requirement = RequirementId{0}; }),
     {{at + ".requirement", "a requirement is given, and the relaxation replaces none"}}},
    {"a replacement that is not there",
     rule_with([](OverflowRule& r) {
       r.relaxation = Relaxation::replaced;
       r.requirement = RequirementId{4};
     }),
     {{at + ".requirement", "there is no requirement #4"}}},
    {"33 rules",
     [](Blueprint& b) { b.groups[0].overflow.assign(33, sound); },
     {{"groups.sales.overflow", "33 lines, at most 32"}}},
    {"a rule that does nothing",
     rule({.name = "idle", .when = waited(30s)}),
     {{at, "the rule does nothing"}}},
};

TEST_CASE("overflow rules do something, in steps of some length") { check_each(steps); }

const std::vector<Breakage> widenings{
    {"more groups than a session can wait in, among them its own, one twice and one unknown",
     rule_with([](OverflowRule& r) {
       r.also_in = {support, sales, support, GroupId{5}};
     }),
     {{at + ".also_in", "4 groups, at most 3"},
      {at + ".also_in[1]", "it waits in its own group anyway"},
      {at + ".also_in[2]", R"("support" is listed twice)"},
      {at + ".also_in[3]", "there is no group #5"}}},
    {"a pull group",
     [](Blueprint& b) {
       b.groups[1].distribution = Distribution::pull;
       b.groups[0].overflow = {{.name = "wider", .also_in = {support}}};
     },
     {{at + ".also_in[0]", R"("support" is a pull group: nobody is offered there)"}}},
    {"a group of other channels",
     [](Blueprint& b) {
       b.groups[1].channels = {chat};
       b.groups[0].overflow = {{.name = "wider", .also_in = {support}}};
     },
     {warning(at + ".also_in[0]", R"("support" serves no channel of this group)")}},
    {"wider and away at once",
     rule_with([](OverflowRule& r) {
       r.also_in = {support};
       r.targets = {reject()};
     }),
     {{at + ".also_in", "a rule widens or leads elsewhere, and this does both"}}},
};

TEST_CASE("a session also waits where somebody may be offered it") { check_each(widenings); }

const std::vector<Breakage> targets{
    {"targets that lead nowhere",
     rule_with([](OverflowRule& r) {
       r.targets = {Target{}, to_named_group(), to_menu(MenuNodeId{0})};
     }),
     {{at + ".targets[0]",
       "an overflow rule leads to a group, a bot, a message, a callback, the host or out"},
      {at + ".targets[1]",
       "an overflow rule leads to a group, a bot, a message, a callback, the host or out"},
      {at + ".targets[2].node", "there is no menu node #0"},
      {at + ".targets[2]",
       "an overflow rule leads to a group, a bot, a message, a callback, the host or out"}}},
    {"back to its own group",
     rule_with([](OverflowRule& r) {
       r.targets = {to_group(sales), leave_message(sales)};
     }),
     {{at + ".targets[0].group", "it leads back to its own group"},
      {at + ".targets[1].group", "it leads back to its own group"}}},
    {"groups that there are not, and one that calls nobody back",
     rule_with([](OverflowRule& r) {
       r.targets = {to_group(GroupId{7}), leave_message(GroupId{8}), ask_callback(GroupId{9}),
                    ask_callback(support)};
     }),
     {{at + ".targets[0].group", "there is no group #7"},
      {at + ".targets[1].group", "there is no group #8"},
      {at + ".targets[2].group", "there is no group #9"},
      {at + ".targets[3].group", R"("support" has no callback rule)"}}},
    {"a group of other channels",
     [](Blueprint& b) {
       b.groups[1].channels = {chat};
       b.groups[0].overflow = {{.name = "away", .targets = {to_group(support)}}};
     },
     {warning(at + ".targets[0].group", R"("support" serves no channel of this group)")}},
    {"an entry that promises a callback nobody makes",
     [](Blueprint& b) {
       b.add(Entry{.name = "door",
                   .rules = {{.name = "all", .on_duty = {.target = ask_callback(support)}}}});
     },
     {{"entries.door.rules[0].on_duty.target.group", R"("support" has no callback rule)"}}},
    {"an arrival that widens, repeats and goes nowhere",
     rule({.name = "first",
           .stage = OverflowStage::arriving,
           .repeat = Repeat{.every = 30s},
           .also_in = {support}}),
     {{at + ".repeat", "a session arrives once"},
      {at + ".also_in", "a session that arrives waits nowhere yet"},
      {at + ".targets", "a rule of arrivals leads somewhere, and this does not"}}},
    {"more hops than are counted",
     [](Blueprint& b) { b.limits.hops = 16; },
     {{"limits.hops", "16 is not in 0 to 15"}}},
};

TEST_CASE("overflow rules lead where a session can go") { check_each(targets); }

const std::vector<Breakage> tickets{
    {"a ticket that is due at once, with reminders after it",
     [](Blueprint& b) {
       b.groups[0].tickets = TicketRule{.due_in = 0s, .reminders = {1h}, .escalate_to = sales};
     },
     {{"groups.sales.tickets.due_in", "this duration is above zero"},
      {"groups.sales.tickets.reminders[0]",
       "the ticket does not exist yet: this is due_in or longer"},
      {"groups.sales.tickets.escalate_to", "it is there already"}}},
    {"reminders that do not come nearer, and one at the due time",
     [](Blueprint& b) {
       b.groups[0].tickets = TicketRule{.due_in = 8h, .reminders = {1h, 1h, 0s}};
     },
     {{"groups.sales.tickets.reminders[1]",
       "reminders come nearer to the due time, and this does not"},
      {"groups.sales.tickets.reminders[2]", "this duration is above zero"}}},
    {"nine reminders",
     [](Blueprint& b) {
       b.groups[0].tickets = TicketRule{.due_in = 10h};
       for (int hours = 9; hours > 0; --hours) {
         b.groups[0].tickets->reminders.push_back(std::chrono::hours{hours});
       }
     },
     {{"groups.sales.tickets.reminders", "9 reminders, at most 8"}}},
    {"supervisors who are nowhere, or elsewhere",
     [](Blueprint& b) {
       b.groups[1].channels = {chat};
       b.groups[0].tickets = TicketRule{.due_in = 8h, .escalate_to = support};
       b.groups[1].tickets = TicketRule{.due_in = 8h, .escalate_to = GroupId{3}};
     },
     {warning("groups.sales.tickets.escalate_to", R"("support" serves no channel of this group)"),
      {"groups.support.tickets.escalate_to", "there is no group #3"}}},
    {"callbacks on a channel that the group does not serve, never tried, at once",
     [](Blueprint& b) {
       b.groups[0].callbacks = CallbackRule{
           .channel = chat, .attempts_max = 0, .retry_after = 0s, .hours = TimePlanId{0}};
     },
     {{"groups.sales.callbacks.channel", R"(the group does not serve "chat")"},
      {"groups.sales.callbacks.attempts_max", "0 is not in 1 to 255"},
      {"groups.sales.callbacks.retry_after", "this duration is above zero"},
      {"groups.sales.callbacks.hours", "there is no time plan #0"}}},
    {"a service level over nothing",
     [](Blueprint& b) {
       b.groups[0].target_wait = -1s;
       b.groups[0].service_window = 11s;
       b.groups[0].forecast = static_cast<Forecast>(2);
     },
     {{"groups.sales.target_wait", "a duration is not negative"},
      {"groups.sales.service_window", "it is 12 seconds at least"},
      {"groups.sales.forecast", "there is no enumerator 2"}}},
    {"a reserve for a surge that there is not",
     [](Blueprint& b) { b.agents[0].memberships[0].when = SurgeId{0}; },
     {{"agents.ann.memberships[0].when", "there is no surge #0"}}},
};

TEST_CASE("tickets fall due, callbacks are tried") { check_each(tickets); }

const std::vector<Breakage> breaks{
    {"lines that there are not, a reason twice, an answer that there is not",
     [](Blueprint& b) {
       b.add(BreakRule{.name = "lunch",
                       .group = GroupId{4},
                       .reasons = {ReasonId{0}, ReasonId{0}, ReasonId{1}},
                       .ready_min = 1,
                       .answer = static_cast<BreakAnswer>(2),
                       .approval = static_cast<BreakApproval>(2)});
     },
     {{"break_rules.lunch.group", "there is no group #4"},
      {"break_rules.lunch.reasons[1]", R"("lunch" is listed twice)"},
      {"break_rules.lunch.reasons[2]", "there is no reason #1"},
      {"break_rules.lunch.answer", "there is no enumerator 2"},
      {"break_rules.lunch.approval", "there is no enumerator 2"}}},
    {"a rule that asks for nothing, and two that nothing can satisfy",
     [](Blueprint& b) {
       b.add(BreakRule{.name = "free"});
       b.add(BreakRule{.name = "none", .group = sales, .away_max = 0});
       b.add(BreakRule{.name = "all stay", .group = sales, .ready_min = 1});
     },
     {warning("break_rules.free", "the rule allows every break"),
      warning("break_rules.none.away_max", "no break is ever allowed"),
      warning("break_rules.\"all stay\".ready_min",
              "no break is ever allowed: there are 1 members")}},
};

TEST_CASE("break rules allow some breaks and not others") { check_each(breaks); }

}  // namespace
}  // namespace acd::test
