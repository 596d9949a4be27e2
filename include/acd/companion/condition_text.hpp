// Conditions of entries, overflow rules and surges as text, by the names of a blueprint.
//
//   channel voice and tier is gold and open office
//   lot in 0..2500                a quarter of the customers; "lot 7 in ..." with salt 7
//   named   named sales           the host named a group, or this one
//   has age   age is 18   age >= 18   age <= 65   age in 18..65
//   priority >= 5   hops <= 2   position is 1
//   requires gold   requires nothing
//   waited >= 30s   waited in 30s..2m
//   eligible   overdue   exhausted
//   full   group_open   full of sales   group_open of sales
//   length >= 20   oldest_wait of sales >= 1m   expected_wait >= 5m   signed_in of sales is 0
//   ready <= 3   free is 0   occupancy of sales >= 90   service_level of sales <= 80
//   surge storm
//   always   never   not a   a and b   a or b   (a)
//
// Facts of a group are those of the group whose rule it is, unless `of` names another. The value
// of a symbol attribute is written as its symbol. A name that is not a plain word, or that is a
// word of the language, stands in double quotes; "#7" is the line of index 7.
//
// Law: parse(to_text(x)) == x for what the functions of acd/policy/condition.hpp make, except
// conditions that are too long and facts of a session that name a group. Linear in the length of
// the text and in the lines of the blueprint per name; any thread.
#pragma once

#include <string>
#include <string_view>

#include "acd/companion/policy_text.hpp"
#include "acd/config/blueprint.hpp"
#include "acd/export.hpp"

namespace acd {
inline namespace v1 {

[[nodiscard]] ACD_EXPORT std::string to_text(const Condition& condition, const Blueprint& names);
[[nodiscard]] ACD_EXPORT Parsed<Condition> parse_condition(std::string_view text,
                                                           const Blueprint& names);

}  // namespace v1
}  // namespace acd
