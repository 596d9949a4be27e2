// A civil date or time is written as the instant that a clock in UTC would show with it.
#include "acd/companion/civil_text.hpp"

#include <fmt/format.h>

#include <chrono>
#include <optional>

#include "acd/companion/time_text.hpp"
#include "util/word.hpp"

namespace acd {
inline namespace v1 {
namespace {

using std::chrono::seconds;

constexpr seconds day_end{std::chrono::hours{24}};
constexpr seconds hours_end{std::chrono::hours{48}};

/// True if the text has the form of `pattern`, in which 9 stands for any digit.
bool has_form(std::string_view text, std::string_view pattern) {
  if (text.size() != pattern.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (pattern[i] == '9' ? !digit : text[i] != pattern[i]) return false;
  }
  return true;
}

template <class Value>
Parsed<Value> refused(std::string message) {
  return {std::nullopt, std::move(message), 1};
}

std::string found_instead(std::string_view expected, std::string_view text) {
  return fmt::format("expected {}, found {}", expected,
                     text.empty() ? std::string{"nothing"} : quoted(text));
}

std::string clock_text(seconds since_midnight) {
  const auto count = since_midnight.count();
  std::string text = fmt::format("{:02}:{:02}", count / 3600, count / 60 % 60);
  if (count % 60 != 0) text += fmt::format(":{:02}", count % 60);
  return text;
}

/// "09:30" or "09:30:15"; hours up to 99.
std::optional<seconds> parse_clock(std::string_view text) {
  if (!has_form(text, "99:99") && !has_form(text, "99:99:99")) return std::nullopt;
  const auto pair = [text](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
  const int second = text.size() > 5 ? pair(6) : 0;
  if (pair(3) > 59 || second > 59) return std::nullopt;
  return seconds{pair(0) * 3600 + pair(3) * 60 + second};
}

/// Why hours are out of their bounds; empty if they are not.
std::string wrong_with(const Hours& hours) {
  const std::string start = clock_text(hours.start);
  const std::string end = clock_text(hours.end);
  if (hours.start >= day_end) {
    return fmt::format("{}-{} starts on the next day: hours start before 24:00", start, end);
  }
  if (hours.end > hours_end) return fmt::format("{}-{} ends after 48:00", start, end);
  if (hours.end == hours.start) return fmt::format("{}-{} is empty", start, end);
  if (hours.end > hours.start) return {};
  return fmt::format("{}-{} ends before it starts; an end on the next day is written {}-{}", start,
                     end, start, clock_text(hours.end + day_end));
}

}  // namespace

std::string to_text(Date date) {
  const std::chrono::year_month_day day{date};
  return fmt::format("{:04}-{:02}-{:02}", int{day.year()}, unsigned{day.month()},
                     unsigned{day.day()});
}

std::string to_text(LocalTime local) {
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::hh_mm_ss time{local - day};
  std::string text =
      to_text(day) + 'T' +
      clock_text(std::chrono::floor<seconds>(local) - std::chrono::local_seconds{day});
  if (time.subseconds() == Duration::zero()) return text;
  if (time.seconds() == seconds::zero()) text += ":00";
  text += fmt::format(".{:06}", time.subseconds().count());
  while (text.back() == '0') text.pop_back();
  return text;
}

std::string to_text(const Hours& hours) {
  return clock_text(hours.start) + '-' + clock_text(hours.end);
}

Parsed<Date> parse_date(std::string_view text) {
  if (!has_form(text, "9999-99-99")) {
    return refused<Date>(found_instead("a date such as 2026-10-01", text));
  }
  const std::optional<Instant> instant = parse_instant(std::string{text} + "T00:00:00Z");
  if (!instant) return refused<Date>(fmt::format("there is no date {}", text));
  return {Date{std::chrono::floor<std::chrono::days>(instant->time_since_epoch())}};
}

Parsed<LocalTime> parse_local_time(std::string_view text) {
  constexpr std::string_view expected = "a local time such as 2026-10-01T09:30";
  const std::string_view date = text.substr(0, text.find('T'));
  if (!has_form(date, "9999-99-99") || date.size() == text.size()) {
    return refused<LocalTime>(found_instead(expected, text));
  }
  if (Parsed<Date> day = parse_date(date); !day.value) {
    return refused<LocalTime>(std::move(day.message));
  }
  const bool without_seconds = has_form(text.substr(date.size()), "T99:99");
  const std::optional<Instant> instant =
      parse_instant(std::string{text} + (without_seconds ? ":00Z" : "Z"));
  if (!instant) return refused<LocalTime>(found_instead(expected, text));
  return {LocalTime{instant->time_since_epoch()}};
}

Parsed<Hours> parse_hours(std::string_view text) {
  const std::size_t dash = text.find('-');
  const std::optional<seconds> start = parse_clock(text.substr(0, dash));
  const std::optional<seconds> end =
      dash == std::string_view::npos ? std::nullopt : parse_clock(text.substr(dash + 1));
  if (!start || !end) return refused<Hours>(found_instead("hours such as 09:00-18:00", text));
  const Hours hours{*start, *end};
  if (std::string message = wrong_with(hours); !message.empty()) {
    return refused<Hours>(std::move(message));
  }
  return {hours};
}

}  // namespace v1
}  // namespace acd
