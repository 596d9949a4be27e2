// Names of a blueprint's lines inside policies: printed, read, looked up.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "companion/scanner.hpp"
#include "util/did_you_mean.hpp"
#include "util/word.hpp"

namespace acd {
inline namespace v1 {

/// Words of the language: as names they are quoted.
inline constexpr std::array<std::string_view, 8> keywords{
    "and", "or", "not", "in", "then", "anything", "nothing", "indifferent"};

[[nodiscard]] inline bool is_keyword(std::string_view word) {
  return std::ranges::find(keywords, word) != keywords.end();
}

/// The first line of that name, or none.
template <class LineId, class Line>
[[nodiscard]] LineId find_line(const std::vector<Line>& lines, std::string_view name) {
  const auto found = std::ranges::find(lines, name, &Line::name);
  if (name.empty() || found == lines.end()) return LineId::none();
  return LineId{found - lines.begin()};
}

/// The line's name if it leads to the line, else "#7".
template <class LineId, class Line>
[[nodiscard]] std::string name_text(const std::vector<Line>& lines, LineId id) {
  if (id.index() >= lines.size()) return fmt::format("#{}", id.index());
  const std::string& name = lines[id.index()].name;
  if (find_line<LineId>(lines, name) != id) return fmt::format("#{}", id.index());
  return is_keyword(name) ? quoted(name) : word_or_quoted(name);
}

/// A whole number of digits alone, at most `bound`.
template <class Integer>
[[nodiscard]] std::optional<Integer> whole_number(std::string_view text, Integer bound) {
  Integer value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value > bound) {
    return std::nullopt;
  }
  return value;
}

/// Reads a number token; fails otherwise.
template <class Integer>
[[nodiscard]] Integer expect_number(Scanner& scanner, std::string_view what, Integer bound) {
  const std::optional<Integer> value = scanner.token().kind == TokenKind::number
                                           ? whole_number<Integer>(scanner.token().text, bound)
                                           : std::nullopt;
  if (value) {
    scanner.next();
  } else {
    scanner.fail_expecting(fmt::format("{}, 0 to {}", what, bound));
  }
  return value.value_or(Integer{0});
}

/// Reads the name of a line, or "#7"; fails otherwise. `what` says what it names.
template <class LineId, class Line>
[[nodiscard]] LineId expect_line(Scanner& scanner, const std::vector<Line>& lines,
                                 std::string_view what) {
  if (scanner.take_symbol("#")) {
    return LineId{expect_number(scanner, "an index", LineId::none().value())};
  }
  const Token token = scanner.token();
  const bool bare = token.kind == TokenKind::word && !is_keyword(token.text);
  if (!bare && token.kind != TokenKind::quoted) {
    scanner.fail_expecting(with_article(what));
    return LineId::none();
  }
  const LineId id = find_line<LineId>(lines, token.text);
  if (id.is_none()) {
    const auto name_of = [](const Line& line) -> std::string_view { return line.name; };
    scanner.fail(token.column, fmt::format("unknown {} {}{}", what, quoted(token.text),
                                           did_you_mean(token.text, lines, name_of)));
    return id;
  }
  scanner.next();
  return id;
}

}  // namespace v1
}  // namespace acd
