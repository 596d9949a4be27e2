// Brings the problems of a file to their positions.
#include "toml/reading.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <tuple>
#include <utility>

namespace acd {
inline namespace v1 {
namespace {

bool continues_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// What follows the first `count` code points.
std::string_view after_code_points(std::string_view text, int count) {
  while (count > 0 && !text.empty()) {
    text.remove_prefix(1);
    while (!text.empty() && continues_code_point(text.front())) text.remove_prefix(1);
    --count;
  }
  return text;
}

/// "groups[2].weight" with the line's name put in: "groups.sales.weight".
std::string with_name(const std::string& path, const Paths& paths) {
  for (std::size_t i = 0; i <= static_cast<std::size_t>(last_family); ++i) {
    const auto family = static_cast<Family>(i);
    const std::string open = std::string{Paths::name_of(family)} + '[';
    if (!path.starts_with(open)) continue;
    std::size_t index = 0;
    const auto [end, error] =
        std::from_chars(path.data() + open.size(), path.data() + path.size(), index);
    if (error != std::errc{}) return path;
    return paths.of(family, index) + (end + 1);
  }
  return path;
}

/// Length of the path without its last step, 0 at its root. Dots in quotes are no steps.
std::size_t parent_length(std::string_view path) {
  std::size_t length = 0;
  bool in_quotes = false;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (in_quotes && path[i] == '\\') {
      ++i;
    } else if (path[i] == '"') {
      in_quotes = !in_quotes;
    } else if (!in_quotes && (path[i] == '.' || path[i] == '[')) {
      length = i;
    }
  }
  return length;
}

/// Position of the path, or of the nearest place around it that has one.
Position nearest(const std::map<std::string, Position>& positions, std::string path) {
  while (!path.empty()) {
    const auto found = positions.find(path);
    if (found != positions.end()) return found->second;
    path.resize(parent_length(path));
  }
  return {.line = 1, .column = 1};
}

/// True if one of the paths is this one, or a place around it.
bool lies_within(const std::set<std::string>& paths, std::string path) {
  while (!path.empty()) {
    if (paths.contains(path)) return true;
    path.resize(parent_length(path));
  }
  return false;
}

}  // namespace

Reading::Reading(std::string_view text, const ZoneSource& zones) : zones_{zones} {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines_.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

void Reading::report(std::string path, std::string message, Position position) {
  problems_.push_back({std::move(path), std::move(message), position});
}

Position Reading::inside_string(Position start, std::string_view content, int column) const {
  const auto line = static_cast<std::size_t>(start.line);
  if (line == 0 || line > lines_.size()) return {};
  const std::string_view written = after_code_points(lines_[line - 1], start.column - 1);
  if (written.starts_with("\"\"\"") || written.starts_with("'''")) return {};
  const std::string_view rest = after_code_points(content, column - 1);
  const std::string_view before = content.substr(0, content.size() - rest.size());
  if (written.empty() || !written.substr(1).starts_with(before)) return {};
  return {.line = start.line, .column = start.column + column};
}

void Reading::erase_consequences(std::vector<Problem>& found) const {
  std::set<std::string> known;
  for (const Problem& problem : problems_) known.insert(problem.path);
  std::erase_if(found, [&](const Problem& problem) {
    const bool of_a_part = !known.empty() && problem.severity == Severity::warning;
    return of_a_part || lies_within(known, problem.path);
  });
}

std::vector<Problem> Reading::finish(std::vector<Problem> found) {
  const Paths paths{blueprint_};
  for (Problem& problem : problems_) problem.path = with_name(problem.path, paths);
  std::map<std::string, Position> positions;
  for (const auto& [path, position] : positions_) {
    positions.emplace(with_name(path, paths), position);
  }
  erase_consequences(found);
  for (Problem& problem : found) {
    problem.position = nearest(positions, problem.path);
    problems_.push_back(std::move(problem));
  }
  std::ranges::stable_sort(problems_, [](const Problem& a, const Problem& b) {
    return std::tie(a.position.line, a.position.column) <
           std::tie(b.position.line, b.position.column);
  });
  return std::move(problems_);
}

}  // namespace v1
}  // namespace acd
