// What an experiment leaves behind: for stdout, for stderr, and its end.
#pragma once

#include <chrono>
#include <string>

#include "exit_status.hpp"

namespace acdsim {

struct ExperimentResult {
  std::string report{};    ///< for stdout
  std::string problems{};  ///< of scenarios and settings; for stderr
  std::string closing{};   ///< what was done; for stderr, unless quiet
  ExitStatus status = ExitStatus::done;
};

/// Measures the time from its making to its end.
class ExperimentWriter {
 public:
  enum class Closing : std::uint8_t { shown, left_out };
  ExitStatus write(const ExperimentResult& result, Closing closing) const;

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace acdsim
