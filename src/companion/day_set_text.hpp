// Rules of the calendar as text: the leaves of sets of days.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "acd/time_plan/day_set.hpp"
#include "companion/boolean_text.hpp"

namespace acd {
inline namespace v1 {

[[nodiscard]] std::string day_rule_text(const DayRule& rule);

/// The language of sets of days for BooleanParser.
struct DayLanguage {
  IdentityWords words{.anything = "daily", .nothing = "no_day"};
  static bool leaf_opens(const Scanner&) { return false; }
  static DaySet leaf(Scanner& scanner);
};
using DayParser = BooleanParser<DaySet, DayLanguage>;

/// Reads a date, local time or hours; fails with what `parse` says, or as `what` expects.
template <class Value>
[[nodiscard]] Value expect_civil(Scanner& scanner, Parsed<Value> (*parse)(std::string_view),
                                 std::string_view what) {
  const Token token = scanner.token();
  if (token.kind != TokenKind::civil) {
    scanner.fail_expecting(what);
    return {};
  }
  Parsed<Value> parsed = parse(token.text);
  if (!parsed.value) {
    scanner.fail(token.column, std::move(parsed.message));
    return {};
  }
  scanner.next();
  return *parsed.value;
}

}  // namespace v1
}  // namespace acd
