// Cuts one line of text into its items: words and `name=value`, quotes kept together.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace acd {
inline namespace v1 {

/// Views into the line.
struct LineItem {
  std::string_view name{};  ///< before "="; empty for a word that stands alone
  std::string_view value{};
};

/// The items, and the rest from an open quote on, if there is one.
struct LineItems {
  std::vector<LineItem> items{};
  std::string_view open_quote{};
};

[[nodiscard]] LineItems cut_line(std::string_view line);

/// Parts between separators that stand outside quotes; one part if there is none.
[[nodiscard]] std::vector<std::string_view> cut_list(std::string_view text, char separator);

/// A text in quotes without them, any other as it is. Nothing is lost: a bare text has no
/// quotes.
struct Word {
  std::string text{};
  bool is_quoted = false;
  bool is_well_formed = true;
};
[[nodiscard]] Word unquoted(std::string_view text);

/// Of the byte at this offset; code points, from 1.
[[nodiscard]] int column_at(std::string_view line, std::size_t offset);

}  // namespace v1
}  // namespace acd
