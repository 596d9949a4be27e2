// Ageing against its own law, evaluated over time in exact integers.
#include <algorithm>
#include <tuple>

#include "small_plan.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;

struct Ageing {
  Duration step;
  Priority cap;
};

struct Caller {
  std::uint64_t reference;
  Priority priority;
  Instant start;
};

/// step times min(max(cap, priority), priority + (now - start) / step): the law without its
/// division.
std::int64_t effective(const Ageing& ageing, const Caller& caller, Instant now) {
  const std::int64_t step = ageing.step.count();
  const std::int64_t grown = caller.priority * step + (now - caller.start).count();
  return std::min(std::max(ageing.cap, caller.priority) * step, grown);
}

/// When the caller reaches the cap; those above it never age, and the older one is first.
Instant reaches_cap(const Ageing& ageing, const Caller& caller) {
  if (caller.priority > ageing.cap) return caller.start;
  return caller.start + (ageing.cap - caller.priority) * ageing.step;
}

std::vector<Caller>::iterator first_by_law(const Ageing& ageing, std::vector<Caller>& callers,
                                           Instant now) {
  return std::min_element(callers.begin(), callers.end(), [&](const auto& a, const auto& b) {
    return std::tuple{-effective(ageing, a, now), reaches_cap(ageing, a), a.reference} <
           std::tuple{-effective(ageing, b, now), reaches_cap(ageing, b), b.reference};
  });
}

/// Random arrivals and services at random instants; each service goes to the first by law.
void compare(const Ageing& ageing, std::uint64_t seed) {
  std::uint64_t state = seed;
  const auto below = [&](std::uint64_t bound) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    return (state >> 33) % bound;
  };
  Desk desk{small_plan(SkillGroup{.session_order = aged(ageing.step, ageing.cap)}, {"ann"})};
  std::vector<Caller> waiting;
  for (std::uint64_t i = 1; i <= 400; ++i) {
    desk.pass(Duration{below(20'000'000)});
    const Caller caller{i, static_cast<Priority>(below(7)),
                        desk.now() - Duration{below(3) * below(60'000'000)}};
    desk.arrive(
        {.priority = caller.priority, .group = first_group, .reference = i, .start = caller.start});
    waiting.push_back(caller);
    if (below(2) == 0) continue;
    const auto first = first_by_law(ageing, waiting, desk.now());
    desk.ready("ann");
    const Event assigned = desk.last(EventKind::assigned);
    CHECK(desk.view(assigned.session).reference == first->reference);
    waiting.erase(first);
    desk.not_ready("ann");
    desk.complete(assigned.session);
  }
}

}  // namespace

TEST_CASE("Ageing without a cap agrees with its law at every instant") {
  for (const std::uint64_t seed : {1U, 2U, 3U}) compare({45s, 255}, seed);
}

TEST_CASE("Ageing up to a cap agrees with its law at every instant") {
  for (const unsigned cap : {0U, 2U, 4U, 9U}) compare({7s, static_cast<Priority>(cap)}, cap + 1U);
}

TEST_CASE("A step that is no whole number of anything ages exactly") {
  compare({Duration{7'000'001}, 5}, 11);
  compare({Duration{3}, 5}, 12);
}

TEST_CASE("A head start of 90 seconds is two priorities of 45 seconds each") {
  Desk desk{small_plan(SkillGroup{.session_order = aged(45s)}, {"ann"})};
  desk.arrive({.group = first_group, .reference = 1});
  desk.pass(89s);
  desk.arrive({.priority = 2, .group = first_group, .reference = 2});
  desk.pass(2s);
  desk.arrive({.priority = 2, .group = first_group, .reference = 3});
  CHECK(references_served(desk, "ann") == std::vector<std::uint64_t>{2, 1, 3});
}

TEST_CASE("A session that has waited long enough overtakes any priority below the cap") {
  Desk desk{small_plan(SkillGroup{.session_order = aged(10s, 5)}, {"ann"})};
  desk.arrive({.group = first_group, .reference = 1});
  desk.pass(51s);
  desk.arrive({.priority = 5, .group = first_group, .reference = 2});
  desk.arrive({.priority = 6, .group = first_group, .reference = 3});
  CHECK(references_served(desk, "ann") == std::vector<std::uint64_t>{3, 1, 2});
}

}  // namespace acd::test
