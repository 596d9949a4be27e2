// Any bytes as a blueprint's file: no crash, and a sound one is written and read again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "acd/toml/blueprint_toml.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  const acd::BlueprintRead read = acd::read_blueprint_toml(text, "any.toml");
  for (const acd::Problem& problem : read.problems) {
    if (problem.message.empty() || problem.position.line < 1) std::abort();
  }
  if (acd::any_error(read.problems)) return 0;
  const std::string written = acd::write_blueprint_toml(read.blueprint);
  if (acd::read_blueprint_toml(written, "written.toml").blueprint != read.blueprint) std::abort();
  return 0;
}
