// Policies as text, by the names of a blueprint.
//
//   most_urgent then aged(45s, 5) then highest_attribute(vip)         a SessionOrder
//   skilled_first(english, 3) then host_rank(fair_share)              an AgentOrder
//   english >= 3 and (billing or not trainee)                         a Requirement
//
// Orders: criteria joined by `then`, or `indifferent`. Requirements, `not` before `and`
// before `or`:
//
//   english                 has_skill         english >= 3     skill_at_least
//   english <= 3            skill_at_most     english in 2..4  both
//   anything   nothing   not a   a and b   a or b   (a)
//
// A name that is not a plain word (letters, digits, "_", "-", anything outside ASCII), or
// that is a word of the language, stands in double quotes. "#7" is the line of index 7; it
// is printed for a line that its name does not lead to.
//
// Law: parse(to_text(x)) == x for what the functions of acd/policy make, except
// requirements that are too long. Linear in the length of the text and in the lines of the
// blueprint per name; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "acd/config/blueprint.hpp"
#include "acd/export.hpp"
#include "acd/policy/agent_order.hpp"
#include "acd/policy/requirement.hpp"
#include "acd/policy/session_order.hpp"
#include "acd/policy/work_order.hpp"

namespace acd {
inline namespace v1 {

/// A value, or what was expected instead and where.
template <class Value>
struct Parsed {
  std::optional<Value> value{};
  std::string message{};  ///< empty exactly if there is a value
  int column = 0;         ///< counts code points from 1; 0 if there is a value
};

[[nodiscard]] ACD_EXPORT std::string to_text(const AgentOrder& order, const Blueprint& names);
[[nodiscard]] ACD_EXPORT std::string to_text(const SessionOrder& order, const Blueprint& names);
[[nodiscard]] ACD_EXPORT std::string to_text(const WorkOrder& order, const Blueprint& names);
[[nodiscard]] ACD_EXPORT std::string to_text(const Requirement& requirement,
                                             const Blueprint& names);

[[nodiscard]] ACD_EXPORT Parsed<AgentOrder> parse_agent_order(std::string_view text,
                                                              const Blueprint& names);
[[nodiscard]] ACD_EXPORT Parsed<SessionOrder> parse_session_order(std::string_view text,
                                                                  const Blueprint& names);
[[nodiscard]] ACD_EXPORT Parsed<WorkOrder> parse_work_order(std::string_view text,
                                                            const Blueprint& names);
[[nodiscard]] ACD_EXPORT Parsed<Requirement> parse_requirement(std::string_view text,
                                                               const Blueprint& names);

}  // namespace v1
}  // namespace acd
