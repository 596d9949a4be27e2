// Quotes within quotes.
#include "shell_word.hpp"

#include <algorithm>
#include <string_view>

namespace acdsim {

std::string shell_word(const std::string& text) {
  const bool is_plain = !text.empty() && std::ranges::all_of(text, [](char letter) {
    const bool is_alphanumeric = (letter >= 'a' && letter <= 'z') ||
                                 (letter >= 'A' && letter <= 'Z') ||
                                 (letter >= '0' && letter <= '9');
    return is_alphanumeric || std::string_view{"_-.,:=/+%"}.find(letter) != std::string_view::npos;
  });
  if (is_plain) return text;
  std::string quoted = "'";
  for (const char letter : text) {
    if (letter == '\'') {
      quoted += "'\\''";
    } else {
      quoted += letter;
    }
  }
  return quoted + "'";
}

}  // namespace acdsim
