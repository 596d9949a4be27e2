// Overflow rules, surges, tickets, callbacks and break rules as TOML.
#include <string>
#include <vector>

#include "acd/toml/blueprint_toml.hpp"
#include "support/catch.hpp"
#include "unit/broken_blueprint.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;

const std::string whole_file = R"toml(channels = ["voice", "callback"]
skills = ["english"]
reasons = ["lunch"]

[limits]
hops = 3

[[capacity]]
name = "two"
units = 2
channels = [{channel = "voice"}, {channel = "callback"}]

[[capacity]]
name = "three"
units = 3
channels = [{channel = "voice"}, {channel = "callback"}]

[[requirement]]
name = "spoken"
requirement = "english"

[[group]]
name = "sales"
target_wait = "30s"
service_window = "30m"
forecast = "counted"
tickets = {due_in = "8h", reminders = ["4h", "1h"], escalate_to = "lead"}
callbacks = {channel = "callback", attempts_max = 5, retry_after = "20m"}

[[group.overflow]]
name = "full"
stage = "arriving"
cause = "too_long"
when = "length >= 20"
targets = [{group = "lead"}, {bot = "helper"}, {message = "lead"}, {to = "message"}]

[[group.overflow]]
name = "wider"
cause = "too_slow"
when = "waited >= 30s"
repeat = {every = "30s", times = 3}
raise_priority = 2
requirement = "spoken"
also_in = ["lead"]

[[group.overflow]]
name = "anybody"
cause = "all_busy"
when = "waited >= 2m and not surge storm"
relaxation = "dropped"

[[group]]
name = "lead"

[[agent]]
name = "ann"
memberships = [{group = "sales"}, {group = "lead", when = "storm"}]
skills = {english = 1}

[[agent]]
name = "bob"
memberships = [{group = "sales"}]

[[bot]]
name = "helper"

[[break_rule]]
name = "lunch"
group = "sales"
reasons = ["lunch"]
ready_min = 1
away_max = 1
answer = "hold"
approval = "needed"

[[surge]]
name = "storm"
enter = "length of sales >= 30"
leave = "length of sales <= 5"
dwell = "5m"
capacities = [{from = "two", to = "three"}]
wrap_ups = [{group = "sales", percent = 50}, {percent = 80}]
)toml";

TEST_CASE("a file with overflow means what it says") {
  const BlueprintRead read = read_blueprint_toml(whole_file, "a.toml");
  REQUIRE(problems_text(read).empty());
  const Blueprint& b = read.blueprint;
  const GroupId sales{0};
  const GroupId lead{1};
  CHECK(b.limits.hops == 3);
  CHECK(b.groups[0].forecast == Forecast::counted);
  CHECK(b.groups[0].tickets ==
        TicketRule{.due_in = 8h, .reminders = {4h, 1h}, .escalate_to = lead});
  CHECK(b.groups[0].callbacks ==
        CallbackRule{.channel = ChannelId{1}, .attempts_max = 5, .retry_after = 20min});
  CHECK(b.groups[0].overflow[0].targets ==
        std::vector{to_group(lead), to_bot(BotId{0}), leave_message(lead), leave_message()});
  CHECK(b.groups[0].overflow[1] == OverflowRule{.name = "wider",
                                                .when = waited(30s),
                                                .repeat = Repeat{.every = 30s, .times = 3},
                                                .raise_priority = 2,
                                                .relaxation = Relaxation::replaced,
                                                .requirement = RequirementId{0},
                                                .also_in = {lead}});
  CHECK(b.groups[0].overflow[2].relaxation == Relaxation::dropped);
  CHECK(b.agents[0].memberships[1].when == SurgeId{0});
  CHECK(b.break_rules[0] == BreakRule{.name = "lunch",
                                      .group = sales,
                                      .reasons = {ReasonId{0}},
                                      .ready_min = 1,
                                      .away_max = 1,
                                      .answer = BreakAnswer::hold,
                                      .approval = BreakApproval::needed});
  CHECK(b.surges[0].capacities ==
        std::vector<CapacitySwap>{{CapacityRuleId{0}, CapacityRuleId{1}}});
  CHECK(b.surges[0].wrap_ups == std::vector<WrapUpScale>{{sales, 50}, {.percent = 80}});
}

