// How affinity reads: commands, events, and a session's hold in words.
#include "acd/companion/text.hpp"
#include "support/catch.hpp"

namespace acd {
namespace {

using namespace std::chrono_literals;

constexpr GroupId sales{0};
constexpr SessionHandle alice{0, 1};
constexpr AgentHandle ann{0, 1};
constexpr AgentHandle bob{1, 1};

struct Centre {
  Blueprint blueprint{};
  Names names{blueprint, nullptr, nullptr, earliest};

  Centre() {
    blueprint.add(Channel{"voice"});
    blueprint.memory.contacts = 9;
    blueprint.add(SkillGroup{.name = "sales",
                             .affinity = Affinity{owner().held(30s)}.then(last_agent().held(9s))});
    for (const char* name : {"ann", "bob"}) blueprint.add(Agent{.name = name});
  }
};

/// The text, if it is read back as the same.
std::string text_of(const Command& command) {
  const Centre centre;
  std::string text = to_text(command, centre.names);
  CHECK(parse_command(text, centre.names).value == command);
  return text;
}
std::string text_of(const Event& event) {
  const Centre centre;
  std::string text = to_text(event, centre.names);
  CHECK(parse_event(text, centre.names).value == event);
  return text;
}

TEST_CASE("commands about customers read as sentences") {
  CHECK(text_of({.kind = CommandKind::arrive,
                 .group = sales,
                 .reference = 4,
                 .customer = 77,
                 .preferred = {{bob, 90}, {ann, 0}}}) ==
        "arrive 4 group=sales customer=77 preferred=bob:90,ann:0");
  CHECK(text_of({.kind = CommandKind::remember,
                 .group = sales,
                 .agent = bob,
                 .customer = 77,
                 .start = earliest + 5s}) == "remember 77 agent=bob group=sales start=+5s");
  CHECK(text_of({.kind = CommandKind::set_owner, .group = sales, .agent = ann, .customer = 77}) ==
        "set_owner 77 agent=ann group=sales");
  CHECK(text_of({.kind = CommandKind::set_owner, .group = sales, .customer = 77}) ==
        "set_owner 77 group=sales");
  CHECK(text_of({.kind = CommandKind::move_owners, .agent = ann, .successor = bob}) ==
        "move_owners ann successor=bob");
  CHECK(text_of({.kind = CommandKind::forget_customer, .customer = 77}) == "forget_customer 77");
}

TEST_CASE("a list of preferred agents that is none is told where and why") {
  const Centre centre;
  const auto fault = [&](std::string_view line) {
    const Parsed<Command> parsed = parse_command(line, centre.names);
    return std::to_string(parsed.column) + ": " + parsed.message;
  };
  CHECK(fault("arrive 4 preferred=bop:3") == "20: unknown agent \"bop\", did you mean \"bob\"?");
  CHECK(fault("arrive 4 preferred=bob:256") == "24: expected a score from 0 to 255, found \"256\"");
  CHECK(fault("arrive 4 preferred=bob") == "23: expected a score from 0 to 255, found nothing");
}

TEST_CASE("events of affinity read as sentences, the strategy always named") {
  CHECK(text_of({.kind = EventKind::held,
                 .group = sales,
                 .session = alice,
                 .value = 0,
                 .until = earliest + 30s}) == "+0s held s0.1 group=sales value=0 until=+30s");
  CHECK(text_of({.kind = EventKind::hold_ended,
                 .cause = Cause::nobody_awaited,
                 .group = sales,
                 .session = alice,
                 .value = 1}) == "+0s hold_ended s0.1 group=sales cause=nobody_awaited value=1");
  CHECK(text_of({.kind = EventKind::owner_changed, .group = sales, .agent = ann, .value = 77}) ==
        "+0s owner_changed 77 group=sales agent=ann");
  CHECK(text_of({.kind = EventKind::owners_moved, .agent = bob, .value = 3}) ==
        "+0s owners_moved 3 agent=bob");
  CHECK(text_of({.kind = EventKind::owners_moved, .value = 3}) == "+0s owners_moved 3");
  CHECK(text_of({.kind = EventKind::forgotten, .value = 77}) == "+0s forgotten 77");
}

TEST_CASE("a hold is said in words: by which strategy, for how long") {
  const Centre centre;
  SessionView view{.group = sales};
  CHECK(hold_text(view, centre.names).empty());
  view.is_held = true;
  view.held_until = earliest + 30s;
  CHECK(hold_text(view, centre.names) == "held for owner until +30s");
  view.held_by = 1;
  view.held_until = never;
  CHECK(hold_text(view, centre.names) == "held for last_agent");
  view.held_by = 2;
  CHECK(hold_text(view, centre.names) == "held for strategy 2");
}

TEST_CASE("a session that affinity sent to its backup says so") {
  const Centre centre;
  Why why;
  why.overflow = {OverflowStep{.group = sales, .rule = -2}};
  CHECK(to_text(why, centre.names) == "overflow sales by its affinity, asks nothing");
}

}  // namespace
}  // namespace acd
