// Laws of the text form: what is printed is read, whatever the names.
#include "acd/companion/text.hpp"

#include <rapidcheck.h>

#include <string>

#include "law/random_values.hpp"
#include "support/catch.hpp"

namespace acd {
namespace {

/// Names of every sort: plain words, words of the language, spaces, quotes, other scripts.
Blueprint awkward_blueprint() {
  Blueprint blueprint;
  for (const char* name : {"voice", "chat room", "never", "电话"}) blueprint.add(Channel{name});
  for (const char* name : {"english", "and", "tier 2", "\"quoted\"", "法语"}) {
    blueprint.add(Skill{name});
  }
  blueprint.add(Attribute{.name = "vip", .type = AttributeType::flag});
  blueprint.add(Attribute{
      .name = "a:b,c=d", .type = AttributeType::symbol, .symbols = {"gold", "17", "a,b:c", "\n"}});
  for (const char* name : {"lunch", "back\\slash"}) blueprint.add(Reason{name});
  for (const char* name : {"sales", "s0.1", "#1", "group=sales"}) {
    blueprint.add(SkillGroup{.name = name});
  }
  for (const char* name : {"usual", "+1s"}) blueprint.add(CapacityRule{.name = name});
  for (const char* name : {"fluent", "two words"}) {
    blueprint.add(NamedRequirement{.name = name});
  }
  for (const char* name : {"hotline", "entry=1"}) blueprint.add(Entry{.name = name});
  for (const char* name : {"billing", "账单"}) blueprint.add(MenuNode{.name = name});
  for (const char* name : {"helper", "#2"}) blueprint.add(Bot{.name = name});
  for (const char* name : {"office", "a,b", "all"}) blueprint.add(TimePlan{.name = name});
  for (const char* name : {"UTC", "Asia/Shanghai"}) blueprint.add(ZoneRules{.name = name});
  for (const char* name : {"bob", "a0.1", "", "tab\there", "小李"}) {
    blueprint.add(Agent{.name = name});
  }
  return blueprint;
}

/// A host that knows some of the sessions, by names of every sort.
struct Host {
  Blueprint blueprint = awkward_blueprint();
  SessionDirectory directory{};
  SymbolTable symbols{};

  Host() {
    std::uint32_t slot = 0;
    for (const char* name : {"alice", "s0.1", "17", "two words", "爱丽丝"}) {
      const Status status = directory.bind(symbols.intern(name), {slot++, 1});
      RC_ASSERT(status == Status::applied);
    }
  }
  [[nodiscard]] Names random_names() {
    Names names{blueprint};
    if (*rc::gen::arbitrary<bool>()) names.directory = &directory;
    if (*rc::gen::arbitrary<bool>()) names.symbols = &symbols;
    if (*rc::gen::arbitrary<bool>()) {
      names.origin = Instant{Duration{*rc::gen::inRange<std::int64_t>(0, std::int64_t{1} << 52)}};
    }
    return names;
  }
};

template <class Value, class Parse>
void check_round_trip(const Value& value, const Parse& parse) {
  Host host;
  const Names names = host.random_names();
  const std::string line = to_text(value, names);
  const auto parsed = parse(line, names);
  RC_LOG() << line << '\n' << parsed.message << " at " << parsed.column << '\n';
  RC_ASSERT(line.find('\n') == std::string::npos);
  RC_ASSERT(parsed.value.has_value());
  RC_ASSERT(*parsed.value == value);
  RC_ASSERT(to_text(*parsed.value, names) == line);
}

TEST_CASE("a command prints as one line and parses back") {
  REQUIRE(rc::check([] {
    const Command command = random_command();
    RC_PRE(!command.expression.is_too_long());
    check_round_trip(command, parse_command);
  }));
}

TEST_CASE("a command with its instant prints as one line and parses back") {
  REQUIRE(rc::check([] {
    const TimedCommand timed = random_timed_command();
    RC_PRE(!timed.command.expression.is_too_long());
    check_round_trip(timed, parse_timed_command);
  }));
}

TEST_CASE("an event prints as one line and parses back") {
  REQUIRE(rc::check([] { check_round_trip(random_event(), parse_event); }));
}

TEST_CASE("a line that is not a command is refused with a column inside it or at its end") {
  REQUIRE(rc::check([](const std::string& noise) {
    Host host;
    const Names names = host.random_names();
    std::string line = to_text(random_command(), names);
    const auto at = *rc::gen::inRange<std::size_t>(0, line.size() + 1);
    line.insert(at, noise);
    const Parsed<Command> parsed = parse_command(line, names);
    RC_ASSERT(parsed.value.has_value() == parsed.message.empty());
    RC_ASSERT(parsed.value.has_value() == (parsed.column == 0));
    RC_ASSERT(parsed.column <= static_cast<int>(line.size()) + 1);
  }));
}

}  // namespace
}  // namespace acd
