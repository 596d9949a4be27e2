// Laws of entry conditions as text: what is printed is read back, whatever the names.
#include "acd/companion/entry_text.hpp"

#include <rapidcheck.h>

#include <string>

#include "law/random_entry.hpp"
#include "support/catch.hpp"

namespace acd {
namespace {

/// Names of every sort, words of the language among them, and two that lead to another line.
Blueprint awkward_names() {
  Blueprint b;
  for (const char* name : {"voice", "open", "not", "tier 2", "#1", "普通话", "always", "named", "",
                           "voice", "lot", "has", "3"}) {
    b.add(Channel{name});
    b.add(Attribute{.name = name,
                    .type = AttributeType::symbol,
                    .symbols = {"gold", "in", "two words", "7", "gold"}});
    b.add(TimePlan{.name = name});
    b.add(SkillGroup{.name = name});
  }
  b.add(Attribute{.name = "number"});
  return b;
}

TEST_CASE("a condition of an entry rule prints and parses back") {
  REQUIRE(rc::check([] {
    const Blueprint names = awkward_names();
    const EntryCondition condition =
        random_entry_condition({.channels = names.channels.size() + 1,
                                .attributes = names.attributes.size() + 1,
                                .time_plans = names.time_plans.size() + 1,
                                .groups = names.groups.size() + 1});
    RC_PRE(!condition.is_too_long());
    const std::string text = to_text(condition, names);
    const Parsed<EntryCondition> parsed = parse_entry_condition(text, names);
    RC_LOG() << text << '\n' << parsed.message << " at " << parsed.column << '\n';
    RC_ASSERT(parsed.value.has_value());
    RC_ASSERT(*parsed.value == condition);
    RC_ASSERT(to_text(*parsed.value, names) == text);
  }));
}

TEST_CASE("a condition with noise in it is read, or refused with a column inside it") {
  REQUIRE(rc::check([](const std::string& noise) {
    const Blueprint names = awkward_names();
    std::string text = to_text(random_entry_condition({.channels = 3, .attributes = 3}), names);
    text.insert(*rc::gen::inRange<std::size_t>(0, text.size() + 1), noise);
    const Parsed<EntryCondition> parsed = parse_entry_condition(text, names);
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
    const Parsed<EntryCondition> parsed = parse_entry_condition(text, names);
    return std::to_string(parsed.column) + ": " + parsed.message;
  };
  CHECK(problem("channel chat") == "9: unknown channel \"chat\"");
  CHECK(problem("tier is silver") == "9: expected a value of \"tier\", found \"silver\"");
  CHECK(problem("age is old") == "8: expected a whole number, found \"old\"");
  CHECK(problem("age") == "4: expected \"is\", \"in\", \">=\" or \"<=\", found the end");
  CHECK(problem("tier is gold or") == "16: expected an attribute, found the end");
  CHECK(problem("lot 0..5") == "6: expected \"in\", found \"..\"");
}

}  // namespace
}  // namespace acd
