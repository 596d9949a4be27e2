// Materialising commutes with every operation, in any zone and reading, and with the window.
#include <rapidcheck.h>

#include "law/dense_time.hpp"
#include "support/catch.hpp"

namespace acd {
namespace {

/// One zone and reading, in which expressions become sets.
struct Scene {
  dense::Book book = dense::random_book();
  ZoneRules zone = dense::random_zone();
  LocalReading reading = dense::random_reading();
  Instant from = dense::begin;
  Instant until = dense::end;

  [[nodiscard]] TimeExpression expression() const {
    return dense::random_expression(book.plans.size());
  }
  [[nodiscard]] TimeSet operator()(const TimeExpression& expression) const {
    return materialise(expression, zone, reading, book.book(), from, until);
  }
  [[nodiscard]] TimeSet operator()(const TimePlan& plan) const {
    return materialise(plan, book.book(), from, until);
  }
  [[nodiscard]] TimeSet window() const { return TimeSet::between(from, until); }
};

TEST_CASE("materialising commutes with and, or, not") {
  CHECK(rc::check([] {
    const Scene made;
    const TimeExpression a = made.expression();
    const TimeExpression b = made.expression();
    RC_ASSERT(made(a || b) == (made(a) | made(b)));
    RC_ASSERT(made(a && b) == (made(a) & made(b)));
    RC_ASSERT(made(!a) == made.window() - made(a));
    RC_ASSERT(made(TimeExpression::anything()) == made.window());
    RC_ASSERT(made(TimeExpression::nothing()) == TimeSet{});
  }));
}

TEST_CASE("materialising commutes with a narrower window") {
  CHECK(rc::check([] {
    const Scene wide;
    Scene narrow = wide;
    narrow.from = wide.from + std::chrono::minutes{*rc::gen::inRange(0, 20'000)};
    narrow.until = narrow.from + std::chrono::minutes{*rc::gen::inRange(0, 10'000)};
    const TimeExpression a = wide.expression();
    RC_ASSERT(narrow(a) == (wide(a) & narrow.window() & wide.window()));
    for (const TimePlan& plan : wide.book.plans) {
      RC_ASSERT(narrow(plan) == (wide(plan) & narrow.window()));
    }
  }));
}

TEST_CASE("a layer on top decides where it covers, and nothing else") {
  CHECK(rc::check([] {
    Scene made;
    TimePlan plan = made.book.plans.back();
    const TimeSet below = made(plan);
    const TimeExpression when = dense::random_expression(made.book.plans.size() - 1);
    made.zone = made.book.zones[plan.zone.index()];
    made.reading = plan.reading;
    const TimeSet covered = made(when);
    plan.layers.insert(plan.layers.begin(), opens("top", when));
    RC_ASSERT(made(plan) == (below | covered));
    plan.layers.front() = closes("top", when);
    RC_ASSERT(made(plan) == below - covered);
  }));
}

TEST_CASE("a plan without layers is closed, and layers that cover nothing change nothing") {
  CHECK(rc::check([] {
    const Scene made;
    RC_ASSERT(made(TimePlan{.zone = ZoneId{0}}) == TimeSet{});
    TimePlan plan = made.book.plans.front();
    const TimeSet before = made(plan);
    plan.layers.insert(plan.layers.begin(), closes("", TimeExpression::nothing()));
    plan.layers.push_back(opens("", TimeExpression::nothing()));
    RC_ASSERT(made(plan) == before);
  }));
}

TEST_CASE("while another plan is open: in that plan's own zone and reading") {
  CHECK(rc::check([] {
    const Scene made;
    for (std::size_t i = 0; i < made.book.plans.size(); ++i) {
      RC_ASSERT(made(while_open(TimePlanId{i})) == made(made.book.plans[i]));
    }
  }));
}

}  // namespace
}  // namespace acd
