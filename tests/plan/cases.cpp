// Reads plans and questions from JSON, answers them by a timetable.
#include "plan/cases.hpp"

#include <fmt/chrono.h>

#include <array>
#include <charconv>
#include <cstdlib>
#include <fstream>

#include "acd/companion/zones.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

using nlohmann::json;
using std::chrono::days;
using std::chrono::minutes;
using std::chrono::seconds;

int number_at(std::string_view text, std::size_t at, std::size_t length) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data() + at, text.data() + at + length, value);
  if (error != std::errc{} || end != text.data() + at + length) FAIL("no number in " << text);
  return value;
}

/// "22:00" to "30:00"
std::vector<Hours> hours_of(const json& spans) {
  const auto minutes_of = [](const std::string& text) {
    return minutes{number_at(text, 0, 2) * 60 + number_at(text, 3, 2)};
  };
  std::vector<Hours> hours;
  for (const json& span : spans) hours.push_back({minutes_of(span[0]), minutes_of(span[1])});
  return hours;
}

std::vector<DatedHours> dated_hours_of(const json& lines) {
  std::vector<DatedHours> dated;
  for (const auto& [date, spans] : lines.items()) {
    dated.push_back({.date = date_of(date), .hours = hours_of(spans)});
  }
  return dated;
}

/// The answer counts only if it lies within the 800 days that the cases looked at.
json within_800_days(Instant asked, Instant found) {
  return found > asked + days{800} ? json{} : text_of(found);
}

json intervals_of(const Timetable& table, Instant from, Instant to) {
  const TimeSet clipped = table.open() & TimeSet::between(from, to);
  json result = json::array();
  for (std::size_t i = 0; i < clipped.toggles().size(); i += 2) {
    result.push_back({text_of(clipped.toggles()[i]), text_of(clipped.toggles()[i + 1])});
  }
  return result;
}

}  // namespace

Cases load_cases() {
  const char* named = std::getenv("ACD_TIME_PLAN_CASES");
  const std::string own = std::string{ACD_TESTS_DIR} + "/plan/time_plan_cases.json";
  std::ifstream in{named == nullptr ? own : named};
  Cases cases{json::parse(in), {}};
  for (const auto& [name, plan] : cases.all["plans"].items()) cases.plans[name] = plan;
  return cases;
}

Instant instant_of(std::string_view text) {
  const Duration time_of_day = std::chrono::hours{number_at(text, 11, 2)} +
                               minutes{number_at(text, 14, 2)} + seconds{number_at(text, 17, 2)};
  return Instant{date_of(text).time_since_epoch() + time_of_day};
}

Date date_of(std::string_view text) {
  return Date{std::chrono::year{number_at(text, 0, 4)} / number_at(text, 5, 2) /
              number_at(text, 8, 2)};
}

json text_of(Instant at) {
  if (at == never) return {};
  return fmt::format("{:%FT%TZ}", std::chrono::sys_time<seconds>{
                                      std::chrono::duration_cast<seconds>(at.time_since_epoch())});
}

ZoneRules known_zone(const std::string& name) {
  const auto rules =
      zone_rules(name, Instant{std::chrono::sys_days{std::chrono::year{1969} / 1 / 1}},
                 Instant{std::chrono::sys_days{std::chrono::year{2060} / 1 / 1}});
  if (!rules) FAIL("the system knows no zone " << name);
  return *rules;
}

EverydayPlan everyday_plan(const json& plan, Convention convention) {
  static constexpr std::array names{"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
  EverydayPlan everyday{.zone = ZoneId{0}};
  for (std::size_t day = 0; day < names.size(); ++day) {
    const json weekly = plan.value("weekly", json::object());
    if (weekly.contains(names[day])) everyday.weekly[day] = hours_of(weekly[names[day]]);
  }
  everyday.workdays = dated_hours_of(plan.value("workdays", json::object()));
  everyday.special_days = dated_hours_of(plan.value("special_days", json::object()));
  for (const json& date : plan.value("holidays", json::array())) {
    everyday.holidays.push_back({.date = date_of(date.get<std::string>())});
  }
  if (convention == Convention::dst_endpoint) everyday.reading = LocalReading::end_points;
  if (convention == Convention::holiday_scope_shift) {
    everyday.holiday_scope = HolidayScope::starting_shifts;
  }
  return everyday;
}

json expected(const json& one, Convention convention) {
  const std::string key = convention == Convention::dst_endpoint          ? "dst_endpoint"
                          : convention == Convention::holiday_scope_shift ? "holiday_scope_shift"
                                                                          : "";
  const bool differs = one.contains("expected_alt") && one["expected_alt"].contains(key);
  return differs ? one["expected_alt"][key] : one["expected"];
}

json answer(const json& one, const Timetable& table) {
  const std::string op = one["op"];
  const auto instant = [&](const char* key) { return instant_of(one[key].get<std::string>()); };
  if (op == "intervals") return intervals_of(table, instant("from"), instant("to"));
  if (op == "open_seconds") {
    return std::chrono::floor<seconds>(table.open_time(instant("from"), instant("to"))).count();
  }
  const Instant at = instant("at");
  if (op == "is_open") return table.is_open(at);
  if (op == "next_open") return within_800_days(at, table.first_open(at));
  if (op == "next_close") return within_800_days(at, table.first_closed(at));
  if (op == "next_opening") return within_800_days(at, table.next_opening(at));
  if (op == "next_closing") return within_800_days(at, table.next_closing(at));
  FAIL("unknown question " << op);
  return {};
}

}  // namespace acd::test
