// Which time plans refer to which: no cycle, and no deep chain.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "acd/time_plan/time_plan.hpp"

namespace acd {
inline namespace v1 {

class PlanReferences {
 public:
  /// Plans that refer to plans that refer to plans ...: so many at most.
  static constexpr std::size_t chain_max = 64;

  /// References to unknown plans are left out.
  explicit PlanReferences(const std::vector<TimePlan>& plans);

  /// What is wrong, or nothing. A cycle is told once, at its first plan.
  [[nodiscard]] std::string problem(std::size_t plan) const;

 private:
  static constexpr std::size_t endless = 0;

  void measure();
  void find_cycles();

  const std::vector<TimePlan>& plans_;
  std::vector<std::vector<std::size_t>> targets_;             ///< of each plan, each once
  std::map<std::size_t, std::vector<std::size_t>> cycles_{};  ///< by first plan
  std::vector<std::size_t> length_;  ///< plans of its longest chain; endless: it meets a cycle
};

}  // namespace v1
}  // namespace acd
