// Laws of policies and times as text: what is printed is read back, whatever the names.
#include <rapidcheck.h>

#include <limits>
#include <string>

#include "acd/companion/policy_text.hpp"
#include "acd/companion/time_text.hpp"
#include "law/random_policy.hpp"
#include "support/catch.hpp"

namespace acd {
namespace {

/// Names of every sort: words, words of the language, criteria, numbers, quotes, breaks,
/// other scripts, and two lines that their names do not lead to.
Blueprint awkward_names() {
  Blueprint b;
  for (const char* name : {"english", "not", "then", "tier 2", "3", "oldest", "普通话", "a-b", "\"",
                           "back\\slash", "line\nbreak", "tab\t", "#1", "", "english"}) {
    b.add(Skill{name});
    b.add(Attribute{.name = name});
    b.add(HostRank{.name = name});
  }
  return b;
}

/// One line more than there are: a name that is out of range prints and reads, too.
PolicyBounds all_of(const Blueprint& names) {
  return {.skills = names.skills.size() + 1,
          .attributes = names.attributes.size() + 1,
          .agent_ranks = names.host_ranks.size() / 2,
          .session_ranks = names.host_ranks.size() / 2 + 2};
}

template <class Policy, class Parse>
void check_round_trip(const Policy& policy, const Parse& parse) {
  const Blueprint names = awkward_names();
  const std::string text = to_text(policy, names);
  const Parsed<Policy> parsed = parse(text, names);
  RC_LOG() << text << '\n' << parsed.message << " at " << parsed.column << '\n';
  RC_ASSERT(text.find('\n') == std::string::npos);
  RC_ASSERT(parsed.value.has_value());
  RC_ASSERT(*parsed.value == policy);
  RC_ASSERT(parsed.message.empty());
  RC_ASSERT(parsed.column == 0);
}

TEST_CASE("an order of agents prints and parses back") {
  REQUIRE(rc::check(
      [] { check_round_trip(random_agent_order(all_of(awkward_names())), parse_agent_order); }));
}

TEST_CASE("an order of sessions prints and parses back") {
  REQUIRE(rc::check([] {
    check_round_trip(random_session_order(all_of(awkward_names())), parse_session_order);
  }));
}

TEST_CASE("an order of work prints and parses back") {
  REQUIRE(rc::check(
      [] { check_round_trip(random_work_order(all_of(awkward_names())), parse_work_order); }));
}

TEST_CASE("a requirement prints and parses back") {
  REQUIRE(rc::check([] {
    check_round_trip(random_requirement_over(all_of(awkward_names())), parse_requirement);
  }));
}

TEST_CASE("a broken policy is refused with a column inside it or at its end") {
  REQUIRE(rc::check([](const std::string& noise) {
    const Blueprint names = awkward_names();
    std::string text = to_text(random_requirement_over(all_of(names)), names);
    text.insert(*rc::gen::inRange<std::size_t>(0, text.size() + 1), noise);
    const Parsed<Requirement> parsed = parse_requirement(text, names);
    RC_ASSERT(parsed.value.has_value() == parsed.message.empty());
    RC_ASSERT(parsed.value.has_value() == (parsed.column == 0));
    RC_ASSERT(parsed.column <= static_cast<int>(text.size()) + 1);
  }));
}

Duration any_duration() {
  const auto any = *rc::gen::arbitrary<std::int64_t>();
  const auto some = random_duration(Duration{0}, longest);
  return *rc::gen::element(some, -some, Duration{any}, Duration::min(), Duration::max());
}

TEST_CASE("a duration prints and parses back") {
  REQUIRE(rc::check([] {
    const Duration duration = any_duration();
    const std::string text = to_text(duration);
    RC_LOG() << text << '\n';
    RC_ASSERT(parse_duration(text) == duration);
  }));
}

TEST_CASE("an instant prints and parses back") {
  REQUIRE(rc::check([] {
    const Instant ordinary =
        earliest + Duration{*rc::gen::inRange<std::int64_t>(0, std::int64_t{1} << 53)};
    const Instant instant = *rc::gen::element(ordinary, Instant{any_duration()}, never);
    const std::string text = to_text(instant);
    RC_LOG() << text << '\n';
    RC_ASSERT(parse_instant(text) == instant);
  }));
}

TEST_CASE("an earlier instant of ordinary years has the smaller text") {
  REQUIRE(rc::check([] {
    const auto seconds = *rc::gen::inRange<std::int64_t>(0, std::int64_t{1} << 32);
    const auto later = *rc::gen::inRange<std::int64_t>(1, std::int64_t{1} << 30);
    const Instant instant{std::chrono::seconds{seconds}};
    RC_ASSERT(to_text(instant) < to_text(instant + std::chrono::seconds{later}));
  }));
}

}  // namespace
}  // namespace acd
