// Spaces, separators and quotes of a line.
#include "companion/line_items.hpp"

#include <algorithm>

#include "util/word.hpp"

namespace acd {
inline namespace v1 {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// Length of the quoted text at the front with both quotes; npos if it stays open.
std::size_t quoted_length(std::string_view text) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == '"') {
      return i + 1;
    }
  }
  return std::string_view::npos;
}

/// Length of the front up to the first byte outside quotes for which `ends` holds; npos if a
/// quote stays open.
template <class Ends>
std::size_t length_until(std::string_view text, const Ends& ends) {
  std::size_t length = 0;
  while (length < text.size() && !ends(text[length])) {
    if (text[length] != '"') {
      ++length;
      continue;
    }
    const std::size_t inside = quoted_length(text.substr(length));
    if (inside == std::string_view::npos) return inside;
    length += inside;
  }
  return length;
}

LineItem item_of(std::string_view text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos || !is_word(text.substr(0, equals))) return {{}, text};
  return {text.substr(0, equals), text.substr(equals + 1)};
}

}  // namespace

LineItems cut_line(std::string_view line) {
  LineItems result;
  while (true) {
    line.remove_prefix(
        static_cast<std::size_t>(std::ranges::find_if_not(line, is_blank) - line.begin()));
    if (line.empty()) return result;
    const std::size_t length = length_until(line, is_blank);
    if (length == std::string_view::npos) {
      result.open_quote = line.substr(line.find('"'));
      return result;
    }
    result.items.push_back(item_of(line.substr(0, length)));
    line.remove_prefix(length);
  }
}

std::vector<std::string_view> cut_list(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t length =
        std::min(length_until(text, [=](char c) { return c == separator; }), text.size());
    parts.push_back(text.substr(0, length));
    if (length == text.size()) return parts;
    text.remove_prefix(length + 1);
  }
}

Word unquoted(std::string_view text) {
  if (text.empty() || text.front() != '"') {
    return {std::string{text}, false, text.find('"') == std::string_view::npos};
  }
  Word word{{}, true, quoted_length(text) == text.size()};
  for (std::size_t i = 1; word.is_well_formed && i + 1 < text.size(); ++i) {
    if (text[i] != '\\') {
      word.text += text[i];
      continue;
    }
    const std::size_t letter = escape_letters.find(text[++i]);
    word.is_well_formed = letter != std::string_view::npos;
    if (word.is_well_formed) word.text += escaped_characters[letter];
  }
  return word;
}

int column_at(std::string_view line, std::size_t offset) {
  int column = 1;
  for (const char c : line.substr(0, offset)) {
    if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++column;
  }
  return column;
}

}  // namespace v1
}  // namespace acd
