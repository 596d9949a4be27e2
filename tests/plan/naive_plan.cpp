// Membership by the definitions, without any set of instants.
#include "plan/naive_plan.hpp"

#include <algorithm>

namespace acd::test {
namespace {

using std::chrono::days;
using std::chrono::seconds;

/// The truth of an expression from the truths of its leaves.
template <class Leaf, class Holds>
bool truth(const Boolean<Leaf>& expression, const Holds& holds) {
  std::vector<bool> stack;
  for (const auto& node : expression.nodes()) {
    const bool top = !stack.empty() && stack.back();
    const bool below = stack.size() > 1 && stack[stack.size() - 2];
    if (node.op == BooleanOp::both || node.op == BooleanOp::either) {
      stack.resize(stack.size() - 2);
      stack.push_back(node.op == BooleanOp::both ? below && top : below || top);
    } else if (node.op == BooleanOp::negation) {
      stack.back() = !top;
    } else {
      stack.push_back(node.op == BooleanOp::leaf ? holds(node.leaf)
                                                 : node.op == BooleanOp::anything);
    }
  }
  return stack.empty() || stack.back();
}

bool is_weekday(const DayRule& rule, Date day) {
  const auto since_sunday = (day.time_since_epoch().count() % 7 + 7 + 4) % 7;  // 1970: Thursday
  return (rule.weekdays >> since_sunday & 1) != 0;
}

/// Counts the same weekday of the month up to the day, or from it.
bool is_nth(const DayRule& rule, Date day) {
  const auto month = std::chrono::year_month_day{day}.month();
  const days step{rule.nth > 0 ? -7 : 7};
  int count = 0;
  for (Date one = day; std::chrono::year_month_day{one}.month() == month; one += step) ++count;
  return count == std::abs(rule.nth);
}

bool day_rule_holds(const DayRule& rule, Date day) {
  const std::chrono::year_month_day date{day};
  const bool in_month = static_cast<unsigned>(date.month()) == rule.month;
  switch (rule.kind) {
    case DayRuleKind::weekdays: return is_weekday(rule, day);
    case DayRuleKind::dates: return std::ranges::find(rule.dates, day) != rule.dates.end();
    case DayRuleKind::range: return !(day < rule.first) && !(rule.last < day);
    case DayRuleKind::yearly: return in_month && static_cast<unsigned>(date.day()) == rule.day;
    case DayRuleKind::nth_weekday:
      return (rule.month == 0 || in_month) && is_weekday(rule, day) && is_nth(rule, day);
  }
  return false;
}

/// One plan at one instant.
struct Moment {
  const NaivePlan& book;
  const TimePlan& plan;
  const ZoneRules& zone;
  Instant at;
  LocalTime local;

  [[nodiscard]] bool within(LocalTime from, LocalTime to) const {
    if (plan.reading == LocalReading::wall_clock) return from <= local && local < to;
    return naive_resolve(zone, from) <= at && at < naive_resolve(zone, to);
  }
  [[nodiscard]] bool in_shift(const TimeRule& rule) const {
    const Date today = std::chrono::floor<days>(local);
    const bool by_clock = plan.reading == LocalReading::wall_clock;  // ends may move a day else
    const Date first = today - days{by_clock ? 2 : 3};
    for (Date day = first; day <= today + days{by_clock ? 0 : 1}; day += days{1}) {
      if (!naive_contains(rule.days, day)) continue;
      for (const Hours& hours : rule.hours) {
        if (within(day + hours.start, day + hours.end)) return true;
      }
    }
    return false;
  }
  [[nodiscard]] bool covered_by(const TimeExpression& when) const {
    return truth(when, [&](const TimeRule& rule) {
      switch (rule.kind) {
        case TimeRuleKind::shifts: return in_shift(rule);
        case TimeRuleKind::stretch: return within(rule.from, rule.to);
        case TimeRuleKind::plan: return book.is_open(rule.plan.index(), at);
      }
      return false;
    });
  }
};

}  // namespace

bool naive_contains(const DaySet& days, Date day) {
  return truth(days, [day](const DayRule& rule) { return day_rule_holds(rule, day); });
}

LocalTime naive_local(const ZoneRules& zone, Instant at) {
  seconds offset = zone.first_offset;
  for (const ZoneTransition& one : zone.transitions) {
    if (one.at <= at) offset = one.offset;
  }
  return LocalTime{at.time_since_epoch() + offset};
}

Instant naive_resolve(const ZoneRules& zone, LocalTime local) {
  Instant shown = never;
  Instant skipped = never;
  seconds before = zone.first_offset;
  const auto try_offset = [&](seconds offset) {
    const Instant at{local.time_since_epoch() - offset};
    if (naive_local(zone, at) == local) shown = std::min(shown, at);
  };
  try_offset(before);
  for (const ZoneTransition& one : zone.transitions) {
    try_offset(one.offset);
    const LocalTime last{one.at.time_since_epoch() + before};
    const LocalTime next{one.at.time_since_epoch() + one.offset};
    if (last <= local && local < next) skipped = Instant{local.time_since_epoch() - before};
    before = one.offset;
  }
  return shown != never ? shown : skipped;
}

bool NaivePlan::is_open(std::size_t plan, Instant at) const {
  const ZoneRules& zone = zones_[plans_[plan].zone.index()];
  const Moment moment{*this, plans_[plan], zone, at, naive_local(zone, at)};
  for (const PlanLayer& layer : plans_[plan].layers) {
    if (moment.covered_by(layer.when)) return layer.effect == LayerEffect::opens;
  }
  return false;
}

}  // namespace acd::test
