// Reading and printing of instants and durations, without locale or clock.
#include "time_text.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <cstdlib>

namespace acdsim {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

/// The number in `text[at, at + digits)`, or -1 if that is not all digits.
int number_at(std::string_view text, std::size_t at, std::size_t digits) {
  int value = 0;
  for (const char c : text.substr(at, digits)) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

/// True if `text` has the form of `pattern`, in which 9 stands for any digit.
bool has_form(std::string_view text, std::string_view pattern) {
  if (text.size() != pattern.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (pattern[i] == '9' ? !digit : text[i] != pattern[i]) return false;
  }
  return true;
}

struct Parts {
  std::chrono::year_month_day date;
  std::chrono::weekday weekday;
  std::chrono::hh_mm_ss<seconds> time;
};

Parts parts_of(acd::Instant instant) {
  const auto day = std::chrono::floor<days>(instant);
  return {std::chrono::year_month_day{day}, std::chrono::weekday{day},
          std::chrono::hh_mm_ss<seconds>{std::chrono::floor<seconds>(instant - day)}};
}

acd::Duration unit_length(char unit) {
  if (unit == 'd') return days{1};
  if (unit == 'h') return hours{1};
  return unit == 'm' ? acd::Duration{minutes{1}} : acd::Duration{seconds{1}};
}

}  // namespace

std::optional<acd::Instant> read_instant(std::string_view text) {
  if (!has_form(text, "9999-99-99T99:99:99Z")) return std::nullopt;
  const std::chrono::year_month_day date{
      std::chrono::year{number_at(text, 0, 4)},
      std::chrono::month{static_cast<unsigned>(number_at(text, 5, 2))},
      std::chrono::day{static_cast<unsigned>(number_at(text, 8, 2))}};
  const hours hour{number_at(text, 11, 2)};
  const minutes minute{number_at(text, 14, 2)};
  const seconds second{number_at(text, 17, 2)};
  if (!date.ok() || hour >= days{1} || minute >= hours{1} || second >= minutes{1}) {
    return std::nullopt;
  }
  const acd::Instant instant = std::chrono::sys_days{date} + hour + minute + second;
  if (instant < acd::earliest || instant > acd::latest) return std::nullopt;
  return instant;
}

std::optional<acd::Duration> read_duration(std::string_view text) {
  constexpr std::string_view units = "dhms";
  constexpr std::size_t digits_max = 6;
  acd::Duration total{0};
  std::size_t next_unit = 0;
  if (text.empty()) return std::nullopt;
  while (!text.empty()) {
    const std::size_t digits = text.find_first_not_of("0123456789");
    if (digits == 0 || digits == std::string_view::npos || digits > digits_max) {
      return std::nullopt;
    }
    const std::size_t unit = units.find(text[digits], next_unit);
    if (unit == std::string_view::npos) return std::nullopt;
    total += number_at(text, 0, digits) * unit_length(units[unit]);
    next_unit = unit + 1;
    text.remove_prefix(digits + 1);
  }
  return total;
}

std::optional<acd::Duration> read_utc_offset(std::string_view text) {
  if (text == "Z") return acd::Duration{0};
  if (!has_form(text, "+99:99") && !has_form(text, "-99:99")) return std::nullopt;
  const hours hour{number_at(text, 1, 2)};
  const minutes minute{number_at(text, 4, 2)};
  if (hour > hours{14} || minute >= hours{1}) return std::nullopt;
  return text.front() == '-' ? -(hour + minute) : hour + minute;
}

std::string instant_text(acd::Instant instant) {
  const Parts parts = parts_of(instant);
  return fmt::format("{}T{}:{:02}Z", date_text(instant), clock_text(instant),
                     parts.time.seconds().count());
}

std::string minute_text(acd::Instant instant) {
  return fmt::format("{} {}", date_text(instant), clock_text(instant));
}

std::string clock_text(acd::Instant instant) {
  const Parts parts = parts_of(instant);
  return fmt::format("{:02}:{:02}", parts.time.hours().count(), parts.time.minutes().count());
}

std::string date_text(acd::Instant instant) {
  const Parts parts = parts_of(instant);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(parts.date.year()),
                     static_cast<unsigned>(parts.date.month()),
                     static_cast<unsigned>(parts.date.day()));
}

std::string day_text(acd::Instant instant) {
  constexpr std::array names = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  return fmt::format("{} {}", date_text(instant), names[parts_of(instant).weekday.c_encoding()]);
}

std::string duration_text(acd::Duration duration) {
  std::string text;
  for (const char unit : std::string_view{"dhms"}) {
    const auto count = duration / unit_length(unit);
    duration -= count * unit_length(unit);
    if (count == 0) continue;
    text += fmt::format("{}{}{}", text.empty() ? "" : " ", count, unit);
  }
  return text.empty() ? "0s" : text;
}

std::string utc_offset_text(acd::Duration offset) {
  const auto total = std::abs(std::chrono::duration_cast<minutes>(offset).count());
  return fmt::format("{}{:02}:{:02}", offset < acd::Duration{0} ? '-' : '+', total / 60,
                     total % 60);
}

}  // namespace acdsim
