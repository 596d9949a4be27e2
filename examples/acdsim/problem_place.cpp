// Columns count code points; the mark stands by display width.
#include "problem_place.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "acd/companion/problem_text.hpp"
#include "display_width.hpp"

namespace acdsim {
namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// As wide as what stands before the column; tabs stay.
std::string blank_before(std::string_view line, int column) {
  std::size_t bytes = 0;
  for (int left = column - 1; left > 0 && bytes < line.size(); --left) {
    do {
      ++bytes;
    } while (bytes < line.size() && (static_cast<unsigned char>(line[bytes]) & 0xC0) == 0x80);
  }
  std::string blank;
  std::string_view before = line.substr(0, bytes);
  while (!before.empty()) {
    const std::size_t tab = before.find('\t');
    blank.append(display_width(before.substr(0, tab)), ' ');
    if (tab == std::string_view::npos) break;
    blank += '\t';
    before.remove_prefix(tab + 1);
  }
  return blank;
}

std::string place_text(const std::vector<std::string_view>& lines, acd::Position position,
                       const TextStyle& style) {
  const auto line = static_cast<std::size_t>(position.line);
  if (line == 0 || line > lines.size()) return {};
  std::string_view text = lines[line - 1];
  if (text.ends_with('\r')) text.remove_suffix(1);
  return fmt::format("{:>5} | {}\n{}{}\n", line, text,
                     style.dim("      | ") + blank_before(text, position.column), style.bold("^"));
}

}  // namespace

std::string problems_with_places(const std::vector<acd::Problem>& problems, const std::string& file,
                                 std::string_view text, const TextStyle& style) {
  const std::vector<std::string_view> lines = lines_of(text);
  std::string report;
  for (const acd::Problem& problem : problems) {
    const std::string line = to_text(problem, file);
    const bool is_error = problem.severity == acd::Severity::error;
    report += (is_error ? style.red(line) : line) + '\n';
    report += place_text(lines, problem.position, style);
  }
  return report;
}

std::string problems_with_places(const ProblemList& problems, std::string_view text,
                                 const TextStyle& style) {
  const std::vector<std::string_view> lines = lines_of(text);
  std::string report;
  for (const FileProblem& problem : problems.kept()) {
    report += style.red(to_text(problem)) + '\n' + place_text(lines, problem.position, style);
  }
  return report + more_text(problems);
}

}  // namespace acdsim
