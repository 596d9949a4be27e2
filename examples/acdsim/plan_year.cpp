// First what every day is, then rows, then the legend.
#include "plan_year.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <vector>

#include "acd/companion/civil_text.hpp"
#include "clock_text.hpp"
#include "display_width.hpp"
#include "plan_layers.hpp"

namespace acdsim {
namespace {

using std::chrono::days;
using std::chrono::hours;

constexpr std::size_t line_width = 80;
/// A layer that decides about more days of the year is usual, and no letter marks them.
constexpr std::size_t unusual_days_max = 31;
constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr char no_letter = ' ';
constexpr char clock_change = '+';
constexpr char no_such_day = 'x';

struct Day {
  acd::Date date{};
  DayBounds bounds{};
  acd::Duration open{0};
  char letter = no_letter;
  bool exists = true;
  bool is_covered = true;  ///< by the window
};

/// Layers that decide about few days.
struct Unusual {
  char letter = no_letter;
  NamedLayers layers{};
};

bool decides_about(const NamedLayers& layers, const DayBounds& day) {
  return layers.decided.contains(day.start) || layers.decided.next_change(day.start) < day.end;
}

std::vector<Day> days_of(const PlanView& view, std::chrono::year year) {
  const acd::Date end = std::chrono::local_days{(year + std::chrono::years{1}) / 1 / 1};
  std::vector<Day> result;
  for (acd::Date date = std::chrono::local_days{year / 1 / 1}; date < end; date += days{1}) {
    Day day{.date = date, .bounds = bounds_of(view.zone, date)};
    day.open = view.hours.open_time(day.bounds.start, day.bounds.end);
    day.exists = view.zone.has_day(date);
    day.is_covered = view.hours.from() <= day.bounds.start && day.bounds.end <= view.hours.until();
    result.push_back(day);
  }
  return result;
}

/// Gives its letter to each day that an unusual layer decides about; the topmost wins.
std::vector<Unusual> mark_unusual(const PlanView& view, std::vector<Day>& year) {
  std::vector<Unusual> result;
  for (NamedLayers& layers : layers_by_name(view)) {
    const auto is_decided = [&](const Day& day) { return decides_about(layers, day.bounds); };
    const auto count = static_cast<std::size_t>(std::ranges::count_if(year, is_decided));
    if (count == 0 || count > unusual_days_max || result.size() == letters.size()) continue;
    const char letter = letters[result.size()];
    for (Day& day : year) {
      if (day.letter == no_letter && is_decided(day)) day.letter = letter;
    }
    result.push_back({letter, std::move(layers)});
  }
  return result;
}

bool clocks_change(const PlanView& view, const Day& day) {
  return view.zone.offset_at(day.bounds.start) !=
         view.zone.offset_at(day.bounds.end - acd::Duration{1});
}

// --- rows -----------------------------------------------------------------------

std::size_t shade_of(const Day& day) {
  if (day.open == acd::Duration::zero()) return 0;
  if (day.open >= day.bounds.end - day.bounds.start) return 4;
  return day.open <= hours{6} ? 1 : day.open <= hours{12} ? 2 : 3;
}

std::string cell_text(const PlanView& view, const Day& day, const Glyphs& glyphs,
                      const TextStyle& style) {
  if (!day.is_covered) return "  ";
  if (!day.exists) return {no_such_day, ' '};
  const std::size_t shade = shade_of(day);
  const std::string glyph{glyphs.shade[shade]};
  const char mark = day.letter == no_letter && clocks_change(view, day) ? clock_change : day.letter;
  if (mark == no_letter) return (shade == 0 ? style.dim(glyph) : glyph) + ' ';
  const std::string both = glyph + mark;
  return shade == 0 ? style.red(both) : style.green(both);
}

std::string header_text() {
  std::string text(6, ' ');
  for (unsigned day = 1; day <= 31; ++day) {
    text += day == 1 || day % 5 == 0 ? fmt::format("{:<2}", day) : "  ";
  }
  return text + "    open\n";
}

std::string rows_text(const PlanView& view, const std::vector<Day>& year, const Glyphs& glyphs,
                      const TextStyle& style) {
  constexpr std::array names = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::string text;
  auto day = year.begin();
  for (std::size_t month = 1; month <= names.size(); ++month) {
    text += fmt::format("  {} ", names[month - 1]);
    acd::Duration open{0};
    std::size_t cells = 0;
    for (; day != year.end(); ++day, ++cells) {
      const std::chrono::year_month_day date{day->date};
      if (static_cast<unsigned>(date.month()) != month) break;
      text += cell_text(view, *day, glyphs, style);
      open += day->open;
    }
    const double open_hours = std::chrono::duration<double, std::ratio<3600>>{open}.count();
    text += fmt::format("{:{}}{:>6.1f} h\n", "", 2 * (31 - cells), open_hours);
  }
  return text;
}

// --- legend ---------------------------------------------------------------------

/// Runs of equal days: "01-01..01-03".
std::string dates_text(const std::vector<Day>& year, char letter, bool (*belongs)(const Day&)) {
  std::string text;
  const auto is_one = [&](const Day& day) { return day.letter == letter && belongs(day); };
  for (auto day = year.begin(); day != year.end(); ++day) {
    if (!is_one(*day)) continue;
    const auto first = day;
    while (day + 1 != year.end() && is_one(day[1])) ++day;
    text += (text.empty() ? "" : ", ") + acd::to_text(first->date).substr(5);
    if (day != first) text += ".." + acd::to_text(day->date).substr(5);
  }
  return text;
}

bool is_closed(const Day& day) { return day.open == acd::Duration::zero(); }
bool is_open(const Day& day) { return !is_closed(day); }

/// Breaks a line at its spaces; the next ones are indented.
std::string wrapped(const std::string& text, std::size_t indent) {
  std::string result;
  std::string line;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at + 1), text.size());
    const std::string word = text.substr(at, end - at);
    if (display_width(line) + display_width(word) > line_width) {
      result += line + '\n';
      line = std::string(indent - 1, ' ');
    }
    line += word;
    at = end;
  }
  return result + line + '\n';
}

