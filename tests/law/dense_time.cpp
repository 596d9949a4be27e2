// Everything is drawn on a grid of quarters of an hour.
#include "law/dense_time.hpp"

#include <rapidcheck.h>

#include <algorithm>

namespace acd::dense {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

int upto(int most) { return *rc::gen::inRange(0, most + 1); }
minutes quarters(int most) { return minutes{15 * upto(most)}; }

LocalTime local(Instant at) { return LocalTime{at.time_since_epoch()}; }
Date random_date() { return std::chrono::floor<days>(local(random_instant())); }

Hours random_hours() {
  const minutes start = quarters(95);
  const minutes longest_one = hours{48} - start;
  if (upto(2) == 0) return {start, start + std::min<minutes>(longest_one, minutes{15})};
  return {start, start + std::min(longest_one, minutes{15} + quarters(120))};
}

DaySet random_day_rule() {
  switch (upto(4)) {
    case 0: return on_dates({random_date(), random_date(), random_date()});
    case 1: {
      const Date first = random_date();
      return between_dates(first, first + days{upto(6)});
    }
    case 2: return yearly(2, static_cast<unsigned>(20 + upto(9)));
    case 3: return nth_weekday(upto(1) == 0 ? 0 : 3, upto(1) == 0 ? -1 : 1, std::chrono::Friday);
  }
  return DayRule{.kind = DayRuleKind::weekdays, .weekdays = std::uint8_t(1 + upto(126))};
}

DaySet random_days() {
  const DaySet one = random_day_rule();
  switch (upto(4)) {
    case 0: return one && random_day_rule();
    case 1: return one || random_day_rule();
    case 2: return !one;
  }
  return one;
}

TimeExpression random_leaf(std::size_t plans) {
  switch (upto(5)) {
    case 0: {
      const LocalTime from = local(random_instant());
      return between(from, from + quarters(400) + minutes{15});
    }
    case 1: return upto(1) == 0 ? TimeExpression::anything() : TimeExpression::nothing();
    case 2: return on_days(random_days());
    case 3:
      if (plans > 0) return while_open(TimePlanId{*rc::gen::inRange<std::size_t>(0, plans)});
  }
  std::vector<Hours> shift{random_hours()};
  if (upto(1) == 0) shift.push_back(random_hours());
  return shifts(random_days(), shift);
}

}  // namespace

Instant random_instant() {
  return begin - days{1} + minutes{15} * *rc::gen::inRange<int>(0, 4 * 24 * 26);
}

ZoneRules random_zone() {
  ZoneRules zone{.name = "somewhere", .first_offset = quarters(208) - hours{26}};
  std::vector<Instant> at;
  for (int count = upto(3); count > 0; --count) at.push_back(random_instant());
  if (!at.empty() && upto(1) == 0) at.push_back(at.front() + quarters(8));
  std::ranges::sort(at);
  at.erase(std::unique(at.begin(), at.end()), at.end());
  std::chrono::seconds offset = zone.first_offset;
  for (const Instant one : at) {
    const minutes size = upto(3) == 0 ? hours{24} : quarters(8);
    offset += upto(1) == 0 ? size : -size;
    offset = std::clamp<std::chrono::seconds>(offset, -offset_max, offset_max);
    zone.transitions.push_back({one, offset});
  }
  return zone;
}

TimeExpression random_expression(std::size_t plans) {
  TimeExpression result = random_leaf(plans);
  for (int steps = upto(3); steps > 0; --steps) {
    const TimeExpression other = random_leaf(plans);
    switch (upto(3)) {
      case 0: result = result && other; break;
      case 1: result = other || result; break;
      case 2: result = !result && other; break;
      case 3: result = !(other && !result); break;
    }
  }
  return result;
}

LocalReading random_reading() {
  return upto(1) == 0 ? LocalReading::wall_clock : LocalReading::end_points;
}

TimePlan random_plan(std::size_t zones, std::size_t plans) {
  TimePlan plan{.name = "some", .zone = ZoneId{upto(static_cast<int>(zones) - 1)}};
  plan.reading = random_reading();
  for (int count = upto(4); count > 0; --count) {
    const TimeExpression when = random_expression(plans);
    plan.layers.push_back(upto(1) == 0 ? opens("open", when) : closes("closed", when));
  }
  return plan;
}

TimeSet random_set() {
  std::vector<TimeSet::Interval> intervals;
  for (int count = upto(5); count > 0; --count) {
    const Instant from = begin + minutes{15} * upto(30);
    intervals.push_back({from, from + minutes{15} * (upto(8) - 1)});
  }
  const TimeSet set = TimeSet::from_intervals(std::move(intervals));
  return upto(1) == 0 ? set : ~set;
}

Book random_book() {
  Book book;
  for (int count = 1 + upto(1); count > 0; --count) book.zones.push_back(random_zone());
  for (int count = 1 + upto(2); count > 0; --count) {
    book.plans.push_back(random_plan(book.zones.size(), book.plans.size()));
  }
  return book;
}

}  // namespace acd::dense
