// Blueprints as TOML: what a file means, and what is said about each kind of mistake.
#include "acd/toml/blueprint_toml.hpp"

#include <string>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "unit/broken_blueprint.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;

struct BadFile {
  std::string what;
  std::string text;
  std::string problems;  // as problems_text says them
};

void check_each(const std::vector<BadFile>& files) {
  for (const BadFile& file : files) {
    INFO(file.what);
    CHECK(problems_text(read_blueprint_toml(file.text, "a.toml", sound_registry())) ==
          file.problems);
  }
}

// The first line of most files, so that nothing else is wrong with them.
const std::string voice = "channels = [\"voice\"]\n";

TEST_CASE("an empty file lacks a channel") {
  check_each(
      {{"empty", "", "a.toml:1:1: channels: there is no channel, at least one is needed\n"}});
}

TEST_CASE("one error of TOML is one problem, where the parser stopped") {
  const std::vector<std::pair<std::string, Position>> files{
      {"channels = [\n", {1, 14}},           // the array does not end
      {"name = 'a'\nname = 'b'\n", {2, 8}},  // a key twice
      {"seed = \n", {1, 8}},                 // no value
      {"普通话 = 1\n", {1, 1}},              // such a key needs quotes
      {"name = '安\n", {1, 10}},             // the string does not end
  };
  for (const auto& [text, position] : files) {
    INFO(text);
    const BlueprintRead read = read_blueprint_toml(text, "a.toml");
    REQUIRE(read.problems.size() == 1);
    CHECK(read.problems[0].path.empty());
    CHECK_FALSE(read.problems[0].message.empty());  // the TOML library's own
    CHECK(read.problems[0].position.line == position.line);
    CHECK(read.problems[0].position.column == position.column);
  }
}

TEST_CASE("behind an error of TOML reading goes on: the others are told, what follows is not") {
  const std::string group = "[[group]]\nname = \"sales\"\nweight = 300\n";
  const std::string weight = "groups.sales.weight: 300 is not in 0 to 255\n";
  const std::string agent = "[[agent]]\nname = \"ann\"\nmemberships = [{group = \"sales\"}]\n";
  const std::string no_value = "this is no value: texts stand in double quotes\n";
  const std::string no_quote = "this text has no closing quote on its line\n";
  check_each({
      {"a value before it", voice + "name = bank\n" + group,
       "a.toml:2:8: " + no_value + "a.toml:5:10: " + weight},
      {"one before and one behind", voice + "name = bank\n" + group + "wrap_up = soon\n",
       "a.toml:2:8: " + no_value + "a.toml:5:10: " + weight + "a.toml:6:11: " + no_value},
      {"a name that is used below is lost", voice + "[[group]]\nname = \"sales\n" + agent,
       "a.toml:3:14: " + no_quote},
      {"another name that is not known", voice + "[[group]]\nname = \"sale\n" + agent,
       "a.toml:3:13: " + no_quote +
           "a.toml:6:25: agents.ann.memberships[0].group: unknown group \"sales\"\n"},
      {"a header, with its table and those within it",
       voice + "[[group]\nname = \"sales\"\n[[group.overflow]]\nwhat = 1\n" + agent +
           "skils = {}\n",
       "a.toml:2:9: expected ']', saw the end of the line, in a table header\n"
       "a.toml:9:1: agents.ann.skils: unknown key \"skils\", did you mean \"skills\"?\n"},
      {"a list that does not end", "channels = [\"voice\"\n" + group,
       "a.toml:2:1: expected comma or closing ']', saw '[', in a array\na.toml:4:10: " + weight},
      {"a list over several lines", "channels = [\n  \"voice\",\n  chat,\n  \"mail\"\n]\n" + group,
       "a.toml:3:3: " + no_value + "a.toml:8:10: " + weight},
      {"a text over several lines that does not end",
       voice + group + "wrap_up = \"\"\"\n1m\n[limits]\nsesions = 1\n",
       "a.toml:4:10: " + weight +
           "a.toml:8:1: limits.sesions: unknown key \"sesions\", did you mean \"sessions\"?\n"
           "a.toml:8:13: encountered end-of-file, in a string\n"},
      {"what only a check of the whole would find is for the next run",
       "name = bank\n[[group]]\nname = \"sales\"\n", "a.toml:1:8: " + no_value},
  });
}

