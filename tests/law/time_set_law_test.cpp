// Sets of instants are a Boolean algebra with a normal form, and membership is pointwise.
#include <rapidcheck.h>

#include "law/dense_time.hpp"
#include "support/catch.hpp"

namespace acd {
namespace {

using dense::random_set;

/// Instants between and on the edges of random sets, and far from them.
std::vector<Instant> probes() {
  std::vector<Instant> at{Instant::min(), Instant{}, never - Duration{1}};
  for (int i = -8; i < 160; ++i) at.push_back(dense::begin + i * std::chrono::minutes{5});
  return at;
}

/// `set` holds at exactly the probes for which `inside` does.
template <class Inside>
void is_pointwise(const TimeSet& set, const Inside& inside) {
  for (const Instant at : probes()) RC_ASSERT(set.contains(at) == inside(at));
}

void is_normal(const TimeSet& set) {
  RC_ASSERT(std::ranges::adjacent_find(set.toggles(), std::greater_equal<>{}) ==
            set.toggles().end());
}

TEST_CASE("membership of or, and, minus, not is pointwise, and their results are normal") {
  CHECK(rc::check([] {
    const TimeSet a = random_set();
    const TimeSet b = random_set();
    is_pointwise(a | b, [&](Instant at) { return a.contains(at) || b.contains(at); });
    is_pointwise(a & b, [&](Instant at) { return a.contains(at) && b.contains(at); });
    is_pointwise(a - b, [&](Instant at) { return a.contains(at) && !b.contains(at); });
    is_pointwise(~a, [&](Instant at) { return !a.contains(at); });
    for (const TimeSet& set : {a | b, a & b, a - b, ~a}) is_normal(set);
  }));
}

TEST_CASE("sets of instants obey the laws of a Boolean algebra") {
  CHECK(rc::check([] {
    const TimeSet a = random_set();
    const TimeSet b = random_set();
    const TimeSet c = random_set();
    const TimeSet none;
    const TimeSet all = TimeSet::all();
    RC_ASSERT((a | b) == (b | a) && (a & b) == (b & a));
    RC_ASSERT(((a | b) | c) == (a | (b | c)) && ((a & b) & c) == (a & (b & c)));
    RC_ASSERT((a | (b & c)) == ((a | b) & (a | c)) && (a & (b | c)) == ((a & b) | (a & c)));
    RC_ASSERT((a | none) == a && (a & all) == a && (a | all) == all && (a & none) == none);
    RC_ASSERT((a | ~a) == all && (a & ~a) == none && ~~a == a);
    RC_ASSERT((a | a) == a && (a & a) == a && (a | (a & b)) == a && (a & (a | b)) == a);
    RC_ASSERT(~(a | b) == (~a & ~b) && ~(a & b) == (~a | ~b));
    RC_ASSERT(a - b == (a & ~b));
  }));
}

TEST_CASE("a set of intervals is the union of each") {
  CHECK(rc::check([] {
    std::vector<TimeSet::Interval> intervals;
    TimeSet joined;
    for (int count = *rc::gen::inRange(0, 8); count > 0; --count) {
      intervals.push_back({dense::random_instant(), dense::random_instant()});
      joined = joined | TimeSet::between(intervals.back().from, intervals.back().to);
    }
    RC_ASSERT(TimeSet::from_intervals(intervals) == joined);
  }));
}

TEST_CASE("the next change is the first toggle after an instant") {
  CHECK(rc::check([] {
    const TimeSet set = random_set();
    for (const Instant at : probes()) {
      const auto later = std::ranges::find_if(set.toggles(), [&](Instant t) { return t > at; });
      RC_ASSERT(set.next_change(at) == (later == set.toggles().end() ? never : *later));
    }
  }));
}

}  // namespace
}  // namespace acd
