// Boolean expressions as text: `not` before `and` before `or`, parentheses, two identities.
//
// A language gives the words of its identities and the text of its leaves.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "acd/companion/policy_text.hpp"
#include "acd/policy/boolean.hpp"
#include "companion/scanner.hpp"

namespace acd {
inline namespace v1 {

struct IdentityWords {
  std::string_view anything;
  std::string_view nothing;
};

/// An algebra for Boolean::fold: every part is its text. `LeafText`: leaf to text that holds
/// together without parentheses.
template <class LeafText>
class BooleanPrinter {
 public:
  BooleanPrinter(IdentityWords words, LeafText leaf_text) : words_{words}, leaf_text_{leaf_text} {}

  /// How tightly a printed part holds together; looser parts inside a tighter one stand in
  /// parentheses.
  enum class Tightness : std::uint8_t { either, both, negation, whole };
  struct Part {
    std::string text;
    Tightness tightness;
  };

  template <class Leaf>
  Part leaf(const Leaf& leaf) const {
    return {leaf_text_(leaf), Tightness::whole};
  }
  // The right operand is held tighter: "a and b and c" is "(a and b) and c".
  Part both(Part a, Part b) const {
    return joined(std::move(a), " and ", std::move(b), Tightness::both, Tightness::negation);
  }
  Part either(Part a, Part b) const {
    return joined(std::move(a), " or ", std::move(b), Tightness::either, Tightness::both);
  }
  Part negation(Part a) const {
    return {"not " + within(std::move(a), Tightness::negation), Tightness::negation};
  }
  Part anything() const { return {std::string{words_.anything}, Tightness::whole}; }
  Part nothing() const { return {std::string{words_.nothing}, Tightness::whole}; }

 private:
  static std::string within(Part part, Tightness at_least) {
    return part.tightness < at_least ? '(' + part.text + ')' : std::move(part.text);
  }
  static Part joined(Part a, std::string_view word, Part b, Tightness own, Tightness right_own) {
    std::string text = within(std::move(a), own);
    text += word;
    text += within(std::move(b), right_own);
    return {std::move(text), own};
  }

  IdentityWords words_;
  LeafText leaf_text_;
};

/// Recursive descent, one method per level of precedence. `Language` has `words`, an
/// IdentityWords; `leaf(Scanner&)`, an Expression; and `leaf_opens(const Scanner&)`, true
/// where a parenthesis belongs to a leaf.
template <class Expression, class Language>
class BooleanParser {
 public:
  BooleanParser(Scanner& scanner, const Language& language)
      : scanner_{scanner}, language_{language} {}

  Expression either() {
    Expression result = both();
    while (scanner_.take_word("or")) result = result || both();
    return result;
  }

  /// An identity, a leaf, or anything in parentheses.
  Expression primary() {
    if (scanner_.take_word(language_.words.anything)) return Expression::anything();
    if (scanner_.take_word(language_.words.nothing)) return Expression::nothing();
    if (!scanner_.at_symbol("(") || language_.leaf_opens(scanner_)) return language_.leaf(scanner_);
    return nested([this] {
      scanner_.next();
      Expression result = either();
      scanner_.expect_symbol(")");
      return result;
    });
  }

 private:
  Expression both() {
    Expression result = factor();
    while (scanner_.take_word("and")) result = result && factor();
    return result;
  }

  Expression factor() {
    if (!scanner_.at_word("not")) return primary();
    return nested([this] {
      scanner_.next();
      return !factor();
    });
  }

  template <class Read>
  Expression nested(const Read& read) {
    if (depth_ == depth_max) {
      scanner_.fail(scanner_.token().column, fmt::format("nested deeper than {}", depth_max));
      return {};
    }
    ++depth_;
    Expression result = read();
    --depth_;
    return result;
  }

  /// More parentheses and negations inside each other than any expression needs.
  static constexpr int depth_max = 64;

  Scanner& scanner_;
  const Language& language_;
  int depth_ = 0;
};

/// What was read, if it is the whole text; else the first failure. `continuation` says what
/// might have followed.
template <class Value>
[[nodiscard]] Parsed<Value> parsed_whole(Scanner& scanner, Value value,
                                         std::string_view continuation) {
  if (!scanner.failed() && scanner.token().kind != TokenKind::end) {
    scanner.fail_expecting(continuation);
  }
  if (scanner.failed()) return {{}, scanner.error(), scanner.error_column()};
  return {std::move(value), {}, 0};
}

}  // namespace v1
}  // namespace acd
