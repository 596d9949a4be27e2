// Numbers as the tables show them; a dash where there is nothing to tell.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace acdsim {

/// "12,345"
[[nodiscard]] std::string count_text(std::size_t count);
/// 0.1234 is "12.3".
[[nodiscard]] std::string percent_text(std::optional<double> share);
/// 0.1234 is "12.3 %".
[[nodiscard]] std::string with_percent(std::optional<double> share);
/// "12,345.7"
[[nodiscard]] std::string mean_text(double count);
/// Seconds below ten minutes, "75"; "12:05", "2:00:00" above.
[[nodiscard]] std::string wait_text(std::optional<double> seconds);
/// "75.2 s"
[[nodiscard]] std::string seconds_text(std::optional<double> seconds);

}  // namespace acdsim
