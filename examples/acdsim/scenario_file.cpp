// The companion reads; here are the files.
#include "scenario_file.hpp"

#include <optional>
#include <utility>

#include "acd/companion/zones.hpp"
#include "problem_place.hpp"
#include "text_file.hpp"

namespace acdsim {

ScenarioFile read_scenario_file(const std::filesystem::path& path, const TextStyle& style) {
  ScenarioFile result;
  const auto blueprint_beside = [&](const std::string& name) -> std::optional<acd::Blueprint> {
    const std::string file = (path.parent_path() / name).lexically_normal().string();
    const std::string text = read_text_file(file);
    acd::BlueprintRead read = acd::read_blueprint_toml(text, file, {}, acd::zone_rules);
    if (!acd::any_error(read.problems)) return std::move(read.blueprint);
    result.problems += problems_with_places(read.problems, file, text, style);
    return std::nullopt;
  };
  const std::string text = read_text_file(path);
  result.read = acd::read_scenario_toml(text, path.string(), {}, acd::zone_rules, blueprint_beside);
  result.problems += problems_with_places(result.read.problems, path.string(), text, style);
  return result;
}

}  // namespace acdsim
