// Steps are counted, not added up, so that they do not drift.
#include "variation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>
#include <set>

#include "acd/companion/time_text.hpp"
#include "exit_status.hpp"

namespace acdsim {
namespace {

constexpr std::size_t runs_max = 10'000;

[[noreturn]] void refuse(std::string_view text, const std::string& message) {
  throw Failure{ExitStatus::usage, fmt::format("--vary {}: {}", text, message)};
}

/// At the separators outside of brackets and quotes.
std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts(1);
  int depth = 0;
  bool in_quotes = false;
  for (const char c : text) {
    if (c == '"') in_quotes = !in_quotes;
    if (!in_quotes && std::string_view{"([{"}.find(c) != std::string_view::npos) ++depth;
    if (!in_quotes && std::string_view{")]}"}.find(c) != std::string_view::npos) --depth;
    if (c == separator && depth == 0 && !in_quotes) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

/// A number as it is written: 2.50 has two decimals.
struct Decimal {
  double value = 0;
  int decimals = 0;
  bool is_percentage = false;
};

std::optional<Decimal> parse_decimal(std::string_view text) {
  Decimal decimal;
  decimal.is_percentage = text.ends_with('%');
  if (decimal.is_percentage) text.remove_suffix(1);
  const char* const last = text.data() + text.size();
  const auto [end, error] =
      std::from_chars(text.data(), last, decimal.value, std::chars_format::fixed);
  if (error != std::errc{} || end != last) return std::nullopt;
  const std::size_t point = text.find('.');
  if (point != std::string_view::npos) decimal.decimals = static_cast<int>(text.size() - point - 1);
  return decimal;
}

/// How many steps lead from one to the other; nothing if none does.
std::optional<std::size_t> steps_between(double from, double to, double step) {
  const double steps = (to - from) / step;
  if (!std::isfinite(steps) || steps < 0) return std::nullopt;
  return static_cast<std::size_t>(std::min(std::floor(steps + 1e-9), 1e9));
}

using Values = std::vector<std::string>;

std::optional<Values> numbers(std::string_view text, const std::vector<std::string>& parts) {
  const std::optional<Decimal> from = parse_decimal(parts[0]);
  const std::optional<Decimal> to = parse_decimal(parts[1]);
  const std::optional<Decimal> step = parse_decimal(parts[2]);
  if (!from || !to || !step) return std::nullopt;
  if (from->is_percentage != to->is_percentage || from->is_percentage != step->is_percentage) {
    refuse(text, "all three are percentages, or none");
  }
  const std::optional<std::size_t> steps = steps_between(from->value, to->value, step->value);
  if (!steps) refuse(text, "the step does not lead from the first to the last");
  if (*steps >= runs_max) refuse(text, "these are too many values");
  Values values;
  for (std::size_t i = 0; i <= *steps; ++i) {
    values.push_back(fmt::format("{:.{}f}{}", from->value + static_cast<double>(i) * step->value,
                                 std::max(from->decimals, step->decimals),
                                 from->is_percentage ? "%" : ""));
  }
  return values;
}

std::optional<Values> durations(std::string_view text, const std::vector<std::string>& parts) {
  const std::optional<acd::Duration> from = acd::parse_duration(parts[0]);
  const std::optional<acd::Duration> to = acd::parse_duration(parts[1]);
  const bool is_back = parts[2].starts_with('-');
  const std::optional<acd::Duration> size = acd::parse_duration(parts[2].substr(is_back ? 1 : 0));
  if (!from || !to || !size) return std::nullopt;
  const acd::Duration step = is_back ? -*size : *size;
  const std::optional<std::size_t> steps =
      steps_between(static_cast<double>(from->count()), static_cast<double>(to->count()),
                    static_cast<double>(step.count()));
  if (!steps) refuse(text, "the step does not lead from the first to the last");
  if (*steps >= runs_max) refuse(text, "these are too many values");
  Values values;
  for (std::size_t i = 0; i <= *steps; ++i) {
    values.push_back(acd::to_text(*from + static_cast<std::int64_t>(i) * step));
  }
  return values;
}

std::vector<std::string> values_of(std::string_view text, const std::string& list) {
  const std::vector<std::string> parts = split(list, ':');
  if (parts.size() == 3) {
    if (std::optional<Values> values = numbers(text, parts)) return std::move(*values);
    if (std::optional<Values> values = durations(text, parts)) return std::move(*values);
  }
  std::vector<std::string> values = split(list, ',');
  for (std::string& value : values) {
    value.erase(0, std::min(value.find_first_not_of(' '), value.size()));
    if (value.empty()) refuse(text, "a value is empty");
  }
  return values;
}

}  // namespace

Variation parse_variation(std::string_view text) {
  const std::vector<std::string> sides = split(text, '=');
  const bool is_sound = sides.size() >= 2 && !sides[0].empty() && !sides[1].empty();
  if (!is_sound) {
    refuse(text,
           "expected a path, = and values, such as staff[0].count=10:20:2 or "
           "groups.sales.target_wait=20s,30s");
  }
  return {sides[0], values_of(text, std::string{text.substr(sides[0].size() + 1)})};
}

std::vector<std::vector<std::string>> grid_of(std::span<const Variation> variations) {
  std::vector<std::vector<std::string>> grid(1);
  std::set<std::string> paths;
  for (const Variation& variation : variations) {
    if (!paths.insert(variation.path).second) refuse(variation.path, "it varies twice");
    if (grid.size() * variation.values.size() > runs_max) {
      refuse(variation.path, fmt::format("these are more than {} runs", runs_max));
    }
    std::vector<std::vector<std::string>> next;
    for (const std::vector<std::string>& point : grid) {
      for (const std::string& value : variation.values) {
        next.push_back(point);
        next.back().push_back(value);
      }
    }
    grid = std::move(next);
  }
  return grid;
}

}  // namespace acdsim
