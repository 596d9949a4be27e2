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

std::string more_text(const ProblemList& problems) {
  const std::size_t more = problems.count() - problems.kept().size();
  return more == 0 ? "" : fmt::format("... and {} more\n", more);
}

std::string to_text(const ProblemList& problems) {
  std::string text;
  for (const FileProblem& problem : problems.kept()) text += to_text(problem) + "\n";
  return text + more_text(problems);
}

}  // namespace acdsim
