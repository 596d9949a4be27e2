// What can be set for a replay, on the command line or in a replay file: one table of both.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "acd/config/skill_group.hpp"
#include "acd/vocabulary/time.hpp"
#include "service_level.hpp"

namespace acdsim {

struct ReplaySettings {
  std::string title{};
  std::filesystem::path calls{};
  std::filesystem::path skills{};  ///< empty: the blueprint lists its agents
  std::filesystem::path shifts{};
  std::filesystem::path blueprint{};
  std::filesystem::path surge_file{};  ///< empty: the day is as it was
  std::string surge_day{};             ///< its name in the file
  std::filesystem::path journal{};     ///< empty: none is written
  std::optional<acd::Instant> from{};
  std::optional<acd::Instant> to{};
  std::optional<acd::Duration> interval{};  ///< none: half an hour, or a day for longer logs
  acd::Duration utc_offset{0};
  acd::Duration service_level{std::chrono::seconds{20}};
  ServiceLevelFormula formula = ServiceLevelFormula::of_offered;
  std::uint64_t seed = 1;
  std::uint64_t calls_min = 20;
  acd::Duration help_after{0};
  std::optional<acd::Duration> wrap_up{};  ///< of every group, in place of the blueprint's
  std::optional<acd::Duration> hold{};     ///< of all affinity, in place of the blueprint's
  acd::Duration answer_after{std::chrono::seconds{4}};
  std::uint64_t no_answer_percent = 0;
  /// Counted: every group is, and expected wait is put to the test.
  acd::Forecast forecast = acd::Forecast::none;
};

struct Setting {
  std::string_view name;     ///< "service_level"; on the command line "--service-level"
  std::string_view operand;  ///< "DURATION"
  std::string_view help;
};

[[nodiscard]] std::span<const Setting> replay_setting_table();

/// Sets one by its text. Returns what is wrong with the text, or empty.
[[nodiscard]] std::string set(ReplaySettings& settings, std::string_view name,
                              std::string_view text);

}  // namespace acdsim
