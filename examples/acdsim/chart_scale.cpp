// Names have no places where one may break them: the line is cut where it is full.
#include "chart_scale.hpp"

#include "display_width.hpp"

namespace acdsim {

std::vector<std::string> wrapped(const std::string& text, std::size_t columns,
                                 std::size_t lines_max) {
  std::vector<std::string> lines;
  std::string rest = text;
  while (display_width(rest) > columns && lines.size() + 1 < lines_max) {
    std::size_t end = 0;
    while (end < rest.size()) {
      std::size_t next = end + 1;
      while (next < rest.size() && (static_cast<unsigned char>(rest[next]) & 0xC0) == 0x80) ++next;
      if (display_width(rest.substr(0, next)) > columns) break;
      end = next;
    }
    if (end == 0) break;
    lines.push_back(rest.substr(0, end));
    rest.erase(0, end);
  }
  lines.push_back(shortened(rest, columns));
  return lines;
}

}  // namespace acdsim
