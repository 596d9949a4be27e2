// Time plans as text, by the names of a blueprint.
//
//   mon-fri at 09:00-12:00 13:30-18:00              shifts on every such day
//   (mon-fri and not 2026-10-01..2026-10-07) at 22:00-30:00
//   2026-10-01..2026-10-07 or yearly 12-25          whole civil days
//   from 2026-01-01T00:00 to 2026-02-01T00:00       a stretch of local time
//   plan office and not (sat sun)                   while another plan is open, except ...
//
// Expressions are joined by `not`, `and`, `or` (in this order of precedence) and parentheses;
// `always` and `never` are their identities. Sets of days are joined alike, in parentheses
// before `at`, with the identities `daily` and `no_day`:
//
//   mon-fri   mon wed-fri   sat-mon      weekdays
//   2026-10-01   2026-10-01 2026-10-03   dates
//   2026-10-01..2026-10-07               a range, both ends included
//   dates 2026-10-01..2026-10-07         the same days, one by one
//   yearly 12-25                         a day of every year that has it
//   last mon of may   2nd sun of every month   2nd-last fri of jun
//
// A layer is its effect, its name and its expression:
//
//   closes "spring festival" when 2026-02-15..2026-02-23
//
// Names of plans and layers are quoted as in policy_text.hpp.
//
// Law: parse(to_text(x)) == x for what the functions of acd/time_plan make and `check` finds
// no error in, with lists of at most 36,600 dates. Linear in the length
// of the text, up to sorting, and in the plans per name; any thread.
#pragma once

#include <string>
#include <string_view>

#include "acd/companion/civil_text.hpp"
#include "acd/companion/policy_text.hpp"
#include "acd/config/blueprint.hpp"
#include "acd/export.hpp"
#include "acd/time_plan/time_plan.hpp"

namespace acd {
inline namespace v1 {

[[nodiscard]] ACD_EXPORT std::string to_text(const DaySet& days);
[[nodiscard]] ACD_EXPORT std::string to_text(const TimeExpression& when, const Blueprint& names);
[[nodiscard]] ACD_EXPORT std::string to_text(const PlanLayer& layer, const Blueprint& names);

[[nodiscard]] ACD_EXPORT Parsed<DaySet> parse_day_set(std::string_view text);
[[nodiscard]] ACD_EXPORT Parsed<TimeExpression> parse_time_expression(std::string_view text,
                                                                      const Blueprint& names);
[[nodiscard]] ACD_EXPORT Parsed<PlanLayer> parse_plan_layer(std::string_view text,
                                                            const Blueprint& names);

}  // namespace v1
}  // namespace acd
