// Calendar arithmetic by std::chrono, without locale or time zone.
#include "clock_text.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <cstdlib>

namespace acdsim {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

/// True if `text` has the form of `pattern`, in which 9 stands for any digit.
bool has_form(std::string_view text, std::string_view pattern) {
  if (text.size() != pattern.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (pattern[i] == '9' ? !digit : text[i] != pattern[i]) return false;
  }
  return true;
}

int two_digits(std::string_view text, std::size_t at) {
  return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

}  // namespace

std::optional<acd::Duration> read_utc_offset(std::string_view text) {
  if (text == "Z") return acd::Duration{0};
  if (!has_form(text, "+99:99") && !has_form(text, "-99:99")) return std::nullopt;
  const hours hour{two_digits(text, 1)};
  const minutes minute{two_digits(text, 4)};
  if (hour > hours{14} || minute >= hours{1}) return std::nullopt;
  return text.front() == '-' ? -(hour + minute) : hour + minute;
}

std::string utc_offset_text(acd::Duration offset) {
  const auto total = std::abs(std::chrono::duration_cast<std::chrono::seconds>(offset).count());
  std::string text = fmt::format("{}{:02}:{:02}", offset < acd::Duration{0} ? '-' : '+',
                                 total / 3600, total / 60 % 60);
  if (total % 60 != 0) text += fmt::format(":{:02}", total % 60);
  return text;
}

std::string clock_text(acd::Instant instant) {
  const auto since_midnight = instant - std::chrono::floor<days>(instant);
  const auto minute = std::chrono::duration_cast<minutes>(since_midnight).count();
  return fmt::format("{:02}:{:02}", minute / 60, minute % 60);
}

std::string date_text(acd::Instant instant) {
  const std::chrono::year_month_day date{std::chrono::floor<days>(instant)};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string day_text(acd::Instant instant) {
  constexpr std::array names = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  const std::chrono::weekday weekday{std::chrono::floor<days>(instant)};
  return fmt::format("{} {}", date_text(instant), names[weekday.c_encoding()]);
}

}  // namespace acdsim
