// Guesses which word was meant by one that is not known.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "util/word.hpp"

namespace acd {
inline namespace v1 {

/// Of UTF-8, each with its bytes; a broken byte stands for itself.
[[nodiscard]] inline std::u32string code_points(std::string_view text) {
  std::u32string points;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) == 0x80 && !points.empty()) {
      points.back() = points.back() << 8 | byte;
    } else {
      points += static_cast<char32_t>(byte);
    }
  }
  return points;
}

/// Characters to insert, remove, replace or swap with their neighbour to turn one into the other.
[[nodiscard]] inline std::size_t edit_distance(std::u32string_view a, std::u32string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before_last.swap(last);
    last.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
  }
  return row[b.size()];
}

/// `, did you mean "sales"?` with the nearest word if one is near, else nothing; the
/// earlier of two as near. `name_of(word)` is a word's text.
template <class Words, class NameOf>
[[nodiscard]] std::string did_you_mean(std::string_view unknown, const Words& words,
                                       const NameOf& name_of) {
  // A third of the word may be wrong, and one letter in any case.
  const std::u32string meant = code_points(unknown);
  std::size_t nearest_distance = std::max<std::size_t>(meant.size() / 3, 1) + 1;
  std::string_view nearest;
  for (const auto& word : words) {
    const std::string_view text = name_of(word);
    const std::u32string name = code_points(text);
    const std::size_t longer = std::max(name.size(), meant.size());
    const std::size_t difference = longer - std::min(name.size(), meant.size());
    if (name.empty() || difference >= nearest_distance) continue;
    const std::size_t distance = edit_distance(meant, name);
    if (distance >= nearest_distance || distance >= longer) continue;
    nearest_distance = distance;
    nearest = text;
  }
  return nearest.empty() ? std::string{} : ", did you mean " + quoted(nearest) + '?';
}

}  // namespace v1
}  // namespace acd
