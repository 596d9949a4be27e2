// How policies read, and what is said about texts that are none.
#include "acd/companion/policy_text.hpp"

#include <string>
#include <utility>
#include <vector>

#include "support/catch.hpp"

namespace acd {
namespace {

using namespace std::chrono_literals;

constexpr SkillId english{0};
constexpr SkillId billing{1};
constexpr SkillId trainee{2};
constexpr SkillId tier_2{3};
constexpr SkillId mandarin{4};
constexpr AttributeId vip{0};
constexpr HostRankId fair_share{0};

Blueprint blueprint() {
  Blueprint b;
  for (const char* name : {"english", "billing", "trainee", "tier 2", "普通话", "not"}) {
    b.add(Skill{name});
  }
  b.add(Attribute{.name = "vip", .type = AttributeType::flag});
  b.add(HostRank{"fair_share"});
  return b;
}

const Requirement e3 = skill_at_least(english, 3);
const Requirement b = has_skill(billing);
const Requirement t = has_skill(trainee);

const std::vector<std::pair<Requirement, std::string>> requirements{
    {Requirement::anything(), "anything"},
    {Requirement::nothing(), "nothing"},
    {e3, "english >= 3"},
    {skill_at_most(english, 2), "english <= 2"},
    {SkillTest{english, 2, 4}, "english in 2..4"},
    {has_skill(tier_2), "\"tier 2\""},
    {skill_at_least(mandarin, 2), "普通话 >= 2"},
    {has_skill(SkillId{5}), "\"not\""},
    {has_skill(SkillId{17}), "#17"},
    {e3 && (b || !t), "english >= 3 and (billing or not trainee)"},
    {(e3 && b) || t, "english >= 3 and billing or trainee"},
    {e3 && b && t, "english >= 3 and billing and trainee"},
    {e3 && (b && t), "english >= 3 and (billing and trainee)"},
    {!(b || t), "not (billing or trainee)"},
    {!!b, "not not billing"},
    {b || Requirement::anything(), "billing or anything"},
};

TEST_CASE("requirements print as one would say them, and parse back") {
  for (const auto& [requirement, text] : requirements) {
    CHECK(to_text(requirement, blueprint()) == text);
    CHECK(parse_requirement(text, blueprint()).value == requirement);
  }
}

TEST_CASE("orders print as one would say them, and parse back") {
  const Blueprint names = blueprint();
  const SessionOrder sessions = SessionOrder{most_urgent()}
                                    .then(aged(45s, 5))
                                    .then(SessionOrder{highest_attribute(vip)}.then(aged(90s)));
  CHECK(to_text(sessions, names) ==
        "most_urgent then aged(45s, 5) then highest_attribute(vip) then aged(1m30s)");
  CHECK(parse_session_order(to_text(sessions, names), names).value == sessions);
  const AgentOrder agents =
      AgentOrder{skilled_first(english, 3)}.then(agent_host_rank(fair_share)).then(longest_ready());
  CHECK(to_text(agents, names) ==
        "skilled_first(english, 3) then host_rank(fair_share) then longest_ready");
  CHECK(parse_agent_order(to_text(agents, names), names).value == agents);
  CHECK(to_text(Blueprint{}.work_order, names) == "heaviest_group then most_urgent then oldest");
  CHECK(to_text(WorkOrder{}, names) == "indifferent");
  CHECK(parse_work_order("indifferent", names).value == WorkOrder{});
  CHECK(parse_work_order("indifferent then oldest", names).value == WorkOrder{oldest_first()});
}

TEST_CASE("criteria that decide alone have names like any other") {
  const Blueprint names;
  const AgentOrder in_turn = AgentOrder{preferred()}.then(circular());
  CHECK(to_text(in_turn, names) == "preferred then circular");
  CHECK(parse_agent_order("preferred then circular", names).value == in_turn);
  const AgentOrder weighted{longest_weighted_ready()};
  CHECK(to_text(weighted, names) == "longest_weighted_ready");
  CHECK(parse_agent_order("longest_weighted_ready", names).value == weighted);
}

TEST_CASE("spaces are free, parentheses may be more than are needed") {
  CHECK(parse_requirement(" ( (english>=3)and\tbilling ) ", blueprint()).value == (e3 && b));
  CHECK(parse_requirement("english >= 0", blueprint()).value == has_skill(english));
}

struct Mistake {
  std::string text;
  int column;
  std::string message;
};

template <class Parse>
void check_mistakes(const std::vector<Mistake>& mistakes, const Parse& parse) {
  for (const Mistake& mistake : mistakes) {
    INFO(mistake.text);
    const auto parsed = parse(mistake.text, blueprint());
    CHECK_FALSE(parsed.value);
    CHECK(parsed.message == mistake.message);
    CHECK(parsed.column == mistake.column);
  }
}

TEST_CASE("a broken requirement is refused with its column and what was expected") {
  check_mistakes(
      {
          {"", 1, "expected a skill, found the end"},
          {"englsh", 1, R"(unknown skill "englsh", did you mean "english"?)"},
          {"普通话 and foo", 9, R"(unknown skill "foo")"},
          {"english >", 9, R"(expected "and", "or" or the end, found ">")"},
          {"english >= x", 12, R"(expected a level, 0 to 255, found "x")"},
          {"english >= 256", 12, R"(expected a level, 0 to 255, found "256")"},
          {"english >= 3s", 12, R"(expected a level, 0 to 255, found "3s")"},
          {"english in 2", 13, R"(expected "..", found the end)"},
          {"english in 2..", 15, "expected a level, 0 to 255, found the end"},
          {"(english", 9, R"-(expected ")", found the end)-"},
          {"english)", 8, R"-(expected "and", "or" or the end, found ")")-"},
          {"english and", 12, "expected a skill, found the end"},
          {"english and or", 13, R"(expected a skill, found "or")"},
          {"not", 4, "expected a skill, found the end"},
          {"\"tier 2", 1, "expected a skill, found a quote that is not closed well"},
          {R"("tier \2")", 1, "expected a skill, found a quote that is not closed well"},
          {"#70000", 2, R"(expected an index, 0 to 65535, found "70000")"},
          {"english ？", 9, R"(expected "and", "or" or the end, found "？")"},
      },
      parse_requirement);
}

