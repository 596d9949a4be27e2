// Compiles a benchmark's blueprint, which is sound or the benchmark is wrong.
#pragma once

#include <cstdio>
#include <cstdlib>

#include "acd/config/compiled_plan.hpp"

namespace acd::bench {

inline CompiledPlan compiled(const Blueprint& blueprint) {
  CompiledPlan::Result result = CompiledPlan::compile(blueprint);
  for (const Problem& problem : result.problems) {
    std::fprintf(stderr, "%s: %s\n", problem.path.c_str(), problem.message.c_str());
  }
  if (!result.plan) std::abort();
  return *result.plan;
}

}  // namespace acd::bench
