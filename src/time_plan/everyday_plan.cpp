// The everyday form says itself in layers.
#include "acd/time_plan/everyday_plan.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace acd {
inline namespace v1 {
namespace {

/// Values that share a key, in the order of its first appearance.
template <class Key, class Value>
class Grouped {
 public:
  Value& operator[](const Key& key) {
    for (auto& [known, value] : groups_) {
      if (known == key) return value;
    }
    groups_.push_back({key, {}});
    return groups_.back().second;
  }
  [[nodiscard]] auto begin() const { return groups_.begin(); }
  [[nodiscard]] auto end() const { return groups_.end(); }

 private:
  std::vector<std::pair<Key, Value>> groups_{};
};

using DatesByName = Grouped<std::string, std::vector<Date>>;
using DatesByHours = Grouped<std::vector<Hours>, std::vector<Date>>;

const std::string& or_else(const std::string& name, const std::string& otherwise) {
  return name.empty() ? otherwise : name;
}

/// The days except some dates; nothing is written if there are none.
DaySet except(DaySet days, const std::vector<Date>& dates) {
  return dates.empty() ? days : days && !on_dates(dates);
}

template <class Dated>
std::vector<Date> dates_of(const std::vector<Dated>& lines) {
  std::vector<Date> dates;
  dates.reserve(lines.size());
  for (const Dated& line : lines) dates.push_back(line.date);
  return dates;
}

class EverydayLayers {
 public:
  explicit EverydayLayers(const EverydayPlan& plan) : plan_{plan} {}

  std::vector<PlanLayer> take() {
    const bool is_by_day = plan_.holiday_scope == HolidayScope::civil_day;
    close_outside_effective_days();
    open_dates(plan_.special_days, "special day", {});
    if (is_by_day) close_dates(plan_.holidays, "holiday");
    open_dates(plan_.workdays, "workday", dates_without_shifts());
    open_week();
    if (!is_by_day) close_dates(plan_.holidays, "holiday");
    close_dates(plan_.special_days, "special day");
    return std::move(layers_);
  }

 private:
  /// On holidays no shift of the week or of a workday starts, if that is their scope.
  [[nodiscard]] std::vector<Date> dates_without_shifts() const {
    return plan_.holiday_scope == HolidayScope::starting_shifts ? dates_of(plan_.holidays)
                                                                : std::vector<Date>{};
  }

  void close_outside_effective_days() {
    if (!plan_.effective_from && !plan_.effective_until) return;
    const Date first = plan_.effective_from.value_or(first_date);
    const Date end = plan_.effective_until.value_or(last_date + std::chrono::days{1});
    layers_.push_back(
        closes("not in effect", on_days(!between_dates(first, end - std::chrono::days{1}))));
  }

  void open_dates(const std::vector<DatedHours>& lines, const std::string& otherwise,
                  const std::vector<Date>& spared) {
    Grouped<std::string, DatesByHours> names;
    for (const DatedHours& line : lines) {
      if (!line.hours.empty())
        names[or_else(line.name, otherwise)][line.hours].push_back(line.date);
    }
    for (const auto& [name, groups] : names) {
      TimeExpression when = TimeExpression::nothing();
      for (const auto& [hours, dates] : groups) {
        when = when || shifts(except(on_dates(dates), spared), hours);
      }
      layers_.push_back(opens(name, std::move(when)));
    }
  }

  template <class Dated>
  void close_dates(const std::vector<Dated>& lines, const std::string& otherwise) {
    DatesByName names;
    for (const Dated& line : lines) names[or_else(line.name, otherwise)].push_back(line.date);
    for (const auto& [name, dates] : names) {
      layers_.push_back(closes(name, on_days(on_dates(dates))));
    }
  }

  void open_week() {
    Grouped<std::vector<Hours>, std::uint8_t> groups;
    for (std::size_t day = 0; day < plan_.weekly.size(); ++day) {
      if (!plan_.weekly[day].empty()) groups[plan_.weekly[day]] |= std::uint8_t(1U << day);
    }
    std::vector<Date> spared = dates_of(plan_.special_days);
    std::ranges::copy(dates_without_shifts(), std::back_inserter(spared));
    TimeExpression when = TimeExpression::nothing();
    for (const auto& [hours, days] : groups) {
      const DayRule rule{.kind = DayRuleKind::weekdays, .weekdays = days};
      when = when || shifts(except(rule, spared), hours);
    }
    if (!when.is_nothing()) layers_.push_back(opens("week", std::move(when)));
  }

  const EverydayPlan& plan_;
  std::vector<PlanLayer> layers_{};
};

}  // namespace

TimePlan time_plan(const EverydayPlan& everyday) {
  return {.name = everyday.name,
          .zone = everyday.zone,
          .reading = everyday.reading,
          .layers = EverydayLayers{everyday}.take()};
}

}  // namespace v1
}  // namespace acd
