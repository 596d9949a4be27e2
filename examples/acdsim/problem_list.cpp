// Printing of input problems, in the form that editors jump to.
#include "problem_list.hpp"

#include <fmt/format.h>

#include <utility>

namespace acdsim {

std::string to_text(const FileProblem& problem) {
  if (problem.position.line == 0) return fmt::format("{}: {}", problem.file, problem.message);
  return fmt::format("{}:{}:{}: {}", problem.file, problem.position.line, problem.position.column,
                     problem.message);
}

void ProblemList::add(FileProblem problem) {
  ++count_;
  if (kept_.size() < kept_max) kept_.push_back(std::move(problem));
}

std::string to_text(const ProblemList& problems) {
  std::string text;
  for (const FileProblem& problem : problems.kept()) text += to_text(problem) + "\n";
  const std::size_t more = problems.count() - problems.kept().size();
  if (more != 0) text += fmt::format("... and {} more\n", more);
  return text;
}

}  // namespace acdsim
