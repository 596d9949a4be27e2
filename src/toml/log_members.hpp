// Reads which call log a demand is recorded in, and takes its customers from there.
#pragma once

#include <optional>
#include <string>

#include "acd/simulation/scenario.hpp"
#include "toml/values.hpp"

namespace acd {
inline namespace v1 {

/// {file = "calls.csv", queue = "sales"}
struct LogLine {
  std::string file{};
  std::optional<std::string> queue{};  ///< nothing: of all of them
};

void read_value(const Source& source, LogLine& target);

/// Those of the log who come while the scenario lasts. `demand` is of the source, and read: what it
/// gives itself (priority, service, patience) is so for everybody, whatever the log has of it.
void record(const Source& source, const LogLine& line, Demand& demand);

}  // namespace v1
}  // namespace acd
