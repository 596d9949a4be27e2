// The companion reads; here are the files.
#include "scenario_file.hpp"

#include <fmt/format.h>

#include <optional>
#include <utility>
#include <vector>

#include "acd/companion/zones.hpp"
#include "call_log.hpp"
#include "exit_status.hpp"
#include "problem_place.hpp"
#include "setting_problems.hpp"
#include "text_file.hpp"

namespace acdsim {
namespace {

/// What stands beside a scenario's file, and what is wrong with it.
class FilesBeside {
 public:
  FilesBeside(const std::filesystem::path& scenario, const TextStyle& style,
              std::span<const acd::Setting> settings)
      : directory_{scenario.parent_path()}, style_{style}, settings_{settings} {}

  std::optional<acd::Blueprint> blueprint(const std::string& name) {
    const std::string file = path_of(name);
    const std::string text = read_text_file(file);
    acd::BlueprintRead read = acd::read_blueprint_toml(text, file, {}, acd::zone_rules, settings_);
    if (!acd::any_error(read.problems)) return std::move(read.blueprint);
    of_settings_ += take_setting_problems(read.problems, settings_);
    is_blueprint_spoilt_ = !acd::any_error(read.problems);
    problems_ += problems_with_places(read.problems, file, text, style_);
    return std::nullopt;
  }

  /// One that cannot be read hides no other problem.
  std::optional<acd::CallLog> call_log(const std::string& name) {
    const std::string file = path_of(name);
    try {
      return sound_call_log(file, read_text_file(file));
    } catch (const Failure& failure) {
      problems_ += fmt::format("{}\n", failure.what());
      is_missing_ = true;
      return std::nullopt;
    }
  }

  [[nodiscard]] const std::string& problems() const { return problems_; }
  [[nodiscard]] const std::string& of_settings() const { return of_settings_; }
  /// By settings alone.
  [[nodiscard]] bool is_blueprint_spoilt() const { return is_blueprint_spoilt_; }
  [[nodiscard]] bool is_missing() const { return is_missing_; }

 private:
  [[nodiscard]] std::string path_of(const std::string& name) const {
    return (directory_ / name).lexically_normal().string();
  }
  std::optional<acd::CallLog> sound_call_log(const std::string& file, const std::string& text) {
    ProblemList found;
    Names agents;
    CallLogFile read = read_call_log(CsvFile::from_text(file, text, found), agents);
    if (found.empty()) return std::move(read.log);
    problems_ += problems_with_places(found, text, style_);
    return std::nullopt;
  }

  std::filesystem::path directory_;
  const TextStyle& style_;
  std::span<const acd::Setting> settings_;
  std::string problems_{};
  std::string of_settings_{};
  bool is_blueprint_spoilt_ = false;
  bool is_missing_ = false;
};

}  // namespace

ScenarioFile read_scenario_file(const std::filesystem::path& path, const TextStyle& style,
                                std::span<const acd::Setting> settings) {
  ScenarioFile result;
  FilesBeside beside{path, style, settings};
  const std::string text = read_text_file(path);
  result.read = acd::read_scenario_toml(
      text, path.string(), {}, acd::zone_rules,
      [&](const std::string& name) { return beside.blueprint(name); },
      [&](const std::string& name) { return beside.call_log(name); }, settings);
  std::vector<acd::Problem>& problems = result.read.problems;
  if (acd::any_error(problems)) result.status = ExitStatus::usage;
  const std::string of_settings = beside.of_settings() + take_setting_problems(problems, settings);
  if (beside.is_blueprint_spoilt()) {
    std::erase_if(problems, [](const auto& each) { return each.path == "blueprint"; });
  }
  if (acd::any_error(problems)) result.status = ExitStatus::bad_data;
  if (beside.is_missing()) result.status = ExitStatus::no_input;
  result.problems =
      beside.problems() + problems_with_places(problems, path.string(), text, style) + of_settings;
  return result;
}

}  // namespace acdsim
