// Conditions as text. Every leaf but an attribute's begins with its own word.
#include "acd/companion/condition_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "acd/companion/time_text.hpp"
#include "companion/boolean_text.hpp"
#include "companion/names.hpp"
#include "companion/scanner.hpp"
#include "policy/test_word.hpp"

namespace acd {
inline namespace v1 {
namespace {

constexpr IdentityWords identity_words{.anything = "always", .nothing = "never"};

/// The kind that begins with the word.
std::optional<TestKind> kind_of(std::string_view word) {
  for (int i = 0; i <= static_cast<int>(last_test_kind); ++i) {
    if (word_of(static_cast<TestKind>(i)) == word) return static_cast<TestKind>(i);
  }
  return std::nullopt;
}

bool is_leading(std::string_view word) {
  return word == identity_words.anything || word == identity_words.nothing ||
         kind_of(word).has_value();
}

const Attribute* symbol_attribute(const Blueprint& names, AttributeId id) {
  const bool known = id.index() < names.attributes.size();
  if (!known || names.attributes[id.index()].type != AttributeType::symbol) return nullptr;
  return &names.attributes[id.index()];
}

// --- printing -------------------------------------------------------------------

std::string attribute_text(const Blueprint& names, AttributeId id) {
  std::string text = name_text(names.attributes, id);
  return is_leading(text) ? quoted(text) : text;
}

/// A symbol if it leads back to the value.
std::string symbol_text(const Blueprint& names, AttributeId id, std::int64_t value) {
  const Attribute* attribute = symbol_attribute(names, id);
  if (attribute == nullptr || value < 0) return std::to_string(value);
  const auto& symbols = attribute->symbols;
  const auto index = static_cast<std::size_t>(value);
  if (index >= symbols.size()) return std::to_string(value);
  const auto first = std::ranges::find(symbols, symbols[index]) - symbols.begin();
  return first == value ? word_or_quoted(symbols[index]) : std::to_string(value);
}

std::string value_text(const Blueprint& names, const Test& test, std::int64_t value) {
  if (test.kind == TestKind::attribute) return symbol_text(names, test.attribute, value);
  if (form_of(test.kind) == TestForm::duration) return to_text(Duration{value});
  return std::to_string(value);
}

std::string range_text(const Blueprint& names, std::string_view subject, const Test& test) {
  const auto value = [&](std::int64_t each) { return value_text(names, test, each); };
  const bool from_least = test.low == unbounded_below;
  const bool to_most = test.high == unbounded_above;
  if (test.low == test.high) return fmt::format("{} is {}", subject, value(test.low));
  if (to_most && !from_least) return fmt::format("{} >= {}", subject, value(test.low));
  if (from_least && !to_most) return fmt::format("{} <= {}", subject, value(test.high));
  return fmt::format("{} in {}..{}", subject, value(test.low), value(test.high));
}

std::string attribute_test_text(const Blueprint& names, const Test& test) {
  const std::string attribute = attribute_text(names, test.attribute);
  const bool is_any = test.low == unbounded_below && test.high == unbounded_above;
  return is_any ? "has " + attribute : range_text(names, attribute, test);
}

/// The leaf's word, and the group if it names one.
std::string subject_text(const Blueprint& names, const Test& test) {
  const std::string word{word_of(test.kind)};
  const bool is_named = scope_of(test.kind) == TestScope::group && !test.group.is_none();
  return is_named ? word + " of " + name_text(names.groups, test.group) : word;
}

std::string line_text(const Blueprint& names, const Test& test) {
  const auto named = [&](const auto& lines, auto id) {
    return fmt::format("{} {}", word_of(test.kind), name_text(lines, id));
  };
  if (test.kind == TestKind::channel) return named(names.channels, test.channel);
  if (test.kind == TestKind::plan_open) return named(names.time_plans, test.plan);
  if (test.kind == TestKind::surge_on) return named(names.surges, test.surge);
  if (test.kind == TestKind::named) {
    return test.group.is_none() ? "named" : named(names.groups, test.group);
  }
  return test.requirement.is_none() ? "requires nothing"
                                    : named(names.requirements, test.requirement);
}

std::string test_text(const Blueprint& names, const Test& test) {
  switch (form_of(test.kind)) {
    case TestForm::names: return line_text(names, test);
    case TestForm::lots: {
      const std::string salt = test.salt == 0 ? "" : fmt::format("{} ", test.salt);
      return fmt::format("lot {}in {}..{}", salt, test.low, test.high);
    }
    case TestForm::fact: return subject_text(names, test);
    case TestForm::range:
    case TestForm::duration: break;
  }
  if (test.kind == TestKind::attribute) return attribute_test_text(names, test);
  return range_text(names, subject_text(names, test), test);
}

// --- reading --------------------------------------------------------------------

/// The language of conditions for BooleanParser.
struct ConditionLanguage {
  const Blueprint& names;
  IdentityWords words = identity_words;

  static bool leaf_opens(const Scanner&) { return false; }

  Condition leaf(Scanner& scanner) const {
    const Token& token = scanner.token();
    const auto kind = token.kind == TokenKind::word ? kind_of(token.text) : std::nullopt;
    if (!kind) return attribute_leaf(scanner);
    scanner.next();
    switch (form_of(*kind)) {
      case TestForm::names: return line(scanner, *kind);
      case TestForm::lots: return lot(scanner);
      case TestForm::fact: return holds(*kind, group(scanner, *kind));
      case TestForm::range:
      case TestForm::duration: break;
    }
    if (*kind == TestKind::attribute) {
      return attribute_between(attribute(scanner), unbounded_below, unbounded_above);
    }
    Test test{.kind = *kind, .group = group(scanner, *kind)};
    read_range(scanner, test);
    return test;
  }

  /// A leaf that does not begin with a word of the language.
  Condition attribute_leaf(Scanner& scanner) const {
    const TokenKind token = scanner.token().kind;
    if (token != TokenKind::word && token != TokenKind::quoted && !scanner.at_symbol("#")) {
      scanner.fail_expecting("an attribute or a fact such as waited, length or surge");
    }
    Test test{.kind = TestKind::attribute, .attribute = attribute(scanner)};
    read_range(scanner, test);
    return test;
  }

  AttributeId attribute(Scanner& scanner) const {
    return expect_line<AttributeId>(scanner, names.attributes, "attribute");
  }

  GroupId group(Scanner& scanner, TestKind kind) const {
    if (scope_of(kind) != TestScope::group || !scanner.take_word("of")) return {};
    return expect_line<GroupId>(scanner, names.groups, "group");
  }

  Condition line(Scanner& scanner, TestKind kind) const {
    if (kind == TestKind::channel) {
      return is_channel(expect_line<ChannelId>(scanner, names.channels, "channel"));
    }
    if (kind == TestKind::plan_open) {
      return is_open(expect_line<TimePlanId>(scanner, names.time_plans, "time plan"));
    }
    if (kind == TestKind::surge_on) {
      return is_on(expect_line<SurgeId>(scanner, names.surges, "surge"));
    }
    return kind == TestKind::named ? named(scanner) : required(scanner);
  }

  Condition required(Scanner& scanner) const {
    if (scanner.take_word("nothing")) return requires_just({});
    const bool names_one = scanner.token().kind == TokenKind::quoted || scanner.at_symbol("#") ||
                           scanner.token().kind == TokenKind::word;
    if (!names_one) scanner.fail_expecting("a requirement or \"nothing\"");
    return requires_just(expect_line<RequirementId>(scanner, names.requirements, "requirement"));
  }

  Condition named(Scanner& scanner) const {
    const Token& token = scanner.token();
    const bool names_one = token.kind == TokenKind::quoted || scanner.at_symbol("#") ||
                           (token.kind == TokenKind::word && !is_keyword(token.text));
    return names_group(names_one ? expect_line<GroupId>(scanner, names.groups, "group")
                                 : GroupId::none());
  }

  static Condition lot(Scanner& scanner) {
    std::uint32_t salt = 0;
    if (!scanner.at_word("in")) {
      salt = expect_number(scanner, "a salt", std::numeric_limits<std::uint32_t>::max());
    }
    if (!scanner.take_word("in")) scanner.fail_expecting("\"in\"");
    const std::int64_t low = number(scanner);
    scanner.expect_symbol("..");
    return lot_between(low, number(scanner), salt);
  }

  /// What follows the subject of a leaf that compares.
  void read_range(Scanner& scanner, Test& test) const {
    test.low = unbounded_below;
    test.high = unbounded_above;
    if (scanner.take_word("is")) {
      test.low = test.high = value(scanner, test);
    } else if (scanner.take_symbol(">=")) {
      test.low = value(scanner, test);
    } else if (scanner.take_symbol("<=")) {
      test.high = value(scanner, test);
    } else if (scanner.take_word("in")) {
      test.low = value(scanner, test);
      scanner.expect_symbol("..");
      test.high = value(scanner, test);
    } else {
      scanner.fail_expecting(scope_of(test.kind) == TestScope::group && test.group.is_none()
                                 ? "\"of\", \"is\", \"in\", \">=\" or \"<=\""
                                 : "\"is\", \"in\", \">=\" or \"<=\"");
    }
  }

  std::int64_t value(Scanner& scanner, const Test& test) const {
    if (test.kind == TestKind::attribute) return symbol(scanner, test.attribute);
    return form_of(test.kind) == TestForm::duration ? duration(scanner) : number(scanner);
  }

  static std::int64_t number(Scanner& scanner) {
    const auto value = scanner.token().kind == TokenKind::number
                           ? whole_number<std::int64_t>(scanner.token().text, unbounded_above)
                           : std::nullopt;
    if (value) {
      scanner.next();
    } else {
      scanner.fail_expecting("a whole number");
    }
    return value.value_or(0);
  }

  static std::int64_t duration(Scanner& scanner) {
    const auto value = scanner.token().kind == TokenKind::number
                           ? parse_duration(scanner.token().text)
                           : std::nullopt;
    if (value) {
      scanner.next();
    } else {
      scanner.fail_expecting("a duration such as 90s or 5m");
    }
    return value.value_or(Duration{0}).count();
  }

  std::int64_t symbol(Scanner& scanner, AttributeId id) const {
    const Token token = scanner.token();
    const Attribute* attribute = symbol_attribute(names, id);
    const bool is_name = token.kind == TokenKind::word || token.kind == TokenKind::quoted;
    if (attribute == nullptr || !is_name) return number(scanner);
    const auto found = std::ranges::find(attribute->symbols, token.text);
    if (found == attribute->symbols.end()) {
      scanner.fail_expecting("a value of " + quoted(attribute->name));
      return 0;
    }
    scanner.next();
    return found - attribute->symbols.begin();
  }
};

}  // namespace

std::string to_text(const Condition& condition, const Blueprint& names) {
  if (condition.is_too_long()) return "too long";
  const auto leaf_text = [&names](const Test& test) { return test_text(names, test); };
  return condition.fold(BooleanPrinter{identity_words, leaf_text}).text;
}

Parsed<Condition> parse_condition(std::string_view text, const Blueprint& names) {
  Scanner scanner{text};
  const ConditionLanguage language{names};
  Condition result = BooleanParser<Condition, ConditionLanguage>{scanner, language}.either();
  Parsed<Condition> parsed = parsed_whole(scanner, result, "\"and\", \"or\" or the end");
  if (parsed.value && parsed.value->is_too_long()) {
    return {{}, fmt::format("more than {} tests and operators", Condition::capacity), 1};
  }
  return parsed;
}

}  // namespace v1
}  // namespace acd
