// Random rules first, then expressions over them of bounded depth.
#include "law/random_time_plan.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <chrono>
#include <vector>

namespace acd {
inline namespace v1 {
namespace {

using std::chrono::days;
using std::chrono::seconds;
using std::chrono::weekday;

int upto(int most) { return *rc::gen::inRange(0, most + 1); }
weekday random_weekday() { return weekday{static_cast<unsigned>(upto(6))}; }

/// Stretches of days and single ones.
std::vector<Date> random_dates() {
  std::vector<Date> dates;
  for (int runs = 1 + upto(3); runs > 0; --runs) {
    Date date = random_date();
    for (int length = 1 + upto(4); length > 0; --length, date += days{1}) dates.push_back(date);
  }
  return dates;
}

DaySet random_day_rule() {
  switch (upto(6)) {
    case 0: return on_dates(random_dates());
    case 1: {
      const Date one = random_date();
      const Date other = random_date();
      return between_dates(std::min(one, other), std::max(one, other));
    }
    case 2: return yearly(static_cast<unsigned>(1 + upto(11)), static_cast<unsigned>(1 + upto(27)));
    case 3: {
      const int nth = 1 + upto(4);
      return nth_weekday(static_cast<unsigned>(upto(12)), upto(1) == 0 ? nth : -nth,
                         random_weekday());
    }
    case 4: return upto(1) == 0 ? DaySet::anything() : DaySet::nothing();
    case 5: {  // any weekdays at all
      return DayRule{.kind = DayRuleKind::weekdays,
                     .weekdays = static_cast<std::uint8_t>(1 + upto(126))};
    }
  }
  return weekdays(random_weekday(), random_weekday());
}

TimeExpression random_shifts() {
  if (upto(2) == 0) return on_days(random_day_set());
  std::vector<Hours> hours;
  for (int count = 1 + upto(2); count > 0; --count) hours.push_back(random_hours());
  return shifts(random_day_set(), std::move(hours));
}

TimeExpression random_time_rule(std::size_t plans) {
  switch (upto(6)) {
    case 0: {
      const LocalTime one = random_local_time();
      const LocalTime other = random_local_time();
      return between(std::min(one, other), std::max(one, other) + Duration{1});
    }
    case 1:
      if (plans == 0) return TimeExpression::anything();
      return while_open(TimePlanId{*rc::gen::inRange<std::size_t>(0, plans)});
    case 2: return upto(1) == 0 ? TimeExpression::anything() : TimeExpression::nothing();
  }
  return random_shifts();
}

template <class Expression, class RandomLeaf>
Expression random_expression(int depth, const RandomLeaf& random_leaf) {
  const int choice = depth == 0 ? 0 : upto(4);
  if (choice < 2) return random_leaf();
  const Expression first = random_expression<Expression>(depth - 1, random_leaf);
  if (choice == 2) return !first;
  const Expression second = random_expression<Expression>(depth - 1, random_leaf);
  return choice == 3 ? first && second : first || second;
}

}  // namespace

Hours random_hours() {
  // Whole quarters of hours mostly, seconds sometimes.
  const auto unit = *rc::gen::element(900, 900, 60, 1);
  const int start = upto(86'400 / unit - 1) * unit;
  const int end = start + (1 + upto((172'800 - start) / unit - 1)) * unit;
  return {seconds{start}, seconds{end}};
}

Date random_date() { return Date{days{*rc::gen::inRange(7'305, 47'482)}}; }

LocalTime random_local_time() {
  const auto unit = *rc::gen::element<std::int64_t>(60'000'000, 1'000'000, 1);
  return random_date() + Duration{*rc::gen::inRange<std::int64_t>(0, 86'400'000'000 / unit) * unit};
}

DaySet random_day_set() { return random_expression<DaySet>(2, random_day_rule); }

TimeExpression random_time_expression(std::size_t plans) {
  return random_expression<TimeExpression>(3, [plans] { return random_time_rule(plans); });
}

PlanLayer random_layer(std::size_t plans) {
  const char* name = *rc::gen::element("", "week", "春节", "when", "tier 2", "a \"quote\"");
  TimeExpression when = random_time_expression(plans);
  return upto(1) == 0 ? opens(name, std::move(when)) : closes(name, std::move(when));
}

ZoneRules random_zone() {
  const auto random_offset = [] { return seconds{60 * (upto(28 * 60) - 14 * 60)}; };
  ZoneRules zone{.name = "somewhere", .first_offset = random_offset()};
  Instant at = earliest;
  for (int count = upto(4); count > 0; --count) {
    at += days{1 + upto(4'000)} + seconds{upto(86'399)};
    zone.transitions.push_back({at, random_offset()});
  }
  return zone;
}

}  // namespace v1
}  // namespace acd
