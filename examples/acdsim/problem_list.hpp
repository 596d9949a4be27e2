// What is wrong with the input files: every problem, each with its place, up to a cap.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "acd/config/problem.hpp"

namespace acdsim {

struct FileProblem {
  std::string file{};
  acd::Position position{};  // line 0: the file as a whole
  std::string message{};
};

/// "calls.csv:17:5: wait_seconds: -3 is negative"
[[nodiscard]] std::string to_text(const FileProblem& problem);

/// Keeps the first problems and counts the rest.
class ProblemList {
 public:
  static constexpr std::size_t kept_max = 20;

  void add(FileProblem problem);
  [[nodiscard]] bool empty() const { return count_ == 0; }
  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] std::span<const FileProblem> kept() const { return kept_; }

 private:
  std::vector<FileProblem> kept_{};
  std::size_t count_ = 0;
};

/// "... and 3 more" in a line of its own; empty if all were kept.
[[nodiscard]] std::string more_text(const ProblemList& problems);

/// One line per problem, and how many more there are.
[[nodiscard]] std::string to_text(const ProblemList& problems);

}  // namespace acdsim