std::string unusual_text(const std::vector<Day>& year, const std::vector<Unusual>& all) {
  std::size_t name_width = 0;
  for (const Unusual& one : all) {
    name_width = std::max(name_width, display_width(one.layers.name));
  }
  std::string text;
  for (const Unusual& one : all) {
    const std::string closed = dates_text(year, one.letter, is_closed);
    const std::string open = dates_text(year, one.letter, is_open);
    std::string line = fmt::format("  {} {}{:{}}", one.letter, one.layers.name, "",
                                   name_width - display_width(one.layers.name));
    const std::size_t indent = display_width(line) + 2;
    if (!closed.empty()) line += "  closed " + closed;
    if (!open.empty()) line += "  open " + open;
    text += wrapped(line, indent);
  }
  return text;
}

std::string clock_changes_text(const PlanView& view, const std::vector<Day>& year) {
  std::string text;
  for (const auto& [at, offset] : view.zone.transitions) {
    if (at < year.front().bounds.start || at >= year.back().bounds.end) continue;
    const std::chrono::seconds before = view.zone.offset_at(at - acd::Duration{1});
    const auto clock = [at = at](std::chrono::seconds shown) {
      return acd::to_text(acd::LocalTime{at.time_since_epoch() + shown}) + ' ' +
             utc_offset_text(shown);
    };
    text +=
        fmt::format("  {} clocks change at {} to {}\n", clock_change, clock(before), clock(offset));
  }
  return text;
}

std::string shades_text(const std::vector<Day>& year, const Glyphs& glyphs) {
  const auto& shade = glyphs.shade;
  std::string text = fmt::format("  {} closed  {} up to 6 h  {} up to 12 h  {} longer  {} all day",
                                 shade[0], shade[1], shade[2], shade[3], shade[4]);
  if (!std::ranges::all_of(year, &Day::exists)) {
    text += fmt::format("  {} no such day", no_such_day);
  }
  return text + '\n';
}

std::string total_text(const std::vector<Day>& year) {
  acd::Duration open{0};
  std::size_t open_days = 0;
  std::size_t covered = 0;
  for (const Day& day : year) {
    if (!day.is_covered || !day.exists) continue;
    ++covered;
    open += day.open;
    if (is_open(day)) ++open_days;
  }
  return fmt::format("  open on {} of {} days, {:.1f} h\n", open_days, covered,
                     std::chrono::duration<double, std::ratio<3600>>{open}.count());
}

}  // namespace

std::string year_text(const PlanView& view, std::chrono::year year, const Glyphs& glyphs,
                      const TextStyle& style) {
  std::vector<Day> all = days_of(view, year);
  const std::vector<Unusual> unusual = mark_unusual(view, all);
  const std::string title =
      fmt::format("{}  {}  {}", view.plan.name, static_cast<int>(year), view.zone.name);
  return style.bold(title) + "\n\n" + style.dim(header_text()) +
         rows_text(view, all, glyphs, style) + '\n' + total_text(all) + shades_text(all, glyphs) +
         clock_changes_text(view, all) + unusual_text(all, unusual);
}

}  // namespace acdsim
