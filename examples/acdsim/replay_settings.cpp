// The table, and how each setting reads its text.
#include "replay_settings.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <chrono>

#include "acd/companion/time_text.hpp"
#include "clock_text.hpp"

namespace acdsim {
namespace {

using Reading = std::string (*)(ReplaySettings&, std::string_view);

struct Entry {
  Setting setting;
  Reading read;
};

template <auto Member>
std::string read_path(ReplaySettings& settings, std::string_view text) {
  if (text.empty()) return "is empty";
  settings.*Member = std::filesystem::path{text};
  return {};
}

template <auto Member>
std::string read_instant(ReplaySettings& settings, std::string_view text) {
  const auto instant = acd::parse_instant(text);
  if (!instant || *instant < acd::earliest || *instant > acd::latest) {
    return fmt::format("\"{}\" is not an instant such as 1999-08-01T06:30:00Z", text);
  }
  settings.*Member = *instant;
  return {};
}

template <auto Member>
std::string read_duration(ReplaySettings& settings, std::string_view text) {
  const auto duration = acd::parse_duration(text);
  if (!duration || *duration < acd::Duration{0} || *duration > acd::longest) {
    return fmt::format("\"{}\" is not a duration such as 20s or 1h30m", text);
  }
  settings.*Member = *duration;
  return {};
}

template <auto Member, std::uint64_t Largest>
std::string read_number(ReplaySettings& settings, std::string_view text) {
  std::uint64_t number = 0;
  const char* end = text.data() + text.size();
  const auto result = std::from_chars(text.data(), end, number);
  if (result.ec != std::errc{} || result.ptr != end || number > Largest) {
    return fmt::format("\"{}\" is not a whole number from 0 to {}", text, Largest);
  }
  settings.*Member = number;
  return {};
}

std::string read_title(ReplaySettings& settings, std::string_view text) {
  settings.title = text;
  return {};
}

/// The last colon ends the file's name.
std::string read_surge(ReplaySettings& settings, std::string_view text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos || colon == 0 || colon + 1 == text.size()) {
    return fmt::format("\"{}\" is not a file and a day in it, such as surges.json:storm", text);
  }
  settings.surge_file = std::filesystem::path{text.substr(0, colon)};
  settings.surge_day = text.substr(colon + 1);
  return {};
}

std::string read_interval(ReplaySettings& settings, std::string_view text) {
  std::string problem = read_duration<&ReplaySettings::interval>(settings, text);
  if (problem.empty() && *settings.interval < std::chrono::minutes{1}) {
    return fmt::format("\"{}\" is less than a minute", text);
  }
  return problem;
}

std::string read_offset(ReplaySettings& settings, std::string_view text) {
  const auto offset = read_utc_offset(text);
  if (!offset) return fmt::format("\"{}\" is not an offset such as +03:00", text);
  settings.utc_offset = *offset;
  return {};
}

std::string read_formula(ReplaySettings& settings, std::string_view text) {
  const auto formula = service_level_formula(text);
  if (formula) {
    settings.formula = *formula;
    return {};
  }
  std::string names;
  for (const ServiceLevelFormula each : service_level_formulas) {
    names += (names.empty() ? "" : ", ") + std::string{name_of(each)};
  }
  return fmt::format("\"{}\" is not one of {}", text, names);
}

constexpr std::array entries = {
    Entry{{"title", "TEXT", "title of the report"}, read_title},
    Entry{{"calls", "FILE", "call log, CSV"}, read_path<&ReplaySettings::calls>},
    Entry{{"skills", "FILE", "agents' skills, CSV; without it the blueprint lists the agents"},
          read_path<&ReplaySettings::skills>},
    Entry{{"shifts", "FILE", "agents' sign-in stretches, CSV"}, read_path<&ReplaySettings::shifts>},
    Entry{{"blueprint", "FILE", "routing plan, TOML"}, read_path<&ReplaySettings::blueprint>},
    Entry{{"surge", "FILE:DAY", "multiply each hour's calls as on this surge day, JSON"},
          read_surge},
    Entry{{"journal", "FILE", "where to write the commands given to the router"},
          read_path<&ReplaySettings::journal>},
    Entry{{"from", "INSTANT", "leave out calls before"}, read_instant<&ReplaySettings::from>},
    Entry{{"to", "INSTANT", "leave out calls from here on"}, read_instant<&ReplaySettings::to>},
    Entry{{"interval", "DURATION", "of the interval table; 30m, or 1d for logs above two days"},
          read_interval},
    Entry{{"utc_offset", "OFFSET", "of the clocks in the report, +03:00 for example"}, read_offset},
    Entry{{"service_level", "DURATION", "answer limit; 20s"},
          read_duration<&ReplaySettings::service_level>},
    Entry{{"formula", "NAME",
           "of the service level: of_offered, of_served, less_abandoned, with_abandoned"},
          read_formula},
    Entry{{"seed", "NUMBER", "of all that is drawn; 1"},
          read_number<&ReplaySettings::seed, UINT64_MAX>},
    Entry{{"calls_min", "NUMBER", "calls of a queue that make an agent a member of it; 20"},
          read_number<&ReplaySettings::calls_min, UINT32_MAX>},
    Entry{{"help_after", "DURATION", "wait before an agent serves a queue not his main one; 0s"},
          read_duration<&ReplaySettings::help_after>},
    Entry{{"wrap_up", "DURATION", "of every group, in place of the blueprint's"},
          read_duration<&ReplaySettings::wrap_up>},
    Entry{{"hold", "DURATION", "of all affinity, in place of the blueprint's"},
          read_duration<&ReplaySettings::hold>},
    Entry{{"answer_after", "DURATION", "how long agents take to answer an offer; 4s"},
          read_duration<&ReplaySettings::answer_after>},
    Entry{{"no_answer_percent", "NUMBER", "of offers that agents miss; 0"},
          read_number<&ReplaySettings::no_answer_percent, 99>},
};

constexpr auto make_table() {
  std::array<Setting, entries.size()> table{};
  for (std::size_t i = 0; i < entries.size(); ++i) table[i] = entries[i].setting;
  return table;
}
constexpr auto table = make_table();

}  // namespace

std::span<const Setting> replay_setting_table() { return table; }

std::string set(ReplaySettings& settings, std::string_view name, std::string_view text) {
  for (const Entry& entry : entries) {
    if (entry.setting.name == name) return entry.read(settings, text);
  }
  return "is not a setting";
}

}  // namespace acdsim
