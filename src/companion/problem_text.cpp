// Problems of a configuration as lines of text.
#include "acd/companion/problem_text.hpp"

namespace acd {
inline namespace v1 {

std::string to_text(const Problem& problem, std::string_view file) {
  std::string text{file};
  if (problem.position.line > 0) {
    if (!text.empty()) text += ':';
    text += std::to_string(problem.position.line) + ':' + std::to_string(problem.position.column);
  }
  if (!text.empty()) text += ": ";
  if (problem.severity == Severity::warning) text += "warning: ";
  if (!problem.path.empty()) text += problem.path + ": ";
  return text + problem.message;
}

}  // namespace v1
}  // namespace acd
