// Each answer in the plan's own local time, UTC beside it.
#include "plan_answers.hpp"

#include <fmt/format.h>

#include "acd/companion/time_plan_text.hpp"
#include "acd/companion/time_text.hpp"

namespace acdsim {
namespace {

/// The layer as it is written, unless it is too long for a line.
std::string reason_text(const PlanView& view, acd::Instant at) {
  constexpr std::size_t length_max = 60;
  const std::size_t layer = view.hours.why(at);
  if (layer == acd::Timetable::no_layer) return "no layer covers it";
  std::string text = acd::to_text(view.plan.layers[layer], view.blueprint);
  if (text.size() > length_max) text = text.substr(0, text.find(" when ")) + " when ...";
  return fmt::format("layer {} of {}: {}", layer + 1, view.plan.layers.size(), text);
}

std::string when_text(const PlanView& view, acd::Instant at, acd::Instant then) {
  if (then == acd::never) return "not before the end of the window";
  return fmt::format("{}, in {}", both_text(view.zone, then), span_text(then - at));
}

}  // namespace

std::string answer_at(const PlanView& view, acd::Instant at, std::optional<acd::Duration> after) {
  const acd::Timetable& hours = view.hours;
  std::string text = fmt::format("at {}\n", both_text(view.zone, at));
  text += fmt::format("  {:<8}{}\n", hours.is_open(at) ? "open" : "closed", reason_text(view, at));
  text += fmt::format("  opens   {}\n", when_text(view, at, hours.next_opening(at)));
  text += fmt::format("  closes  {}\n", when_text(view, at, hours.next_closing(at)));
  if (after) {
    text += fmt::format("  after {} of open time\n          {}\n", acd::to_text(*after),
                        when_text(view, at, hours.after_open_time(at, *after)));
  }
  return text;
}

std::string answer_between(const PlanView& view, acd::Instant from, acd::Instant to) {
  return fmt::format("between {}\n    and {}\n  open    {}\n", both_text(view.zone, from),
                     both_text(view.zone, to), acd::to_text(view.hours.open_time(from, to)));
}

}  // namespace acdsim
