// Laws of affinity: nobody is worse off by a preference, nor by more than the hold by a hold.
//
// RapidCheck prints the seed of its run; a counterexample is the seed of one random day.
#include <rapidcheck.h>

#include <algorithm>

#include "law/affinity_day.hpp"
#include "support/catch.hpp"

namespace acd {
namespace {

/// Of all days: that the laws are not true because nothing ever happened.
struct Seen {
  std::size_t waited = 0;
  std::size_t preferred = 0;
  std::size_t held = 0;
  std::size_t spared = 0;

  void add(const std::vector<DayOutcome>& outcomes) {
    for (const DayOutcome& outcome : outcomes) {
      waited += outcome.wait != Duration{0} ? 1U : 0U;
      preferred += outcome.is_preferred ? 1U : 0U;
      held += outcome.was_held ? 1U : 0U;
      spared += outcome.spare != Duration{0} ? 1U : 0U;
    }
  }
};

TEST_CASE("in one group, without holds, everybody waits as long as without affinity") {
  Seen seen;
  CHECK(rc::check([&seen](std::uint64_t seed) {
    const RandomDay day = random_day(seed, DayGroups::one);
    const std::vector<DayOutcome> with = played(day, day.blueprint);
    const std::vector<DayOutcome> without = played(day, without_affinity(day.blueprint));
    for (std::size_t i = 0; i < with.size(); ++i) {
      RC_ASSERT(with[i].wait == without[i].wait);
      RC_ASSERT(with[i].is_served == without[i].is_served);
      RC_ASSERT_FALSE(without[i].is_preferred);
    }
    seen.add(with);
  }));
  CHECK(seen.waited > 50);
  CHECK(seen.preferred > 50);
  CHECK(seen.held == 0);
}

TEST_CASE("without holds nobody waits while an agent is free who could serve him") {
  Seen seen;
  CHECK(rc::check([&seen](std::uint64_t seed) {
    const RandomDay day = random_day(seed, DayGroups::several);
    const std::vector<DayOutcome> outcomes = played(day, day.blueprint);
    for (const DayOutcome& outcome : outcomes) RC_ASSERT(outcome.spare == Duration{0});
    seen.add(outcomes);
  }));
  CHECK(seen.waited > 50);
  CHECK(seen.preferred > 50);
}

TEST_CASE("nobody waits longer than his hold while an agent is free who could serve him") {
  Seen seen;
  CHECK(rc::check([&seen](std::uint64_t seed) {
    const RandomDay day = random_day(seed, DayGroups::several);
    const Blueprint blueprint = with_holds(day.blueprint, seed);
    const std::vector<DayOutcome> outcomes = played(day, blueprint);
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
      const SkillGroup& group = blueprint.groups[day.callers[i].group.index()];
      RC_ASSERT(outcomes[i].spare <= (outcomes[i].was_held ? longest_hold(group) : Duration{0}));
    }
    seen.add(outcomes);
  }));
  CHECK(seen.held > 50);
  CHECK(seen.spared > 50);
}

}  // namespace
}  // namespace acd
