// Pieces of a TOML file, as TOML 1.0 has them.
#include "toml/writing.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace acd {
inline namespace v1 {
namespace {

bool is_control(char c) { return (c >= 0 && c < 0x20) || c == 0x7F; }

bool is_bare(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-';
}

std::string joined(const std::vector<std::string>& items, std::string_view between) {
  std::string text;
  for (const std::string& item : items) {
    if (!text.empty()) text += between;
    text += item;
  }
  return text;
}

}  // namespace

std::string toml_string(std::string_view text) {
  const bool has_escapes = text.find_first_of("\"\\") != std::string_view::npos;
  const bool can_be_literal =
      text.find('\'') == std::string_view::npos && std::ranges::none_of(text, is_control);
  if (has_escapes && can_be_literal) return fmt::format("'{}'", text);
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      result += {'\\', c};
    } else if (is_control(c)) {
      result += fmt::format("\\u{:04X}", static_cast<int>(c));
    } else {
      result += c;
    }
  }
  return result + '"';
}

std::string toml_key(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, is_bare) ? std::string{name}
                                                             : toml_string(name);
}

std::string toml_array(const std::vector<std::string>& items) {
  constexpr std::size_t line_max = 80;
  const std::string line = joined(items, ", ");
  if (line.size() <= line_max) return '[' + line + ']';
  return "[\n  " + joined(items, ",\n  ") + ",\n]";
}

void TableWriter::add(std::string_view key, std::string_view value) {
  entries_.push_back(fmt::format("{} = {}", toml_key(key), value));
}

std::string TableWriter::lines() const {
  return entries_.empty() ? std::string{} : joined(entries_, "\n") + '\n';
}

std::string TableWriter::inline_table() const { return '{' + joined(entries_, ", ") + '}'; }

}  // namespace v1
}  // namespace acd
