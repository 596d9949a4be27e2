// Tables for terminals, aligned by display width.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace acdsim {

/// Escape sequences, or nothing.
struct TextStyle {
  enum class Kind : std::uint8_t { plain, terminal };
  Kind kind = Kind::plain;
  [[nodiscard]] std::string bold(const std::string& text) const;
  [[nodiscard]] std::string dim(const std::string& text) const;
  [[nodiscard]] std::string red(const std::string& text) const;
  [[nodiscard]] std::string green(const std::string& text) const;

 private:
  [[nodiscard]] std::string within(int code, const std::string& text) const;
};

/// Plain unless stdout is a terminal and NO_COLOR is unset or empty.
[[nodiscard]] TextStyle style_of_stdout();

struct TableColumn {
  enum class Align : std::uint8_t { left, right };
  std::string title{};
  Align align = Align::right;
  std::string over{};  ///< title over this and the next columns with the same one
};

using LabelledLines = std::vector<std::pair<std::string, std::string>>;
/// A line for each, the values below each other.
[[nodiscard]] std::string labelled_text(const LabelledLines& lines);

class TextTable {
 public:
  explicit TextTable(std::vector<TableColumn> columns) : columns_{std::move(columns)} {}
  /// As many cells as there are columns.
  void add_row(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  /// With a rule under the titles; every line begins with two spaces, none ends with any.
  [[nodiscard]] std::string text(const TextStyle& style) const;

 private:
  [[nodiscard]] std::vector<std::size_t> widths() const;
  [[nodiscard]] std::string gap_before(std::size_t column) const;
  [[nodiscard]] std::string line(const std::vector<std::string>& cells,
                                 const std::vector<std::size_t>& widths) const;
  [[nodiscard]] std::string over_line(const std::vector<std::size_t>& widths) const;

  std::vector<TableColumn> columns_;
  std::vector<std::vector<std::string>> rows_{};
};

}  // namespace acdsim
