// Reads the values of a scenario: moments, shares, distributions, agents by name.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "acd/simulation/time_distribution.hpp"
#include "toml/values.hpp"

namespace acd {
inline namespace v1 {

/// An instant with its offset, or the time of a clock on the day when the scenario begins: "08:00",
/// "26:00" is two hours past midnight.
struct Moment {
  Instant at{};
};
/// "5%" or 0.05.
struct Share {
  double value = 0;
};
/// Line of the blueprint; nothing if the name is not known.
struct AgentLine {
  std::optional<std::uint32_t> line{};
};

/// What has passed since midnight at "08:30"; nothing if it is no such time.
[[nodiscard]] std::optional<Duration> parse_clock(std::string_view text);

void read_value(const Source& source, Moment& target);
void read_value(const Source& source, Share& target);
/// A whole or a decimal number.
void read_value(const Source& source, double& target);
void read_value(const Source& source, TimeDistribution& target);
void read_value(const Source& source, AgentLine& target);

}  // namespace v1
}  // namespace acd
