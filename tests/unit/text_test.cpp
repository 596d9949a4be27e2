// How commands and events read, and what is said about lines that are neither.
#include "acd/companion/text.hpp"

#include "support/catch.hpp"

namespace acd {
namespace {

using namespace std::chrono_literals;

/// A small centre, with one session known to the host as alice.
struct Centre {
  Blueprint blueprint{};
  SessionDirectory directory{};
  SymbolTable symbols{};
  Names names{blueprint, &directory, &symbols, earliest};

  Centre() {
    blueprint.add(Channel{"voice"});
    blueprint.add(Skill{"english"});
    blueprint.add(Skill{"trainee"});
    blueprint.add(Attribute{.name = "vip", .type = AttributeType::flag});
    blueprint.add(
        Attribute{.name = "tier", .type = AttributeType::symbol, .symbols = {"silver", "gold"}});
    blueprint.add(Reason{"lunch"});
    blueprint.add(NamedRequirement{"fluent", has_skill(SkillId{0})});
    blueprint.add(SkillGroup{.name = "sales"});
    blueprint.add(SkillGroup{.name = "tier 2"});
    blueprint.add(CapacityRule{.name = "half"});
    blueprint.add(Agent{.name = "bob"});
    blueprint.add(Agent{.name = "carol"});
    REQUIRE(directory.bind(symbols.intern("alice"), {0, 1}) == Status::applied);
  }
};

constexpr SessionHandle alice{0, 1};
constexpr AgentHandle bob{0, 1};
constexpr AgentHandle carol{1, 1};

TEST_CASE("commands read as sentences") {
  Centre centre;
  const auto text = [&](const Command& command) { return to_text(command, centre.names); };
  CHECK(text({.kind = CommandKind::arrive,
              .priority = 2,
              .group = GroupId{0},
              .reference = centre.symbols.intern("dora"),
              .due = earliest + 90s,
              .attributes = {{AttributeId{0}, 1}, {AttributeId{1}, 1}},
              .excluded = {bob, carol}}) ==
        "arrive dora group=sales priority=2 due=+1m30s attributes=vip:1,tier:gold "
        "excluded=bob,carol");
  CHECK(text({.kind = CommandKind::accept, .offer = {0, 1}}) == "accept o0.1");
  CHECK(text({.kind = CommandKind::cancel, .session = alice}) == "cancel alice");
  CHECK(text({.kind = CommandKind::cancel, .session = {4, 2}}) == "cancel s4.2");
  CHECK(text({.kind = CommandKind::requeue,
              .seniority = Seniority::fresh,
              .group = GroupId{1},
              .session = alice}) == "requeue alice group=\"tier 2\" seniority=fresh");
  CHECK(text({.kind = CommandKind::pick, .session = alice, .agent = bob}) ==
        "pick bob session=alice");
  CHECK(text({.kind = CommandKind::set_attribute,
              .attribute = AttributeId{1},
              .session = alice,
              .value = 1}) == "set_attribute alice attribute=tier value=gold");
  CHECK(text({.kind = CommandKind::define_requirement,
              .expression = skill_at_least(SkillId{0}, 3) && !has_skill(SkillId{1})}) ==
        "define_requirement \"english >= 3 and not trainee\"");
  CHECK(text({.kind = CommandKind::reconcile, .start = earliest + 1h}) == "reconcile +1h");
  CHECK(text({.kind = CommandKind::advance}) == "advance");
  CHECK(text({.kind = CommandKind::ready, .agent = {7, 1}}) == "ready a7.1");
  CHECK(text({.kind = CommandKind::move, .group = GroupId{9}, .session = alice}) ==
        "move alice group=#9");
}

TEST_CASE("events read as sentences, the instant first") {
  Centre centre;
  const auto text = [&](const Event& event) { return to_text(event, centre.names); };
  CHECK(text({.kind = EventKind::assigned,
              .cause = Cause::chosen,
              .group = GroupId{0},
              .session = alice,
              .agent = bob,
              .offer = {0, 1},
              .at = earliest + 12s + 500ms}) ==
        "+12s500ms assigned alice agent=bob offer=o0.1 group=sales cause=chosen");
  CHECK(
      text(
          {.kind = EventKind::agent_changed, .cause = Cause::capacity, .agent = bob, .value = 0}) ==
      "+0s agent_changed bob cause=capacity value=half");
  CHECK(text({.kind = EventKind::changed, .cause = Cause::priority, .session = alice}) ==
        "+0s changed alice cause=priority priority=0");
  CHECK(text({.kind = EventKind::agent_state, .cause = Cause::drained, .agent = bob}) ==
        "+0s agent_state bob state=signed_out cause=drained");
  CHECK(text({.kind = EventKind::agent_state,
              .cause = Cause::asked,
              .state = AgentState::not_ready,
              .reason = ReasonId{0},
              .agent = bob}) == "+0s agent_state bob state=not_ready cause=asked reason=lunch");
  CHECK(text({.kind = EventKind::requirement_defined, .value = 4}) == "+0s requirement_defined #4");
}

TEST_CASE("an arrival's reference is left out where the session's name says it") {
  Centre centre;
  const auto reference = static_cast<std::int64_t>(centre.symbols.intern("alice"));
  const Event arrived{.kind = EventKind::arrived, .session = alice, .value = reference};
  CHECK(to_text(arrived, centre.names) == "+0s arrived alice");
  centre.names.directory = nullptr;
  CHECK(to_text(arrived, centre.names) == "+0s arrived s0.1 reference=alice");
}

TEST_CASE("fields are read in any order") {
  Centre centre;
  const auto one = parse_command("set_attribute alice attribute=tier value=gold", centre.names);
  const auto other = parse_command("set_attribute alice value=gold attribute=tier", centre.names);
  REQUIRE(one.value.has_value());
  CHECK(one.value == other.value);
}

TEST_CASE("a line that is no command is told where and why") {
  Centre centre;
  const auto fault = [&](std::string_view line) {
    const Parsed<Command> parsed = parse_command(line, centre.names);
    CHECK_FALSE(parsed.value.has_value());
    return std::to_string(parsed.column) + ": " + parsed.message;
  };
  CHECK(fault("") == "1: expected a kind, found the end");
  CHECK(fault("arive dora") == "1: unknown word \"arive\", did you mean \"arrive\"?");
  CHECK(fault("arrive") == "7: expected reference, found the end");
  CHECK(fault("arrive dora group=sale") == "19: unknown group \"sale\", did you mean \"sales\"?");
  CHECK(fault("arrive dora grop=sales") ==
        "13: arrive has no field \"grop\", did you mean \"group\"?");
  CHECK(fault("arrive dora group=sales group=sales") == "25: group comes twice");
  CHECK(fault("arrive dora priority=256") == "22: expected a number, 0 to 255, found \"256\"");
  CHECK(fault("arrive dora excluded=bob,dan") == "26: unknown agent \"dan\"");
  CHECK(fault("arrive dora \"open") == "13: a quote that is not closed");
  CHECK(fault("cancel zoe") == "8: nothing is named zoe");
  CHECK(fault("accept alice") == "8: expected an offer, o<slot>.<generation>, found \"alice\"");
  CHECK(fault("ready bob now") == "11: expected name=value or the end, found now");
}

TEST_CASE("without tables of names a host's references are numbers") {
  Centre centre;
  const Names names{centre.blueprint};
  const auto parsed = parse_command("arrive 17 group=sales", names);
  REQUIRE(parsed.value.has_value());
  CHECK(parsed.value->reference == 17);
  CHECK_FALSE(parse_command("arrive alice group=sales", names).value.has_value());
  CHECK_FALSE(parse_command("cancel alice", names).value.has_value());
  CHECK(parse_command("cancel s0.1", names).value.has_value());
}

}  // namespace
}  // namespace acd
