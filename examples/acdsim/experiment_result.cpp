// Each text to its stream.
#include "experiment_result.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace acdsim {

ExitStatus ExperimentWriter::write(const ExperimentResult& result, Closing closing) const {
  std::fputs(result.problems.c_str(), stderr);
  std::fputs(result.report.c_str(), stdout);
  if (closing == Closing::shown && !result.closing.empty()) {
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start_;
    fmt::print(stderr, "{:.2f} s: {}", took.count(), result.closing);
  }
  return result.status;
}

}  // namespace acdsim
