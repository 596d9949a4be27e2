// How acdsim ends: the codes of sysexits.h that scripts know, and the errors behind them.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

#include "problem_list.hpp"

namespace acdsim {

enum class ExitStatus : int {
  done = 0,
  target_missed = 1,  ///< the day was simulated, and is not what was asked for
  usage = 64,
  bad_data = 65,
  no_input = 66,
  internal = 70,
  cannot_create = 73,
};

/// A file that cannot be read (no_input) or written (cannot_create), a wrong option (usage),
/// or a router that refused what it must not refuse (internal).
class Failure : public std::runtime_error {
 public:
  Failure(ExitStatus status, const std::string& message)
      : std::runtime_error{message}, status_{status} {}
  [[nodiscard]] ExitStatus status() const { return status_; }

 private:
  ExitStatus status_;
};

/// Input files with problems; ends with ExitStatus::bad_data.
class BadInput : public std::runtime_error {
 public:
  explicit BadInput(ProblemList problems)
      : std::runtime_error{to_text(problems)}, problems_{std::move(problems)} {}
  [[nodiscard]] const ProblemList& problems() const { return problems_; }

 private:
  ProblemList problems_;
};

}  // namespace acdsim
