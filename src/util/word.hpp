// Names in texts: plain words stand bare, anything else in double quotes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace acd {
inline namespace v1 {

/// Letters, "_" and everything outside ASCII.
[[nodiscard]] constexpr bool starts_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}
[[nodiscard]] constexpr bool continues_word(char c) {
  return starts_word(c) || (c >= '0' && c <= '9') || c == '-';
}

[[nodiscard]] constexpr bool is_word(std::string_view text) {
  if (text.empty() || !starts_word(text.front())) return false;
  for (const char c : text) {
    if (!continues_word(c)) return false;
  }
  return true;
}

/// Characters that a quoted text writes as a backslash and a letter, and that letter.
inline constexpr std::string_view escaped_characters = "\"\\\n\r\t";
inline constexpr std::string_view escape_letters = "\"\\nrt";

/// In double quotes, on one line.
[[nodiscard]] inline std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    const std::size_t escape = escaped_characters.find(c);
    if (escape == std::string_view::npos) {
      result += c;
    } else {
      result += {'\\', escape_letters[escape]};
    }
  }
  return result + '"';
}

[[nodiscard]] inline std::string word_or_quoted(std::string_view text) {
  return is_word(text) ? std::string{text} : quoted(text);
}

/// "a skill", "an attribute".
[[nodiscard]] inline std::string with_article(std::string_view noun) {
  const bool vowel = std::string_view{"aeiou"}.find(noun.front()) != std::string_view::npos;
  return (vowel ? "an " : "a ") + std::string{noun};
}

}  // namespace v1
}  // namespace acd
