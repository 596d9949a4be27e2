// Conditions of entry rules as text, by the names of a blueprint.
//
//   channel voice and tier is gold and open office
//   lot in 0..2500                a quarter of the customers; "lot 7 in ..." with salt 7
//   named   named sales           the host named a group, or this one
//   has age   age is 18   age >= 18   age <= 65   age in 18..65
//   always   never   not a   a and b   a or b   (a)
//
// The value of a symbol attribute is written as its symbol. A name that is not a plain word, or
// that is a word of the language, stands in double quotes; "#7" is the line of index 7.
//
// Law: parse(to_text(x)) == x for what the functions of acd/config/entry.hpp make, except
// conditions that are too long. Linear in the length of the text and in the lines of the
// blueprint per name; any thread.
#pragma once

#include <string>
#include <string_view>

#include "acd/companion/policy_text.hpp"
#include "acd/config/blueprint.hpp"
#include "acd/export.hpp"

namespace acd {
inline namespace v1 {

[[nodiscard]] ACD_EXPORT std::string to_text(const EntryCondition& condition,
                                             const Blueprint& names);
[[nodiscard]] ACD_EXPORT Parsed<EntryCondition> parse_entry_condition(std::string_view text,
                                                                      const Blueprint& names);

}  // namespace v1
}  // namespace acd
