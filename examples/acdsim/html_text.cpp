// Everything from outside goes through escaped().
#include "html_text.hpp"

#include <fmt/format.h>

#include <cstddef>

namespace acdsim {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// Length of the UTF-8 sequence at the front; 0 if it is none.
std::size_t sequence_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
  if (length == 0 || lead > 0xF4 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return 0;
  }
  const bool is_overlong = (lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xF0 && byte(1) < 0x90);
  const bool is_surrogate = lead == 0xED && byte(1) >= 0xA0;
  const bool is_beyond = lead == 0xF4 && byte(1) >= 0x90;
  return is_overlong || is_surrogate || is_beyond ? 0 : length;
}

void escape_one(std::string& out, char letter) {
  switch (letter) {
    case '&': out += "&amp;"; return;
    case '<': out += "&lt;"; return;
    case '>': out += "&gt;"; return;
    case '"': out += "&quot;"; return;
    case '\'': out += "&#39;"; return;
  }
  const auto byte = static_cast<unsigned char>(letter);
  const bool is_control = byte == 0x7F || (byte < 0x20 && letter != '\n' && letter != '\t');
  if (is_control) {
    out += replacement;
  } else {
    out += letter;
  }
}

std::string head_row(const ReportTable& table) {
  std::string row = "<tr>";
  for (const TableColumn& column : table.columns) {
    const bool is_left = column.align == TableColumn::Align::left;
    row += fmt::format("<th scope=\"col\"{}>{}</th>", is_left ? " class=\"l\"" : "",
                       escaped(column.title));
  }
  return row + "</tr>";
}

/// Titles that stand over several columns; nothing if there are none.
std::string over_row(const ReportTable& table) {
  std::string row;
  bool is_any = false;
  for (std::size_t i = 0; i < table.columns.size();) {
    std::size_t next = i + 1;
    while (next < table.columns.size() && table.columns[next].over == table.columns[i].over) ++next;
    const std::string& over = table.columns[i].over;
    is_any = is_any || !over.empty();
    row += over.empty()
               ? fmt::format("<td colspan=\"{}\"></td>", next - i)
               : fmt::format("<th scope=\"colgroup\" class=\"over\" colspan=\"{}\">{}</th>",
                             next - i, escaped(over));
    i = next;
  }
  return is_any ? "<tr>" + row + "</tr>" : "";
}

std::string body_row(const ReportTable& table, const std::vector<std::string>& cells) {
  std::string row = "<tr>";
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const bool is_left = table.columns[i].align == TableColumn::Align::left;
    const std::string kind = is_left ? " class=\"l\"" : "";
    row += i == 0 ? fmt::format("<th scope=\"row\"{}>{}</th>", kind, escaped(cells[i]))
                  : fmt::format("<td{}>{}</td>", kind, escaped(cells[i]));
  }
  return row + "</tr>\n";
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t length = sequence_length(text);
    if (length == 0) {
      out += replacement;
    } else if (length == 1) {
      escape_one(out, text.front());
    } else {
      out += text.substr(0, length);
    }
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return out;
}

std::string html_table(const ReportTable& table, const std::string& label) {
  std::string html =
      fmt::format("<div class=\"box\" tabindex=\"0\" role=\"region\" aria-label=\"{}\">\n<table>\n",
                  escaped(label));
  html += "<thead>" + over_row(table) + head_row(table) + "</thead>\n<tbody>\n";
  for (const std::vector<std::string>& cells : table.rows) html += body_row(table, cells);
  return html + "</tbody>\n</table>\n</div>\n";
}

}  // namespace acdsim