TEST_CASE("a broken order is refused with its column and what was expected") {
  check_mistakes(
      {
          {"", 1, "expected a criterion, found the end"},
          {"odlest", 1, R"(unknown criterion "odlest", did you mean "oldest"?)"},
          {"longest_ready", 1, R"(unknown criterion "longest_ready")"},
          {"oldest then", 12, "expected a criterion, found the end"},
          {"oldest, newest", 7, R"(expected "then" or the end, found ",")"},
          {"oldest()", 7, R"(expected "then" or the end, found "(")"},
          {"then oldest", 1, R"(expected a criterion, found "then")"},
          {"aged", 5, R"(expected "(", found the end)"},
          {"aged(5)", 6, R"(expected a duration such as "45s", found "5")"},
          {"aged(45s, 300)", 11, R"(expected a priority, 0 to 255, found "300")"},
          {"aged(45s 3)", 10, R"-(expected ")", found "3")-"},
          {"lowest_attribute(vpi)", 18, R"(unknown attribute "vpi", did you mean "vip"?)"},
          {"host_rank(3)", 11, R"(expected a host rank, found "3")"},
          {"lowest_attribute()", 18, R"-(expected an attribute, found ")")-"},
      },
      parse_session_order);
  check_mistakes({{"skilled_first(english)", 22, R"-(expected ",", found ")")-"}},
                 parse_agent_order);
}

TEST_CASE("a requirement is refused when it is too long or nested too deeply") {
  std::string long_one = "english";
  for (int i = 0; i < 12; ++i) long_one += " and billing";
  std::string deep_one(65, '(');
  check_mistakes(
      {{long_one, 1, "more than 24 skills and operators"}, {deep_one, 65, "nested deeper than 64"}},
      parse_requirement);
  CHECK(parse_requirement(std::string(64, '(') + "english" + std::string(64, ')'), blueprint())
            .value == has_skill(english));
}

}  // namespace
}  // namespace acd
