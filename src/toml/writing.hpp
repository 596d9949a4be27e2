// Pieces of a TOML file: strings, keys, arrays, tables.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace acd {
inline namespace v1 {

/// A basic string, or a literal one where that saves escapes.
[[nodiscard]] std::string toml_string(std::string_view text);

/// Bare if it can be.
[[nodiscard]] std::string toml_key(std::string_view name);

/// On one line if it fits, else one item per line.
[[nodiscard]] std::string toml_array(const std::vector<std::string>& items);

/// Entries in their order: lines of a table, or an inline table.
class TableWriter {
 public:
  void add(std::string_view key, std::string_view value);
  /// Adds a value unless it is the default one; `text_of` writes it.
  template <class Value, class TextOf>
  void add_unless_default(std::string_view key, const Value& value, const Value& by_default,
                          const TextOf& text_of) {
    if (!(value == by_default)) add(key, text_of(value));
  }

  /// Adds an array of inline tables, if there are any; `table_of` writes each.
  template <class Line, class TableOf>
  void add_tables(std::string_view key, const std::vector<Line>& lines, const TableOf& table_of) {
    std::vector<std::string> items;
    items.reserve(lines.size());
    for (const Line& line : lines) items.push_back(table_of(line).inline_table());
    if (!items.empty()) add(key, toml_array(items));
  }

  [[nodiscard]] bool empty() const { return entries_.empty(); }
  [[nodiscard]] std::string lines() const;         ///< each entry on its line
  [[nodiscard]] std::string inline_table() const;  ///< {a = 1, b = 2}

 private:
  std::vector<std::string> entries_{};
};

}  // namespace v1
}  // namespace acd
