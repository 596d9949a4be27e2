// Rounding and grouping, the same in every locale.
#include "number_text.hpp"

#include <fmt/format.h>

#include <cmath>

namespace acdsim {
namespace {

constexpr const char* nothing = "–";

}  // namespace

std::string count_text(std::size_t count) {
  std::string digits = fmt::format("{}", count);
  for (std::size_t i = digits.size(); i > 3;) {
    i -= 3;
    digits.insert(i, 1, ',');
  }
  return digits;
}

std::string mean_text(double count) {
  const std::string text = fmt::format("{:.1f}", count);
  const std::size_t point = text.find('.');
  return count < 0 ? text
                   : count_text(static_cast<std::size_t>(std::stoull(text.substr(0, point)))) +
                         text.substr(point);
}

std::string percent_text(std::optional<double> share) {
  return share ? fmt::format("{:.1f}", 100 * *share) : nothing;
}

std::string with_percent(std::optional<double> share) {
  return share ? percent_text(share) + " %" : nothing;
}

std::string wait_text(std::optional<double> seconds) {
  if (!seconds) return nothing;
  const auto whole = static_cast<long>(std::lround(*seconds));
  if (whole < 600) return fmt::format("{}", whole);
  if (whole < 3600) return fmt::format("{}:{:02}", whole / 60, whole % 60);
  return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

std::string seconds_text(std::optional<double> seconds) {
  return seconds ? fmt::format("{:.1f} s", *seconds) : nothing;
}

}  // namespace acdsim