TEST_CASE("a file with overflow is written as it was read") {
  const BlueprintRead read = read_blueprint_toml(whole_file, "a.toml");
  CHECK(write_blueprint_toml(read.blueprint) == whole_file);
}

struct BadRule {
  std::string what;
  std::string line;
  std::string problem;
};

// A rule of the group sales; its last line is line 8.
const std::string rule_head =
    "channels = ['voice']\n[[group]]\nname = 'sales'\n[[group]]\nname = 'lead'\n"
    "[[group.overflow]]\nname = 'rule'\n";

const std::vector<BadRule> bad_rules{
    {"a condition", "when = 'waited >= 30'\ntargets = [{to = 'reject'}]",
     "a.toml:8:19: groups.lead.overflow[0].when: "
     "expected a duration such as 90s or 5m, found \"30\"\n"},
    {"a condition that cannot hold", "when = 'occupancy >= 101'\ntargets = [{to = 'reject'}]",
     "a.toml:8:8: groups.lead.overflow[0].when: occupancy >= 101 never holds: it is 0 to 100\n"},
    {"a target twice", "targets = [{group = 'sales', to = 'reject'}]",
     "a.toml:8:12: groups.lead.overflow[0].targets[0]: "
     "one of group, bot, menu, message, callback and to says where it leads\n"},
    {"a target that there is not", "targets = [{message = 'slaes'}]",
     "a.toml:8:23: groups.lead.overflow[0].targets[0].group: "
     "unknown group \"slaes\", did you mean \"sales\"?\n"},
    {"a group without callbacks", "targets = [{callback = 'sales'}]",
     "a.toml:8:24: groups.lead.overflow[0].targets[0].group: \"sales\" has no callback rule\n"},
    {"a cause", "cause = 'slow'\ntargets = [{to = 'reject'}]",
     "a.toml:8:9: groups.lead.overflow[0].cause: expected \"nobody_signed_in\" or \"all_busy\" or "
     "\"closed\" or \"too_long\" or \"too_slow\" or \"forecast_too_slow\" or \"refused\" or "
     "\"pressure\", found \"slow\"\n"},
    {"a step of no length", "repeat = {every = '0s', times = 101}\nraise_priority = 1",
     "a.toml:8:19: groups.lead.overflow[0].repeat.every: it is a second at least\n"
     "a.toml:8:33: groups.lead.overflow[0].repeat.times: 101 is not in 1 to 100\n"},
    {"a surge that there is not", "when = 'surge storm'\ntargets = [{to = 'reject'}]",
     "a.toml:8:15: groups.lead.overflow[0].when: unknown surge \"storm\"\n"},
    {"a surge that contradicts itself",
     "raise_priority = 1\n[[surge]]\nname = 'storm'\nenter = 'length of sales >= 5'\n"
     "leave = 'length of sales <= 5'",
     "a.toml:12:9: surges.storm.leave: it can hold while enter does: the surge would flicker\n"},
    {"an entry's rule",
     "raise_priority = 1\n[[entry]]\nname = 'door'\nrules = [\n"
     "  {name = 'late', when = 'waited >= 3s', on_duty = {group = 'sales'}},\n]",
     "a.toml:12:26: entries.door.rules[0].when: "
     "waited is asked of a session in a group, not by an entry\n"},
};

TEST_CASE("what is wrong with overflow is said at its place") {
  for (const BadRule& bad : bad_rules) {
    INFO(bad.what);
    CHECK(problems_text(read_blueprint_toml(rule_head + bad.line + "\n", "a.toml")) == bad.problem);
  }
}

TEST_CASE("a requirement is replaced or dropped") {
  const std::string text = "skills = ['english']\n" + rule_head +
                           "requirement = 'spoken'\nrelaxation = 'dropped'\n"
                           "[[requirement]]\nname = 'spoken'\nrequirement = 'english'\n";
  CHECK(problems_text(read_blueprint_toml(text, "a.toml")) ==
        "a.toml:7:1: groups.lead.overflow[0]: "
        "a requirement is replaced or dropped, and this does both\n");
}

}  // namespace
}  // namespace acd::test
