// Weekdays, dates, ranges, yearly days, the nth weekday of a month.
#include "companion/day_set_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <span>
#include <vector>

#include "acd/companion/time_plan_text.hpp"

namespace acd {
inline namespace v1 {
namespace {

using std::chrono::days;
using std::chrono::weekday;

constexpr std::array<std::string_view, 7> weekday_names{"sun", "mon", "tue", "wed",
                                                        "thu", "fri", "sat"};
constexpr std::array<std::string_view, 12> month_names{"jan", "feb", "mar", "apr", "may", "jun",
                                                       "jul", "aug", "sep", "oct", "nov", "dec"};
/// The nth weekday of a month for n = 1 to 5, then -1 to -5.
constexpr std::array<std::string_view, 10> ordinals{
    "1st", "2nd", "3rd", "4th", "5th", "last", "2nd-last", "3rd-last", "4th-last", "5th-last"};
/// A century of them; ranges are for more.
constexpr std::size_t dates_max = 36'600;
constexpr std::string_view a_day = "days such as mon-fri, 2026-10-01 or yearly 12-25";

/// Index of a name, the size of the list if it is not there.
template <std::size_t Count>
std::size_t index_of(const std::array<std::string_view, Count>& names, std::string_view name) {
  return static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
}

// --- printing -------------------------------------------------------------------

/// Runs of weekdays, Monday first: three or more as a range.
std::string weekdays_text(std::uint8_t bits) {
  const auto has = [bits](std::size_t from_monday) {
    return from_monday < 7 && (bits >> (from_monday + 1) % 7 & 1) != 0;
  };
  const auto name = [](std::size_t from_monday) { return weekday_names[(from_monday + 1) % 7]; };
  std::string text;
  for (std::size_t first = 0; first < 7; ++first) {
    if (!has(first)) continue;
    std::size_t last = first;
    while (has(last + 1)) ++last;
    if (!text.empty()) text += ' ';
    text += name(first);
    if (last > first) text += fmt::format("{}{}", last - first > 1 ? '-' : ' ', name(last));
    first = last;
  }
  return text.empty() ? "no_day" : text;
}

/// Runs of dates as ranges; a lone run after the word `dates`, to tell it from a range.
std::string dates_text(std::span<const Date> dates) {
  std::string text;
  for (std::size_t first = 0, last = 0; first < dates.size(); first = ++last) {
    while (last + 1 < dates.size() && dates[last + 1] == dates[last] + days{1}) ++last;
    if (first == 0 && last > 0 && last + 1 == dates.size()) text = "dates";
    if (!text.empty()) text += ' ';
    text += to_text(dates[first]);
    if (last > first) text += ".." + to_text(dates[last]);
  }
  return text.empty() ? "no_day" : text;
}

std::string nth_text(const DayRule& rule) {
  const int index = rule.nth > 0 ? rule.nth - 1 : 4 - rule.nth;
  const auto ordinal = static_cast<std::size_t>(std::clamp(index, 0, 9));
  std::string text = fmt::format("{} {} of ", ordinals[ordinal], weekdays_text(rule.weekdays));
  if (rule.month == 0) return text + "every month";
  return text + std::string{month_names[std::min<std::size_t>(rule.month, 12) - 1]};
}

// --- reading --------------------------------------------------------------------

/// Bits of "mon" or "sat-mon"; nothing if the word is none.
std::optional<std::uint8_t> weekday_bits(std::string_view word) {
  const std::size_t dash = word.find('-');
  const std::size_t first = index_of(weekday_names, word.substr(0, dash));
  const std::size_t last =
      dash == std::string_view::npos ? first : index_of(weekday_names, word.substr(dash + 1));
  if (first == weekday_names.size() || last == weekday_names.size()) return std::nullopt;
  unsigned bits = 0;
  for (std::size_t day = first;; day = (day + 1) % 7) {
    bits |= 1U << day;
    if (day == last) return static_cast<std::uint8_t>(bits);
  }
}

DaySet weekday_list(Scanner& scanner) {
  unsigned bits = 0;
  while (scanner.token().kind == TokenKind::word) {
    const std::optional<std::uint8_t> more = weekday_bits(scanner.token().text);
    if (!more) break;
    bits |= *more;
    scanner.next();
  }
  if (bits == 0) scanner.fail_expecting(a_day);
  return DayRule{.kind = DayRuleKind::weekdays, .weekdays = static_cast<std::uint8_t>(bits)};
}

struct DateRange {
  Date first;
  Date last;
  bool is_written_as_range;
};

/// "2026-10-01" or "2026-10-01..2026-10-07".
DateRange expect_date_range(Scanner& scanner) {
  const int column = scanner.token().column;
  const Date first = expect_civil(scanner, parse_date, "a date such as 2026-10-01");
  if (!scanner.take_symbol("..")) return {first, first, false};
  const Date last = expect_civil(scanner, parse_date, "a date such as 2026-10-01");
  if (!scanner.failed() && last < first) {
    scanner.fail(column,
                 fmt::format("{}..{} ends before it starts", to_text(first), to_text(last)));
  }
  return {first, last, true};
}

DaySet date_list(Scanner& scanner) {
  const bool one_by_one = scanner.take_word("dates");
  const int column = scanner.token().column;
  const DateRange range = expect_date_range(scanner);
  if (range.is_written_as_range && !one_by_one && scanner.token().kind != TokenKind::civil) {
    return between_dates(range.first, range.last);
  }
  std::vector<Date> dates;
  const auto append = [&](const DateRange& more) {
    const auto count = static_cast<std::size_t>((more.last - more.first).count()) + 1;
    if (count + dates.size() > dates_max) {
      scanner.fail(column,
                   fmt::format("more than {} dates; a range alone may be longer", dates_max));
    }
    if (scanner.failed()) return;
    for (Date date = more.first; date <= more.last; date += days{1}) dates.push_back(date);
  };
  append(range);
  while (scanner.token().kind == TokenKind::civil) append(expect_date_range(scanner));
  return on_dates(std::move(dates));
}

/// "12-25", of a year that has a 29th of February.
DaySet yearly_day(Scanner& scanner) {
  const Token token = scanner.token();
  const bool has_form = token.kind == TokenKind::civil && token.text.size() == 5;
  if (!has_form) {
    scanner.fail_expecting("month and day such as 12-25");
    return {};
  }
  const Parsed<Date> date = parse_date("2024-" + token.text);
  if (!date.value) {
    scanner.fail(token.column, fmt::format("no year has a {}", token.text));
    return {};
  }
  scanner.next();
  const std::chrono::year_month_day day{*date.value};
  return yearly(unsigned{day.month()}, unsigned{day.day()});
}

/// Month after "of": 1 to 12, 0 for "every month".
unsigned expect_month(Scanner& scanner) {
  if (!scanner.take_word("of")) scanner.fail_expecting("\"of\"");
  if (scanner.take_word("every")) {
    if (!scanner.take_word("month")) scanner.fail_expecting("\"month\"");
    return 0;
  }
  const std::size_t month = index_of(month_names, scanner.token().text);
  if (month == month_names.size()) {
    scanner.fail_expecting("a month such as may, or \"every month\"");
    return 0;
  }
  scanner.next();
  return static_cast<unsigned>(month) + 1;
}

DaySet nth_weekday_of_month(Scanner& scanner, std::size_t ordinal) {
  scanner.next();
  const std::size_t day = index_of(weekday_names, scanner.token().text);
  if (day == weekday_names.size()) {
    scanner.fail_expecting("a weekday such as mon");
    return {};
  }
  scanner.next();
  const int nth = ordinal < 5 ? static_cast<int>(ordinal) + 1 : 4 - static_cast<int>(ordinal);
  const unsigned month = expect_month(scanner);
  return nth_weekday(month, nth, weekday{static_cast<unsigned>(day)});
}

}  // namespace

std::string day_rule_text(const DayRule& rule) {
  switch (rule.kind) {
    case DayRuleKind::weekdays: return weekdays_text(rule.weekdays);
    case DayRuleKind::dates: return dates_text(rule.dates);
    case DayRuleKind::range: return to_text(rule.first) + ".." + to_text(rule.last);
    case DayRuleKind::yearly: return fmt::format("yearly {:02}-{:02}", rule.month, rule.day);
    case DayRuleKind::nth_weekday: return nth_text(rule);
  }
  return {};
}

DaySet DayLanguage::leaf(Scanner& scanner) {
  const std::size_t ordinal = index_of(ordinals, scanner.token().text);
  if (ordinal < ordinals.size()) return nth_weekday_of_month(scanner, ordinal);
  if (scanner.take_word("yearly")) return yearly_day(scanner);
  const bool is_date = scanner.token().kind == TokenKind::civil || scanner.at_word("dates");
  return is_date ? date_list(scanner) : weekday_list(scanner);
}

std::string to_text(const DaySet& days) {
  return days.fold(BooleanPrinter{DayLanguage{}.words, day_rule_text}).text;
}

Parsed<DaySet> parse_day_set(std::string_view text) {
  Scanner scanner{text};
  DaySet days = DayParser{scanner, DayLanguage{}}.either();
  return parsed_whole(scanner, std::move(days), "\"and\", \"or\" or the end");
}

}  // namespace v1
}  // namespace acd
