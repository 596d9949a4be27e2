// Zones, whose rules may come from the host; plans, whose everyday form is put into layers.
#include "toml/time_members.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include "acd/companion/civil_text.hpp"
#include "toml/civil_values.hpp"
#include "toml/table_reader.hpp"

namespace acd {
inline namespace v1 {

/// Index of the `[[holiday_list]]` of a name.
struct HolidayListIndex {
  std::optional<std::size_t> value{};
};

static void read_value(const Source& source, HolidayListIndex& target) {
  std::string name;
  read_value(source, name);
  const std::vector<HolidayList>& lists = source.reading.holiday_lists();
  const auto found = std::ranges::find(lists, name, &HolidayList::name);
  if (found != lists.end()) {
    target.value = static_cast<std::size_t>(found - lists.begin());
  } else if (source.node.is_string()) {
    source.report(fmt::format("unknown holiday list {}{}", quoted(name),
                              did_you_mean(name, lists, [](const HolidayList& list) {
                                return std::string_view{list.name};
                              })));
  }
}

/// The keys that every line of dates has.
static void read_dates(const Source& source, TableReader& table, NamedDates& target) {
  std::optional<std::vector<Date>> dates;
  table.read("name", target.name);
  table.read("dates", dates);
  if (source.node.is_table() && !dates) source.report("no dates are given");
  target.dates = std::move(dates).value_or(std::vector<Date>{});
}

static void read_value(const Source& source, NamedDates& target) {
  TableReader table{source};
  read_dates(source, table, target);
  table.finish();
}

static void read_value(const Source& source, WorkdayLine& target) {
  TableReader table{source};
  std::optional<std::vector<Hours>> hours;
  std::optional<Weekday> like;
  read_dates(source, table, target.days);
  table.read("hours", hours);
  table.read("like", like);
  table.finish();
  if (source.node.is_table() && hours.has_value() == like.has_value()) {
    source.report("either its hours are given, or the weekday that it is like");
  }
  target.hours = std::move(hours).value_or(std::vector<Hours>{});
  if (like) target.like = like->index;
}

namespace {

/// "+08:00", "-00:44:30"; nothing if it is none.
std::optional<std::chrono::seconds> parse_offset(std::string_view text) {
  const bool is_negative = text.starts_with('-');
  if (!is_negative && !text.starts_with('+')) return std::nullopt;
  if (text.substr(1) == "00:00") return std::chrono::seconds{0};
  const Parsed<Hours> passed = parse_hours("00:00-" + std::string{text.substr(1)});
  if (!passed.value) return std::nullopt;
  return is_negative ? -passed.value->end : passed.value->end;
}

/// How long before a window the rules of its zone must hold: longer than any shift that
/// reaches into it.
constexpr std::chrono::days lead{7};

void find_rules(const Source& source, ZoneRules& zone) {
  const Reading& reading = source.reading;
  if (zone.name == "UTC" || zone.name.empty()) return;
  if (!reading.zones()) {
    source.report("its offset is not given, and no rules of zones are known here");
    return;
  }
  const auto known = reading.zones()(zone.name, reading.blueprint().timetables_from - lead, latest);
  if (known) {
    zone = *known;
  } else {
    source.report(fmt::format("unknown zone {}", quoted(zone.name)));
  }
}

std::vector<DatedHours> dated_hours(const std::vector<WorkdayLine>& lines, const Week& week) {
  std::vector<DatedHours> result;
  for (const WorkdayLine& line : lines) {
    for (const Date date : line.days.dates) {
      result.push_back({date, line.like ? week[*line.like] : line.hours, line.days.name});
    }
  }
  return result;
}

template <class Line>
void append(std::vector<Line>& lines, const std::vector<Line>& more) {
  lines.insert(lines.end(), more.begin(), more.end());
}

/// What a plan's table says of days, before it is one plan.
struct PlanDays {
  std::vector<HolidayListIndex> lists{};
  std::vector<NamedDates> holidays{};
  std::vector<WorkdayLine> workdays{};
  std::vector<WorkdayLine> special_days{};

  void fill(EverydayPlan& plan, const std::vector<HolidayList>& shared) const {
    HolidayList all{.name = {}, .holidays = holidays, .workdays = workdays};
    for (const HolidayListIndex& list : lists) {
      if (!list.value) continue;
      append(all.holidays, shared[*list.value].holidays);
      append(all.workdays, shared[*list.value].workdays);
    }
    for (const NamedDates& holiday : all.holidays) {
      for (const Date date : holiday.dates) plan.holidays.push_back({date, holiday.name});
    }
    plan.workdays = dated_hours(all.workdays, plan.weekly);
    plan.special_days = dated_hours(special_days, plan.weekly);
  }
};

}  // namespace

/// An offset from UTC.
struct Offset {
  std::chrono::seconds value{0};
};

static void read_value(const Source& source, Offset& target) {
  const auto* text = source.node.as_string();
  const auto offset = text == nullptr ? std::nullopt : parse_offset(text->get());
  if (offset) {
    target.value = *offset;
  } else {
    source.expected("an offset such as \"+08:00\"", {"string"});
  }
}

void read_value(const Source& source, Instant& target) {
  constexpr std::string_view what = "an instant such as 2026-01-01T00:00:00Z, or a date in UTC";
  if (source.node.is_date()) {
    Date date{};
    read_value(source, date);
    target = Instant{date.time_since_epoch()};
    return;
  }
  const auto* node = source.node.as_date_time();
  if (node == nullptr) return source.expected(what, {"string"});
  const toml::date_time& at = node->get();
  if (!at.offset) return source.report("its offset from UTC is missing, such as +08:00 or Z");
  const std::chrono::year_month_day day{std::chrono::year{at.date.year},
                                        std::chrono::month{at.date.month},
                                        std::chrono::day{at.date.day}};
  target = std::chrono::sys_days{day} + std::chrono::hours{at.time.hour} +
           std::chrono::minutes{at.time.minute} + std::chrono::seconds{at.time.second} +
           Duration{at.time.nanosecond / 1'000} - std::chrono::minutes{at.offset->minutes};
}

void read_value(const Source& source, ZoneTransition& target) {
  TableReader table{source};
  Offset offset;
  table.read("at", target.at);
  table.read("offset", offset);
  table.finish();
  target.offset = offset.value;
}

void read_value(const Source& source, ZoneRules& target) {
  TableReader table{source};
  std::optional<Offset> first_offset;
  std::optional<std::vector<ZoneTransition>> transitions;
  table.read("name", target.name);
  table.read("first_offset", first_offset);
  table.read("transitions", transitions);
  table.finish();
  if (!first_offset && !transitions) return find_rules(source, target);
  target.first_offset = first_offset.value_or(Offset{}).value;
  target.transitions = std::move(transitions).value_or(std::vector<ZoneTransition>{});
}

void read_value(const Source& source, HolidayList& target) {
  TableReader table{source};
  table.read("name", target.name);
  table.read("holidays", target.holidays);
  table.read("workdays", target.workdays);
  table.finish();
}

void read_value(const Source& source, TimePlan& target) {
  EverydayPlan plan;
  PlanDays days;
  std::vector<PlanLayer> layers;
  TableReader table{source};
  table.read("name", plan.name);
  table.read("zone", plan.zone);
  table.read("reading", plan.reading);
  table.read("layers", layers);
  table.read("weekly", plan.weekly);
  table.read("holiday_lists", days.lists);
  table.read("holidays", days.holidays);
  table.read("workdays", days.workdays);
  table.read("special_days", days.special_days);
  table.read("holiday_scope", plan.holiday_scope);
  table.read("effective_from", plan.effective_from);
  table.read("effective_until", plan.effective_until);
  table.finish();
  days.fill(plan, source.reading.holiday_lists());
  target = time_plan(plan);
  append(layers, target.layers);  // the plan's own layers lie on top
  target.layers = std::move(layers);
}

}  // namespace v1
}  // namespace acd
