// Every word of the reports of a scenario, in each language; docs/words.md has the terms.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "acd/engine/event.hpp"

namespace acdsim {

enum class Language : std::uint8_t { en, zh };

enum class Phrase : std::uint8_t {
  offered,
  served,
  abandoned,
  short_abandoned,
  blocked,
  by_bot,
  elsewhere,
  left_waiting,
  redials,
  service_level,
  abandonment,
  speed_of_answer,
  wait_of_abandoned,
  talk_time,
  met_again,
  fell_due,
  handle_time,
  occupancy,
  group,
  demand,
  groups,
  abandoned_short,
  offered_short,
  served_short,
  blocked_short,
  level_percent,
  abandonment_percent,
  asa,
  talk,
  occupancy_percent,
  from,
  longest,
  wait,
  queue,
  mean,
  served_within,
  signed_in,
  target,
  figure,
  verdict,
  each_serves,
  hours_each,
  busy_percent,
  ready_percent,
  away_percent,
  most,
  least_occupancy,
  most_occupancy,
  to,
  from_group,
  cause,
  sessions,
  of_offered_percent,
  met,
  missed,
  at_least,
  at_most,
  all,
  level_in,
  scenario,
  fingerprint_of,
  window,
  window_of,
  counted_from,
  setting,
  replications,
  replications_of,
  interval,
  by_arrival,
  by_end,
  formula_of_offered,
  formula_of_answered,
  formula_without_short,
  formula_abandoned_as_served,
  targets,
  total,
  by_group,
  waits_by_group,
  by_demand,
  by_interval,
  level_by_interval,
  staff,
  overflow,
  definitions,
  no_overflow,
  no_targets,
  the_day,
  heat_map,
  waits,
  utilisation,
  details_of,
  all_met,
  some_missed,
  in_brief,
  legend_below_far,
  legend_below,
  legend_below_near,
  legend_above,
  legend_above_far,
  legend_target,
  others,
  per_interval,
  target_wait,
  percentiles,
  log_axis,
  busy,
  ready,
  away,
  of_signed_in,
  each_agent,
  agent,
  serving_h,
  wrapping_up_h,
  signed_in_h,
  agent_count,
  sessions_per_replication,
  reproduce,
  cause_nobody_signed_in,
  cause_all_busy,
  cause_closed,
  cause_too_long,
  cause_too_slow,
  cause_forecast_too_slow,
  cause_refused,
  cause_pressure,
  cause_escalated,
  cause_backup,
  cause_other,
  define_mean,
  define_counts,
  define_group,
  define_level,
  define_asa,
  define_wait,
  define_queue,
  define_occupancy,
  define_talk,
  define_blocked,
  sunday,
  monday,
  tuesday,
  wednesday,
  thursday,
  friday,
  saturday,
  asa_seconds,
  agent_h,
  agent_hours,
  runs,
  runs_of,
  of_each_run,
  of_each_run_between,
  in_both,
  setting_in_b,
  targets_short,
  count_missed,
  half_interval,
  half_paired,
  mark_missed,
  b_minus_a,
  no_difference,
  is_better,
  has_more,
  needs_fewer,
  needs_more,
  needs_as_many,
  for_the_targets,
  needs_how,
  needs_means,
  needs_not_asked,
  needs_unknown,
  no_count_lines,
  missed_with_many,
  erlang,
  by_erlang,
  named_agents,
  named_besides,
  in_every_interval,
  not_counted,
  without_target,
  search_local,
  search_met,
  search_not_found,
  search_spared,
  check_met,
  check_missed,
  check_added,
};
inline constexpr std::size_t phrase_count = static_cast<std::size_t>(Phrase::check_added) + 1;

/// "en", "zh"
[[nodiscard]] Language language_of(std::string_view name);
/// As HTML names it.
[[nodiscard]] std::string_view language_tag(Language language);

[[nodiscard]] std::string_view phrase(Language language, Phrase phrase);
/// Of an overflow.
[[nodiscard]] std::string_view cause_phrase(Language language, acd::Cause cause);

/// Says phrases in one language.
class Wording {
 public:
  explicit Wording(Language language) : language_{language} {}
  [[nodiscard]] std::string operator()(Phrase which) const {
    return std::string{phrase(language_, which)};
  }
  /// The phrase has places for these.
  template <class... Values>
  [[nodiscard]] std::string operator()(Phrase which, const Values&... values) const {
    return fmt::format(fmt::runtime(phrase(language_, which)), values...);
  }
  [[nodiscard]] std::string cause(acd::Cause cause) const {
    return std::string{cause_phrase(language_, cause)};
  }
  [[nodiscard]] Language language() const { return language_; }

 private:
  Language language_;
};

}  // namespace acdsim
