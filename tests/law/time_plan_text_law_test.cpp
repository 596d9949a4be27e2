// Laws of time plans as text: what is printed is read back.
#include <rapidcheck.h>

#include <string>

#include "acd/companion/time_plan_text.hpp"
#include "law/random_time_plan.hpp"
#include "support/catch.hpp"

namespace acd {
namespace {

constexpr std::size_t plans = 5;

/// One plan fewer than the expressions name: one that is out of range prints and reads, too.
Blueprint awkward_plans() {
  Blueprint b;
  for (const char* name : {"office", "at", "客服中心", "tier \"2\""}) b.add(TimePlan{.name = name});
  return b;
}

template <class Value>
void check_read(const std::string& text, const Parsed<Value>& parsed, const Value& value) {
  RC_LOG() << text << '\n' << parsed.message << " at " << parsed.column << '\n';
  RC_ASSERT(text.find('\n') == std::string::npos);
  RC_ASSERT(parsed.value.has_value());
  RC_ASSERT(*parsed.value == value);
}

TEST_CASE("hours, dates and local times print and parse back") {
  REQUIRE(rc::check([] {
    const Hours hours = random_hours();
    check_read(to_text(hours), parse_hours(to_text(hours)), hours);
    const Date date = random_date();
    check_read(to_text(date), parse_date(to_text(date)), date);
    const LocalTime local = random_local_time();
    check_read(to_text(local), parse_local_time(to_text(local)), local);
  }));
}

TEST_CASE("a set of days prints and parses back") {
  REQUIRE(rc::check([] {
    const DaySet set = random_day_set();
    check_read(to_text(set), parse_day_set(to_text(set)), set);
  }));
}

TEST_CASE("a time expression prints and parses back") {
  REQUIRE(rc::check([] {
    const Blueprint names = awkward_plans();
    const TimeExpression when = random_time_expression(plans);
    const std::string text = to_text(when, names);
    check_read(text, parse_time_expression(text, names), when);
  }));
}

TEST_CASE("a layer prints and parses back") {
  REQUIRE(rc::check([] {
    const Blueprint names = awkward_plans();
    const PlanLayer layer = random_layer(plans);
    const std::string text = to_text(layer, names);
    check_read(text, parse_plan_layer(text, names), layer);
  }));
}

TEST_CASE("a broken layer is refused with a column inside it or at its end") {
  REQUIRE(rc::check([](const std::string& noise) {
    const Blueprint names = awkward_plans();
    std::string text = to_text(random_layer(plans), names);
    text.insert(*rc::gen::inRange<std::size_t>(0, text.size() + 1), noise);
    const Parsed<PlanLayer> parsed = parse_plan_layer(text, names);
    RC_ASSERT(parsed.value.has_value() == parsed.message.empty());
    RC_ASSERT(parsed.value.has_value() == (parsed.column == 0));
    RC_ASSERT(parsed.column <= static_cast<int>(text.size()) + 1);
  }));
}

}  // namespace
}  // namespace acd
