// Laws of conditions as text: what is printed is read back, whatever the names.
#include "acd/companion/condition_text.hpp"

#include <rapidcheck.h>

#include <string>

#include "law/random_condition.hpp"
#include "support/catch.hpp"

namespace acd {
namespace {

/// Names of every sort, words of the language among them, and two that lead to another line.
Blueprint awkward_names() {
  Blueprint b;
  for (const char* name : {"voice", "open", "not", "tier 2", "#1", "普通话", "always", "named", "",
                           "voice", "lot", "has", "3", "of", "waited", "full", "surge", "load"}) {
    b.add(Channel{name});
    b.add(Attribute{.name = name,
                    .type = AttributeType::symbol,
                    .symbols = {"gold", "in", "two words", "7", "gold"}});
    b.add(TimePlan{.name = name});
    b.add(SkillGroup{.name = name});
    b.add(NamedRequirement{.name = name});
    b.add(Surge{.name = name});
  }
  b.add(Attribute{.name = "number"});
  return b;
}

ConditionBounds bounds_beyond(const Blueprint& names) {
  ConditionBounds bounds = bounds_of(names);
  for (std::size_t* lines : {&bounds.channels, &bounds.attributes, &bounds.time_plans,
                             &bounds.groups, &bounds.requirements, &bounds.surges}) {
    ++*lines;
  }
  bounds.asks_session = bounds.has_own_group = bounds.asks_agent = true;
  return bounds;
}

TEST_CASE("a condition prints and parses back") {
  REQUIRE(rc::check([] {
    const Blueprint names = awkward_names();
    const Condition condition = random_condition(bounds_beyond(names));
    RC_PRE(!condition.is_too_long());
    const std::string text = to_text(condition, names);
    const Parsed<Condition> parsed = parse_condition(text, names);
    RC_LOG() << text << '\n' << parsed.message << " at " << parsed.column << '\n';
    RC_ASSERT(parsed.value.has_value());
    RC_ASSERT(*parsed.value == condition);
    RC_ASSERT(to_text(*parsed.value, names) == text);
  }));
}

TEST_CASE("every leaf prints with any bounds and parses back") {
  REQUIRE(rc::check([](std::int64_t low, std::int64_t high) {
    const Blueprint names = awkward_names();
    for (int i = 0; i <= static_cast<int>(last_test_kind); ++i) {
      Test test{.kind = static_cast<TestKind>(i)};
      const TestForm form = form_of(test.kind);
      if (form != TestForm::names && form != TestForm::fact) {
        test.low = low;
        test.high = high;
      }
      if (test.kind == TestKind::attribute) test.attribute = AttributeId{3};
      const Parsed<Condition> parsed = parse_condition(to_text(Condition{test}, names), names);
      RC_LOG() << to_text(Condition{test}, names) << '\n' << parsed.message << '\n';
      const bool names_nothing = form == TestForm::names && test.kind != TestKind::named &&
                                 test.kind != TestKind::requirement;
      if (!names_nothing) RC_ASSERT(parsed.value == Condition{test});
    }
  }));
}

TEST_CASE("a condition with noise in it is read, or refused with a column inside it") {
  REQUIRE(rc::check([](const std::string& noise) {
    const Blueprint names = awkward_names();
    std::string text = to_text(random_condition(bounds_beyond(names)), names);
    text.insert(*rc::gen::inRange<std::size_t>(0, text.size() + 1), noise);
    const Parsed<Condition> parsed = parse_condition(text, names);
    RC_ASSERT(parsed.value.has_value() == parsed.message.empty());
    RC_ASSERT(parsed.value.has_value() == (parsed.column == 0));
    RC_ASSERT(parsed.column <= static_cast<int>(text.size()) + 1);
  }));
}

TEST_CASE("what is wrong with a condition is said at its place") {
  Blueprint names;
  names.add(Channel{"voice"});
  names.add(Attribute{.name = "tier", .type = AttributeType::symbol, .symbols = {"gold"}});
  names.add(Attribute{.name = "age"});
  const auto problem = [&](std::string_view text) {
    const Parsed<Condition> parsed = parse_condition(text, names);
    return std::to_string(parsed.column) + ": " + parsed.message;
  };
  CHECK(problem("channel chat") == "9: unknown channel \"chat\"");
  CHECK(problem("tier is silver") == "9: expected a value of \"tier\", found \"silver\"");
  CHECK(problem("age is old") == "8: expected a whole number, found \"old\"");
  CHECK(problem("age") == "4: expected \"is\", \"in\", \">=\" or \"<=\", found the end");
  CHECK(problem("tier is gold or") ==
        "16: expected an attribute or a fact such as waited, length or surge, found the end");
  CHECK(problem("lot 0..5") == "6: expected \"in\", found \"..\"");
  names.add(SkillGroup{.name = "sales"});
  names.add(Surge{.name = "storm"});
  names.add(NamedRequirement{.name = "spoken"});
  CHECK(problem("waited >= 30") == "11: expected a duration such as 90s or 5m, found \"30\"");
  CHECK(problem("waited of sales") == "8: expected \"is\", \"in\", \">=\" or \"<=\", found \"of\"");
  CHECK(problem("length = 3") ==
        "8: expected \"of\", \"is\", \"in\", \">=\" or \"<=\", found \"=\"");
  CHECK(problem("length of sles >= 3") == "11: unknown group \"sles\", did you mean \"sales\"?");
  CHECK(problem("full of") == "8: expected a group, found the end");
  CHECK(problem("full is 1") == "6: expected \"and\", \"or\" or the end, found \"is\"");
  CHECK(problem("surge strom") == "7: unknown surge \"strom\", did you mean \"storm\"?");
  CHECK(problem("requires") == "9: expected a requirement or \"nothing\", found the end");
  CHECK(problem("requires spokn") == "10: unknown requirement \"spokn\", did you mean \"spoken\"?");
  CHECK(problem("occupancy >= 90%") == "16: expected \"and\", \"or\" or the end, found \"%\"");
}

TEST_CASE("conditions read as they are written in the guide") {
  Blueprint names;
  const GroupId sales = names.add(SkillGroup{.name = "sales"});
  const SurgeId storm = names.add(Surge{.name = "storm"});
  const RequirementId gold = names.add(NamedRequirement{.name = "gold"});
  using namespace std::chrono_literals;
  const std::vector<std::pair<std::string, Condition>> lines{
      {"priority >= 5", at_least(TestKind::priority, 5)},
      {"requires gold", requires_just(gold)},
      {"requires nothing", requires_just({})},
      {"waited >= 30s", waited(30s)},
      {"eligible and not overdue", holds(TestKind::eligible) && !holds(TestKind::overdue)},
      {"full or group_open of sales", holds(TestKind::full) || holds(TestKind::group_open, sales)},
      {"length of sales >= 20", at_least(TestKind::length, 20, sales)},
      {"signed_in <= 0", at_most(TestKind::signed_in, 0)},
      {"surge storm", is_on(storm)},
      {"load <= 80", at_most(TestKind::load, 80)},
  };
  for (const auto& [text, condition] : lines) {
    CHECK(parse_condition(text, names).value == condition);
    CHECK(to_text(condition, names) == text);
  }
}

}  // namespace
}  // namespace acd
