// Every minute of a day falls into the half hour that the clock shows then.
#include "plan_week.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>

#include "acd/companion/time_text.hpp"
#include "clock_text.hpp"

namespace acdsim {
namespace {

using std::chrono::days;
using std::chrono::minutes;

/// Minutes of a half hour; none where clocks skip it, twice as many where they repeat it.
struct HalfHour {
  int open = 0;
  int all = 0;
};
using Bar = std::array<HalfHour, 48>;

Bar bar_of(const PlanView& view, const DayBounds& day) {
  Bar bar{};
  for (acd::Instant at = day.start; at < day.end; at += minutes{1}) {
    const acd::LocalTime local = view.zone.local_time(at);
    const auto since_midnight = local - std::chrono::floor<days>(local);
    HalfHour& half_hour = bar[static_cast<std::size_t>(since_midnight / minutes{30})];
    ++half_hour.all;
    if (view.hours.is_open(at)) ++half_hour.open;
  }
  return bar;
}

std::string bar_text(const Bar& bar, const Glyphs& glyphs, const TextStyle& style) {
  std::string text;
  for (const HalfHour& half_hour : bar) {
    if (half_hour.all == 0) {
      text += ' ';
    } else if (half_hour.open == 0) {
      text += style.dim(std::string{glyphs.closed()});
    } else {
      text += half_hour.open == half_hour.all ? glyphs.open() : glyphs.partly();
    }
  }
  return text;
}

std::string header_text() {
  std::string text(17, ' ');
  for (int hour = 0; hour < 24; hour += 3) text += fmt::format("{:<6}", hour);
  return text + "24\n";
}

/// How long a day is open.
std::string open_text(const PlanView& view, const DayBounds& day) {
  const acd::Duration open = view.hours.open_time(day.start, day.end);
  return open == acd::Duration::zero() ? "closed" : acd::to_text(open);
}

}  // namespace

std::string week_text(const PlanView& view, acd::Date date, const Glyphs& glyphs,
                      const TextStyle& style) {
  std::string text = style.dim(header_text());
  const acd::Date monday = date - (std::chrono::weekday{date} - std::chrono::Monday);
  for (int i = 0; i < 7; ++i) {
    const acd::Date day = monday + days{i};
    const DayBounds bounds = bounds_of(view.zone, day);
    const bool is_covered = view.hours.from() <= bounds.start && bounds.end <= view.hours.until();
    const std::string bar =
        is_covered ? bar_text(bar_of(view, bounds), glyphs, style) + "  " + open_text(view, bounds)
                   : "outside the window";
    text += fmt::format("  {} {}\n", day_text(acd::Instant{day.time_since_epoch()}), bar);
  }
  return text + fmt::format("\n  {} closed  {} open for a part  {} open\n", glyphs.closed(),
                            glyphs.partly(), glyphs.open());
}

}  // namespace acdsim
