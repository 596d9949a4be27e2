// Any bytes as a scenario's file: no crash, and every problem says what is wrong, and where.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "acd/toml/scenario_toml.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  const acd::ScenarioRead read = acd::read_scenario_toml(text, "any.toml");
  for (const acd::Problem& problem : read.problems) {
    if (problem.message.empty() || problem.position.line < 1) std::abort();
  }
  // What is sound has nothing wrong without its file, either.
  if (!acd::any_error(read.problems) && acd::any_error(acd::check(read.scenario))) std::abort();
  return 0;
}
