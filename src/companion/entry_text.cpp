// Conditions of entry rules as text.
#include "acd/companion/entry_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>

#include "companion/boolean_text.hpp"
#include "companion/names.hpp"
#include "companion/scanner.hpp"

namespace acd {
inline namespace v1 {
namespace {

constexpr IdentityWords identity_words{.anything = "always", .nothing = "never"};
/// A leaf begins with one of these, or with an attribute.
constexpr std::array<std::string_view, 7> leading_words{"channel", "open",   "lot",  "named",
                                                        "has",     "always", "never"};
using Value = std::numeric_limits<std::int64_t>;

bool is_leading(std::string_view word) {
  return std::ranges::find(leading_words, word) != leading_words.end();
}

const Attribute* symbol_attribute(const Blueprint& names, AttributeId id) {
  const bool known = id.index() < names.attributes.size();
  if (!known || names.attributes[id.index()].type != AttributeType::symbol) return nullptr;
  return &names.attributes[id.index()];
}

std::string attribute_text(const Blueprint& names, AttributeId id) {
  std::string text = name_text(names.attributes, id);
  return is_leading(text) ? quoted(text) : text;
}

/// A symbol if it leads back to the value.
std::string value_text(const Blueprint& names, AttributeId id, std::int64_t value) {
  const Attribute* attribute = symbol_attribute(names, id);
  if (attribute == nullptr || value < 0) return std::to_string(value);
  const auto& symbols = attribute->symbols;
  const auto index = static_cast<std::size_t>(value);
  if (index >= symbols.size()) return std::to_string(value);
  const auto first = std::ranges::find(symbols, symbols[index]) - symbols.begin();
  return first == value ? word_or_quoted(symbols[index]) : std::to_string(value);
}

std::string range_text(const Blueprint& names, const EntryTest& test) {
  const std::string attribute = attribute_text(names, test.attribute);
  const auto value = [&](std::int64_t each) { return value_text(names, test.attribute, each); };
  const bool from_least = test.low == Value::min();
  const bool to_most = test.high == Value::max();
  if (test.low == test.high) return fmt::format("{} is {}", attribute, value(test.low));
  if (from_least && to_most) return "has " + attribute;
  if (to_most) return fmt::format("{} >= {}", attribute, value(test.low));
  if (from_least) return fmt::format("{} <= {}", attribute, value(test.high));
  return fmt::format("{} in {}..{}", attribute, value(test.low), value(test.high));
}

std::string test_text(const EntryTest& test, const Blueprint& names) {
  switch (test.kind) {
    case EntryTestKind::channel: return "channel " + name_text(names.channels, test.channel);
    case EntryTestKind::attribute: return range_text(names, test);
    case EntryTestKind::split: {
      const std::string salt = test.salt == 0 ? "" : fmt::format("{} ", test.salt);
      return fmt::format("lot {}in {}..{}", salt, test.low, test.high);
    }
    case EntryTestKind::plan_open: return "open " + name_text(names.time_plans, test.plan);
    case EntryTestKind::named:
      return test.group.is_none() ? "named" : "named " + name_text(names.groups, test.group);
  }
  return {};
}

/// The language of entry conditions for BooleanParser.
struct EntryLanguage {
  const Blueprint& names;
  IdentityWords words = identity_words;

  static bool leaf_opens(const Scanner&) { return false; }

  EntryCondition leaf(Scanner& scanner) const {
    if (scanner.take_word("channel")) {
      return is_channel(expect_line<ChannelId>(scanner, names.channels, "channel"));
    }
    if (scanner.take_word("open")) {
      return is_open(expect_line<TimePlanId>(scanner, names.time_plans, "time plan"));
    }
    if (scanner.take_word("lot")) return lot(scanner);
    if (scanner.take_word("named")) return named(scanner);
    if (scanner.take_word("has")) {
      return attribute_between(attribute(scanner), Value::min(), Value::max());
    }
    return range(scanner);
  }

  AttributeId attribute(Scanner& scanner) const {
    return expect_line<AttributeId>(scanner, names.attributes, "attribute");
  }

  static EntryCondition lot(Scanner& scanner) {
    std::uint32_t salt = 0;
    if (!scanner.at_word("in")) {
      salt = expect_number(scanner, "a salt", std::numeric_limits<std::uint32_t>::max());
    }
    if (!scanner.take_word("in")) scanner.fail_expecting("\"in\"");
    const std::int64_t low = number(scanner);
    scanner.expect_symbol("..");
    return lot_between(low, number(scanner), salt);
  }

  EntryCondition named(Scanner& scanner) const {
    const Token& token = scanner.token();
    const bool names_one = token.kind == TokenKind::quoted || scanner.at_symbol("#") ||
                           (token.kind == TokenKind::word && !is_keyword(token.text));
    return names_group(names_one ? expect_line<GroupId>(scanner, names.groups, "group")
                                 : GroupId::none());
  }

  EntryCondition range(Scanner& scanner) const {
    const AttributeId id = attribute(scanner);
    if (scanner.take_word("is")) return attribute_is(id, value(scanner, id));
    if (scanner.take_symbol(">=")) return attribute_between(id, value(scanner, id), Value::max());
    if (scanner.take_symbol("<=")) return attribute_between(id, Value::min(), value(scanner, id));
    if (!scanner.take_word("in")) scanner.fail_expecting("\"is\", \"in\", \">=\" or \"<=\"");
    const std::int64_t low = value(scanner, id);
    scanner.expect_symbol("..");
    return attribute_between(id, low, value(scanner, id));
  }

  static std::int64_t number(Scanner& scanner) {
    const auto value = scanner.token().kind == TokenKind::number
                           ? whole_number<std::int64_t>(scanner.token().text, Value::max())
                           : std::nullopt;
    if (value) {
      scanner.next();
    } else {
      scanner.fail_expecting("a whole number");
    }
    return value.value_or(0);
  }

  std::int64_t value(Scanner& scanner, AttributeId id) const {
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

std::string to_text(const EntryCondition& condition, const Blueprint& names) {
  if (condition.is_too_long()) return "too long";
  const auto leaf_text = [&names](const EntryTest& test) { return test_text(test, names); };
  return condition.fold(BooleanPrinter{identity_words, leaf_text}).text;
}

Parsed<EntryCondition> parse_entry_condition(std::string_view text, const Blueprint& names) {
  Scanner scanner{text};
  const EntryLanguage language{names};
  EntryCondition result = BooleanParser<EntryCondition, EntryLanguage>{scanner, language}.either();
  Parsed<EntryCondition> parsed = parsed_whole(scanner, result, "\"and\", \"or\" or the end");
  if (parsed.value && parsed.value->is_too_long()) {
    return {{}, fmt::format("more than {} tests and operators", EntryCondition::capacity), 1};
  }
  return parsed;
}

}  // namespace v1
}  // namespace acd
