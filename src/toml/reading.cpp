// Brings the problems of a file to their positions.
#include "toml/reading.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <tuple>
#include <type_traits>
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

/// The path with the name in place of its first index, if it begins with this family.
template <class PathOf>
std::optional<std::string> named(const std::string& path, std::string_view family,
                                 const PathOf& path_of) {
  const std::string open = std::string{family} + '[';
  if (!path.starts_with(open)) return std::nullopt;
  std::size_t index = 0;
  const auto [end, error] =
      std::from_chars(path.data() + open.size(), path.data() + path.size(), index);
  if (error != std::errc{}) return std::nullopt;
  return path_of(index) + (end + 1);
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

const CallLog* Reading::call_log(const std::string& name) {
  const auto [place, is_new] = call_logs_.try_emplace(name);
  const bool has_source = call_log_source_ != nullptr && *call_log_source_;
  if (is_new && has_source) place->second = (*call_log_source_)(name);
  return place->second ? &*place->second : nullptr;
}

/// "groups[2].weight" with the line's name put in: "groups.sales.weight".
std::string Reading::with_names(const std::string& path, const Paths& paths) const {
  for (std::size_t i = 0; i <= static_cast<std::size_t>(last_family); ++i) {
    const auto family = static_cast<Family>(i);
    const auto path_of = [&](std::size_t index) { return paths.of(family, index); };
    if (const auto result = named(path, Paths::name_of(family), path_of)) return *result;
  }
  const auto demand = [&](std::size_t index) { return demands_.path("demands", index); };
  return named(path, "demands", demand).value_or(path);
}

void Reading::put_names_in() {
  const Paths paths{blueprint_};
  for (Problem& problem : problems_) problem.path = with_names(problem.path, paths);
  const auto renamed = [&](const auto& lines, const auto& name_value) {
    std::remove_cvref_t<decltype(lines)> result;
    for (const auto& [path, value] : lines) {
      result.emplace(with_names(path, paths), name_value(value));
    }
    return result;
  };
  positions_ = renamed(positions_, [](Position position) { return position; });
  shown_as_ = renamed(shown_as_, [&](const std::string& path) { return with_names(path, paths); });
  std::set<std::string> incomplete;
  for (const std::string& path : incomplete_) incomplete.insert(with_names(path, paths));
  incomplete_ = std::move(incomplete);
}

std::string Reading::shown(const std::string& path) const {
  for (std::size_t length = path.size(); length > 0;) {
    const auto found = shown_as_.find(path.substr(0, length));
    if (found != shown_as_.end()) return found->second + path.substr(length);
    length = parent_length(std::string_view{path}.substr(0, length));
  }
  return path;
}

std::string Reading::nearest(std::string path) const {
  while (!path.empty() && !positions_.contains(path)) path.resize(parent_length(path));
  return path;
}

bool Reading::is_consequence(const Problem& problem, const std::set<std::string>& reported) const {
  const bool of_a_part = !reported.empty() && problem.severity == Severity::warning;
  return of_a_part || lies_within(reported, problem.path) ||
         incomplete_.contains(nearest(problem.path));
}

std::vector<Problem> Reading::finish(std::vector<Problem> found) {
  put_names_in();
  if (!is_whole()) {
    found.clear();
    std::erase_if(problems_, [&](const Problem& problem) { return lost_.explains(problem); });
    std::ranges::move(syntax_problems_, std::back_inserter(problems_));
  }
  std::set<std::string> reported;
  for (const Problem& problem : problems_) reported.insert(problem.path);
  for (Problem& problem : found) {
    problem.path = shown(problem.path);
    if (is_consequence(problem, reported)) continue;
    const auto position = positions_.find(nearest(problem.path));
    problem.position = position == positions_.end() ? Position{1, 1} : position->second;
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
