// Names and compiles a benchmark's blueprint, which is sound or the benchmark is wrong.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "acd/config/compiled_plan.hpp"

namespace acd::bench {

/// "a7"
inline std::string numbered(char letter, std::uint32_t number) {
  return std::string(1, letter).append(std::to_string(number));
}

inline CompiledPlan compiled(const Blueprint& blueprint) {
  CompiledPlan::Result result = CompiledPlan::compile(blueprint);
  for (const Problem& problem : result.problems) {
    std::fprintf(stderr, "%s: %s\n", problem.path.c_str(), problem.message.c_str());
  }
  if (!result.plan) std::abort();
  return *result.plan;
}

}  // namespace acd::bench