TEST_CASE("a file full of errors of TOML ends with the first thirty") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "a" + std::to_string(i) + " = no\n";
  CHECK(read_blueprint_toml(text + "name = 5\n", "a.toml").problems.size() == 30);
}

const std::vector<BadFile> wrong_keys{
    {"near a key", voice + "\n[[group]]\nname = 'sales'\nagent_oder = 'fixed'\n",
     R"(a.toml:5:1: groups.sales.agent_oder: unknown key "agent_oder", )"
     "did you mean \"agent_order\"?\n"},
    {"near no key", voice + "colour = 'red'\n", "a.toml:2:1: colour: unknown key \"colour\"\n"},
    {"a family by its other name", voice + "[[groups]]\nname = 'sales'\n",
     "a.toml:2:3: groups: unknown key \"groups\", did you mean \"group\"?\n"},
    {"in an inline table",
     voice + "[[group]]\nname = 'g'\n[[agent]]\nname = 'a'\n"
             "memberships = [{group = 'g', lvel = 3}]\n",
     "a.toml:6:30: agents.a.memberships[0].lvel: unknown key \"lvel\", did you mean \"level\"?\n"},
    {"several, in the order of the file", voice + "b = 1\na = 2\n",
     "a.toml:2:1: b: unknown key \"b\"\na.toml:3:1: a: unknown key \"a\"\n"},
};

TEST_CASE("an unknown key is named with its place and a guess") { check_each(wrong_keys); }

const std::vector<BadFile> wrong_types{
    {"a number for a name", voice + "name = 3\n",
     "a.toml:2:8: name: expected a string, found a whole number\n"},
    {"a string for a number", voice + "[limits]\nsessions = 'many'\n",
     "a.toml:3:12: limits.sessions: expected a whole number, found a string\n"},
    {"a decimal number", voice + "[limits]\nsessions = 1.5\n",
     "a.toml:3:12: limits.sessions: expected a whole number, found a decimal number\n"},
    {"a number for a duration", voice + "[[group]]\nname = 'g'\nwrap_up = 30\n",
     "a.toml:4:11: groups.g.wrap_up.any_channel: "
     "expected a duration such as \"1m30s\", found a whole number\n"},
    {"a duration with a space", voice + "[[group]]\nname = 'g'\nmax_wait = '5 m'\n",
     "a.toml:4:12: groups.g.max_wait: expected a duration such as \"1m30s\", found \"5 m\"\n"},
    {"a table for an array", voice + "[group]\nname = 'g'\n",
     "a.toml:2:1: groups: expected an array of tables, their headers in double brackets, found a "
     "table\n"},
    {"a string for a table", voice + "group = ['g']\n",
     "a.toml:2:10: groups[0]: expected a table, found a string\n"},
    {"a string for an array", "channels = 'voice'\n",
     "a.toml:1:12: channels: expected an array, found a string\n"},
    {"a number among names", "channels = ['voice', 3]\n",
     "a.toml:1:22: channels[1]: expected a string, found a whole number\n"},
    {"a number for a policy", voice + "work_order = 1\n",
     "a.toml:2:14: work_order: expected a string, found a whole number\n"},
    {"an array for skills", voice + "[[agent]]\nname = 'a'\nskills = ['english']\n",
     "a.toml:4:10: agents.a.skills: expected a table, found an array\n"},
    {"a number for a line's name", voice + "[[group]]\nname = 'g'\noffer_rule = 0\n",
     "a.toml:4:14: groups.g.offer_rule: "
     "expected the name of an offer rule, found a whole number\n"},
    {"no enumerator", voice + "[[offer_rule]]\nname = 'ring'\nmode = 'ofer'\n",
     "a.toml:4:8: offer_rules.ring.mode: expected \"assign\" or \"offer\", found \"ofer\", "
     "did you mean \"offer\"?\n"},
    {"a truth for an enumerator", voice + "[[group]]\nname = 'g'\ndistribution = true\n",
     "a.toml:4:16: groups.g.distribution: "
     "expected \"push\" or \"pull\", found true or false\n"},
};

TEST_CASE("a value of the wrong type is named with what was expected") { check_each(wrong_types); }

