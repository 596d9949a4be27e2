// Expressions over shifts, stretches and plans, and layers of them.
#include "acd/companion/time_plan_text.hpp"

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "companion/boolean_text.hpp"
#include "companion/day_set_text.hpp"
#include "companion/names.hpp"

namespace acd {
inline namespace v1 {
namespace {

constexpr IdentityWords identity_words{.anything = "always", .nothing = "never"};

/// A set of days before `at`: one rule or identity bare, anything longer in parentheses.
std::string days_text(const DaySet& days) {
  const std::string text = to_text(days);
  const bool is_one = days.nodes().size() <= 1;
  return is_one ? text : '(' + text + ')';
}

std::string shifts_text(const TimeRule& rule) {
  std::string text = days_text(rule.days);
  const bool is_one_rule = rule.days.nodes().size() <= 1;
  if (is_one_rule && rule.hours == std::vector{whole_day}) return text;
  text += " at";
  for (const Hours& hours : rule.hours) text += ' ' + to_text(hours);
  return text;
}

std::string rule_text(const TimeRule& rule, const Blueprint& names) {
  switch (rule.kind) {
    case TimeRuleKind::shifts: return shifts_text(rule);
    case TimeRuleKind::stretch:
      return fmt::format("from {} to {}", to_text(rule.from), to_text(rule.to));
    case TimeRuleKind::plan: return "plan " + name_text(names.time_plans, rule.plan);
  }
  return {};
}

/// The language of time expressions for BooleanParser.
struct TimeLanguage {
  const Blueprint& names;
  IdentityWords words = identity_words;

  /// "(mon-fri and not 2026-10-01) at ...": the parenthesis holds days.
  static bool leaf_opens(Scanner ahead) {
    int depth = 0;
    do {
      if (ahead.at_symbol("(")) ++depth;
      if (ahead.at_symbol(")")) --depth;
      ahead.next();
    } while (depth > 0 && ahead.token().kind != TokenKind::end);
    return ahead.at_word("at");
  }

  TimeExpression leaf(Scanner& scanner) const {
    if (scanner.take_word("plan")) {
      return while_open(expect_line<TimePlanId>(scanner, names.time_plans, "plan"));
    }
    if (scanner.take_word("from")) return stretch(scanner);
    DaySet days = DayParser{scanner, DayLanguage{}}.primary();
    if (!scanner.take_word("at")) return on_days(std::move(days));
    std::vector<Hours> hours;
    do {
      hours.push_back(expect_civil(scanner, parse_hours, "hours such as 09:00-18:00"));
    } while (scanner.token().kind == TokenKind::civil);
    return shifts(std::move(days), std::move(hours));
  }

  static TimeExpression stretch(Scanner& scanner) {
    constexpr std::string_view what = "a local time such as 2026-10-01T09:30";
    const int column = scanner.token().column;
    const LocalTime from = expect_civil(scanner, parse_local_time, what);
    if (!scanner.take_word("to")) scanner.fail_expecting("\"to\"");
    const LocalTime to = expect_civil(scanner, parse_local_time, what);
    if (!scanner.failed() && to <= from) {
      scanner.fail(column,
                   fmt::format("{} to {} ends before it starts", to_text(from), to_text(to)));
    }
    return between(from, to);
  }
};

TimeExpression expect_expression(Scanner& scanner, const Blueprint& names) {
  const TimeLanguage language{names};
  return BooleanParser<TimeExpression, TimeLanguage>{scanner, language}.either();
}

constexpr std::string_view continuation = "\"at\", \"and\", \"or\" or the end";

}  // namespace

std::string to_text(const TimeExpression& when, const Blueprint& names) {
  const auto leaf_text = [&names](const TimeRule& rule) { return rule_text(rule, names); };
  return when.fold(BooleanPrinter{identity_words, leaf_text}).text;
}

std::string to_text(const PlanLayer& layer, const Blueprint& names) {
  const std::string name = is_keyword(layer.name) ? quoted(layer.name) : word_or_quoted(layer.name);
  return fmt::format("{} {} when {}", layer.effect == LayerEffect::opens ? "opens" : "closes", name,
                     to_text(layer.when, names));
}

Parsed<TimeExpression> parse_time_expression(std::string_view text, const Blueprint& names) {
  Scanner scanner{text};
  TimeExpression when = expect_expression(scanner, names);
  return parsed_whole(scanner, std::move(when), continuation);
}

Parsed<PlanLayer> parse_plan_layer(std::string_view text, const Blueprint& names) {
  Scanner scanner{text};
  PlanLayer layer;
  if (scanner.take_word("closes")) {
    layer.effect = LayerEffect::closes;
  } else if (!scanner.take_word("opens")) {
    scanner.fail_expecting("\"opens\" or \"closes\"");
  }
  const Token name = scanner.token();
  const bool is_name = name.kind == TokenKind::quoted || name.kind == TokenKind::word;
  if (!is_name) scanner.fail_expecting("the layer's name");
  layer.name = name.text;
  scanner.next();
  if (!scanner.take_word("when")) scanner.fail_expecting("\"when\"");
  layer.when = expect_expression(scanner, names);
  return parsed_whole(scanner, std::move(layer), continuation);
}

}  // namespace v1
}  // namespace acd
