// Real calendars: China's workdays of twenty years, and the holidays of 29 calendars.
#include <cmath>
#include <map>

#include "plan/cases.hpp"
#include "plan/records.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

using nlohmann::json;
using std::chrono::days;
using namespace std::chrono_literals;

const Duration working_day = 9h;

EverydayPlan chinese_office(const json& record) {
  EverydayPlan plan{.zone = ZoneId{0}};
  const std::vector<Hours> hours{{9h, 18h}};
  for (std::size_t day = 1; day <= 5; ++day) plan.weekly[day] = hours;
  for (const json& year : record["years"]) {
    for (const std::string date : year["off"]) plan.holidays.push_back({date_of(date), "off"});
    for (const std::string date : year["work"]) plan.workdays.push_back({date_of(date), hours, ""});
  }
  return plan;
}

TEST_CASE("China's make-up workdays and days off: every day of 2007 to 2026") {
  const auto calendar = record("cn_holidays.json");
  const auto workdays = record("cn_workdays_2007_2026.csv");
  if (!calendar || !workdays) return;
  const std::vector<ZoneRules> zones{known_zone("Asia/Shanghai")};
  const auto table = Timetable::compile(
      time_plan(chinese_office(json::parse(*calendar))), {.plans = {}, .zones = zones},
      instant_of("2006-12-01T00:00:00Z"), instant_of("2027-02-01T00:00:00Z"));
  int count = 0;
  for (const auto& row : rows_of(*workdays, 5)) {
    INFO(row[0]);
    const Instant midnight = zones[0].resolve(date_of(row[0]));
    const Duration open = table.open_time(midnight, midnight + days{1});
    CHECK(open == (row[2] == "1" ? working_day : Duration{0}));
    ++count;
  }
  CHECK(count == 7305);
}

/// Where each calendar is kept.
const std::map<std::string, std::string> zone_of{
    {"AE", "Asia/Dubai"},          {"AU-NSW", "Australia/Sydney"}, {"BR", "America/Sao_Paulo"},
    {"CA-ON", "America/Toronto"},  {"CH-ZH", "Europe/Zurich"},     {"DE-BE", "Europe/Berlin"},
    {"DE-BY", "Europe/Berlin"},    {"EG", "Africa/Cairo"},         {"ES-MD", "Europe/Madrid"},
    {"FR", "Europe/Paris"},        {"GB-ENG", "Europe/London"},    {"GB-SCT", "Europe/London"},
    {"HU", "Europe/Budapest"},     {"IL", "Asia/Jerusalem"},       {"IN", "Asia/Kolkata"},
    {"JP", "Asia/Tokyo"},          {"KR", "Asia/Seoul"},           {"MA", "Africa/Casablanca"},
    {"MX", "America/Mexico_City"}, {"NZ", "Pacific/Auckland"},     {"PH", "Asia/Manila"},
    {"PL", "Europe/Warsaw"},       {"RU", "Europe/Moscow"},        {"SA", "Asia/Riyadh"},
    {"SG", "Asia/Singapore"},      {"TW", "Asia/Taipei"},          {"US", "America/New_York"},
    {"US-NY", "America/New_York"}, {"ZA", "Africa/Johannesburg"}};

/// Whole days off by their date, in the calendar's zone; a part of a day by its instants.
struct DayOff {
  Date first;
  days length;  // zero for a part
  Instant from;
  Instant until;
};

std::map<std::string, std::vector<DayOff>> days_off_of(const std::string& csv) {
  std::map<std::string, std::vector<DayOff>> calendars;
  for (const auto& row : rows_of(csv, 8)) {
    const double length = std::stod(row[2]);  // a day when clocks change is 0.96 or 1.04
    calendars[row[0]].push_back({.first = date_of(row[1]),
                                 .length = days{length < 0.9 ? 0 : std::lround(length)},
                                 .from = instant_of(row[5]),
                                 .until = instant_of(row[6])});
  }
  return calendars;
}

/// Open day and night except on the days off.
TimePlan plan_of(const std::vector<DayOff>& days_off, const ZoneRules& zone) {
  EverydayPlan everyday{.zone = ZoneId{0}};
  everyday.weekly.fill({whole_day});
  std::vector<PlanLayer> parts;
  for (const DayOff& off : days_off) {
    for (days i{0}; i < off.length; i += days{1}) everyday.holidays.push_back({off.first + i, ""});
    if (off.length > days{0}) continue;
    parts.push_back(closes("part", between(zone.local_time(off.from), zone.local_time(off.until))));
  }
  TimePlan plan = time_plan(everyday);
  plan.layers.insert(plan.layers.begin(), parts.begin(), parts.end());
  return plan;
}

TimeSet closed_time(const std::vector<DayOff>& days_off, const ZoneRules& zone) {
  std::vector<TimeSet::Interval> closed;
  for (const DayOff& off : days_off) {
    if (off.length == days{0}) {
      closed.push_back({off.from, off.until});
    } else {
      closed.push_back({zone.resolve(off.first), zone.resolve(off.first + off.length)});
    }
  }
  return TimeSet::from_intervals(std::move(closed));
}

TEST_CASE("recorded holidays close a plan that is open day and night, and nothing else does") {
  const auto csv = record("holidays_2023_2026.csv");
  if (!csv) return;
  const Instant from = instant_of("2022-12-01T00:00:00Z");
  const Instant until = instant_of("2027-02-01T00:00:00Z");
  std::size_t rows = 0;
  for (const auto& [calendar, days_off] : days_off_of(*csv)) {
    INFO(calendar);
    REQUIRE(zone_of.contains(calendar));
    const std::vector<ZoneRules> zones{known_zone(zone_of.at(calendar))};
    const auto table =
        Timetable::compile(plan_of(days_off, zones[0]), {.plans = {}, .zones = zones}, from, until);
    CHECK(table.open() == TimeSet::between(from, until) - closed_time(days_off, zones[0]));
    for (const DayOff& off : days_off) {
      const bool by_midnight = off.from == zones[0].resolve(off.first) || off.length == days{0};
      if (by_midnight) CHECK(table.open_time(off.from, off.until) == Duration{0});
      CHECK_FALSE(table.is_open(off.until - 1min));  // also of those that begin the evening before
      ++rows;
    }
  }
  CHECK(rows == 1382);
}

}  // namespace
}  // namespace acd::test