const std::vector<BadFile> wrong_numbers{
    {"beyond the type", voice + "[[group]]\nname = 'g'\nweight = 256\n",
     "a.toml:4:10: groups.g.weight: 256 is not in 0 to 255\n"},
    {"negative", voice + "[limits]\nsessions = -1\n",
     "a.toml:3:12: limits.sessions: -1 is not in 0 to 4294967295\n"},
    {"beyond the rule", voice + "[[group]]\nname = 'g'\nweight = 0\n",
     "a.toml:4:10: groups.g.weight: 0 is not in 1 to 255\n"},
    {"a seed beyond 64 bits", voice + "seed = '18446744073709551616'\n",
     "a.toml:2:8: seed: expected a whole number of 64 bits, "
     "found \"18446744073709551616\"\n"},
};

TEST_CASE("a number out of range is named with its range") { check_each(wrong_numbers); }

const std::vector<BadFile> wrong_names{
    {"near a name",
     voice + "[[group]]\nname = 'sales'\n[[agent]]\nname = 'ann'\n"
             "memberships = [{group = 'slaes'}]\n",
     "a.toml:6:25: agents.ann.memberships[0].group: "
     "unknown group \"slaes\", did you mean \"sales\"?\n"},
    {"a key of a table of names",
     voice + "skills = ['english']\n[[agent]]\nname = 'ann'\n"
             "skills = {english = 3, germn = 2}\n",
     "a.toml:5:24: agents.ann.skills[1].skill: unknown skill \"germn\"\n"},
    {"a channel",
     "channels = ['voice', 'chat']\n[[group]]\nname = 'g'\n"
     "channels = ['voice', 'caht']\nwrap_up_by_channel = {voce = '3s'}\n",
     "a.toml:4:22: groups.g.channels[1]: unknown channel \"caht\", did you mean \"chat\"?\n"
     "a.toml:5:23: groups.g.wrap_up.channels[0].channel: "
     "unknown channel \"voce\", did you mean \"voice\"?\n"},
    {"no name is near nothing", voice + "[[agent]]\nname = '安'\ncapacity = '小'\n",
     "a.toml:4:12: agents.安.capacity: unknown capacity rule \"小\"\n"},
    {"a line without a name", voice + "\n[[agent]]\npick_right = 'all_groups'\n",
     "a.toml:3:1: agents[0].name: the name is empty\n"},
    {"a member without its name", voice + "[[agent]]\nname = 'a'\nmemberships = [{level = 3}]\n",
     "a.toml:4:16: agents.a.memberships[0].group: no group is given\n"},
};

TEST_CASE("an unknown name is named with a guess") { check_each(wrong_names); }

const std::vector<BadFile> wrong_policies{
    {"in a basic string", voice + "work_order = \"heaviest_group then oldst\"\n",
     "a.toml:2:35: work_order: unknown criterion \"oldst\", did you mean \"oldest\"?\n"},
    {"in a literal string, after Chinese",
     voice + "skills = ['普通话']\n[[requirement]]\nname = 'r'\nrequirement = '普通话 > 3'\n",
     "a.toml:5:20: requirements.r.requirement: expected \"and\", \"or\" or the end, "
     "found \">\"\n"},
    {"after escapes the column is that of the text",
     voice + "[[requirement]]\nname = 'r'\nrequirement = \"\\\"tier 2\\\" >= 2\"\n",
     "a.toml:4:16: requirements.r.requirement: unknown skill \"tier 2\"\n"},
    {"behind escapes",
     voice + "skills = ['tier 2']\n[[requirement]]\nname = 'r'\n"
             "requirement = \"\\\"tier 2\\\" > 2\"\n",
     "a.toml:5:15: requirements.r.requirement: expected \"and\", \"or\" or the end, "
     "found \">\", at column 10 of the text\n"},
    {"in several lines", voice + "work_order = '''\noldst'''\n",
     "a.toml:2:14: work_order: unknown criterion \"oldst\", did you mean \"oldest\"?, "
     "at column 1 of the text\n"},
};

TEST_CASE("a broken policy is named at its column inside the string") {
  check_each(wrong_policies);
}

