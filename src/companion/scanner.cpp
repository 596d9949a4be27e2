// Tokens of policies: words, quoted names, numbers with or without units, dates and hours,
// a few symbols.
#include "companion/scanner.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "util/word.hpp"

namespace acd {
inline namespace v1 {
namespace {

constexpr std::array<std::string_view, 7> symbols{">=", "<=", "..", "(", ")", ",", "#"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Bytes from the front for which `belongs` holds.
template <class Belongs>
std::size_t run_length(std::string_view text, const Belongs& belongs) {
  std::size_t length = 0;
  while (length < text.size() && belongs(text[length])) ++length;
  return length;
}

/// Length of "45s" or "-1m30s", 0 if no number begins here.
std::size_t number_length(std::string_view text) {
  const std::size_t sign = !text.empty() && text.front() == '-' ? 1 : 0;
  if (text.size() == sign || !is_digit(text[sign])) return 0;
  const auto belongs = [](char c) { return is_digit(c) || (c >= 'a' && c <= 'z'); };
  return sign + run_length(text.substr(sign), belongs);
}

/// Length of a date, a local time or hours, 0 if none begins here: a digit, then digits, words
/// and points between digits, with "-" or ":" somewhere.
std::size_t civil_length(std::string_view text) {
  if (text.empty() || !is_digit(text.front())) return 0;
  std::size_t length = 0;
  bool is_civil = false;
  for (; length < text.size(); ++length) {
    const char c = text[length];
    const bool point = c == '.' && length + 1 < text.size() && is_digit(text[length + 1]);
    const bool mark = c == '-' || c == ':';
    if (!is_digit(c) && !(c >= 'a' && c <= 'z') && c != 'T' && !mark && !point) break;
    is_civil = is_civil || mark;
  }
  return is_civil ? length : 0;
}

/// Length of the first code point.
std::size_t code_point_length(std::string_view text) {
  const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; };
  return text.empty() ? 0 : 1 + run_length(text.substr(1), continues);
}

}  // namespace

void Scanner::skip(std::size_t length) {
  for (const char c : rest_.substr(0, length)) {
    if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++column_;
  }
  rest_.remove_prefix(length);
}

Token Scanner::take_length(TokenKind kind, std::size_t length) {
  Token token{kind, std::string{rest_.substr(0, length)}, column_};
  skip(length);
  return token;
}

Token Scanner::take_quoted() {
  Token token{TokenKind::quoted, {}, column_};
  for (std::size_t i = 1; i < rest_.size(); ++i) {
    if (rest_[i] == '"') {
      skip(i + 1);
      return token;
    }
    if (rest_[i] != '\\') {
      token.text += rest_[i];
      continue;
    }
    const std::size_t letter =
        i + 1 < rest_.size() ? escape_letters.find(rest_[i + 1]) : std::string_view::npos;
    if (letter == std::string_view::npos) break;
    token.text += escaped_characters[letter];
    ++i;
  }
  return take_length(TokenKind::wrong, 1);
}

Token Scanner::scan() {
  skip(run_length(rest_, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }));
  if (rest_.empty()) return {TokenKind::end, {}, column_};
  if (rest_.front() == '"') return take_quoted();
  if (starts_word(rest_.front())) {
    return take_length(TokenKind::word, run_length(rest_, continues_word));
  }
  const std::size_t civil = civil_length(rest_);
  if (civil > 0) return take_length(TokenKind::civil, civil);
  const std::size_t number = number_length(rest_);
  if (number > 0) return take_length(TokenKind::number, number);
  for (const std::string_view symbol : symbols) {
    if (rest_.starts_with(symbol)) return take_length(TokenKind::symbol, symbol.size());
  }
  return take_length(TokenKind::wrong, code_point_length(rest_));
}

void Scanner::next() { token_ = scan(); }

bool Scanner::take_word(std::string_view word) {
  if (!at_word(word)) return false;
  next();
  return true;
}

bool Scanner::take_symbol(std::string_view symbol) {
  if (!at_symbol(symbol)) return false;
  next();
  return true;
}

bool Scanner::expect_symbol(std::string_view symbol) {
  if (take_symbol(symbol)) return true;
  fail_expecting(quoted(symbol));
  return false;
}

void Scanner::fail_expecting(std::string_view what) {
  const bool open_quote = token_.kind == TokenKind::wrong && token_.text == "\"";
  const std::string found = token_.kind == TokenKind::end ? "the end"
                            : open_quote                  ? "a quote that is not closed well"
                                                          : quoted(token_.text);
  fail(token_.column, fmt::format("expected {}, found {}", what, found));
}

void Scanner::fail(int column, std::string message) {
  if (failed()) return;
  error_column_ = column;
  error_ = std::move(message);
  rest_ = {};
  token_ = {TokenKind::end, {}, column};
}

}  // namespace v1
}  // namespace acd
