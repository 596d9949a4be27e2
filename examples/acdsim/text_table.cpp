// Padding and rules.
#include "text_table.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "display_width.hpp"

namespace acdsim {
namespace {

std::string padded(const std::string& text, std::size_t width, TableColumn::Align align) {
  const std::size_t own = display_width(text);
  const std::string space(width > own ? width - own : 0, ' ');
  return align == TableColumn::Align::left ? text + space : space + text;
}

std::string without_trailing_space(std::string text) {
  text.erase(text.find_last_not_of(' ') + 1);
  return text;
}

}  // namespace

std::string TextStyle::bold(const std::string& text) const { return within(1, text); }
std::string TextStyle::dim(const std::string& text) const { return within(2, text); }
std::string TextStyle::red(const std::string& text) const { return within(31, text); }
std::string TextStyle::green(const std::string& text) const { return within(32, text); }

std::string TextStyle::within(int code, const std::string& text) const {
  return kind == Kind::plain ? text : "\x1b[" + std::to_string(code) + 'm' + text + "\x1b[0m";
}

TextStyle style_of_stdout() {
  const char* no_color = std::getenv("NO_COLOR");
  const bool refused = no_color != nullptr && *no_color != '\0';
  const bool terminal = isatty(STDOUT_FILENO) == 1;
  return {terminal && !refused ? TextStyle::Kind::terminal : TextStyle::Kind::plain};
}

std::string labelled_text(const LabelledLines& lines) {
  std::size_t width = 0;
  for (const auto& [label, value] : lines) width = std::max(width, display_width(label));
  std::string text;
  for (const auto& [label, value] : lines) {
    text += "  " + padded(label, width + 2, TableColumn::Align::left) + value + "\n";
  }
  return text;
}

std::vector<std::size_t> TextTable::widths() const {
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    std::size_t width = display_width(columns_[i].title);
    for (const auto& row : rows_) width = std::max(width, display_width(row[i]));
    widths.push_back(width);
  }
  return widths;
}

/// A wider gap where another group of columns begins.
std::string TextTable::gap_before(std::size_t column) const {
  const bool same = column != 0 && columns_[column].over == columns_[column - 1].over;
  return same || column == 0 ? "  " : "    ";
}

std::string TextTable::line(const std::vector<std::string>& cells,
                            const std::vector<std::size_t>& widths) const {
  std::string text;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    text += gap_before(i) + padded(cells[i], widths[i], columns_[i].align);
  }
  return without_trailing_space(text) + "\n";
}

std::string TextTable::over_line(const std::vector<std::size_t>& widths) const {
  std::string text;
  for (std::size_t i = 0; i < columns_.size();) {
    text += gap_before(i);
    std::size_t width = widths[i];
    std::size_t next = i + 1;
    for (; next < columns_.size() && columns_[next].over == columns_[i].over; ++next) {
      width += gap_before(next).size() + widths[next];
    }
    text += padded(columns_[i].over, width, TableColumn::Align::left);
    i = next;
  }
  text = without_trailing_space(text);
  return text.empty() ? text : text + "\n";
}

std::string TextTable::text(const TextStyle& style) const {
  const std::vector<std::size_t> width = widths();
  std::vector<std::string> titles;
  for (const TableColumn& column : columns_) titles.push_back(column.title);
  std::string rule;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    rule += gap_before(i);
    for (std::size_t column = 0; column < width[i]; ++column) rule += "─";
  }
  std::string text = style.dim(over_line(width)) + line(titles, width) + style.dim(rule) + "\n";
  for (const auto& row : rows_) text += line(row, width);
  return text;
}

}  // namespace acdsim
