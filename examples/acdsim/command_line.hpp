// What the command line asks for.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "run_request.hpp"

namespace acdsim {

struct ReplayRequest {
  std::filesystem::path file{};            ///< replay file; empty: all by options
  std::filesystem::path data_directory{};  ///< empty: as the replay file says
  std::vector<std::pair<std::string, std::string>> settings{};  ///< name and text
  bool quiet = false;                                           ///< no progress
  bool forecast = false;                                        ///< puts expected wait to the test
};

struct PlanRequest {
  std::filesystem::path file{};        ///< blueprint
  std::string plan{};                  ///< empty: every plan
  std::optional<int> year{};           ///< nothing: the first of the blueprint's window
  std::string week{};                  ///< a date; empty: the year
  std::vector<std::string> at{};       ///< instants, or local times of the plan's zone
  std::vector<std::string> between{};  ///< none or two of them
  std::string after{};                 ///< open time after `at`; empty: not asked
};

struct ImportRequest {
  std::vector<std::filesystem::path> files{};
  std::string name = "holidays";  ///< of the holiday list
  std::string like = "mon";       ///< weekday whose hours make-up workdays have
  std::string from{};             ///< dates; empty: no bound
  std::string until{};
  std::vector<std::string> workday_words{"班", "workday", "work day", "working day"};
};

struct CheckRequest {
  std::vector<std::filesystem::path> files{};  ///< blueprints
};

struct ForecastRequest {
  std::uint32_t agents = 10;
  std::uint32_t load = 100;  ///< percent
  std::uint32_t hours = 250;
  std::string handle_time = "180s";
  std::string patience = "360s";
  std::uint32_t away = 0;
  std::uint64_t seed = 1;
};

struct CommandLine {
  enum class Kind {
    replay,
    run,
    plan,
    import_calendars,
    forecast,
    make_surge_day,
    check,
    finished
  };
  Kind kind = Kind::finished;
  int exit_code = 0;  ///< finished: help was shown, or usage was wrong
  ReplayRequest replay{};
  RunRequest run{};
  PlanRequest plan{};
  ImportRequest import{};
  ForecastRequest forecast{};
  CheckRequest check{};
  std::filesystem::path directory{};  ///< make_surge_day
};

/// Prints help to stdout and what is wrong with the usage to stderr.
[[nodiscard]] CommandLine parse_command_line(int count, const char* const* arguments);

}  // namespace acdsim
