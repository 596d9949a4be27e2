// Cuts the text of a policy into tokens and keeps the first error.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace acd {
inline namespace v1 {

enum class TokenKind : std::uint8_t {
  word,    // most_urgent, english
  quoted,  // "tier 2", its text without quotes and escapes
  number,  // 3, 45s, -1m30s
  civil,   // 2026-10-01, 12-25, 2026-10-01T09:30, 09:00-18:00
  symbol,  // ( ) , >= <= .. #
  end,
  wrong,  // a character or an open quote that begins no token
};

struct Token {
  TokenKind kind = TokenKind::end;
  std::string text{};
  int column = 1;  // in code points, from 1
};

/// One token of foresight. After an error it stands at the end for good.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_{text} { next(); }

  [[nodiscard]] const Token& token() const { return token_; }
  [[nodiscard]] bool at_word(std::string_view word) const {
    return token_.kind == TokenKind::word && token_.text == word;
  }
  [[nodiscard]] bool at_symbol(std::string_view symbol) const {
    return token_.kind == TokenKind::symbol && token_.text == symbol;
  }
  /// Moves on; true if the token is that word or symbol.
  bool take_word(std::string_view word);
  bool take_symbol(std::string_view symbol);
  /// Moves on, or fails with "expected ...".
  bool expect_symbol(std::string_view symbol);
  void next();

  /// Fails at the token: "expected <what>, found <token>".
  void fail_expecting(std::string_view what);
  /// Fails with a message of its own; the first failure stays.
  void fail(int column, std::string message);
  [[nodiscard]] bool failed() const { return error_column_ != 0; }
  [[nodiscard]] int error_column() const { return error_column_; }
  [[nodiscard]] const std::string& error() const { return error_; }

 private:
  [[nodiscard]] Token scan();
  Token take_quoted();
  Token take_length(TokenKind kind, std::size_t length);
  void skip(std::size_t length);

  std::string_view rest_;
  int column_ = 1;
  Token token_{};
  int error_column_ = 0;
  std::string error_{};
};

}  // namespace v1
}  // namespace acd
