// Lines are emptied, never removed: what is left keeps its place.
#include "toml/recovery.hpp"

#include <algorithm>
#include <optional>

#include "toml/values.hpp"

namespace acd {
inline namespace v1 {
namespace {

constexpr std::size_t problems_max = 30;
constexpr std::string_view blanks = " \t\r";

std::string_view trimmed(std::string_view line) {
  const std::size_t first = line.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return line.substr(first, line.find_last_not_of(blanks) + 1 - first);
}

bool is_header(std::string_view line) { return trimmed(line).starts_with('['); }

/// "key = ...": no line of a list that goes over several lines begins so.
bool is_key(std::string_view line) {
  const std::string_view text = trimmed(line);
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos || equals == 0) return false;
  return text.substr(0, equals).find_first_of("{[,#") == std::string_view::npos;
}

bool begins_statement(std::string_view line) { return is_header(line) || is_key(line); }

/// "group.overflow" of "[[group.overflow]]", whether its brackets close or not.
std::string_view header_name(std::string_view line) {
  std::string_view name = trimmed(line);
  while (name.starts_with('[')) name.remove_prefix(1);
  return trimmed(name.substr(0, std::min(name.find_first_of("]#"), name.size())));
}

class Recovery {
 public:
  explicit Recovery(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      lines_.push_back(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  ParsedToml run() {
    while (true) {
      try {
        result_.table = toml::parse(text_of(0, lines_.size()));
        return std::move(result_);
      } catch (const toml::parse_error& error) {
        result_.problems.push_back(syntax_problem(error));
        const auto line = static_cast<std::size_t>(error.source().begin.line);
        const bool goes_on = result_.problems.size() < problems_max && take_out(line);
        if (!goes_on) take_out_all();
      }
    }
  }

 private:
  [[nodiscard]] std::string text_of(std::size_t begin, std::size_t end) const {
    std::string text;
    for (std::size_t i = begin; i < end; ++i) {
      text += lines_[i];
      text += '\n';
    }
    return text;
  }
  [[nodiscard]] bool parses(std::size_t begin, std::size_t end) const {
    try {
      static_cast<void>(toml::parse(text_of(begin, end)));
      return true;
    } catch (const toml::parse_error&) {
      return false;
    }
  }
  /// Nearest header at or above the line; nothing at the top of the file.
  [[nodiscard]] std::optional<std::size_t> header_at(std::size_t line) const {
    for (std::size_t i = line + 1; i-- > 0;) {
      if (is_header(lines_[i])) return i;
    }
    return std::nullopt;
  }
  /// Where the table begins in which the parser lost its way: not always the one where it saw that.
  [[nodiscard]] std::size_t table_of(std::size_t line) const {
    std::size_t table = header_at(line).value_or(0);
    while (table > 0) {
      const std::size_t previous = header_at(table - 1).value_or(0);
      if (parses(previous, table)) break;
      table = previous;
    }
    return table;
  }

  /// The statement in which the parser stopped at this line, from 1. False if there is none.
  bool take_out(std::size_t line) {
    if (lines_.empty() || line == 0) return false;
    const std::size_t last = std::min(line, lines_.size()) - 1;
    const std::size_t table = table_of(last);
    std::size_t first = last;
    const auto begins = [&](std::size_t i) { return i == last || begins_statement(lines_[i]); };
    while (first > table && !(begins(first) && parses(table, first))) --first;
    if (trimmed(lines_[first]).empty()) return false;
    if (is_header(lines_[first])) {
      take_out_table(first);
    } else {
      std::size_t end = first + 1;
      while (end < lines_.size() && !begins_statement(lines_[end])) ++end;
      take_out(first, end, header_at(first));
    }
    return true;
  }

  /// With the tables within it.
  void take_out_table(std::size_t header) {
    const std::string name{header_name(lines_[header])};
    const auto is_behind = [&](std::string_view line) {
      return is_header(line) && !header_name(line).starts_with(name + '.');
    };
    std::size_t end = header + 1;
    while (end < lines_.size() && !is_behind(lines_[end])) ++end;
    take_out(header, end, std::nullopt);
  }

  void take_out_all() { take_out(0, lines_.size(), std::nullopt); }

  /// Of the table with this header, if it has one that stays.
  void take_out(std::size_t begin, std::size_t end, std::optional<std::size_t> header) {
    std::optional<int> line;
    if (header) line = static_cast<int>(*header) + 1;
    for (std::size_t i = begin; i < end; ++i) {
      result_.lost.add(lines_[i], line);
      lines_[i] = {};
    }
  }

  std::vector<std::string_view> lines_{};
  ParsedToml result_{};
};

}  // namespace

bool LostText::has(std::string_view word) const { return text_.find(word) != std::string::npos; }

bool LostText::explains(const Problem& problem) const {
  if (headers_.contains(problem.position.line)) return true;
  const bool is_of_names = problem.message.starts_with("unknown ");
  if (is_of_names && has("blueprint")) return true;
  // An attribute whose type was lost has values that seem to be of another one.
  const bool is_of_values = problem.message.starts_with("expected ");
  if (is_of_values && has("type")) return true;
  std::string_view rest = problem.message;
  for (std::size_t open = 0; (open = rest.find('"')) != std::string_view::npos;) {
    rest.remove_prefix(open + 1);
    const std::size_t close = std::min(rest.find('"'), rest.size());
    const std::string_view word = rest.substr(0, close);
    // Agents whom a line of staff makes are called by its group, and numbered.
    if (has(word) || has(word.substr(0, word.rfind('-')))) return true;
    rest.remove_prefix(std::min(close + 1, rest.size()));
  }
  return false;
}

ParsedToml parse_toml(std::string_view text) { return Recovery{text}.run(); }

}  // namespace v1
}  // namespace acd
