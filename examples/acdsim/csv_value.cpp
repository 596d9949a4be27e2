// Strict readings: a value is taken whole or not at all.
#include "csv_value.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <system_error>

#include "acd/companion/time_text.hpp"

namespace acdsim {
namespace {

struct Reading {
  std::optional<std::uint64_t> value{};
  std::string problem{};
};

Reading read_number(std::string_view text, std::uint64_t largest) {
  if (text.empty()) return {{}, "is empty"};
  std::uint64_t value = 0;
  const char* end = text.data() + text.size();
  const std::string_view digits = text.substr(text.front() == '-' ? 1 : 0);
  if (digits.empty() || digits.find_first_not_of("0123456789") != std::string_view::npos) {
    return {{}, fmt::format("\"{}\" is not a whole number", text)};
  }
  if (text.front() == '-') return {{}, fmt::format("{} is negative", text)};
  const auto result = std::from_chars(text.data(), end, value);
  if (result.ec != std::errc{} || value > largest) {
    return {{}, fmt::format("{} is more than {}", text, largest)};
  }
  return {value, {}};
}

}  // namespace

std::optional<acd::Instant> instant_of(CsvFile& file, const CsvField& field) {
  auto instant = acd::parse_instant(field.text);
  if (instant && (*instant < acd::earliest || *instant > acd::latest)) instant.reset();
  if (!instant) {
    file.complain(field,
                  fmt::format("\"{}\" is not an instant such as 1999-08-01T06:30:00Z", field.text));
  }
  return instant;
}

std::optional<acd::Duration> seconds_of(CsvFile& file, const CsvField& field) {
  constexpr std::uint64_t year_s = 366ULL * 86'400;
  const auto number = number_of(file, field, year_s);
  if (!number) return std::nullopt;
  return std::chrono::seconds{*number};
}

std::optional<std::uint64_t> number_of(CsvFile& file, const CsvField& field,
                                       std::uint64_t largest) {
  Reading reading = read_number(field.text, largest);
  if (!reading.value) file.complain(field, reading.problem);
  return reading.value;
}

}  // namespace acdsim
