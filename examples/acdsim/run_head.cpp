// What was simulated, how it is counted, and what its words mean.
#include <fmt/format.h>

#include <array>

#include "acd/companion/time_text.hpp"
#include "clock_text.hpp"
#include "run_tables.hpp"

namespace acdsim {
namespace {

using acd::ServiceFigure;

std::string day_name(acd::Instant instant, const Wording& say) {
  constexpr std::array names{Phrase::sunday,   Phrase::monday, Phrase::tuesday, Phrase::wednesday,
                             Phrase::thursday, Phrase::friday, Phrase::saturday};
  const std::chrono::weekday weekday{std::chrono::floor<std::chrono::days>(instant)};
  return date_text(instant) + " " + say(names[weekday.c_encoding()]);
}

std::string moment(acd::Instant instant, const Wording& say) {
  return day_name(instant, say) + " " + clock_text(instant);
}

Phrase definition_of(acd::ServiceLevel formula) {
  switch (formula) {
    case acd::ServiceLevel::of_offered: return Phrase::formula_of_offered;
    case acd::ServiceLevel::of_answered: return Phrase::formula_of_answered;
    case acd::ServiceLevel::without_short: return Phrase::formula_without_short;
    case acd::ServiceLevel::abandoned_as_served: return Phrase::formula_abandoned_as_served;
  }
  return Phrase::formula_of_offered;
}

std::string_view name_of(acd::ServiceLevel formula) {
  for (const auto& [known, name] : run_formulas) {
    if (known == formula) return name;
  }
  return "";
}

bool is_time(const TargetResult& target) { return target.figure == ServiceFigure::speed_of_answer; }

std::string with_unit(const TargetResult& target, double value) {
  return is_time(target) ? fmt::format("{:.1f} s", value) : fmt::format("{:.1f} %", 100 * value);
}

}  // namespace

std::vector<std::pair<std::string, std::string>> head_lines(const RunFigures& f,
                                                            const Wording& say) {
  const bool is_one_day = date_text(f.begin) == date_text(f.end);
  const std::string end = is_one_day ? clock_text(f.end) : moment(f.end, say);
  const bool by_arrival = f.attribution == acd::Attribution::arrival;
  std::vector<std::pair<std::string, std::string>> lines{
      {say(Phrase::scenario),
       say(Phrase::fingerprint_of, f.file, fmt::format("{:016x}", f.fingerprint))},
      {say(Phrase::window),
       say(Phrase::window_of, moment(f.begin, say), end, utc_offset_text(f.utc_offset))}};
  if (f.count_from != f.begin) {
    lines.emplace_back(say(Phrase::counted_from), moment(f.count_from, say));
  }
  for (const std::string& set : f.sets) lines.emplace_back(say(Phrase::setting), set);
  lines.emplace_back(say(Phrase::replications),
                     say(Phrase::replications_of, f.replications, f.seed, ACDSIM_VERSION));
  lines.emplace_back(say(Phrase::service_level),
                     fmt::format("{}: {}", name_of(f.formula), say(definition_of(f.formula))));
  lines.emplace_back(say(Phrase::interval), say(by_arrival ? Phrase::by_arrival : Phrase::by_end,
                                                acd::to_text(f.interval)));
  return lines;
}

std::vector<std::string> definition_lines(const RunFigures& f, const Wording& say) {
  return {say(Phrase::define_mean, f.confidence),
          say(Phrase::define_counts),
          say(Phrase::define_group),
          say(Phrase::define_level),
          say(Phrase::define_asa),
          say(Phrase::define_wait),
          say(Phrase::define_queue),
          say(Phrase::define_occupancy),
          say(Phrase::define_talk),
          say(Phrase::define_blocked)};
}

std::string figure_name(const TargetResult& target, const Wording& say) {
  switch (target.figure) {
    case ServiceFigure::service_level:
      return target.group.empty() ? say(Phrase::service_level)
                                  : say(Phrase::level_in, acd::to_text(target.target_wait));
    case ServiceFigure::abandonment: return say(Phrase::abandonment);
    case ServiceFigure::speed_of_answer: return say(Phrase::speed_of_answer);
  }
  return "";
}

std::string bound_text(const TargetResult& target, const Wording& say) {
  const bool is_least = target.figure == ServiceFigure::service_level;
  return say(is_least ? Phrase::at_least : Phrase::at_most, with_unit(target, target.bound));
}

std::string value_text(const TargetResult& target) { return with_unit(target, target.value); }

std::string half_width_text(const TargetResult& target) {
  if (!target.half_width) return "";
  return fmt::format("± {:.1f}", (is_time(target) ? 1 : 100) * *target.half_width);
}

std::string interval_name(const RunFigures& f, acd::Instant begin) {
  const bool is_one_day = f.end - f.begin <= std::chrono::days{1};
  return is_one_day ? clock_text(begin) : date_text(begin) + " " + clock_text(begin);
}

}  // namespace acdsim
