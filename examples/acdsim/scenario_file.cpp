// The companion reads; here are the files.
#include "scenario_file.hpp"

#include <fmt/format.h>

#include <optional>
#include <utility>
#include <vector>

#include "acd/companion/zones.hpp"
#include "exit_status.hpp"
#include "problem_place.hpp"
#include "setting_problems.hpp"
#include "text_file.hpp"

namespace acdsim {

ScenarioFile read_scenario_file(const std::filesystem::path& path, const TextStyle& style,
                                std::span<const acd::Setting> settings) {
  ScenarioFile result;
  std::string of_settings;
  bool is_spoilt = false;  // the blueprint, by settings alone
  const auto blueprint_beside = [&](const std::string& name) -> std::optional<acd::Blueprint> {
    const std::string file = (path.parent_path() / name).lexically_normal().string();
    const std::string text = read_text_file(file);
    acd::BlueprintRead read = acd::read_blueprint_toml(text, file, {}, acd::zone_rules, settings);
    if (!acd::any_error(read.problems)) return std::move(read.blueprint);
    of_settings += take_setting_problems(read.problems, settings);
    is_spoilt = !acd::any_error(read.problems);
    result.problems += problems_with_places(read.problems, file, text, style);
    return std::nullopt;
  };
  const std::string text = read_text_file(path);
  result.read =
      acd::read_scenario_toml(text, path.string(), {}, acd::zone_rules, blueprint_beside, settings);
  std::vector<acd::Problem>& problems = result.read.problems;
  if (acd::any_error(problems)) result.status = ExitStatus::usage;
  of_settings += take_setting_problems(problems, settings);
  if (is_spoilt) std::erase_if(problems, [](const auto& each) { return each.path == "blueprint"; });
  if (acd::any_error(problems)) result.status = ExitStatus::bad_data;
  result.problems += problems_with_places(problems, path.string(), text, style) + of_settings;
  return result;
}

}  // namespace acdsim
