// A timetable answers as a scan of its set's toggles would.
#include <rapidcheck.h>

#include <algorithm>

#include "law/dense_time.hpp"
#include "support/catch.hpp"

namespace acd {
namespace {

using std::chrono::minutes;

/// Compiled from a random plan, of which some are crowded and some empty.
struct Compiled {
  dense::Book book = dense::random_book();
  TimePlan plan = book.plans.back();
  Timetable table = Timetable::compile(plan, book.book(), dense::begin,
                                       dense::begin + minutes{*rc::gen::inRange(0, 35'000)});

  /// An instant of the window; often on a toggle or next to one.
  [[nodiscard]] Instant probe() const {
    const auto toggles = table.open().toggles();
    Instant at = dense::random_instant();
    if (!toggles.empty() && *rc::gen::inRange(0, 3) > 0) {
      at = toggles[*rc::gen::inRange<std::size_t>(0, toggles.size())] +
           Duration{*rc::gen::inRange(-1, 2)};
    }
    return std::clamp(at, table.from(), table.until() - Duration{1});
  }
};

/// The first toggle after `at` and within the window at which the set begins or ends.
Instant scan(const Timetable& table, Instant at, bool begins) {
  for (const Instant toggle : table.open().toggles()) {
    if (toggle <= at || toggle >= table.until()) continue;
    if (table.open().contains(toggle) == begins) return toggle;
  }
  return never;
}

Duration length(const TimeSet& set) {
  Duration sum{0};
  for (std::size_t i = 0; i < set.toggles().size(); i += 2) {
    sum += set.toggles()[i + 1] - set.toggles()[i];
  }
  return sum;
}

TEST_CASE("open, and the next change, opening and closing, equal a scan") {
  CHECK(rc::check([] {
    const Compiled made;
    const Timetable& table = made.table;
    RC_ASSERT(table.open() ==
              materialise(made.plan, made.book.book(), table.from(), table.until()));
    if (table.from() == table.until()) return;
    for (int i = 0; i < 20; ++i) {
      const Instant at = made.probe();
      const bool is_open = table.open().contains(at);
      const Instant opening = scan(table, at, true);
      const Instant closing = scan(table, at, false);
      RC_ASSERT(table.is_open(at) == is_open);
      RC_ASSERT(table.next_change(at) == std::min(opening, closing));
      RC_ASSERT(table.next_opening(at) == opening);
      RC_ASSERT(table.next_closing(at) == closing);
      RC_ASSERT(table.first_open(at) == (is_open ? at : opening));
      RC_ASSERT(table.first_closed(at) == (is_open ? closing : at));
    }
  }));
}

TEST_CASE("open time is the length of the open set, additive, and zero backwards") {
  CHECK(rc::check([] {
    const Compiled made;
    if (made.table.from() == made.table.until()) return;
    std::vector<Instant> at{made.probe(), made.probe(), made.probe()};
    std::ranges::sort(at);
    const auto open_time = [&](int a, int b) { return made.table.open_time(at[a], at[b]); };
    RC_ASSERT(open_time(0, 1) == length(made.table.open() & TimeSet::between(at[0], at[1])));
    RC_ASSERT(open_time(0, 1) + open_time(1, 2) == open_time(0, 2));
    RC_ASSERT(open_time(2, 0) == Duration{0});
  }));
}

TEST_CASE("after open time inverts open time: the first instant by which it has passed") {
  CHECK(rc::check([] {
    const Compiled made;
    const Timetable& table = made.table;
    if (table.from() == table.until()) return;
    const Instant at = made.probe();
    const Duration left = table.open_time(at, table.until());
    RC_ASSERT(table.after_open_time(at, Duration{0}) == at);
    RC_ASSERT(table.after_open_time(at, left + Duration{1}) == never);
    const Duration wanted{*rc::gen::inRange<std::int64_t>(0, left.count() + 1)};
    for (const Duration one : {wanted, left}) {
      if (one == Duration{0}) continue;
      const Instant passed = table.after_open_time(at, one);
      RC_ASSERT(table.open_time(at, passed) == one);
      RC_ASSERT(table.open_time(at, passed - Duration{1}) == one - Duration{1});
    }
  }));
}

TEST_CASE("why names the topmost layer that covers, and its effect is the answer") {
  CHECK(rc::check([] {
    const Compiled made;
    const Timetable& table = made.table;
    if (table.from() == table.until()) return;
    const ZoneRules& zone = made.book.zones[made.plan.zone.index()];
    std::vector<TimeSet> covered;
    for (const PlanLayer& layer : made.plan.layers) {
      covered.push_back(materialise(layer.when, zone, made.plan.reading, made.book.book(),
                                    table.from(), table.until()));
    }
    for (int i = 0; i < 10; ++i) {
      const Instant at = made.probe();
      std::size_t topmost = 0;
      while (topmost < covered.size() && !covered[topmost].contains(at)) ++topmost;
      const bool decided = topmost < covered.size();
      RC_ASSERT(table.why(at) == (decided ? topmost : Timetable::no_layer));
      RC_ASSERT(table.is_open(at) ==
                (decided && made.plan.layers[topmost].effect == LayerEffect::opens));
    }
  }));
}

TEST_CASE("outside its window a timetable is closed, and nothing changes after it") {
  CHECK(rc::check([] {
    const Compiled made;
    const Timetable& table = made.table;
    for (const Instant at : {earliest, table.from() - Duration{1}, table.until(), latest, never}) {
      RC_ASSERT_FALSE(table.is_open(at));
      RC_ASSERT(table.why(at) == Timetable::no_layer);
      RC_ASSERT(table.first_closed(at) == at);
    }
    RC_ASSERT(table.next_change(table.until()) == never);
    RC_ASSERT(table.open_time(earliest, latest) == length(table.open()));
  }));
}

}  // namespace
}  // namespace acd
