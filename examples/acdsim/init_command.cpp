// Never over what somebody has written.
#include "init_command.hpp"

#include <fmt/format.h>

#include <cstdio>

#include "scenario_template.hpp"
#include "text_file.hpp"

namespace acdsim {

ExitStatus write_template(const std::filesystem::path& file) {
  if (file.empty()) {
    fmt::print("{}", scenario_template());
    return ExitStatus::done;
  }
  if (std::filesystem::exists(file)) {
    throw Failure{ExitStatus::cannot_create,
                  file.string() + ": it exists already, and nothing was written"};
  }
  write_text_file(file, scenario_template());
  fmt::print(stderr, "{0} is written. Next: acdsim run {0}\n", file.string());
  return ExitStatus::done;
}

}  // namespace acdsim