const std::vector<BadFile> unsound{
    {"a duplicate", "channels = ['voice', 'voice']\n",
     "a.toml:1:22: channels[1].name: the name \"voice\" is taken by channels[0]\n"},
    {"a name that needs quotes in its path",
     voice + "[[group]]\nname = 'tier 2.b[1]'\nsession_order = 'most_urgent then aged(0s)'\n",
     "a.toml:4:17: groups.\"tier 2.b[1]\".session_order[1].step: "
     "this duration is above zero\n"},
    {"a level in a table",
     voice + "skills = ['普通话']\n[[agent]]\nname = 'a'\n"
             "skills = {'普通话' = 11}\n",
     "a.toml:5:19: agents.a.skills[0].level: level 11 is above level_max, 10\n"},
    {"what is unbound", voice + "[[host_rank]]\nname = 'luck'\n",
     "a.toml:2:1: host_ranks.luck: the registry does not bind it\n"},
    {"all at once, in the order of the file",
     "[limits]\nsessions = 0\n[[agent]]\nname = 'a'\nwrap_up = '-1s'\nskils = {}\n",
     "a.toml:1:1: channels: there is no channel, at least one is needed\n"
     "a.toml:2:12: limits.sessions: 0 is not in 1 to 16777216\n"
     "a.toml:5:11: agents.a.wrap_up.any_channel: a duration is not negative\n"
     "a.toml:6:1: agents.a.skils: unknown key \"skils\", did you mean \"skills\"?\n"},
};

TEST_CASE("an unsound blueprint's problems have the positions of their members") {
  check_each(unsound);
}

const std::string whole_file = R"toml(name = "bank"
seed = "18446744073709551615"
work_order = "oldest"
channels = ["voice", "chat"]
skills = ["english", "普通话"]
reasons = ["lunch"]

[limits]
sessions = 500

[[attribute]]
name = "tier"
type = "symbol"
symbols = ["silver", "gold"]

[[host_rank]]
name = "stake"
version = 1

[[offer_rule]]
name = "ring"
mode = "offer"
time_limit = "15s"
misses_max = 2

[[capacity]]
name = "blended"
units = 3
channels = [{channel = "voice", cost = 3, interrupts = ["chat"]}, {channel = "chat"}]

[[requirement]]
name = "spoken"
requirement = "english >= 3 and not 普通话"

[[group]]
name = "sales"
channels = ["voice"]
weight = 2
session_order = "host_rank(stake) then highest_attribute(tier)"
wrap_up = "30s"
wrap_up_by_channel = {chat = "5s"}
max_length = 12
max_wait = "5m"

[[agent]]
name = "安"
memberships = [{group = "sales", level = 3, delay = "10s"}]
skills = {"普通话" = 4, english = 1}
pick_right = "all_groups"
)toml";

TEST_CASE("a file with one of everything means what it says") {
  const BlueprintRead read = read_blueprint_toml(whole_file, "bank.toml", sound_registry());
  REQUIRE(problems_text(read) ==
          "bank.toml:33:15: warning: requirements.spoken.requirement: no agent meets it\n");
  const Blueprint& b = read.blueprint;
  CHECK(read.file == "bank.toml");
  CHECK(b.name == "bank");
  CHECK(b.seed == 18446744073709551615U);
  CHECK(b.work_order == WorkOrder{oldest_first()});
  CHECK(b.channels == std::vector<Channel>{{"voice"}, {"chat"}});
  CHECK(b.limits == Limits{.sessions = 500});
  CHECK(b.offer_rules[0] ==
        OfferRule{.name = "ring", .mode = OfferMode::offer, .time_limit = 15s, .misses_max = 2});
  CHECK(b.capacities[0].channels[0] ==
        ChannelCapacity{.channel = ChannelId{0}, .cost = 3, .interrupts = {ChannelId{1}}});
  CHECK(b.requirements[0].requirement == (skill_at_least(SkillId{0}, 3) && !has_skill(SkillId{1})));
  CHECK(b.groups[0].session_order ==
        SessionOrder{session_host_rank(HostRankId{0})}.then(highest_attribute(AttributeId{0})));
  CHECK(b.groups[0].wrap_up == WrapUpRule{.any_channel = 30s, .channels = {{ChannelId{1}, 5s}}});
  CHECK(b.groups[0].max_length == 12U);
  CHECK(b.agents[0].name == "安");
  CHECK(b.agents[0].memberships[0] == Membership{.group = GroupId{0}, .level = 3, .delay = 10s});
  CHECK(b.agents[0].skills == std::vector<SkillLevel>{{SkillId{1}, 4}, {SkillId{0}, 1}});
  CHECK(b.agents[0].pick_right == PickRight::all_groups);
}

TEST_CASE("a file in the usual order is written as it was read") {
  const BlueprintRead read = read_blueprint_toml(whole_file, "bank.toml", sound_registry());
  CHECK(write_blueprint_toml(read.blueprint) == whole_file);
}

}  // namespace
}  // namespace acd::test
