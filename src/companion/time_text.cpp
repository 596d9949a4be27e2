// Durations as numbers with units, instants as ISO 8601.
#include "acd/companion/time_text.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstdint>
#include <limits>

namespace acd {
inline namespace v1 {
namespace {

using std::chrono::days;

struct Unit {
  std::string_view name;
  std::uint64_t microseconds;
};

// Days are read, but never written: a day is no fixed length to a reader of plans.
constexpr std::array<Unit, 6> units{{{"d", 86'400'000'000},
                                     {"h", 3'600'000'000},
                                     {"m", 60'000'000},
                                     {"s", 1'000'000},
                                     {"ms", 1'000},
                                     {"us", 1}}};

/// Takes a run of digits from the front; nothing if there is none or it is too large.
std::optional<std::uint64_t> take_number(std::string_view& text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{}) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

std::string_view take_letters(std::string_view& text) {
  std::size_t length = 0;
  while (length < text.size() && text[length] >= 'a' && text[length] <= 'z') ++length;
  const std::string_view letters = text.substr(0, length);
  text.remove_prefix(length);
  return letters;
}

/// Adds number times unit; false, if that is beyond `bound`.
bool add_within(std::uint64_t& sum, std::uint64_t number, std::uint64_t unit, std::uint64_t bound) {
  if (number > (bound - sum) / unit) return false;
  sum += number * unit;
  return true;
}

/// Sum of "1h30m" and the like, at most `bound`.
std::optional<std::uint64_t> parse_magnitude(std::string_view text, std::uint64_t bound) {
  std::uint64_t sum = 0;
  std::size_t next = 0;  // units from here on may still come
  if (text.empty()) return std::nullopt;
  while (!text.empty()) {
    const std::optional<std::uint64_t> number = take_number(text);
    if (!number) return std::nullopt;
    const std::string_view name = take_letters(text);
    while (next < units.size() && units[next].name != name) ++next;
    if (next == units.size()) return std::nullopt;
    if (!add_within(sum, *number, units[next].microseconds, bound)) return std::nullopt;
    ++next;
  }
  return sum;
}

/// Takes exactly `width` digits from the front.
std::optional<int> take_digits(std::string_view& text, std::size_t width) {
  if (text.size() < width) return std::nullopt;
  int value = 0;
  for (const char digit : text.substr(0, width)) {
    if (digit < '0' || digit > '9') return std::nullopt;
    value = value * 10 + (digit - '0');
  }
  text.remove_prefix(width);
  return value;
}

bool take(std::string_view& text, char expected) {
  if (text.empty() || text.front() != expected) return false;
  text.remove_prefix(1);
  return true;
}

/// Three numbers of two digits (the first of `first_width`) with `separator` between them.
struct Triple {
  int first;
  int second;
  int third;
};
std::optional<Triple> take_triple(std::string_view& text, std::size_t first_width, char separator) {
  const std::optional<int> first = take_digits(text, first_width);
  if (!first || !take(text, separator)) return std::nullopt;
  const std::optional<int> second = take_digits(text, 2);
  if (!second || !take(text, separator)) return std::nullopt;
  const std::optional<int> third = take_digits(text, 2);
  if (!third) return std::nullopt;
  return Triple{*first, *second, *third};
}

/// Takes ".5" and the like, one to six digits; zero if there is no point.
std::optional<Duration> take_decimals(std::string_view& text) {
  if (!take(text, '.')) return Duration{0};
  Duration value{0};
  Duration digit_worth{100'000};
  std::size_t digits = 0;
  while (const std::optional<int> digit = take_digits(text, 1)) {
    if (++digits > 6) return std::nullopt;
    value += *digit * digit_worth;
    digit_worth /= 10;
  }
  if (digits == 0) return std::nullopt;
  return value;
}

std::optional<Instant> parse_raw_instant(std::string_view text) {
  std::int64_t count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return Instant{Duration{count}};
}

}  // namespace

std::string to_text(Duration duration) {
  if (duration == Duration::zero()) return "0s";
  const bool negative = duration < Duration::zero();
  std::string text = negative ? "-" : "";
  auto rest = static_cast<std::uint64_t>(duration.count());
  if (negative) rest = std::uint64_t{0} - rest;
  for (const Unit& unit : units) {
    if (unit.name == "d" || rest < unit.microseconds) continue;
    text += fmt::format("{}{}", rest / unit.microseconds, unit.name);
    rest %= unit.microseconds;
  }
  return text;
}

std::string to_text(Instant instant) {
  if (instant == never) return "never";
  constexpr Instant year_0{std::chrono::sys_days{std::chrono::year{0} / 1 / 1}};
  constexpr Instant year_10000{std::chrono::sys_days{std::chrono::year{10000} / 1 / 1}};
  if (instant < year_0 || instant >= year_10000) {
    return fmt::format("@{}", instant.time_since_epoch().count());
  }
  const auto day = std::chrono::floor<days>(instant);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss time{instant - day};
  std::string text = fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", int{date.year()},
                                 unsigned{date.month()}, unsigned{date.day()}, time.hours().count(),
                                 time.minutes().count(), time.seconds().count());
  if (time.subseconds() != Duration::zero()) {
    text += fmt::format(".{:06}", time.subseconds().count());
    while (text.back() == '0') text.pop_back();
  }
  return text + "Z";
}

std::optional<Duration> parse_duration(std::string_view text) {
  constexpr std::uint64_t largest = std::numeric_limits<std::int64_t>::max();
  const bool negative = take(text, '-');
  const std::optional<std::uint64_t> magnitude =
      parse_magnitude(text, negative ? largest + 1 : largest);
  if (!magnitude) return std::nullopt;
  const std::uint64_t count = negative ? std::uint64_t{0} - *magnitude : *magnitude;
  return Duration{static_cast<std::int64_t>(count)};
}

std::optional<Instant> parse_instant(std::string_view text) {
  if (text == "never") return never;
  if (take(text, '@')) return parse_raw_instant(text);
  const std::optional<Triple> date = take_triple(text, 4, '-');
  if (!date || !take(text, 'T')) return std::nullopt;
  const std::optional<Triple> time = take_triple(text, 2, ':');
  if (!time || time->first > 23 || time->second > 59 || time->third > 59) return std::nullopt;
  const std::optional<Duration> decimals = take_decimals(text);
  if (!decimals || text != "Z") return std::nullopt;
  const std::chrono::year_month_day day{std::chrono::year{date->first},
                                        std::chrono::month{static_cast<unsigned>(date->second)},
                                        std::chrono::day{static_cast<unsigned>(date->third)}};
  if (!day.ok()) return std::nullopt;
  return std::chrono::sys_days{day} + std::chrono::hours{time->first} +
         std::chrono::minutes{time->second} + std::chrono::seconds{time->third} + *decimals;
}

}  // namespace v1
}  // namespace acd
